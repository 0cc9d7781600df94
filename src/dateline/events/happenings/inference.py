"""Infers when a happening took place that no report gives a time for: from tense and narration, else from the report.

A report opens with its news: what its first sentences tell in the simple past, with no time beside it, is of the one
recent day that they name elsewhere (.76 of dated openings in BASIL, tried without their own time), or else of the day
of writing or the day before (.95). Several reports vote: it must fit all of them. Background, plans, what was said and
what "had" been done before tell nothing, and a happening that is dated in so many words is never touched.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.dates import Interval, add_days, cut, parse_cut, span_of
from dateline.events.happenings.tellings import Telling
from dateline.model import Article, Dating, Grain, Sentence, TimeReference

_OPENING = 2
"""Body sentences in which a report tells its news; the third tells how it came about as often as not."""
_BACK = 3
"""Body sentences back in which an older date makes a passage one about the past."""
_LEAST_REPORTS = 2
"""Reports that must tell further down of what is taken for news: one alone often looks back there."""
_NAMING = 4
"""Body sentences whose days may be the news's day."""
_LEAST_SURE = 0.6
"""Confidence from which a time of the opening counts as naming a day."""
_FIRM = 0.75
"""Confidence from which an article's day of writing is firm enough to count from."""
_DAYS = ("day", "hour", "minute")
_EARLIER = re.compile(
    r"\b(?:had|having)\b(?:\s+\w+){0,3}\s*$|\b(?:since|previously|earlier|once|long|already|formerly|repeatedly|often|"
    r"always|never|who|which|whose|that|when|where|after|before|because|although|while|as)\b[^,]*$",
    re.IGNORECASE,
)
"""What stands before a verb that tells of an earlier time or of no one time."""
_PERFECT = re.compile(r"\b(?:has|have)\b(?:\s+\w+){0,3}\s*$", re.IGNORECASE)
"""What stands before a verb whose deed may be of any day up to now: "has moved"."""
_PASSIVE = re.compile(r"\b(?:was|were|being)\b(?:\s+\w+){0,3}\s*$", re.IGNORECASE)
_PAPERS = re.compile(
    r"\baccording to (?:\w+ )?(?:\w+ )?(?:indictment|papers|complaint|filing|documents?|records?|study|lawsuit)\b",
    re.IGNORECASE,
)
"""Papers tell of what was done long before they came out."""
_LASTING = re.compile(
    r"\b(?:during|throughout|for (?:years|months|weeks|decades)|over the years|used to)\b", re.IGNORECASE
)
_HABIT = re.compile(
    r"\b(?:(?:in|over|through) (?:the )?(?:recent|past|last|many) (?:\w+ )?(?:years|decades|months|generations)|"
    r"over the (?:years|decades|centuries)|for (?:years|decades|generations)|in the past|"
    r"(?:in|during|throughout|over) (?:his|her|its|their) (?:[\w-]+ ){1,3}(?:years|decades|months)|"
    r"generally|usually|typically|traditionally|historically|normally|routinely|regularly|frequently)\b(?! later)",
    re.IGNORECASE,
)
"""Words that make of a deed a habit, or what went on for long: no news of one day."""
_SUBORDINATE = re.compile(
    r"\W*(?:when|after|before|since|while|as|if|although|though|because|once|until)\b", re.IGNORECASE
)
"""How a sentence opens whose first verb tells of another time than its main one."""
_MODAL = re.compile(
    r"(?:(?!\b(?:that|who|which|whether|if|it|he|she|they|we)\b)[^,;:“\"])*\b(?:could|would|should|may|might|must|can|will)\b"
)
"""What stands behind a word that is no verb of the past after all: "an adult found guilty could be jailed"."""
_FRONT = re.compile(r"\W*(?:In|On|At|By|During|After|Before|When|While|As|Since|Until|Back|Last|Early|Late)\b[^,]*?,")
"""What a sentence opens with before its main clause."""
_SPOKEN = re.compile(r"[“\"][^“”\"]*(?:[”\"]|$)")
_LENGTH = re.compile(r"P[T\dX]")
"""A TIMEX3 value that is a length of time."""
_SOON = 6
"""Body sentences in which a report gives answers to its news."""
_ANSWERS = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "AGREE", "DECIDE", "THREATEN", "CONSULT", "PROTEST"})
"""Types of what is done about news: of eleven such events in the first sentences of single reports of BASIL ten were
of the report's days, of thirteen others seven."""
_STATING = frozenset({"claim", "confirm", "disclose", "publish"})
_SAYING = "say"
"""Class of the verbs of announcing: see ``language/triggers.py``."""
_SPEAKING = frozenset("tell add write state note ask speak talk think believe know hope want feel".split())


