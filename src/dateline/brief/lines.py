"""How a cited stretch becomes a line: which can be read alone, and what is added in brackets so that it can.

A line's words are the source's. Only these things are done to them: a leading "But" or "Meanwhile," goes, dots show
where a stretch was cut out of a sentence, and brackets say whom "he" means or which day "on Friday" was.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dateline.dates import Interval, overlap, parse_cut, span_of
from dateline.model import Article, Cite, Entity, Reference, Sentence, TimeReference
from dateline.wording import MONTHS, begin, say_date

_LINK = re.compile(
    r"(?:(?:But|And|So|Yet|Still|Then|Nor|Or|Plus)\b,? |(?:However|Meanwhile|Instead|Also|Indeed|Nonetheless|"
    r"Nevertheless|Moreover|Furthermore|In addition|As a result|In response|In turn|In fact|Of course|"
    r"For (?:his|her|its|their) part|At the same time|Separately|Already|Updated?:|Now),? )(?=[\w“\"‘'])"
)
"""What ties a sentence to the one before it and can go: the rest says the same alone."""
_RUN_IN = re.compile(
    r"^.{0,400}?\b(?:[A-Z]{3}[A-Z/\\ ]{0,40}|[A-Z][a-z]{1,30})\b"
    r"(?:, [\w. ]{2,30}| \|[^()]{0,60})?(?:, [A-Z]\w+\.? \d{1,2})? "
    r"\([A-Z][\w ]{1,20}\) [-–—]{1,2} (?=[A-Z“\"])"
)
"""A dateline, with what ran into it: what comes before the report's own first words."""
_UPDATE = re.compile(r"^(?:UPDATED?|Updated?)\b[^\n]{0,40}?: (?=[A-Z])")
"""What marks a sentence that was put in later."""
_STAMP = re.compile(r"\b(?:[Ll]ast updated|[Uu]pdated at|\d{1,2}:\d{2} (?:GMT|BST|E[SD]T))\b")
"""Words of a page's own stamp: the stretch is no sentence of the report."""
_INSERTED = re.compile(r", (?:however|though|meanwhile|in turn|too|for (?:his|her|its|their) part),(?= )")
_LEANING = re.compile(
    r"(?:That|This(?! (?:week|month|year|spring|summer|autumn|fall|winter|morning|weekend)\b)|"
    r"These|Those|It|They|He|She|His|Her|Their|Its|There|Such|Both|Another|Others|Neither|Either|"
    r"(?:One|Each|None|Most|Two|Three|Four|Five) (?:of (?:them|those|these)|was|were|is|are|has|had|said)|"
    r"The (?:two|three|four|move|latter|former|decision|same|pair|duo|result|others?|trio|first|second|third|idea)|"
    r"The (?:next|following|previous|preceding|same) (?:day|morning|afternoon|evening|night|week|month|year)|"
    r"Earlier|Later|Here|Afterwards?|(?:Hours|Days|Minutes|Moments|Weeks|Shortly|Soon) (?:later|after(?:wards?)?)|"
    r"At (?:the|that) time|"
    r"(?:By|Since|Until|Before|After|Under|During|In|On|At|With|For|Of|Among|Despite|Amid|Following) "
    r"(?:that|then|this|those|these|it|them|him|her)|If so|Not so|Nor|Or)\b"
)
"""How a sentence begins that leans on the one before it, and cannot stand alone as a line."""
_DEFINITE = re.compile(
    r"The (?:[A-Z]\w+ )?[a-z]+ (?!(?:of|for|in|at|on|from|to|that|who|which|where|between|against|with|by)\b)[a-z]+"
)
"""How a sentence begins whose subject may have been named before: "The tabloid published"; mostly it can be read."""
_POINTING = re.compile(r"\b(?:those|these) [a-z]+")
"""Words that point at what was said before."""
_POINTING_BACK = re.compile(
    r".{0,60}?\b(?:of|in|by|to|with|on|for|from|at|about|used|repeated|echoed|rejected|denied|disputed|made|took|"
    r"wanted) (?:that|this) (?!(?:the|a|an|his|her|its|their|week|month|year|spring|summer|autumn|fall|winter|morning|"
    r"afternoon|evening|weekend|time|of|to|in|he|she|it|they|we|i|was|is|had|has)\b)[a-z]+"
)
"""How a sentence points, before it can have named it, at one thing said before: "The mayor used that phrase"."""
_LATE_PRONOUN = re.compile(
    r"(?:[A-Z]([^,“\"]{2,70})|(?:On|In|At|After|Before|During|By|With|For|As|When|While|Since|Despite|Amid|Under|From|To)"
    r"\b([^,“\"]{2,70}, [^,“\"]{2,70})), (?:he|she|they|it|his|her)\b(?! is said)"
)
"""A sentence whose subject, after what it opens with, is a pronoun."""
_NAME = re.compile(r"(?<= )[A-Z][\w.’'-]*")
_DAY_NAMES = frozenset(f"{day}day" for day in ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")) | set(MONTHS)
_CUT_IN = re.compile(
    r"(?:which|who|whom|whose|that|he|she|it|they|we|you|him|her|them|his|its|their|as|and|or|but|to)\b", re.I
)
"""How a clause begins that says nothing without the sentence that it was cut out of."""
_FIRST_PERSON = re.compile(r"\b(?:I|I'm|I’m|we|We|us|our|Our|my|My|me|you|You|your|Your)\b")
_QUOTED = re.compile(r"[“\"][^“”\"]*(?:[”\"]|$)")
_CAPTION_END = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, (\d{4})\.?$"
)
"""How a picture's caption ends, where its year is that of the report: in running text nobody names that."""
_SAYS = re.compile(r"\b(?:said|says|told|reported|wrote|added|according to|stated|announced)\b")
"""Words of an attribution."""
_CUT_OFF = re.compile(
    r"\b(?:said|says|told|revealed|announced|confirmed|disclosed|reported|acknowledged|claimed|insisted|warned|argued|"
    r"stated|admitted|added)\b(?: (?:on|late|early|that|[A-Z]\w+day|\w+ing))*\W*$"
)
"""How a stretch ends that was cut off before what is said in it."""
_SPOKEN_LEANING = re.compile(r"[“\"‘](?:That|This|These|Those|He|She|They)\b(?:['’]s)?")
"""How a sentence begins that quotes words that lean on what was said before them."""
_BY_REPORT = re.compile(r"\b(?:yesterday|today|tomorrow|tonight|this (?:morning|afternoon|evening|week|month))\b", re.I)
_PRONOUN = re.compile(r"(?:He|She|It|They|he|she)\b")
_OPENING = 40
"""Characters from a line's beginning within which a pronoun counts as its subject."""
_BACK = 2
"""Sentences before a line in which the one that its pronoun means must be named, and nobody else of the sort."""
_RELATIVE = re.compile(r", (?:who|which|whose|where|when)\b[^,]*,(?! (?:and|or) )")
"""What is put in about somebody that the sentence tells something else of."""
_SET_OFF = re.compile(r"\b(?:since|after|before|following|until|ahead of|prior to)\b(?:\W+\w+){0,5}\W*$", re.I)
"""Words before a day that set something else off from it."""
_LEAST_SURE = 0.7
"""Confidence from which a date is told in brackets."""
_LONG_PIECE = 10
"""Words from which a stretch that ends inside its sentence may still tell something."""
_EARLY_HIM = re.compile(r"(?:\S+ ){1,5}him\b")
_SHORTEST, _LONGEST = 5, 48
"""Words under which a line says too little, and over which it is a burden."""
_LOOSE_DAY = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:yesterday|today|tomorrow|tonight|earlier|later|before|after|next|"
    r"last|ago|previous|following|same|that)\b",
    re.I,
)
"""Words for a day that mean nothing away from their report."""
_HEAP = 65
"""Words from which a stretch is no sentence but lines run together."""
_BYLINE = re.compile(r"By (?:the )?[A-Z][\w.'’-]+ (?:[A-Z]\.? )?[A-Z][\w'’-]+\b(?! [a-z])")
"""A byline that was run together with the sentence below it."""
_QUOTED_PART = 0.6
"""Part of a line in quotation marks from which it is a saying, not a telling."""

