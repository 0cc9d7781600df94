"""What a number counts: the noun it hangs on, the state of those counted, or the subject that it is said of.

Positions are token indices, end exclusive. The tree says what belongs together; small lists say which verbs tie a
number to their subject ("the toll rose to 84") and which states stand for those in them ("84 dead"). Where the rules
find nothing, what the network takes to be counted fills in.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import lru_cache

from dateline.language.data import load_map, load_rows, load_words
from dateline.language.lemmas import lemmatize
from dateline.language.quantities_amounts import Amount
from dateline.language.quantities_figures import load_units
from dateline.language.reading import Span, Token
from dateline.language.tree import Tree

LEAST_SEEN = 0.5
"""Least chance at which the network's word is taken for what a number counts: more likely than not."""
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_PLURALS = frozenset(("NNS", "NNPS"))
_LEADS = frozenset(("amod", "compound", "flat", "advmod", "acl", "nummod", "nmod:poss", "nmod:desc", "nmod:unmarked"))
"""Relations from a word to the noun after it, within one noun phrase."""
_TELLS = frozenset(("amod", "compound", "flat", "advmod", "acl", "punct"))
"""Those whose words tell one count from another: "South Korean officials", "wounded soldiers"."""
_OPENERS = frozenset(("DT", "PDT", "PRP$", "WP$", "CD"))
_OPENING = frozenset(('"', "'", "“", "‘", "``", "-"))
_TIED = frozenset(("obj", "obl", "nmod", "xcomp", "advmod", "ccomp", "dep"))
"""Relations of a number to the verb or adjective through which it is said of a subject."""
_COUNTERS = frozenset(
    ("number", "total", "count", "tally", "figure", "sum", "share", "proportion", "majority", "minority", "age")
)
"""Nouns that hand on to their complement: "the number of missing officials" counts officials."""
_NEAR = 4
"""Tokens within which the noun of a number stands, where the tree loses a word between them."""
_INNER = frozenset(("JJ", "VBN", "VBG", "RB", "NN", "NNP"))
_LINKS = frozenset(("to", "at", "of"))
_TAILS = {"member": True, "person": True, "man": True} | dict.fromkeys(
    ("page", "story", "storey", "seat", "party", "nation", "country", "vehicle"), False
)
"""What a hyphen may tie to a number that counts it ("five-member panel"), and whether it is a person."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Tokens ``start:end`` that say what is counted, and the lower-case singular noun that stands for it."""

    start: int
    end: int
    head: str
    people: bool


def find_counted(
    tree: Tree,
    amount: Amount,
    taken: Set[int],
    previous: tuple[Amount, Counted | None] | None,
    seen: Mapping[int, tuple[Span, float]],
) -> Counted | None:
    """Return what an amount counts, or None.

    ``taken`` are tokens of dates, which count nothing; ``previous`` is the amount before it in the sentence with what
    that counts; ``seen`` is what the network takes numbers to count, by where their tokens start.
    """
    search = _Search(tree, amount, taken, previous)
    bound = amount.figure.tail and amount.unit is None
    return search.find() or (None if bound else search.find_seen(seen))


