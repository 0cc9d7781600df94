"""The day that an article states for itself, what its text says against it, and the days that follow from copies and
datelines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline.dates import Interval, add_days, cut, make_day, parse_cut
from dateline.events.times.clues import Clue
from dateline.model import Article, Copy
from dateline.settings import DateSettings

_STATED_CONFIDENCE = {
    "metadata": 0.97,
    "jsonld": 0.97,
    "url": 0.97,
    "header": 0.97,
    "entry": 0.97,
    "page": 0.95,
    "dateline": 0.93,
}
"""How often a date of each basis is the day of writing. Estimates, not counts: 2 of 23 stated dates in hand-checked
stories were off, one by a day."""
_OTHER_CONFIDENCE = 0.9
_FILED_DAYS = 7
"""Days between the day that a dateline gives and that of posting which nothing is made of: weeklies."""
_NOUGHT = (date(1969, 12, 31), date(1970, 1, 1))
"""Where computers begin to count: what a page states that was given no date."""


@dataclass(frozen=True, slots=True)
class Settled:
    """The day an article was written, or the days between which; ``day`` None when several remain."""

    day: date | None
    first: date | None
    last: date | None
    basis: str
    why: str
    confidence: float
    options: tuple[tuple[date, float], ...] = ()
    """Every day that it may be, with its likelihood; their sum is how sure it is that one of them is right."""
    updated: date | None = None
    """The day after ``day``, when the text tells of that day as past: a page stamped at its first posting."""


UNSETTLED = Settled(None, None, None, "unknown", "nothing in it or in the story tells its day", 0.0)


def take_stated(article: Article) -> Settled | None:
    """Return the day that an article states for itself; None when it states none, or that of a clock never set."""
    basis = article.published_basis or "metadata"
    stated = parse_cut(article.published)
    if stated is not None and stated.first in _NOUGHT and basis != "url":
        stated = None
    own = parse_cut(article.dateline_date)
    why = f"stated by its {basis}"
    if stated is None or _is_elsewhere(own, stated):
        why = "stated by its dateline" + (f"; its {basis} gives {article.published}, far from it" if stated else "")
        stated, basis = own, "dateline"
    if stated is None:
        return None
    day = stated.first if stated.days == 1 else None
    confidence = _STATED_CONFIDENCE.get(basis, _OTHER_CONFIDENCE)
    ends = sorted({stated.first, stated.last})
    options = tuple((end, confidence / len(ends)) for end in ends)
    return Settled(day, stated.first, stated.last, basis, why, confidence, options)


def _is_elsewhere(dateline: Interval | None, stated: Interval) -> bool:
    """Tell whether a dateline with its year lies so far from the stated day that this is no day of writing: the report
    says in its own words when it was filed, its page may say when it was stored or posted again."""
    if dateline is None or dateline.days != 1:
        return False
    return max((stated.first - dateline.last).days, (dateline.first - stated.last).days) > _FILED_DAYS


def doubt(found: Settled, clues: Sequence[Clue], settings: DateSettings) -> Settled:
    """Lower the confidence in a stated day when the text tells of a later full date as past; keep the day."""
    newest = find_newest_told(clues)
    if newest is None or found.day is None or found.last is None or (newest - found.last).days < settings.doubt_days:
        return found
    why = f"{found.why}, but it tells of {cut(newest, 'day')} as past"
    options = ((found.day, settings.doubted_confidence),)
    return replace(found, why=why, confidence=settings.doubted_confidence, options=options)


def find_newest_told(clues: Iterable[Clue]) -> date | None:
    """Return the newest full date that a text tells of as past; None when it tells of none."""
    told = [
        found.first
        for clue in clues
        if clue.explicit and clue.names_date and not clue.caption and clue.expression.tense == "past"
        if (found := clue.interval(None)) is not None
    ]
    return max(told, default=None)


def follow_copy(
    article_id: str, copies: Iterable[Copy], settled: Mapping[str, Settled], settings: DateSettings
) -> Settled | None:
    """Give a copy the day of the article that it repeats, or that repeats it; words quoted by both make none."""
    for copy in sorted(copies, key=lambda item: (-item.share, item.article_id, item.of)):
        if copy.kind == "quote" or copy.share < settings.copy_share or article_id not in (copy.article_id, copy.of):
            continue
        other = settled.get(copy.of if copy.article_id == article_id else copy.article_id)
        if other is not None and other.day is not None:
            confidence = round(other.confidence * settings.copy_confidence, 3)
            first, last = add_days(other.day, -1) or other.day, add_days(other.day, 1) or other.day
            why, options = "its text is that of a dated article", ((other.day, confidence),)
            return Settled(other.day, first, last, "inferred", why, confidence, options)
    return None


def complete_dateline(
    article: Article, clues: Mapping[str, Sequence[Clue]], known: Sequence[date], settings: DateSettings
) -> Settled | None:
    """Find the year of a dateline that gives only month and day: the story's year, or the one its weekdays allow."""
    parts = (article.dateline_date or "").split("-")
    if len(parts) != 3 or not (parts[1].isdigit() and parts[2].isdigit()):
        return None
    own = clues.get(article.article_id, ())
    years = {day.year + step for day in known for step in (-1, 0, 1)} or find_named_years(clues)
    days = [make_day(year, int(parts[1]), int(parts[2])) for year in sorted(years)]
    options = [day for day in days if day and weekdays_fit(own, day)]
    if known:
        near = [day for day in options if min(abs((day - other).days) for other in known) <= settings.story_days]
        confidence, why = settings.dateline_confidence, "its dateline's day, in the year of the story"
    else:
        near, confidence, why = options, 0.7, "its dateline's day, in the only year that its weekdays allow"
    if len(near) != 1:
        return None
    return Settled(near[0], near[0], near[0], "inferred", why, confidence, ((near[0], confidence),))


def find_named_years(clues: Mapping[str, Sequence[Clue]]) -> set[int]:
    """Return the newest year that the story's texts name, and the one after; none when they name none."""
    named = [clue.expression.meaning.year or 0 for row in clues.values() for clue in row if clue.explicit]
    newest = max((year for year in named if year > 0), default=None)
    return {newest, newest + 1} if newest else set()


def weekdays_fit(clues: Sequence[Clue], day: date) -> bool:
    """Say whether every date with a weekday ("Friday (March 22)") falls on that weekday when written on a day."""
    for clue in clues:
        meaning = clue.expression.meaning
        if not clue.names_date or meaning.weekday is None or meaning.year is not None:
            continue
        years = (day.year - 1, day.year, day.year + 1)
        options = [found for year in years if (found := make_day(year, meaning.month or 1, meaning.day or 1))]
        nearest = min(options, key=lambda option: abs((option - day).days), default=None)
        if nearest is not None and nearest.weekday() != meaning.weekday:
            return False
    return True
