"""Whose state a text tells of: the entity, or the thing of the story, that a noun phrase means."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.compare.states.bearers import CLASS_OF, HEAD_OF, KIND_CLASSES, MASS, PERSON_NOUNS, PLAIN, SAME_MARKS
from dateline.model import Article, Entity, Reference
from dateline.words import fold

Span = tuple[int, int]

_CUT = re.compile(
    r"\b(?:of|for|in|at|from|with|on|by|to|near|inside|between|into|against|over|who|which|that|whose|it|he|she|they|"
    r"were|was|where|when|since|after|before|as|without|during|including|amid|under|about)\b|,(?= )|[()–—:;]",
    re.I,
)
"""What ends the core of a noun phrase, where it is no part of a name."""
_WORD = re.compile(r"[^\W\d_][\w'’&.-]*", re.U)
_BARE = re.compile(r"(?:^|\s)(?:the|this|that|these|those|its|their|his|her|our)\s+$", re.I)
_ANTECEDENT = re.compile(
    r"(?P<noun>[^,;:.()“”\"]+?),?\s+(?:who|which|that)\s+(?:(?:has|have|had|is|was|were|are|been|also|now)\s)*", re.I
)
_PART_OF = re.compile(
    r"(?:about |around |nearly |almost |only |at least )?(?:half|some|most|many|several|all|part|both|a (?:few|third|"
    r"quarter|dozen|handful)|dozens|hundreds|thousands|[\d,]+|one|two|three|four|five|six|seven|eight|nine|ten) of "
    r"(?=(?:the|its|their|his|her|these|those)\b)",
    re.I,
)
"""What takes a part of a group: "about half of | the mission"."""
_PRONOUNS = frozenset({"he", "she", "him", "her"})
_OWNED = re.compile(r"^(?:its|their|his|her)\b", re.I)


@dataclass(frozen=True, slots=True)
class Subject:
    """What bears a state. ``sort`` is one of ``bearers``; ``marks`` the words that tell it from others of its noun."""

    key: tuple[str, ...]
    label: str
    sort: str
    marks: frozenset[str] = frozenset()
    new: bool = False
    """It is brought in without a word of its own, "a deal": no other one of the story is meant."""
    entity_id: str | None = None


class Naming:
    """What the noun phrases of a story mean."""

    def __init__(
        self, articles: Iterable[Article], entities: Iterable[Entity], references: Iterable[Reference]
    ) -> None:
        """Lay out the references of a story by article."""
        self.texts = {article.article_id: article.text for article in articles}
        self.entities = {entity.entity_id: entity for entity in entities}
        found: dict[str, dict[Span, Reference]] = defaultdict(dict)
        for row in references:
            if row.entity_id in self.entities:
                found[row.article_id][row.start, row.end] = row
        self._references = {key: [rows[span] for span in sorted(rows)] for key, rows in found.items()}

    def inside(self, article_id: str, span: Span) -> list[Reference]:
        """Return the references of an article that lie in a stretch, in order."""
        rows = self._references.get(article_id, [])
        return [row for row in rows if span[0] <= row.start and row.end <= span[1]]

    def name(self, article_id: str, span: Span) -> Subject | None:
        """Return what a noun phrase means; None for what bears no state or is not known well enough."""
        text = self.texts[article_id]
        part = _PART_OF.match(text, *span)
        span = (part.end(), span[1]) if part else span
        inside = self.inside(article_id, span)
        named = _find_apposed(
            text, span, [r for r in inside if self.entities[r.entity_id].kind in ("PER", "GPE", "LOC")]
        )
        if named is not None:
            return self._name_entity(self.entities[named.entity_id], "", text[named.start : named.end])
        start, end = _find_core(text, span, inside)
        if not inside and fold(text[start:end]) in _PRONOUNS:
            return self._name_only(article_id, start)
        words = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(text, start, end)]
        if not words or _joins(text, start, end, inside):
            return None
        head, at, stop = words[-1]
        lemma = singular(fold(head).removesuffix("'s"))
        closing = [r for r in inside if r.end >= stop and r.start <= at]
        if closing:
            widest = max(closing, key=lambda r: (r.end - r.start, r.via == "name"))
            return self._name_entity(self.entities[widest.entity_id], lemma, text[widest.start : widest.end])
        before = [r for r in inside if r.end <= at]
        if lemma in PERSON_NOUNS and fold(head) == lemma and CLASS_OF.get(lemma) != "people":
            beside = self._find_beside(article_id, (start, end))
            if beside is not None:
                return self._name_entity(beside, "", beside.name)
            return Subject(("nobody", lemma), " ".join(text[start:end].split()), "person")
        sort = CLASS_OF.get(lemma)
        if sort == "people":
            return self._name_people(lemma, before, text[start:end])
        if sort == "detention":
            return self._name_holder(before)
        return _name_thing(lemma, sort, words[:-1], before, text[start:stop]) if sort else None

    def name_antecedent(self, article_id: str, start: int, at: int) -> Subject | None:
        """Return what "who", "which" or "that" right before a verb at ``at`` means; ``start`` begins the sentence."""
        piece = self.texts[article_id][start:at]
        matches = [m for m in _ANTECEDENT.finditer(piece) if m.end() >= len(piece.rstrip())]
        if not matches:
            return None
        stop = start + matches[-1].end("noun")
        text = self.texts[article_id]
        opens = [m.end() for m in re.finditer(r"\b(?:of|for|in|at|from|with|by|to|said|and)\s+|,\s+", text[start:stop])]
        return self.name(article_id, (start + (opens[-1] if opens else matches[-1].start("noun")), stop))

    def _name_only(self, article_id: str, at: int) -> Subject | None:
        """Return the one person whom an article has named before a pronoun; None where it has named more."""
        people = {
            row.entity_id
            for row in self._references.get(article_id, ())
            if row.end <= at and self.entities[row.entity_id].kind == "PER"
        }
        entity = self.entities[people.pop()] if len(people) == 1 else None
        return (
            Subject(("entity", entity.entity_id), entity.name, "person", entity_id=entity.entity_id) if entity else None
        )

    def _find_beside(self, article_id: str, span: Span) -> Entity | None:
        """Return the person named right beside a noun: "the engineer Leon Adour", "Leon Adour, the engineer"."""
        text = self.texts[article_id]
        for row in self._references.get(article_id, ()):
            gap = text[span[1] : row.start] if row.start >= span[1] else text[row.end : span[0]]
            near = gap == " " if row.start >= span[1] else gap == ", "
            if near and row.via == "name" and self.entities[row.entity_id].kind == "PER":
                return self.entities[row.entity_id]
        return None

    def _name_entity(self, entity: Entity, lemma: str, words: str) -> Subject | None:
        sort = KIND_CLASSES.get(entity.kind)
        if entity.kind in ("EVENT", "LAW", "OTHER", "WORK", "PRODUCT", "ORG") and not words[:1].isupper():
            sort = CLASS_OF.get(lemma, sort)
        if entity.kind == "EVENT":
            sort = CLASS_OF.get(lemma, sort)
        if sort is None:
            return None
        return Subject(("entity", entity.entity_id), entity.name, sort, entity_id=entity.entity_id)

    def _name_people(self, lemma: str, before: Sequence[Reference], words: str) -> Subject | None:
        """Return the people of a state or body: "North Korean officials", "its staff"; nobody's people are unknown."""
        owners = [r for r in before if self.entities[r.entity_id].kind in ("GPE", "ORG", "NORP", "FAC")]
        if not owners:
            return None
        owner = self.entities[owners[-1].entity_id]
        label = _QUANTITY.sub("", " ".join(words.split()))
        if _OWNED.match(words) or owners[-1].via == "pronoun":
            label = f"{owner.name} {lemma if lemma in MASS else lemma + 's'}"
        return Subject(("people", owner.entity_id), label, "people", entity_id=owner.entity_id)

    def _name_holder(self, before: Sequence[Reference]) -> Subject | None:
        people = [r for r in before if self.entities[r.entity_id].kind == "PER"]
        if not people:
            return None
        person = self.entities[people[-1].entity_id]
        return Subject(("entity", person.entity_id), person.name, "detention", entity_id=person.entity_id)