class _Search:
    """One amount in its sentence; ``find`` tries the ways to count, the surest first."""

    def __init__(
        self, tree: Tree, amount: Amount, taken: Set[int], previous: tuple[Amount, Counted | None] | None
    ) -> None:
        self.tree, self.tokens, self.amount, self.taken = tree, tree.tokens, amount, taken
        self.before: Amount | None = previous[0] if previous else None
        self.shared: Counted | None = previous[1] if previous else None
        self.anchor = tree.top_of(amount.figure.start, amount.end)
        while amount.start <= tree.head(self.anchor) < amount.figure.start and not self.is_verb(tree.head(self.anchor)):
            self.anchor = tree.head(self.anchor)

    def tags(self, start: int, end: int) -> list[str]:
        """Return the tags of the tokens ``start:end``."""
        return [token.tag for token in self.tokens[start:end]]

    def is_verb(self, at: int) -> bool:
        """Tell whether a token is tagged as a verb."""
        return self.tokens[at].tag.startswith("VB")

    def find(self) -> Counted | None:
        """Return what the tree and the lists say is counted."""
        if self.amount.sort == "age":
            return self.find_aged()
        if self.amount.figure.tail and self.amount.unit is None:
            return self.read_tail()
        after = self.find_after()
        if after is not None and after.head != "other":
            return after
        state = self.find_state() if self.amount.sort in ("", "share") else None
        if state is not None and after is not None:
            return Counted(after.start, after.end, state.head, True)
        return state or self.share_previous() or after or self.find_told_of()

    def find_after(self) -> Counted | None:
        """Read the phrase after the amount: "84 wounded soldiers", "dozens of sailors", "a 20% share"."""
        start, joined = self.skip_link(_skip_marks(self.tree, self.amount.end))
        head, own = self.find_head(start), self.tree.head(self.anchor)
        if head is None and start <= own < start + _NEAR and all(tag in _INNER for tag in self.tags(start, own)):
            head = self.find_head(own)
        if head is None or not (joined or self.belongs(head)):
            return None
        return self.name(start, head)

    def skip_link(self, start: int) -> tuple[int, bool]:
        """Return where the phrase after "of" (and "in" after money) begins, and whether there is such a link."""
        words = [token.text.lower() for token in self.tokens[start : start + 2]]
        if words in (["out", "of"], ["worth", "of"]):
            start, words = start + 1, words[1:]
        joined = words[:1] == ["of"] or (words[:1] == ["in"] and self.amount.sort == "money")
        openers = _OPENERS if joined else {"DT"} if self.amount.sort == "share" else frozenset()
        start += joined
        if joined and start < len(self.tokens) and self.tokens[start].tag == "PRP":
            return start + 1, False
        while start < len(self.tokens) and (
            self.tokens[start].tag in openers or self.tokens[start].text.lower() in ("more", "additional", "such")
        ):
            start += 1
        return start, joined

    def find_head(self, start: int) -> int | None:
        """Return the noun, or the state of those counted ("84 dead"), of the phrase that begins at a token."""
        if start >= len(self.tokens):
            return None
        at = start
        while self.tree.head(at) > at and (
            self.tree.base(at) in _LEADS
            or self.tokens[at].relation in _LEADS
            or self.tokens[at].text in _OPENING
            or self.tokens[at + 1].tag == "POS"
        ):
            at = self.tree.head(at)
        if any(index in self.taken for index in range(start, at + 1)):
            return None
        return at if self.tokens[at].tag in _NOUNS or find_state(self.tokens[at]) else None

    def belongs(self, head: int) -> bool:
        """Tell whether the tree ties the number to the noun after it, or hangs both on one word."""
        hung = {self.tree.head(at) for at in range(max(0, self.amount.start - 1), self.amount.end)}
        if head in hung or self.anchor == self.tree.head(head) or self.amount.figure.tail:
            return True
        return self.amount.unit is None and self.tree.head(head) in self.tree.above(self.anchor)

    def find_state(self) -> Counted | None:
        """Read "80 were injured", "49 others have died", "killed 84", "injuring at least 20"."""
        subject = self.anchor if self.tree.base(self.anchor) != "nummod" else self.tree.head(self.anchor)
        if self.is_subject(subject):
            verb = self.tree.head(subject)
            for at in (verb, *self.tree.below(verb, "xcomp")):
                state = find_state(self.tokens[at])
                if state and at > subject:
                    return Counted(at, at + 1, state[0], True)
        at = self.amount.start - 1
        state = find_state(self.tokens[at]) if at >= 0 and self.tokens[at].tag.startswith("V") else None
        return Counted(at, at + 1, state[0], True) if state and state[1] else None

    def is_subject(self, at: int) -> bool:
        """Tell whether a token is a subject, or joined to the verb after it as only a subject can be."""
        return self.tree.base(at) == "nsubj" or (self.tree.base(at) == "conj" and self.tree.head(at) > at)

    def share_previous(self) -> Counted | None:
        """Return what the amount before counts where this one goes on from it.

        In brackets ("450 km (280 miles)"), joined to it ("from 12 percent to 9 percent"), or the subject of a verb
        that is joined to that one's verb ("four people fell ill and seven had to be …").
        """
        if self.before is None or self.shared is None:
            return None
        end = max(self.before.end, self.shared.end)
        if self.tokens[self.amount.start - 1].text == "(" and end == self.amount.start - 1:
            return self.shared
        head = self.tree.head(self.anchor)
        linked = self.tree.base(self.anchor) in ("conj", "list") and self.shared.start <= head < self.shared.end
        if linked or self.before.start <= head < self.before.end:
            return self.shared if self.before.sort == self.amount.sort else None
        if self.is_subject(self.anchor) and self.amount.sort in ("", "share"):
            joined = [find_subject(self.tree, self.tree.head(head))] if self.tree.base(head) == "conj" else []
            joined += [at for at in self.tree.below(head, "obl") if self.tree.words_below(at, "case") & {"among", "of"}]
            return self.shared if any(at in range(self.shared.start, self.shared.end) for at in joined) else None
        return None

    def find_told_of(self) -> Counted | None:
        """Read "the death toll rose to 84", "a turnout of 98%", "put the toll at 84", "a wall eight feet high"."""
        at, link = self.anchor, max(0, self.amount.start - 1)
        if self.tree.word(link) in ("of", "worth") and link and self.tokens[link - 1].tag in _NOUNS:
            return self.settle(link - 1)
        head, relation = self.tree.head(at), self.tree.base(at)
        cases = self.tree.words_below(at, "case") | {self.tree.word(link)}
        if self.tree.below(at, "cop"):
            return self.settle(find_subject(self.tree, at))
        if head < 0:
            return None
        if self.tokens[head].tag in _NOUNS:
            linked = cases & _LINKS or self.amount.unit == "magnitude"
            named = linked if relation == "nmod" else relation == "appos" and self.tokens[head].tag in ("NN", "NNS")
            return self.settle(head) if named and head < self.amount.start else None
        if relation not in _TIED:
            return None
        if self.tokens[head].tag.startswith("J"):
            return self.settle(
                self.tree.head(head) if self.tree.base(head) == "amod" else find_subject(self.tree, head)
            )
        return self.settle(self.find_tied(head, cases))

    def find_tied(self, verb: int, cases: set[str]) -> int | None:
        """Return the subject or object that a verb ties to the number (see ``number_verbs.tsv``)."""
        ties = load_map("number_verbs.tsv").get(self.tokens[verb].lemma, "").split()
        objects = self.tree.below(verb, "obj")
        if "beside" in ties and self.tokens[verb].tag == "VBG" and verb and self.tokens[verb - 1].text == ",":
            return _find_antecedent(self.tree, verb)
        if cases & {"to", "at", "from", "by"}:
            placed = [at for at in objects if at < self.amount.start] if "places" in ties else []
            return placed[0] if placed else find_subject(self.tree, verb) if "arrives" in ties else None
        hedged = self.amount.start <= verb < self.amount.figure.start
        moved = "arrives" in ties and self.amount.sort == "share"
        return find_subject(self.tree, verb) if "joins" in ties or moved or hedged else None

    def settle(self, at: int | None) -> Counted | None:
        """Return the phrase of a noun, or of its complement where the noun only says that something is counted."""
        if at is None or at < 0:
            return None
        if self.tokens[at].lemma in _COUNTERS or self.tokens[at].tag == "CD":
            for child in self.tree.below(at, "nmod", "acl"):
                if "of" in self.tree.words_below(child, "case") and self.read_noun(child):
                    return self.read_noun(child)
        return self.read_noun(at)

    def read_noun(self, at: int) -> Counted | None:
        """Return a noun's phrase with the modifiers before it; a state with "the" or "of" stands for those in it."""
        token = self.tokens[at]
        if at in self.taken or self.amount.start <= at < self.amount.end or token.text.lower() in load_units():
            return None
        state = find_state(token)
        if state and token.tag in ("JJ", "VBN", "NN") and self.tree.below(at, "det", "case"):
            return Counted(at, at + 1, state[0], True)
        if token.tag not in _NOUNS:
            return None
        start = at
        while start > 0 and start - 1 not in self.taken and self.tells(start - 1, at):
            start -= 1
        while self.tree.base(start) == "punct":
            start += 1
        return self.name(start, at)

    def tells(self, at: int, noun: int) -> bool:
        """Tell whether a word before a noun is part of its phrase."""
        named = self.tokens[at].tag == self.tokens[at + 1].tag == "NNP"
        return named or (self.tree.base(at) in _TELLS and at < self.tree.head(at) <= noun)

    def name(self, start: int, head: int) -> Counted:
        """Return the phrase from a token to its head noun and the rest of its name ("Ada Brand")."""
        owner = max((at + 1 for at in range(start, head) if self.tokens[at].tag == "POS"), default=start)
        while owner > start and owner < head and self.tokens[owner].tag == "CD":
            owner += 1
        last = head
        while last + 1 < len(self.tokens) and self.tree.base(last + 1) == "flat" and start <= self.tree.head(last + 1):
            last += 1
        state = None if self.tokens[head].tag in _NOUNS else find_state(self.tokens[head])
        if state:
            return Counted(head, head + 1, state[0], True)
        return _name_noun(self.tokens[last], self.tokens[last - 1] if last else None, owner, last + 1)

    def read_tail(self) -> Counted | None:
        """Read "five-member panel": the word tied to the number is what it counts."""
        at, tail = self.amount.figure.end - 1, self.amount.figure.tail
        people = _TAILS.get(tail, is_person(tail) and tail != "star")
        if tail not in _TAILS and not people:
            return None
        head = self.find_head(at + 1)
        return Counted(at, head + 1 if head is not None and self.belongs(head) else at + 1, tail, people)

    def find_aged(self) -> Counted | None:
        """Return whose age it is: the noun after it, or the first noun up the tree, or the subject of a verb there."""
        if self.amount.figure.tail.endswith("olds"):
            return None
        head = self.find_head(self.amount.end)
        found = self.name(self.amount.end, head) if head is not None and self.belongs(head) else None
        last = self.amount.start - 1
        while last > 0 and (self.tokens[last].text in (",", "(") or self.tokens[last].tag in ("DT", "RB")):
            last -= 1
        if found is None and last >= 0 and (self.tokens[last].tag == "NNP" or is_person(self.tokens[last].lemma)):
            found = self.settle(_find_name_head(self.tree, last))
        for at in (self.anchor, *self.tree.above(self.anchor)):
            if found is not None:
                break
            if self.is_verb(at) or self.tree.below(at, "cop"):
                found = self.settle(find_subject(self.tree, at))
                break
            found = self.settle(at)
            found = found if found and found.head not in ("age", "aged") else None
        if found is None and self.before is not None and self.before.sort == "age":
            found = self.shared
        return Counted(found.start, found.end, found.head, True) if found else None

    def find_seen(self, seen: Mapping[int, tuple[Span, float]]) -> Counted | None:
        """Return what the network takes the number to count, where it is sure enough and names a noun."""
        tokens = self.tokens[self.amount.start : self.amount.end]
        spans = [seen[token.start] for token in tokens if token.start in seen]
        (start, end), score = max(spans, key=lambda item: item[1], default=((0, 0), 0.0))
        inside = [at for at, token in enumerate(self.tokens) if start <= token.start < end]
        if score < LEAST_SEEN or not inside:
            return None
        return self.read_noun(self.tree.top_of(inside[0], inside[-1] + 1))