POOR = 3
"""Fault of a line from which it is not shown where another can be."""


@dataclass(slots=True)
class Shelf:
    """The texts of a story: finds sentences, whom a pronoun means, and which dates a stretch gives."""

    articles: dict[str, Article] = field(default_factory=dict)
    sentences: dict[str, list[Sentence]] = field(default_factory=dict)
    references: dict[str, list[Reference]] = field(default_factory=dict)
    times: dict[str, list[TimeReference]] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        articles: Iterable[Article] = (),
        sentences: Iterable[Sentence] = (),
        references: Iterable[Reference] = (),
        times: Iterable[TimeReference] = (),
        entities: Iterable[Entity] = (),
    ) -> Shelf:
        """Lay out the records of one story."""
        shelf = cls({row.article_id: row for row in articles}, entities={row.entity_id: row for row in entities})
        for sentence in sorted(sentences, key=lambda row: row.start):
            shelf.sentences.setdefault(sentence.article_id, []).append(sentence)
        for reference in sorted(references, key=lambda row: (row.start, row.end, row.entity_id)):
            shelf.references.setdefault(reference.article_id, []).append(reference)
        for time in sorted(times, key=lambda row: (row.start, row.end, row.time_id)):
            shelf.times.setdefault(time.article_id, []).append(time)
        return shelf

    def find_sentence(self, article_id: str, start: int) -> int:
        """Return the rank of the last sentence that begins at or before an offset; -1 for none."""
        rows = self.sentences.get(article_id, [])
        return bisect_right(rows, start, key=lambda row: row.start) - 1

    def is_caption(self, cite: Cite) -> bool:
        """True for a stretch of a picture's caption, as marked or by how it ends."""
        at = self.find_sentence(cite.article_id, cite.start)
        article = self.articles.get(cite.article_id)
        dated = _CAPTION_END.search(cite.quote)
        said = dated is not None and article is not None and (article.published or "").startswith(dated[1])
        return said or (at >= 0 and self.sentences[cite.article_id][at].kind == "caption")

    def find_bearer(self, cite: Cite) -> tuple[int, str] | None:
        """Return where the pronoun that a stretch opens with ends, from its start, and the name of the one that is
        meant; None without such a pronoun, and where the sentences before name nobody or several."""
        at = self.find_sentence(cite.article_id, cite.start)
        found = [
            row
            for row in self.references.get(cite.article_id, [])
            if row.via == "pronoun" and 0 <= row.start - cite.start < _OPENING and row.end <= cite.end
        ]
        if at < 0 or not found or found[0].entity_id not in self.entities:
            return None
        bearer = found[0]
        entity = self.entities[bearer.entity_id]
        rows = self.sentences[cite.article_id]
        floor = rows[max(0, at - _BACK)].start
        named = {
            row.entity_id
            for row in self.references[cite.article_id]
            if row.via != "pronoun"
            and floor <= row.start < bearer.start
            and row.entity_id in self.entities
            and self.entities[row.entity_id].kind == entity.kind
        }
        inside = any(cite.start <= row.start < bearer.start for row in self.references[cite.article_id])
        return None if inside or named != {bearer.entity_id} else (bearer.end - cite.start, entity.name)

    def leaves_open(self, cite: Cite) -> bool:
        """True when a stretch soon says "him" and has named nobody before."""
        found = _EARLY_HIM.match(cite.quote)
        if found is None:
            return False
        named = (
            row
            for row in self.references.get(cite.article_id, [])
            if row.via != "pronoun" and cite.start <= row.start < cite.start + found.end()
        )
        return not any(row.entity_id in self.entities and self.entities[row.entity_id].kind == "PER" for row in named)

    def opens_with_other(self, cite: Cite, first: str, last: str | None) -> bool:
        """True when a stretch tells first of another day than the line's own, or gives its own only to set another off:
        "her first interview since the vote on Monday, Orm said on Friday", "Orm, who left on Monday, met the mayor"."""
        line = span_of(first, last)
        others = 0
        own: list[bool] = []
        for row in self.times.get(cite.article_id, []):
            day = span_of(row.first, row.last)
            if line is None or day is None or not (cite.start <= row.start and row.end <= cite.end):
                continue
            if overlap(line, day):
                at = row.start - cite.start
                inserted = any(found.start() < at < found.end() for found in _RELATIVE.finditer(cite.quote))
                others += inserted
                own.append(inserted or bool(_SET_OFF.search(cite.quote[:at])))
            elif row.confidence >= _LEAST_SURE:
                others += 1
                if not own:
                    return True
        return others > 0 and bool(own) and all(own)

    def find_spans(self, cite: Cite) -> Iterator[Interval | None]:
        """Yield what the times of a stretch mean; None where that is not known."""
        for row in self.times.get(cite.article_id, []):
            if cite.start <= row.start and row.end <= cite.end and row.confidence >= _LEAST_SURE:
                yield span_of(row.first, row.last)

    def find_days(self, cite: Cite, first: str | None, last: str | None) -> Iterator[tuple[int, str]]:
        """Yield where a stretch names a day that is not the line's own, from its start, and that day in words."""
        line = span_of(first, last)
        told_days: set[str | None] = set()
        for row in self.times.get(cite.article_id, []):
            day = parse_cut(row.first)
            inside = cite.start <= row.start and row.end <= cite.end
            if not inside or day is None or row.first != row.last or row.grain != "day" or row.confidence < _LEAST_SURE:
                continue
            if not _LOOSE_DAY.search(row_text := cite.quote[row.start - cite.start : row.end - cite.start]):
                continue
            if any(char.isdigit() for char in row_text) or row.first in told_days:
                continue
            told_days.add(row.first)
            if line is None or not line.first <= day.first <= line.last:
                told = say_date(row.first)
                same_year = line is not None and line.first.year == day.first.year
                yield row.end - cite.start, told.rpartition(" ")[0] if same_year else told


