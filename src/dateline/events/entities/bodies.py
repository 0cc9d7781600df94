"""Which mentions of a story are one organisation, place, facility, event or law.

Equal letters, equal telling words, a short form that leaves out only general words, initials, or a slip of spelling.
A ministry or court is one only with its own state's.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from dateline.events.entities.alike import content_words, is_acronym_of, lacks_office, plain_words, shortens, squash
from dateline.events.union import Union
from dateline.model import Article, Mention, NameKind

_OF_A_STATE = frozenset(
    "ministry department police army navy parliament senate congress cabinet court council government commission "
    "committee assembly treasury office agency authority forces force guard military".split()
)
"""Heads of bodies that every state has: two states' are two entities, one without a state is its article's."""
_ABBREVIATED = {"us": "US", "u.s.": "US", "uk": "GB", "u.k.": "GB"}
"""States whose initials stand before their bodies' names, also where a story names the state nowhere else."""
_ALONE = frozenset({"treasury", "senate", "congress"})
"""Nouns that name a state's body without another word."""
_OWN_KEYS = ("agency", "outlet", "company", "body", "religion", "people", "area", "sea", "event", "seat")
_SLIP_LENGTH, _SLIP_ALIKE = 8, 0.88
"""Names of this many letters that differ in about one of nine are one name, misspelt. A choice, not tuned on a set."""
_ALSO = re.compile(
    r",?\s\(?(?:(?:an?|the)\s[^.,;()]{2,50}\s)?(?:also|formerly|previously|better|otherwise|now|then)"
    r"\s(?:called|known as|named)\s(?:the\s)?[“\"]?"
)
"""What stands between two names of one body."""
_NEAR = 90
_DOUBLED_LENGTH = 6
_PLACES = frozenset({"LOC", "GPE", "FAC"})
_SHORT_PLACE = 5
"""Letters of a place's name that may stand without its adjective."""
_FIRM_KINDS = ("ORG", "FAC", "LOC", "EVENT", "LAW", "PRODUCT", "WORK")


