"""Long affairs as chapters: bursts of reporting within a story, parted by quiet stretches and a change of what is told.

What makes a stretch quiet is the story's own rhythm around it: a week without a report parts a daily affair, not one
that is told of once a month. What changes is told by the words that tell the story's reports apart; those that most of
them use are the story's own. (Bursts after Kleinberg 2003, lexical breaks after Hearst's TextTiling 1997.)
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median

import numpy as np
import numpy.typing as npt

from dateline.ids import content_id
from dateline.model import Chapter, Dating, Profile, Record
from dateline.settings import ChapterSettings
from dateline.stage import Batch

Matrix = npt.NDArray[np.float64]
_NAME_WEIGHT = 0.15
"""Weight of a name beside the terms of a profile, whose squares sum to 1. A choice, read on four affairs of t17."""
_TOLD = 4
"""Words named as a chapter's own."""
_BORNE = 0.2
"""Part of a chapter's dated reports that such a word stands in at least."""


@dataclass(frozen=True, slots=True)
class _Report:
    """A report that has a day."""

    profile: Profile
    day: int


def part_story(batch: Batch, settings: ChapterSettings) -> Iterable[Record]:
    """Yield the chapters of a story, in order; none for a story that is one stretch of reporting."""
    datings = {row.article_id: row for row in batch.all(Dating)}
    profiles = sorted(batch.all(Profile), key=lambda profile: profile.article_id)
    days = {profile.article_id: _find_day(profile, datings.get(profile.article_id)) for profile in profiles}
    dated = sorted((day, profile.article_id) for profile in profiles if (day := days[profile.article_id]))
    if len(dated) < settings.least_articles or dated[-1][0] - dated[0][0] < settings.least_days:
        return
    by_id = {profile.article_id: profile for profile in profiles}
    reports = [_Report(by_id[article], day) for day, article in dated]
    own = _Words(profiles)
    cuts = list(_find_cuts(reports, own, settings))
    if not cuts:
        return
    undated = [profile for profile in profiles if not days[profile.article_id]]
    yield from _write_chapters(batch.key, reports, undated, cuts, own)


def _find_day(profile: Profile, dating: Dating | None) -> int | None:
    """Return the day on which an article was written, or the middle of the days that it may be of; None if unknown."""
    if dating and dating.published:
        return _count(dating.published)
    if dating and dating.first and dating.last:
        first, last = _count(dating.first), _count(dating.last)
        return (first + last) // 2 if first and last else None
    return _count(profile.day) if profile.day else None


def _count(day: str) -> int | None:
    return date.fromisoformat(day[:10]).toordinal() if len(day) >= len("2000-01-01") else None


class _Words:
    """What tells the articles of a story apart: their terms and names, by rarity within the story."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        bearers = Counter(word for profile in profiles for word in _words_of(profile))
        self.words = sorted(word for word, count in bearers.items() if 1 < count < len(profiles))
        column = {word: at for at, word in enumerate(self.words)}
        self.line = {profile.article_id: at for at, profile in enumerate(profiles)}
        self.rows: Matrix = np.zeros((len(profiles), len(self.words)))
        for profile in profiles:
            for word, weight in _words_of(profile).items():
                if word in column:
                    rarity = math.log(len(profiles) / bearers[word])
                    self.rows[self.line[profile.article_id], column[word]] = weight * rarity
        self.rows /= np.maximum(np.linalg.norm(self.rows, axis=1, keepdims=True), 1e-9)

    def of(self, profiles: Iterable[Profile]) -> Matrix:
        """Return the rows of articles."""
        rows: Matrix = self.rows[[self.line[profile.article_id] for profile in profiles]]
        return rows


def _words_of(profile: Profile) -> Mapping[str, float]:
    """Return an article's terms with their weights, and its names, folded."""
    words = {term.lower(): weight for term, weight in profile.terms}
    for name in profile.names:
        words.setdefault(name, _NAME_WEIGHT)
    return words