@dataclass(frozen=True, slots=True)
class When:
    """When a happening took place, how that is known and why it is held."""

    first: str | None
    last: str | None
    grain: Grain | None
    basis: Literal["told", "inferred", ""]
    why: str


@dataclass(frozen=True, slots=True)
class Narration:
    """How one article tells its news: its firm day of writing, the days that its opening names, and its sentences."""

    written: date
    named: frozenset[date]
    places: Mapping[str, int]
    """Sentence id → place among the body's sentences."""
    timed: frozenset[str]
    """Sentences with a time expression of any kind."""
    past: frozenset[str]
    """Sentences that come soon after one that tells of older days only."""
    fronted: frozenset[str]
    """Sentences that open with an older time: "In taking the post two years ago, she said"."""
    text: str


def narrate(
    articles: Iterable[Article],
    sentences: Iterable[Sentence],
    times: Iterable[TimeReference],
    datings: Iterable[Dating],
) -> dict[str, Narration]:
    """Return the narration of every article whose day of writing is firm."""
    written = {dating.article_id: day for dating in datings if (day := _read_firm(dating))}
    opening: dict[str, list[Sentence]] = {}
    for sentence in sorted(sentences, key=lambda item: (item.article_id, item.start)):
        if sentence.kind == "body":
            opening.setdefault(sentence.article_id, []).append(sentence)
    by_article: dict[str, list[TimeReference]] = {}
    for time in times:
        by_article.setdefault(time.article_id, []).append(time)
    return {
        article.article_id: _narrate_one(
            article,
            opening.get(article.article_id, []),
            by_article.get(article.article_id, ()),
            written[article.article_id],
        )
        for article in articles
        if article.article_id in written
    }


def _read_firm(dating: Dating) -> date | None:
    """Return the day an article was written, where one is settled and firm."""
    stated = parse_cut(dating.published)
    return stated.first if stated and stated.days == 1 and dating.confidence >= _FIRM else None


def _narrate_one(
    article: Article, body: Sequence[Sentence], times: Iterable[TimeReference], written: date
) -> Narration:
    named: set[date] = set()
    told: dict[int, list[Interval | None]] = {}
    fronted: set[str] = set()
    eve = add_days(written, -1) or written
    starts = [sentence.start for sentence in body]
    for time in times:
        at = bisect_right(starts, time.start) - 1
        if at < 0 or time.start >= body[at].end or _is_length(time):
            continue
        span = parse_cut(time.first)
        meant = span_of(time.first, time.last)
        told.setdefault(at, []).append(meant)
        if meant and meant.last < eve and _opens_sentence(article.text, body[at], time):
            fronted.add(body[at].sentence_id)
        if at < _NAMING and span and time.grain in _DAYS and time.confidence >= _LEAST_SURE and span.first <= written:
            named.add(span.first)
    past = {sentence.sentence_id for at, sentence in enumerate(body) if _is_past(told, at, eve)}
    return Narration(
        written,
        frozenset(named),
        {sentence.sentence_id: at for at, sentence in enumerate(body)},
        frozenset(body[at].sentence_id for at in told),
        frozenset(past),
        frozenset(fronted),
        article.text,
    )


def _opens_sentence(text: str, sentence: Sentence, time: TimeReference) -> bool:
    """Say whether a time stands in what a sentence opens with before its main clause."""
    head = _FRONT.match(text, sentence.start, sentence.end)
    return head is not None and time.end <= head.end()


def _is_length(time: TimeReference) -> bool:
    """Say whether a time tells how long something lasts ("for eight days"), which puts it nowhere."""
    return time.first is None and time.anchor == "report" and _LENGTH.match(time.value or "") is not None


def _is_past(told: Mapping[int, Sequence[Interval | None]], at: int, eve: date) -> bool:
    """Say whether the last dates named before a sentence, a few sentences back at most, are all older than the eve."""
    for place in range(at - 1, max(-1, at - 1 - _BACK), -1):
        spans = [span for span in told.get(place, ()) if span]
        if spans:
            return all(span.last < eve for span in spans)
    return False