_APPOSED = re.compile(r"(?:[Tt]he |[Aa]n? |[Ii]ts |[Tt]heir )?(?:[\w'’-]+ ){0,4}?[\w'’-]+, $")
_PLACE_OF = re.compile(
    r"(?:the |a )?(?:[\w-]+ ){0,2}?(?:town|city|village|port|province|region|island|district|capital|"
    r"suburb|peninsula) of $",
    re.I,
)


def _find_apposed(text: str, span: Span, inside: Sequence[Reference]) -> Reference | None:
    """Return the name that a phrase only introduces: "the coach, Emil Hass", "the town of Hadrim"."""
    for row in inside:
        lead = text[span[0] : row.start]
        if row.via == "name" and row.end == span[1] and (_APPOSED.fullmatch(lead) or _PLACE_OF.fullmatch(lead)):
            return row
    return None


def _find_core(text: str, span: Span, inside: Sequence[Reference]) -> Span:
    """Return a phrase without what follows its first preposition, clause or comma outside a name."""
    for match in _CUT.finditer(text, span[0] + 1, span[1]):
        if not any(row.start <= match.start() < row.end for row in inside):
            if match.group().lower() == "of" and re.search(r"\bstate $", text[span[0] : match.start()]):
                continue
            return span[0], len(text[: match.start()].rstrip())
    return span