def _find_cuts(reports: Sequence[_Report], own: _Words, settings: ChapterSettings) -> Iterator[tuple[int, str]]:
    """Yield where a chapter begins, by the place of its first report, with the reason; no chapter is too short."""
    quiet = [later.day - report.day for report, later in pairwise(reports)]
    strengths = {}
    for at, days in enumerate(quiet, start=1):
        rhythm = _find_rhythm(reports, at, settings.window)
        if days < max(settings.quiet_days, settings.quiet_times * rhythm):
            continue
        kept = _compare_sides(reports, own, at, settings.window)
        if (strength := math.log2(days / rhythm) + settings.change_weight * (1 - kept)) >= settings.strength:
            strengths[at] = strength, f"{days} quiet days, where reports had come every {_say_days(rhythm)}"
    while short := _find_short([0, *sorted(strengths), len(reports)], settings.least_chapter):
        del strengths[min((at for at in short if at in strengths), key=lambda at: strengths[at])]
    for at in sorted(strengths):
        yield at, strengths[at][1]


def _find_short(edges: Sequence[int], least: int) -> list[int]:
    """Return the edges of the first stretch of fewer reports than a chapter has; empty when there is none."""
    if len(edges) == 2:
        return []
    return next(([a, b] for a, b in pairwise(edges) if b - a < least), [])


def _find_rhythm(reports: Sequence[_Report], at: int, window: int) -> float:
    """Return the days from one day of reporting to the next around a place, that place left out; one at least."""
    sides = (reports[max(0, at - window) : at], reports[at : at + window])
    gaps = [gap for side in sides for report, later in pairwise(side) if (gap := later.day - report.day) > 0]
    return max(1.0, median(gaps)) if gaps else 1.0


def _compare_sides(reports: Sequence[_Report], own: _Words, at: int, window: int) -> float:
    """Return how alike the reports before and after a place are, as against those of each side among themselves."""
    left, right = (
        own.of(report.profile for report in side)
        for side in (reports[max(0, at - window) : at], reports[at : at + window])
    )
    cross = float((left @ right.T).mean())
    inner = [
        (float((side @ side.T).sum()) - len(side)) / (len(side) * (len(side) - 1))
        for side in (left, right)
        if len(side) > 1
    ]
    within = sum(inner) / len(inner) if inner else 1.0
    return min(1.0, cross / within) if within > 0 else 1.0


def _say_days(rhythm: float) -> str:
    return "day" if rhythm <= 1 else f"{rhythm:g} days"


def _write_chapters(
    story_id: str,
    reports: Sequence[_Report],
    undated: Sequence[Profile],
    cuts: Sequence[tuple[int, str]],
    own: _Words,
) -> Iterator[Chapter]:
    """Yield the chapters; an undated article goes to the one that it is most like."""
    edges = [0, *(at for at, _ in cuts), len(reports)]
    parts = [reports[a:b] for a, b in pairwise(edges)]
    means = np.stack([own.of(report.profile for report in part).mean(axis=0) for part in parts])
    extra: list[list[str]] = [[] for _ in parts]
    for profile in undated:
        extra[int((means @ own.of([profile])[0]).argmax())].append(profile.article_id)
    for at, part in enumerate(parts):
        rest = means[[other for other in range(len(parts)) if other != at]].mean(axis=0)
        words = _list_own_words(part, own, means[at] - rest)
        after = f"begins after {cuts[at - 1][1]}; " if at else ""
        yield Chapter(
            chapter_id=content_id("chapter", story_id, part[0].profile.article_id),
            story_id=story_id,
            title=_find_title(part, own, means[at]),
            first=date.fromordinal(part[0].day).isoformat(),
            last=date.fromordinal(part[-1].day).isoformat(),
            articles=(*(report.profile.article_id for report in part), *extra[at]),
            why=f"{after}tells more than the rest of {', '.join(words)}" if words else after.removesuffix("; "),
        )


def _list_own_words(part: Sequence[_Report], own: _Words, more: Matrix) -> list[str]:
    """Return the words that a chapter tells more of than the others, the most so first: those of several reports."""
    bearers = (own.of(report.profile for report in part) > 0).sum(axis=0)
    found: list[str] = []
    for column in np.argsort(-more, kind="stable"):
        word = own.words[column]
        if more[column] <= 0 or len(found) == _TOLD:
            break
        known = any(word in one or one in word for one in found)
        if bearers[column] >= max(2, _BORNE * len(part)) and not known and not any(c.isdigit() for c in word):
            found.append(word)
    return found


def _find_title(part: Sequence[_Report], own: _Words, mean: Matrix) -> str:
    """Return the headline of the report that is most like the chapter as a whole."""
    titled = [report for report in part if report.profile.title] or list(part)
    likeness = own.of(report.profile for report in titled) @ mean
    return titled[int(likeness.argmax())].profile.title or "Untitled chapter"
