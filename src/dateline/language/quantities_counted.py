"""What a number counts: the noun phrase after it, the state of those counted, or the subject that it is said of.

Positions are token indices, end exclusive. The scan is its own and not that of ``phrases.py``, because a number opens
a phrase of its own: it ends at the first plural noun, and takes in the modifiers that tell one count from another
("South Korean officials", "wounded soldiers").
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from dateline.language.data import load_map, load_rows, load_words
from dateline.language.lemmas import lemmatize
from dateline.language.quantities_amounts import Amount
from dateline.language.quantities_figures import load_units
from dateline.language.reading import Token

_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_PLURALS = frozenset(("NNS", "NNPS"))
_MODIFIERS = frozenset(("JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "AFX", "FW"))
_OPENERS = frozenset(("DT", "PRP$", "PDT", "WP$"))
_VERBS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"))
_COUNTERS = frozenset(
    ("number", "total", "count", "tally", "figure", "sum", "share", "proportion", "majority", "minority")
)
_LINKS = frozenset(("to", "at", "of", "by", "as", "from", ":"))


@dataclass(frozen=True, slots=True)
class Counted:
    """Tokens ``start:end`` that say what is counted, and the lower-case singular noun that stands for it."""

    start: int
    end: int
    head: str
    people: bool


def find_counted(tokens: Sequence[Token], amount: Amount, taken: Set[int]) -> Counted | None:
    """Return what an amount counts, or None. ``taken`` are tokens of dates, which count nothing."""
    if amount.sort == "age":
        return _find_aged(tokens, amount, taken)
    if amount.figure.tail and amount.unit is None:
        return _read_tail(amount)
    if amount.unit == "magnitude" and amount.start and tokens[amount.start - 1].text.lower() in ("of", "with"):
        return _find_before_link(tokens, amount.start - 1, taken)
    if amount.unit == "magnitude" and amount.end < len(tokens) and tokens[amount.end].tag == "IN":
        return _find_subject(tokens, amount, taken)
    found = _find_after(tokens, amount, taken)
    if found is None and amount.sort in ("", "share"):
        found = _find_state_after(tokens, amount.end, taken) or _find_state_before(tokens, amount.start)
    return found or _find_subject(tokens, amount, taken)


def _find_after(tokens: Sequence[Token], amount: Amount, taken: Set[int]) -> Counted | None:
    start = amount.end
    of = (
        start < len(tokens)
        and tokens[start].text.lower() in ("of", "in")
        and (tokens[start].text.lower() == "of" or amount.sort == "money")
    )
    if of:
        start += 1
        if start + 1 < len(tokens) and _is_pronoun(tokens, start):
            found = read_phrase(tokens, start + 1, taken)
            return found if found and tokens[found.end - 1].tag in _PLURALS else None
        while start < len(tokens) and tokens[start].tag in _OPENERS | {"CD"}:
            start += 1
    elif start < len(tokens) and amount.sort in ("money", "share", "time") and tokens[start].tag in _OPENERS:
        start += int(amount.sort == "share")
    while start < len(tokens) and tokens[start].text.lower() in ("more", "additional", "such"):
        start += 1
    found = read_phrase(tokens, start, taken, single=amount.value == 1)
    if of and found and found.end + 1 < len(tokens) and tokens[found.end].tag == "POS":
        start = found.end + 1 + int(tokens[found.end + 1].tag == "CD")
        return read_phrase(tokens, start, taken) or found
    return found


def _is_pronoun(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].text.lower() in ("them", "those", "these", "us") and tokens[at + 1].tag != "CD"


def read_phrase(tokens: Sequence[Token], start: int, taken: Set[int], *, single: bool = False) -> Counted | None:
    """Return the noun phrase that begins at a token: modifiers, then nouns, to the first plural or the last noun."""
    head: int | None = None
    at = start
    while at < len(tokens) and at not in taken and _goes_on(tokens, start, at):
        if tokens[at].tag in _NOUNS:
            head = at
            if tokens[at].tag in _PLURALS and not _plural_follows(tokens, at, taken):
                break
        at += 1
    state = _state_of(tokens[start]) if start < len(tokens) else None
    if head is None or (state and tokens[head].tag not in _PLURALS and not single):
        return None
    return _counted_noun(tokens, start, head)


def _goes_on(tokens: Sequence[Token], start: int, at: int) -> bool:
    tag = tokens[at].tag
    if tag in _NOUNS or (tag in _MODIFIERS and _noun_ahead(tokens, at)):
        return True
    if tag == "VBD" and 1 < at <= start + 1 and tokens[at].text.endswith("ed"):
        return _noun_ahead(tokens, at) and tokens[start - 1].tag == "CD" and tokens[start - 2].tag != "DT"
    if tag == "CD":
        return at > start and tokens[at - 1].tag == "NNP" and _noun_ahead(tokens, at)
    if tag == "POS":
        return at > start and tokens[at - 1].tag not in _PLURALS
    if tag in ("RB", "RBR", "RBS", ",", "CC") and at > start - 1:
        return (
            at + 1 < len(tokens)
            and tokens[at + 1].tag in _MODIFIERS
            and _noun_ahead(tokens, at + 1)
            and (tag[:2] == "RB" or (at > start and tokens[at - 1].tag in _MODIFIERS))
        )
    return False


def _noun_ahead(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a modifier reaches a noun within four tokens, through modifiers only."""
    for index in range(at + 1, min(at + 5, len(tokens))):
        if tokens[index].tag in _NOUNS:
            return True
        if tokens[index].tag not in _MODIFIERS and tokens[index].tag not in ("CC", ",", "RB"):
            return False
    return False