_ESTIMATE = re.compile(r"\b(?:[\d,.]+|one|two|three|four|five|six|seven|eight|nine|ten|dozen) or \w+", re.I)


def _joins(text: str, start: int, end: int, inside: Sequence[Reference]) -> bool:
    """Whether a phrase joins several: of "Ana Roth and her brother" nobody is the one."""
    phrase = _ESTIMATE.sub(lambda m: "#" * len(m.group()), text[start:end])
    loose = [m.start() for m in re.finditer(r"\b(?:and|or)\b|&", phrase)]
    return any(not any(r.start <= start + at < r.end for r in inside) for at in loose)


def singular(word: str) -> str:
    """Return the singular of a noun of ``bearers``; any other word as it is."""
    if word in MASS or word in CLASS_OF:
        return word
    for ending, plain in (("ies", "y"), ("es", ""), ("s", "")):
        if word.endswith(ending) and word[: -len(ending)] + plain in CLASS_OF.keys() | PERSON_NOUNS:
            return word[: -len(ending)] + plain
    return word


def _name_thing(
    lemma: str,
    sort: str,
    others: Sequence[tuple[str, int, int]],
    before: Sequence[Reference],
    words: str,
) -> Subject | None:
    """Return a thing by its noun; ``marks`` are the names and words before it that tell it from others."""
    named = {row.entity_id for row in before}
    covered = [(row.start, row.end) for row in before]
    plain = {fold(w) for w, a, b in others if not any(s <= a < e for s, e in covered)}
    if plain & _NOT_THIS:
        return None
    marks = named | {SAME_MARKS.get(w, w) for w in plain if w not in PLAIN and w not in _DETERMINERS}
    known = sort in _UNMARKED or lemma == "emergency"
    if not marks and fold(words).split()[0] not in _DETERMINERS and not known:
        return None
    label = re.sub(
        r"^(?:the|an?|its|their|his|her|this|that|these|those|any|some)\s+", "", " ".join(words.split()), flags=re.I
    )
    return Subject(
        (sort, HEAD_OF[lemma]),
        label,
        sort,
        frozenset(marks),
        new=not marks and fold(words).split()[0] in ("a", "an", "any"),
    )


