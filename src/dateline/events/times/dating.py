"""Settles on which day each article of a story was written.

Dated articles are taken at their word unless the story speaks strongly against it. Each undated one is tried on every
day near the dated ones (``evidence.py``): the days' likelihoods give the day, the interval that holds nearly all of
it, and how sure it is. Articles settled help to settle the rest, and each is tried once more when all are. What no
day explains stays undated; what many days explain gets its interval alone.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from dateline.dates import add_days, cut
from dateline.events.times.clues import (
    Clue,
    Comparer,
    Telling,
    count_tolls,
    cut_stems,
    tell_days,
    weigh_sets,
    weigh_stems,
)
from dateline.events.times.evidence import Evidence, Fellow, gather_evidence, looks_back, meets_date, score_day
from dateline.events.times.explain import explain_day
from dateline.events.times.stated import UNSETTLED as UNSETTLED
from dateline.events.times.stated import Settled as Settled
from dateline.events.times.stated import (
    complete_dateline,
    doubt,
    find_named_years,
    find_newest_told,
    follow_copy,
    take_stated,
    weekdays_fit,
)
from dateline.events.times.weights import DAY_WEIGHTS
from dateline.model import Article, Copy, Quantity
from dateline.settings import DateSettings

_AS_SURE = 0.9
"""Part of the best confidence from which an article is settled in the same round as the surest."""


@dataclass(frozen=True, slots=True)
class StoryClues:
    """What the settling of one article looks at."""

    clues: Mapping[str, Sequence[Clue]]
    copies: Sequence[Copy]
    settings: DateSettings
    stems: Mapping[str, frozenset[str]]
    articles: Comparer
    sentences: Comparer
    tolls: Mapping[str, Mapping[str, float]]
    likenesses: dict[tuple[str, str], float] = field(default_factory=dict)

    def kin(self, one: str, other: str) -> float:
        """Return how like two articles are, 0 … 1; found once for each pair."""
        pair = (min(one, other), max(one, other))
        if pair not in self.likenesses:
            self.likenesses[pair] = self.articles.compare(self.stems[one], self.stems[other])
        return self.likenesses[pair]


def settle_days(
    articles: Sequence[Article],
    clues: Mapping[str, Sequence[Clue]],
    copies: Sequence[Copy],
    settings: DateSettings,
    quantities: Iterable[Quantity] = (),
) -> dict[str, Settled]:
    """Return, for every article id, the day of writing as far as it can be settled."""
    story = open_story(articles, clues, copies, settings, quantities)
    stated = {article.article_id: found for article in articles if (found := take_stated(article))}
    settled = {key: doubt(found, clues.get(key, ()), settings) for key, found in stated.items()}
    overruled = _overrule(articles, settled, story)
    settled = {key: found for key, found in settled.items() if key not in overruled}
    open_ = sorted((a for a in articles if a.article_id not in settled), key=lambda a: a.article_id)
    settled |= _settle_all(open_, settled, story)
    for article_id, words in sorted(overruled.items()):
        settled[article_id] = _tell_overruled(settled[article_id], stated[article_id], words)
    return settled


def open_story(
    articles: Sequence[Article],
    clues: Mapping[str, Sequence[Clue]],
    copies: Sequence[Copy],
    settings: DateSettings,
    quantities: Iterable[Quantity],
) -> StoryClues:
    """Line up what does not change while a story is settled."""
    stems = {article.article_id: cut_stems(article.text[: settings.kin_chars]) for article in articles}
    texts, sentences = Comparer(weigh_sets(stems.values())), Comparer(weigh_stems(clues))
    return StoryClues(clues, copies, settings, stems, texts, sentences, count_tolls(quantities))


def _settle_all(articles: Sequence[Article], given: Mapping[str, Settled], story: StoryClues) -> dict[str, Settled]:
    """Settle undated articles, the surest first, then each once more by all the others."""
    settled = dict(given)
    pending = list(articles)
    for _ in range(story.settings.most_rounds):
        tried = {article.article_id: _settle_one(article, settled, story) for article in pending}
        sure = max((found.confidence for found in tried.values() if found.day), default=0.0)
        taken = {key: found for key, found in tried.items() if found.day and found.confidence >= sure * _AS_SURE}
        settled |= taken
        pending = [article for article in pending if article.article_id not in taken]
        if not taken or not pending:
            break
    again = {
        article.article_id: _settle_one(article, {k: v for k, v in settled.items() if k != article.article_id}, story)
        for article in articles
    }
    return settled | again


def _settle_one(article: Article, settled: Mapping[str, Settled], story: StoryClues) -> Settled:
    """Settle one undated article by what is settled so far."""
    copied = follow_copy(article.article_id, story.copies, settled, story.settings)
    if copied is not None:
        return copied
    known = sorted({found.day for found in settled.values() if found.day})
    complete = complete_dateline(article, story.clues, known, story.settings)
    if complete is not None:
        return complete
    evidence = gather_for(article.article_id, settled, story)
    days = find_candidates(evidence, known, story)
    scores = {day: score_day(day, evidence, DAY_WEIGHTS) for day in days}
    best = max(scores, key=lambda day: (scores[day], day), default=None)
    if best is None or not _has_bearing(evidence, story.settings):
        return UNSETTLED
    return _choose(scores, evidence, story.settings)


def gather_for(article_id: str, settled: Mapping[str, Settled], story: StoryClues) -> Evidence:
    """Return what is known for trying one article: its clues, its dated fellows and the days they tell of."""
    tolls = story.tolls.get(article_id, {})
    fellows: dict[str, Fellow] = {}
    for key, found in sorted(settled.items()):
        if found.day is not None and key != article_id:
            other = story.tolls.get(key, {})
            signs = tuple(
                (other[head] > count) - (other[head] < count) for head, count in tolls.items() if head in other
            )
            fellows[key] = Fellow(found.day, found.confidence, story.kin(article_id, key), signs)
    nearest = sorted(fellows, key=lambda key: (-fellows[key].kin, key))[: story.settings.most_fellows]
    tellings = [telling for key in sorted(nearest) for telling in _tell(key, fellows[key], story)]
    clues = [
        clue
        for clue in story.clues.get(article_id, ())
        if not clue.caption and not (clue.spoken and clue.names_day and clue.expression.meaning.form == "offset")
    ]
    return gather_evidence(clues, tuple(fellows.values()), tellings, story.sentences)


def _tell(article_id: str, fellow: Fellow, story: StoryClues) -> list[Telling]:
    return tell_days(story.clues.get(article_id, ()), fellow.day, fellow.sure, story.settings.dated_name_weight)


def find_candidates(evidence: Evidence, known: Sequence[date], story: StoryClues) -> list[date]:
    """Return the days to try: those near the dated articles, and those after the newest full date in the text."""
    settings, reach = story.settings, story.settings.reach_days
    days: set[date | None] = set()
    if known and (known[-1] - known[0]).days <= settings.story_days:
        span = (known[-1] - known[0]).days
        days |= {add_days(known[0], step) for step in range(-reach, span + reach + 1)}
    else:
        likest = sorted(evidence.fellows, key=lambda fellow: (-fellow.kin, fellow.day))[: settings.most_fellows]
        days |= {add_days(fellow.day, step) for fellow in likest for step in range(-reach, reach + 1)}
    newest = find_newest_told(evidence.clues)
    if newest is not None:
        days |= {add_days(newest, step) for step in range(settings.after_days)}
    if not known:
        days |= {add_days(day, step) for day in _find_weekday_dates(evidence.clues, story) for step in range(7)}
    return sorted(day for day in days if day is not None and weekdays_fit(evidence.clues, day))


def _find_weekday_dates(clues: Iterable[Clue], story: StoryClues) -> set[date]:
    """Return the days of dates with their weekday ("Friday, March 22"), in those of the years named that allow it."""
    years = find_named_years(story.clues)
    found = set()
    for clue in clues:
        meaning = clue.expression.meaning
        if clue.names_date and meaning.weekday is not None and not clue.ahead:
            options = [interval.first for year in years if (interval := clue.interval(date(year, 7, 1)))]
            found |= {day for day in options if day.year in years and day.weekday() == meaning.weekday}
    return found


def _has_bearing(evidence: Evidence, settings: DateSettings) -> bool:
    """Say whether anything ties an article to a time: a day or date that it names, or fellows much like it."""
    if any(clue.names_day or clue.names_date or clue.explicit for clue in evidence.clues):
        return True
    return max((fellow.kin for fellow in evidence.fellows), default=0.0) >= settings.kin_bearing


def _choose(scores: Mapping[date, float], evidence: Evidence, settings: DateSettings) -> Settled:
    """Turn scores into a day with its confidence and the days that hold nearly all of the likelihood."""
    share = _share_out(scores)
    back = looks_back(max(share, key=lambda day: (share[day], day)), evidence.clues)
    if back:
        # The likeliest day is told of as of an earlier one, too: half of the time it was written in a later week.
        later = _share_out({day: score for day, score in scores.items() if not looks_back(day, evidence.clues)})
        share = {day: (share[day] + later.get(day, 0.0)) / 2 for day in share}
    ranked = sorted(share, key=lambda day: (-share[day], day))
    kept: list[date] = []
    while sum(share[day] for day in kept) < settings.interval_share and len(kept) < len(ranked):
        kept.append(ranked[len(kept)])
    best, first, last = ranked[0], min(kept), max(kept)
    if (last - first).days + 1 > settings.widest_days:
        return UNSETTLED
    linked = bool(evidence.fellows) or meets_date(best, evidence.clues)
    sure = linked and not back and share[best] >= settings.sure_share
    confidence = round((share[best] if sure else settings.interval_share) * settings.inferred_confidence, 3)
    options = tuple((day, share[day] * settings.inferred_confidence) for day in sorted(share))
    why = explain_day(best if sure else None, first, last, evidence)
    return Settled(best if sure else None, first, last, "inferred", why, confidence, options)


def _share_out(scores: Mapping[date, float]) -> dict[date, float]:
    """Return each day's likelihood, in the order of days; their sum is 1."""
    top = max(scores.values(), default=0.0)
    raw = {day: math.exp(score - top) for day, score in sorted(scores.items())}
    total = sum(raw.values())
    return {day: value / total for day, value in raw.items()}