def _plural_follows(tokens: Sequence[Token], at: int, taken: Set[int]) -> bool:
    following = at + 1
    return following < len(tokens) and following not in taken and tokens[following].tag == "NNS"


def _counted_noun(tokens: Sequence[Token], start: int, head: int) -> Counted:
    lemma = tokens[head].lemma if tokens[head].tag in _PLURALS else tokens[head].text.lower()
    pair = f"{tokens[head - 1].text.lower()} {lemma}" if head else lemma
    nouns = load_map("count_nouns.tsv")
    name = nouns.get(pair) or nouns.get(lemma)
    people = bool(name) or is_person(lemma) or (tokens[head].tag == "NNPS" and lemma.endswith(("an", "ese", "i")))
    return Counted(start, head + 1, name or ("person" if lemma == "people" else lemma), people)


def is_person(lemma: str) -> bool:
    """Tell whether a lower-case singular noun names a person: by list, or by an ending that only persons have."""
    last = lemma.rpartition("-")[2]
    persons = load_words("person_nouns.txt")
    return lemma in persons or last in persons or last.endswith(("woman", "ologist", "swoman", "workers", "worker"))


@lru_cache(maxsize=1)
def load_states() -> dict[str, tuple[str, bool]]:
    """Return lemma of a state → head that stands for those in it, and whether it may stand before its number."""
    return {row[0]: (row[1], row[2] == "before") for row in load_rows("count_states.tsv")}


def _state_of(token: Token) -> tuple[str, bool] | None:
    states = load_states()
    lemma = token.lemma
    if token.text.lower() == "missing":
        return states["missing"]
    if lemma == "miss":
        return None
    if token.tag == "JJ":
        lemma = lemmatize(token.text, "VBN")
    return states.get(lemma) or states.get(token.text.lower())


def _find_state_after(tokens: Sequence[Token], at: int, taken: Set[int]) -> Counted | None:
    """Read "84 dead", "80 were injured", "49 others have died": a state within reach of auxiliaries and adverbs."""
    for index in range(at, min(at + 6, len(tokens))):
        token = tokens[index]
        if index in taken:
            return None
        state = _state_of(token)
        if state and token.tag[0] in "VJN":
            return Counted(index, index + 1, state[0], True)
        if token.tag not in ("RB", "MD") and not {token.lemma, token.text.lower()} & _BRIDGES:
            return None
    return None


_BRIDGES = frozenset(
    ("be", "have", "get", "more", "others", "confirm", "report", "leave", "feared", "still", "now", "lie", "lay")
)
"""Words between a number and the state of those it counts."""


def _find_state_before(tokens: Sequence[Token], start: int) -> Counted | None:
    """Read "killed 84", "injuring at least 20"."""
    if start == 0 or not tokens[start - 1].tag.startswith(("VB", "NN")):
        return None
    state = _state_of(tokens[start - 1])
    if state is None or not state[1] or tokens[start - 1].tag in ("NN", "NNP"):
        return None
    return Counted(start - 1, start, state[0], True)


def _read_tail(amount: Amount) -> Counted | None:
    """Read "five-member panel": the word tied to the number is what it counts."""
    tail = amount.figure.tail
    at = amount.figure.end - 1
    if is_person(tail) and tail != "star":
        return Counted(at, at + 1, tail, True)
    if tail not in (
        "member",
        "person",
        "man",
        "page",
        "story",
        "storey",
        "seat",
        "party",
        "nation",
        "country",
        "vehicle",
    ):
        return None
    return Counted(at, at + 1, tail, tail in ("member", "person", "man"))


def _find_aged(tokens: Sequence[Token], amount: Amount, taken: Set[int]) -> Counted | None:
    """Return whose age it is: the noun after it, or the name or noun before it."""
    if amount.figure.tail.endswith("olds"):
        return None
    tied = amount.figure.tail or tokens[amount.end - 2].text.lower() == "year"
    after = read_phrase(tokens, amount.end, taken, single=True) if tied else None
    if after is not None:
        return Counted(after.start, after.end, after.head, True)
    at = amount.start - 1
    while at >= 0 and (
        tokens[at].tag in ("DT", ",", "RB", "CD", "CC", "-LRB-") or tokens[at].lemma in ("be", "age", "aged")
    ):
        at -= 1
    return _read_phrase_back(tokens, at, taken, people=True)