_DETERMINERS = frozenset("the a an its their his her this that these those our my your no state of national".split())


_NOT_THIS = frozenset({"other", "no", "past", "previous", "earlier", "former", "similar", "another", "future"})
"""Words before a noun that say that another one than the story's is meant."""
_UNMARKED = frozenset({"process", "event"})
"""Sorts of which a bare noun means the one that the story is about: "talks resumed", but not "sanctions hurt"."""
_QUANTITY = re.compile(
    r"^(?:(?:all|both|about|around|some|nearly|almost|at least|only|just|more than|half|most|many|several|part|few|"
    r"of|the|[\d,.–-]+|one|two|three|four|five|six|seven|eight|nine|ten|\w+-(?:one|two|three|four|five|six|seven|eight|"
    r"nine)|dozens|hundreds|thousands|remaining|its|their|or|twelve|fifteen|twenty|thirty|forty|fifty)\s+)+",
    re.I,
)


def join_things(subjects: Iterable[Subject], weight: Mapping[str, int]) -> dict[Subject, Subject]:
    """Return for each thing the one it is: those of one noun of which one has all marks of the other, and the bare ones
    ("the lawsuit") where only one is told of. Where two are, a bare one is that of the name that the story is about:
    ``weight`` counts how often an entity is named. Where that is none, it is left out."""
    by_noun: dict[tuple[str, ...], list[Subject]] = defaultdict(list)
    for subject in dict.fromkeys(subjects):
        by_noun[subject.key].append(subject)
    found: dict[Subject, Subject] = {}
    entities = [row for key, rows in by_noun.items() if key[0] == "entity" for row in rows]
    for key, rows in by_noun.items():
        if key[0] in ("entity", "people", "nobody"):
            # One owner's people are one group; each is named as it is named most fully.
            best = max(rows, key=lambda s: (len(s.label) if len(s.label) < _LONG else 0, s.label))
            found |= {row: replace(row, label=best.label) for row in rows}
            continue
        groups = _group_marks([row.marks for row in rows if row.marks])
        for row in rows:
            homes = [g for g in groups if row.marks <= g] if row.marks else _choose_main(groups, weight)
            if len(homes) == 1 or not groups:
                marks = homes[0] if homes else frozenset()
                same = [r for r in rows if r.marks <= marks]
                label = max((r.label for r in same), key=lambda t: (len(t.split()) if len(t) < _LONG else 0, t))
                found[row] = _find_named(label, entities) or Subject((*key, *sorted(marks)), label, row.sort, marks)
    return found


def _find_named(label: str, entities: Sequence[Subject]) -> Subject | None:
    """Return the one entity that a thing's words name: the "Orle bridge" that an article only describes."""
    words = fold(label).split()
    homes = {
        row
        for row in entities
        if (own := fold(row.label).removeprefix("the ").split()) and own[-1] == words[-1] and set(words) <= set(own)
    }
    return homes.pop() if len(homes) == 1 and len(words) > 1 else None


_LONG = 40


def _choose_main(groups: list[frozenset[str]], weight: Mapping[str, int]) -> list[frozenset[str]]:
    ranked = sorted(groups, key=lambda g: -max((weight.get(mark, 0) for mark in g), default=0))
    counts = [max((weight.get(mark, 0) for mark in g), default=0) for g in ranked]
    return ranked[:1] if len(ranked) > 1 and counts[0] >= _MAIN * max(counts[1], 1) else groups


_MAIN = 3
"""Times that one name must outnumber the next for a bare noun to be of it."""


def _group_marks(rows: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """Return the marks of each thing: of two rows of which one holds the other, the fuller."""
    full = [row for row in set(rows) if not any(row < other for other in rows)]
    return sorted(full, key=sorted)