def _overrule(articles: Sequence[Article], settled: Mapping[str, Settled], story: StoryClues) -> dict[str, str]:
    """Return, for every article whose stated day cannot stand, what speaks against it.

    It must lie far from all its fellows; and the text must be a fellow's copy, or tell of several days that fellows
    tell of alike, or tell of later full dates as past.
    """
    found: dict[str, str] = {}
    for article in articles:
        own = settled.get(article.article_id)
        others = {key: item for key, item in settled.items() if key != article.article_id and key not in found}
        known = sorted({item.day for item in others.values() if item.day})
        if own is None or own.day is None or not known:
            continue
        if min(abs((own.day - day).days) for day in known) < story.settings.overrule_days:
            continue
        words = _speak_against(article.article_id, own, others, story)
        if words is not None:
            found[article.article_id] = words
    return found


def _speak_against(article_id: str, own: Settled, others: Mapping[str, Settled], story: StoryClues) -> str | None:
    """Return what speaks against a stated day that lies far from the story; None when too little does."""
    if own.day is None:
        return None
    if follow_copy(article_id, story.copies, others, story.settings) is not None:
        return "its text is that of an article dated otherwise"
    evidence = gather_for(article_id, others, story)
    days = find_candidates(evidence, sorted({item.day for item in others.values() if item.day}), story)
    best = max(days, key=lambda day: (score_day(day, evidence, DAY_WEIGHTS), day), default=None)
    if best is None or looks_back(best, evidence.clues):
        return None
    shared = evidence.find_shared(best, story.settings.link_likeness)
    if evidence.find_shared(own.day, story.settings.link_likeness) or not shared:
        return None
    newest = find_newest_told(evidence.clues)
    impossible = newest is not None and newest > own.day and newest <= best
    if len(shared) >= story.settings.overrule_shared or impossible:
        return "it tells of " + ", ".join(cut(day, "day") for day in shared) + " as its fellows do"
    return None


def _tell_overruled(found: Settled, stated: Settled, words: str) -> Settled:
    """Say beside a day that stands instead of a stated one why it does."""
    said = cut(stated.first, "day") if stated.first else "another day"
    return replace(found, why=f"its {stated.basis} says {said}, which cannot be: {words}; {found.why}")