def _read_phrase_back(tokens: Sequence[Token], last: int, taken: Set[int], *, people: bool = False) -> Counted | None:
    """Return the noun phrase that ends with token ``last``, without its determiner."""
    if last < 0 or tokens[last].tag not in _NOUNS or last in taken:
        return None
    start = last
    inside = {"NNP", "NNPS"} if tokens[last].tag == "NNP" else _NOUNS | {"JJ", "JJS", "VBN", "HYPH"}
    while start > 0 and start - 1 not in taken and tokens[start - 1].tag in inside:
        start -= 1
    found = _counted_noun(tokens, start, last)
    if tokens[last].text.lower() in load_units():
        return None
    return Counted(found.start, found.end, found.head, found.people or people)


def _ties(token: Token, how: str) -> bool:
    """Tell whether a verb ties a number to what it counts in the given way (see ``number_verbs.tsv``).

    Nouns pass, since headlines' verbs ("toll climbs to 37") are often taken for them.
    """
    return token.tag in _VERBS | {"NN", "NNS"} and how in load_map("number_verbs.tsv").get(token.lemma, "").split()


def _find_subject(tokens: Sequence[Token], amount: Amount, taken: Set[int]) -> Counted | None:
    """Read "the death toll rose to 84", "turnout of 98%", "put the toll at 84", "the count is over 120,000"."""
    if tokens[amount.start].tag in _VERBS and amount.start < amount.figure.start:
        return _find_verb_subject(tokens, amount.start, taken)
    at = amount.start - 1
    while at >= 0 and (tokens[at].tag == "RB" or tokens[at].text.lower() in ("a", "an")):
        at -= 1
    if at < 1:
        return None
    if tokens[at].text.lower() in _LINKS and not _ties(tokens[at], "joins"):
        return _find_before_link(tokens, at, taken)
    if tokens[at].tag in _VERBS and _ties(tokens[at], "joins"):
        return _find_verb_subject(tokens, at, taken)
    return None


def _find_before_link(tokens: Sequence[Token], at: int, taken: Set[int]) -> Counted | None:
    before = at - 1
    while before > 0 and (tokens[before].tag == "RB" or before in taken):
        before -= 1
    if (state := _read_state_noun(tokens, before)) is not None:
        return state
    if tokens[before].tag in _NOUNS and tokens[before - 1].tag in _NOUNS and _ties(tokens[before], "arrives"):
        return _find_verb_subject(tokens, before, taken)
    if tokens[before].tag in _NOUNS:
        if tokens[at].text.lower() in ("of", ":") or "places" in load_map("number_verbs.tsv").get(
            _verb_before(tokens, before), ""
        ):
            return _settle_counter(tokens, before, taken)
        return _find_amid_change(tokens, before, taken)
    if tokens[before].tag in _VERBS:
        return _find_verb_subject(tokens, before, taken) if _ties(tokens[before], "arrives") else None
    return None


def _find_amid_change(tokens: Sequence[Token], before: int, taken: Set[int]) -> Counted | None:
    """Read past a first figure's unit: "fell from 12 percent to 9 percent" has the same subject for both."""
    at = before
    while at > 0 and before - at < 6 and tokens[at].tag not in _VERBS:
        at -= 1
    return _find_verb_subject(tokens, at, taken) if at and _ties(tokens[at], "arrives") else None


def _verb_before(tokens: Sequence[Token], at: int) -> str:
    while at > 0 and tokens[at].tag in _NOUNS | _OPENERS | {"JJ", "VBN", "CD", "IN"}:
        at -= 1
    return tokens[at].lemma if tokens[at].tag in _VERBS else ""


def _find_verb_subject(tokens: Sequence[Token], verb: int, taken: Set[int]) -> Counted | None:
    at = verb - 1
    while at >= 0 and (tokens[at].tag in _VERBS | {"RB", "TO"} or at in taken):
        at -= 1
    return _read_state_noun(tokens, at) or _settle_counter(tokens, at, taken)


def _read_state_noun(tokens: Sequence[Token], at: int) -> Counted | None:
    """Read "the number of dead is 14": a state that stands for those in it."""
    state = _state_of(tokens[at]) if at > 0 and tokens[at].tag in ("JJ", "VBN", "NN") else None
    noun = state is not None and tokens[at - 1].text.lower() in ("of", "the")
    return Counted(at, at + 1, state[0], True) if state is not None and noun else None


def _settle_counter(tokens: Sequence[Token], last: int, taken: Set[int]) -> Counted | None:
    """Return the phrase that ends at ``last``, or the outer one it hangs on: "number of missing officials"."""
    phrase = _read_phrase_back(tokens, last, taken)
    while phrase is not None:
        link = phrase.start - 1
        while link >= 0 and tokens[link].tag in _OPENERS:
            link -= 1
        outer = None
        if link > 0 and tokens[link].tag == "IN":
            outer = _read_phrase_back(tokens, link - 1, taken)
        if outer is None or (outer.head in _COUNTERS and tokens[link].text.lower() == "of"):
            return phrase
        phrase = outer
    return None