def _skip_marks(tree: Tree, at: int) -> int:
    """Return the place after what closes at a token, or a bracket that opens there ("a 450 km (280 miles) orbit")."""
    words = [tree.word(index) for index in range(at, min(at + 6, len(tree.tokens)))]
    if words[:1] == ["("] and ")" in words:
        return at + words.index(")") + 1
    return at + (words[:1] in ([")"], ["”"], ['"']))


def find_subject(tree: Tree, verb: int) -> int | None:
    """Return the subject of a verb or predicate: its own, the noun it modifies, or that of the verb it hangs on."""
    for at in (verb, *tree.above(verb)):
        subjects = tree.below(at, "nsubj")
        if subjects and tree.tokens[subjects[-1]].tag not in ("WDT", "WP"):
            return subjects[-1]
        base = tree.base(at)
        if base == "acl":
            return tree.head(at)
        if subjects:
            return _find_antecedent(tree, subjects[-1])
        if base not in ("conj", "xcomp", "advcl") or tree.tokens[tree.head(at)].tag in _NOUNS:
            return None
    return None


def _find_antecedent(tree: Tree, pronoun: int) -> int | None:
    """Return the noun that stands before "who" or "which", marks between them."""
    at = pronoun - 1
    while at > 0 and tree.base(at) == "punct":
        at -= 1
    return _find_name_head(tree, at) if at >= 0 else None