def tell_line(cite: Cite, shelf: Shelf, first: str | None = None, last: str | None = None) -> str:
    """Return a cited stretch as a line: what ties it to the text around goes, brackets say whom and when it means.
    ``first`` and ``last`` are the day that stands beside the line, which needs no brackets."""
    notes = dict(shelf.find_days(cite, first, last))
    bearer = shelf.find_bearer(cite)
    if bearer is not None:
        notes[bearer[0]] = bearer[1]
    text = cite.quote
    for at in sorted(notes, reverse=True):
        text = f"{text[:at]} [{notes[at]}]{text[at:]}"
    return show_quote(text)


def show_quote(quote: str) -> str:
    """Return a cited stretch on one line, without the word that ties it to the one before, with dots where it begins or
    ends inside a sentence or a quotation."""
    text = _INSERTED.sub("", _UPDATE.sub("", _RUN_IN.sub("", " ".join(quote.split()))))
    link = _LINK.match(text)
    if link and (not _LEANING.match(begin(text[link.end() :])) or "[" in text[link.end() : link.end() + _OPENING]):
        text = begin(text[link.end() :])
    before = "" if text[:1].isupper() or not text[:1].isalpha() else "… "
    open_quote = text.count('"') % 2 == 1 or text.count("“") > text.count("”")
    after = "" if text.endswith((".", "!", "?", "”", '"', "’", "'")) and not open_quote else " …"
    return f"{before}{text.rstrip(' ,;')}{after}"