@dataclass(frozen=True, slots=True, order=True)
class Form:
    """One way of writing a name in a story, with the state that owns it."""

    squashed: str
    owner: str


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is known of a form: its most usual text, its kind, gazetteer key and articles."""

    text: str
    kind: NameKind
    known: str | None
    articles: frozenset[str]
    adjective: bool
    """The first word is a state's or people's: "French Riviera"."""


def group_bodies(
    mentions: Sequence[Mention], everything: Sequence[Mention], articles: Mapping[str, Article]
) -> dict[str, str]:
    """Return the key of every mention that is no person and no state.

    ``everything`` holds the story's other mentions too: the states among them tell whose a ministry is.
    """
    states = {
        mention.text: mention.known.partition(":")[2]
        for mention in everything
        if mention.known and mention.known.startswith(("country:", "demonym:"))
    } | {name.upper(): code for name, code in _ABBREVIATED.items()}
    owners = find_owners(everything, articles)
    forms = {mention.mention_id: Form(squash(mention.text), owners.get(mention.mention_id, "")) for mention in mentions}
    forms |= _part_states(mentions, states)
    forms = _adopt_owners(mentions, forms)
    adjectives = {m.text.lower() for m in everything if (m.known or "").startswith("demonym:")} | _ABBREVIATED.keys()
    facts = _gather(mentions, forms, adjectives)
    told = [*_defined_acronyms(mentions, forms, articles), *_told_equal(mentions, forms, articles)]
    union = _join(facts, told)
    return {
        mention_id: f"thing:{union.find(form).squashed}@{union.find(form).owner}" for mention_id, form in forms.items()
    }


def find_owners(mentions: Iterable[Mention], articles: Mapping[str, Article]) -> dict[str, str]:
    """Return the code of the state that owns an organisation: "South Korea's Unification Ministry", "French police"."""
    rows = sorted(mentions, key=lambda mention: (mention.article_id, mention.start))
    owners: dict[str, str] = {}
    before: Mention | None = None
    for mention in rows:
        if before and before.article_id == mention.article_id and _is_state_body(mention):
            gap = articles[mention.article_id].text[before.end : mention.start]
            code = (before.known or "").partition(":")[2] if before.kind in ("GPE", "NORP") else ""
            if code and re.fullmatch(r"(?:['’‘]s?)?\s+", gap):
                owners[mention.mention_id] = code
        before = mention
    return owners


def _part_states(mentions: Iterable[Mention], states: Mapping[str, str]) -> dict[str, Form]:
    """Return the forms of bodies whose name opens with their state: "French Interior Ministry"."""
    forms: dict[str, Form] = {}
    for mention in mentions:
        if not _is_state_body(mention):
            continue
        for name, code in sorted(states.items()):
            rest = mention.text[len(name) + 1 :]
            if mention.text.startswith(name + " ") and (len(plain_words(rest)) > 1 or squash(rest) in _ALONE):
                forms[mention.mention_id] = Form(squash(rest), code)
    return forms


def _is_state_body(mention: Mention) -> bool:
    return mention.kind == "ORG" and bool(_OF_A_STATE & set(plain_words(mention.text)))


def _adopt_owners(mentions: Sequence[Mention], forms: Mapping[str, Form]) -> dict[str, Form]:
    """Give a form without owner the only owner that it has in its article, else in the story."""
    inside: dict[tuple[str, str], set[str]] = defaultdict(set)
    overall: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        form = forms[mention.mention_id]
        if form.owner:
            inside[mention.article_id, form.squashed].add(form.owner)
            overall[form.squashed].add(form.owner)
    adopted: dict[str, Form] = {}
    for mention in mentions:
        form = forms[mention.mention_id]
        owners = inside.get((mention.article_id, form.squashed)) or overall.get(form.squashed, set())
        fits = not form.owner and len(owners) == 1
        adopted[mention.mention_id] = Form(form.squashed, next(iter(owners))) if fits else form
    return adopted


def _gather(mentions: Sequence[Mention], forms: Mapping[str, Form], adjectives: Container[str]) -> dict[Form, _Facts]:
    rows: dict[Form, list[Mention]] = defaultdict(list)
    for mention in mentions:
        rows[forms[mention.mention_id]].append(mention)
    return {form: _facts(rows[form], adjectives) for form in sorted(rows)}


def _facts(rows: Sequence[Mention], adjectives: Container[str]) -> _Facts:
    texts = Counter(mention.text for mention in rows)
    text = min(texts, key=lambda text: (-texts[text], text.isupper(), text))
    kinds = Counter(mention.kind for mention in rows)
    known = Counter(mention.known for mention in rows if mention.known)
    return _Facts(
        text=text,
        kind=min(kinds, key=lambda kind: (kind == "OTHER", -kinds[kind], kind)),
        known=min(known, key=lambda key: (-known[key], key)) if known else None,
        articles=frozenset(mention.article_id for mention in rows),
        adjective=text.split()[0].lower() in adjectives,
    )


def _defined_acronyms(
    mentions: Sequence[Mention], forms: Mapping[str, Form], articles: Mapping[str, Article]
) -> list[tuple[Form, Form]]:
    """Return the pairs of "National Security Council (NSC)"."""
    rows = sorted(mentions, key=lambda mention: (mention.article_id, mention.start))
    pairs = []
    for left, right in pairwise(rows):
        if left.article_id != right.article_id or left.kind in ("GPE", "NORP"):
            continue
        gap = articles[left.article_id].text[left.end : right.start]
        defined = re.fullmatch(r"\s?\([“\"]?(?:the )?", gap) and is_acronym_of(right.text, left.text)
        if defined:
            pairs.append((forms[left.mention_id], forms[right.mention_id]))
    return pairs


def _told_equal(
    mentions: Sequence[Mention], forms: Mapping[str, Form], articles: Mapping[str, Article]
) -> list[tuple[Form, Form]]:
    """Return the pairs of "Lund Corp., also called Reyes Payroll"; other names may stand between the two."""
    rows = sorted(mentions, key=lambda mention: (mention.article_id, mention.start))
    pairs = []
    for place, right in enumerate(rows):
        for left in rows[max(place - 2, 0) : place]:
            near = left.article_id == right.article_id and left.kind == right.kind and right.start - left.end < _NEAR
            if near and _ALSO.fullmatch(articles[left.article_id].text[left.end : right.start]):
                pairs.append((forms[left.mention_id], forms[right.mention_id]))
    return pairs


def _join(facts: Mapping[Form, _Facts], defined: Iterable[tuple[Form, Form]]) -> Union[Form]:
    union = Union(facts)
    for left, right in [*defined, *_equal_pairs(facts), *_slips(facts), *_doubled(facts)]:
        union.join(min(left, right), max(left, right))
    for short, long in _short_forms(facts, union):
        union.join(long, short)
    return union


def _compatible(left: Form, right: Form) -> bool:
    return not (left.owner and right.owner and left.owner != right.owner)


def _equal_pairs(facts: Mapping[Form, _Facts]) -> list[tuple[Form, Form]]:
    """Return the pairs with one gazetteer key or, within a kind, the same telling words."""
    blocks: dict[object, list[Form]] = defaultdict(list)
    for form, fact in facts.items():
        if fact.known and fact.known.partition(":")[0] in _OWN_KEYS and ":" in fact.known:
            seat = fact.known.startswith("seat:")
            blocks[fact.known, content_words(fact.text) if seat else None, form.owner].append(form)
        if fact.kind in _FIRM_KINDS:
            blocks[fact.kind, content_words(fact.text), form.owner].append(form)
    return [(block[0], form) for block in blocks.values() for form in block[1:]]


def _slips(facts: Mapping[Form, _Facts]) -> list[tuple[Form, Form]]:
    """Return the pairs that differ by a slip of spelling and never stand in one article."""
    blocks: dict[tuple[str, str], list[Form]] = defaultdict(list)
    for form, fact in facts.items():
        if len(form.squashed) >= _SLIP_LENGTH and fact.known is None and form.squashed.isalpha():
            blocks[fact.kind, form.squashed[0] + form.squashed[-1]].append(form)
    return [
        (left, right)
        for block in blocks.values()
        for place, left in enumerate(block)
        for right in block[place + 1 :]
        if left.owner == right.owner
        and not facts[left].articles & facts[right].articles
        and Levenshtein.normalized_similarity(left.squashed, right.squashed) >= _SLIP_ALIKE
    ]


def _doubled(facts: Mapping[Form, _Facts]) -> list[tuple[Form, Form]]:
    """Return the pairs that differ only in letters of longer words written once or twice: "Congres"."""
    blocks: dict[tuple[object, ...], list[Form]] = defaultdict(list)
    for form, fact in facts.items():
        words = tuple(
            re.sub(r"(.)\1", r"\1", word) if len(word) >= _DOUBLED_LENGTH else word for word in plain_words(fact.text)
        )
        if fact.kind in _FIRM_KINDS and any(len(word) >= _DOUBLED_LENGTH for word in words):
            blocks[fact.kind, words, form.owner].append(form)
    return [(block[0], form) for block in blocks.values() for form in block[1:]]


def _short_forms(facts: Mapping[Form, _Facts], union: Union[Form]) -> list[tuple[Form, Form]]:
    """Return (short, long) where exactly one longer name fits a short form or its initials."""
    words: dict[str, list[Form]] = defaultdict(list)
    for form, fact in facts.items():
        for word in content_words(fact.text) if fact.kind in _FIRM_KINDS else ():
            words[word].append(form)
    pairs = []
    for form, fact in facts.items():
        if fact.kind not in (*_FIRM_KINDS, "OTHER", "GPE"):
            continue
        longer = [
            other for word in sorted(content_words(fact.text)) for other in words[word] if _is_short(form, other, facts)
        ]
        if not longer and fact.text.isupper() and fact.kind != "GPE" and fact.known is None:
            longer = [
                other for other in facts if facts[other].kind == "ORG" and is_acronym_of(fact.text, facts[other].text)
            ]
        if len({union.find(other) for other in longer}) == 1:
            pairs.append((form, longer[0]))
    return pairs


def _without_state(form: Form, text: str) -> str:
    """Return a body's name without the state that is parted from it in its form."""
    words = text.split()
    rests = (" ".join(words[place:]) for place in range(len(words)))
    return next((rest for rest in rests if squash(rest) == form.squashed), text) if form.owner else text


def _is_short(short: Form, long: Form, facts: Mapping[Form, _Facts]) -> bool:
    one, other = facts[short], facts[long]
    few, many = plain_words(one.text), plain_words(other.text)
    if short == long or not _compatible(short, long) or (one.known or "").startswith("seat:"):
        return False
    if {one.kind, other.kind} <= _PLACES and few == many[1:]:
        return other.adjective and one.known is None and len(few[0]) >= _SHORT_PLACE  # "the Riviera"
    if one.kind not in (other.kind, "OTHER"):
        return False
    own, whole = _without_state(short, one.text), _without_state(long, other.text)
    if shortens(own, whole):
        return True
    if one.kind == other.kind == "ORG" and one.known is None and lacks_office(own, whole):
        return True
    if one.kind == other.kind == "ORG" and len(few) > 1 and few == many[1:] and other.adjective:
        return True  # "the Revolutionary Guard"
    first = len(few) == 1 and len(few[0]) > 3 and many[:1] == few and one.known is None
    return first and one.kind in ("FAC", "LOC") and bool(one.articles & other.articles)