def _find_name_head(tree: Tree, at: int) -> int:
    """Return the head of the name that a token closes: "Ada" of "Ada Brand"."""
    while tree.base(at) == "flat" and tree.head(at) >= 0:
        at = tree.head(at)
    return at


def _name_noun(last: Token, before: Token | None, start: int, end: int) -> Counted:
    lemma = last.lemma if last.tag in _PLURALS else last.text.lower()
    nouns = load_map("count_nouns.tsv")
    name = (nouns.get(f"{before.text.lower()} {lemma}") if before else None) or nouns.get(lemma)
    people = bool(name) or is_person(lemma) or (last.tag == "NNPS" and lemma.endswith(("an", "ese", "i")))
    return Counted(start, end, name or ("person" if lemma == "people" else lemma), people)


def is_person(lemma: str) -> bool:
    """Tell whether a lower-case singular noun names a person: by list, or by an ending that only persons have."""
    last = lemma.rpartition("-")[2]
    persons = load_words("person_nouns.txt")
    return lemma in persons or last in persons or last.endswith(("woman", "ologist", "swoman", "workers", "worker"))


@lru_cache(maxsize=1)
def load_states() -> dict[str, tuple[str, bool]]:
    """Return lemma of a state → head that stands for those in it, and whether it may stand before its number."""
    return {row[0]: (row[1], row[2] == "before") for row in load_rows("count_states.tsv")}


def find_state(token: Token) -> tuple[str, bool] | None:
    """Return the head that stands for those in the state a word names, and whether it may stand before its number."""
    states = load_states()
    if token.tag[0] not in "VJN" or (token.lemma == "miss" and token.text.lower() != "missing"):
        return None
    lemma = lemmatize(token.text, "VBN") if token.tag == "JJ" else token.lemma
    return states.get(lemma) or states.get(token.text.lower())