def stands_alone(text: str) -> bool:
    """True when a sentence can be read without the one before it, as far as its first words tell."""
    link = _LINK.match(text)
    rest = begin(text[link.end() :]) if link else text
    late = _LATE_PRONOUN.match(rest)
    unnamed = late is not None and all(word.rstrip(".,") in _DAY_NAMES for word in _NAME.findall(late[1] or late[2]))
    return not _LEANING.match(rest) and not unnamed


def names_speaker(text: str) -> bool:
    """True when a sentence quotes a fact and says who tells it: an attribution stands outside the quotation, and nobody
    inside it speaks of himself."""
    own = _QUOTED.sub(" ", text)
    return bool(_SAYS.search(own)) and own != text and not _FIRST_PERSON.search(text)


def rate_line(text: str, *, caption: bool = False) -> int:
    """Return how faulty a stretch is as a line: 0 for a whole sentence in a report's own voice that can be read alone,
    ``POOR`` and more for what should not be shown where something else can."""
    flat = _RUN_IN.sub("", " ".join(text.split()))
    words = flat.split()
    own = _QUOTED.sub(" ", flat)
    fault = POOR * (not stands_alone(flat)) + POOR * caption
    if flat[:1].islower():
        fault += POOR if _CUT_IN.match(flat) else 2
    elif not is_whole(flat):
        fault += 1 if len(words) >= _LONG_PIECE else 2
    fault += POOR * (flat.count("”") > flat.count("“") or (flat.count('"') % 2 == 1 and flat[:1] != '"'))
    fault += POOR * (flat.endswith(("?", ":")) or len(words) < _SHORTEST) + bool(_DEFINITE.match(flat))
    fault += bool(_POINTING.search(own)) + POOR * bool(_POINTING_BACK.match(own) or _SPOKEN_LEANING.match(flat))
    fault += POOR * (bool(_CUT_OFF.search(flat)) and not is_whole(flat))
    fault += 2 * bool(_FIRST_PERSON.search(own))
    fault += POOR * (len(words) > _HEAP or bool(_BYLINE.match(flat) or _STAMP.search(own)))
    fault += (len(words) > _LONGEST) + bool(_BY_REPORT.search(own))
    fault += 2 * (sum(map(len, _QUOTED.findall(flat))) > _QUOTED_PART * len(flat))
    return fault


def is_whole(quote: str) -> bool:
    """True for a whole sentence, False for a clause cut out of one."""
    start = quote.lstrip("“\"‘'(")[:1]
    return (start.isupper() or start.isdigit()) and quote.rstrip().endswith((".", "”", '"', "!", "’", "'", ")"))