def infer_when(group: Sequence[Telling], narrations: Mapping[str, Narration]) -> When:
    """Return when a happening took place that none of its tellings gives a time for; all None where nothing tells."""
    likely = [t for t in group if _is_news(t, narrations.get(t.mention.article_id))]
    opening = [t for t in likely if _is_in_opening(t, narrations[t.mention.article_id])]
    news = opening or _leave_lone(likely, narrations)
    back = sum(telling.mention.background for telling in group)
    if not news or back >= max(1, len(news)) or any(telling.status != "actual" for telling in group):
        return When(None, None, None, "", "no time given")
    windows = {_find_window(narrations[t.mention.article_id], said=t.mention.lemma == _SAYING) for t in news}
    first, last = max(start for start, _ in windows), min(end for _, end in windows)
    known = [narrations[t.mention.article_id].written for t in group if t.mention.article_id in narrations]
    last = min(last, *known)
    if first > last:
        return When(None, None, None, "", "its reports put it on different days")
    written = min(narrations[telling.mention.article_id].written for telling in news)
    if first == last:
        why = f"told as news, without a day, in the report of {cut(written, 'day')}, whose opening is of that day"
        if len(windows) > 1:
            why = "told as news, without a day, in reports that have this day in common"
    else:
        why = f"told as news, without a day, in the report of {cut(written, 'day')}: of that day or the day before"
    return When(cut(first, "day"), cut(last, "day"), "day", "inferred", why)


def _leave_lone(news: Sequence[Telling], narrations: Mapping[str, Narration]) -> Sequence[Telling]:
    """Return tellings below the opening where several reports have them, or which tell soon what somebody answers to
    the news: one report alone looks back there else."""
    if len({telling.mention.article_id for telling in news}) >= _LEAST_REPORTS:
        return news
    return [
        t
        for t in news
        if t.mention.type in _ANSWERS or t.mention.lemma in _STATING
        if narrations[t.mention.article_id].places[t.mention.sentence_id] < _SOON
    ]


def _is_in_opening(telling: Telling, narration: Narration) -> bool:
    return narration.places[telling.mention.sentence_id] < _OPENING


def _is_news(telling: Telling, narration: Narration | None) -> bool:
    """Say whether a telling may be of a report's news: simple past, with no time in its sentence, and below the opening
    no passive, nothing that looks back and no older date just before. Of what somebody says, the times are its own."""
    mention = telling.mention
    if narration is None or telling.quoted or mention.noun or not mention.main or telling.standing != "told":
        return False
    if mention.status != "actual" or mention.background or mention.sentence_id not in narration.places:
        return False
    opening = _is_in_opening(telling, narration)
    if not opening and mention.sentence_id in narration.past:
        return False
    before = narration.text[telling.sentence.start : mention.start]
    whole = narration.text[telling.sentence.start : telling.sentence.end]
    if _HABIT.search(_SPOKEN.sub(" ", whole)):
        return False
    if _EARLIER.search(before) or _SUBORDINATE.match(before) or _PAPERS.search(before):
        return False
    if mention.sentence_id in narration.fronted:
        return False
    if mention.lemma == _SAYING:
        return telling.reference is None and mention.tense in ("past", "present") and _PERFECT.search(before) is None
    if mention.tense != "past" or mention.lemma in _SPEAKING or mention.sentence_id in narration.timed:
        return False
    after = narration.text[mention.end : telling.sentence.end]
    if _MODAL.match(after) or _LASTING.search(after) or _PAPERS.search(after) or (opening and _PASSIVE.search(before)):
        return False
    return _PERFECT.search(before) is None or (opening and len(_find_recent(narration)) == 1)


def _find_window(narration: Narration, *, said: bool) -> tuple[date, date]:
    """Return the days of a report's news: the one recent day that its opening names, else its own and its eve. What is
    said of the eve's news may have been said on either."""
    recent = _find_recent(narration)
    if len(recent) == 1 and not (said and recent[0] != narration.written):
        return recent[0], recent[0]
    return add_days(narration.written, -1) or narration.written, narration.written


def _find_recent(narration: Narration) -> list[date]:
    """Return the days named in the opening that are that of writing or the one before."""
    return sorted(day for day in narration.named if 0 <= (narration.written - day).days <= 1)
