"""Settles on which day each article of a story was written.

Dated articles are taken at their word. Each undated one is tried on every day near the dated ones; a day scores by
how well the article's own weekdays, "yesterday" and dates would then fit: news names the day it is written on or the
day before far more often than others, plans lie ahead, past dates behind, and "Friday" should be a day that the dated
reports of the story tell of, best in a sentence alike. An article settled helps to settle the rest. What no day
explains well stays undated (constraints after Chambers 2012; weekday arithmetic as in methods of document dating).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline.dates import Interval, add_days, cut, make_day, parse_cut
from dateline.events.clues import Clue, Telling, likeness, tell_days, weigh_stems
from dateline.model import Article, Copy
from dateline.settings import DateSettings

_STATED_CONFIDENCE = {"metadata": 0.97, "url": 0.97, "header": 0.97, "page": 0.95, "dateline": 0.93}
"""How often a date of each basis is the day of writing. Estimates, not counts: 2 of 23 stated dates in hand-checked
stories were off, one by a day."""
_OTHER_CONFIDENCE = 0.9


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


@dataclass(frozen=True, slots=True)
class _Story:
    """What the settling of one article looks at."""

    clues: Mapping[str, Sequence[Clue]]
    copies: Sequence[Copy]
    weights: Mapping[str, float]
    settled: Mapping[str, Settled]
    tellings: Sequence[Telling]
    settings: DateSettings


def settle_days(
    articles: Sequence[Article], clues: Mapping[str, Sequence[Clue]], copies: Sequence[Copy], settings: DateSettings
) -> dict[str, Settled]:
    """Return, for every article id, the day of writing as far as it can be settled."""
    weights = weigh_stems(clues)
    stated = {article.article_id: found for article in articles if (found := _take_stated(article))}
    settled = {key: _doubt(found, clues.get(key, ()), settings) for key, found in stated.items()}
    pending = {article.article_id: article for article in articles if article.article_id not in settled}
    while pending:
        story = _Story(clues, copies, weights, dict(settled), _gather_tellings(clues, settled, settings), settings)
        tried = {article_id: _settle_one(article, story) for article_id, article in sorted(pending.items())}
        best = max(tried, key=lambda article_id: (tried[article_id].confidence, article_id))
        if tried[best].day is None:
            return settled | tried
        settled[best] = tried[best]
        del pending[best]
    return settled


def _take_stated(article: Article) -> Settled | None:
    """Return the day that an article states for itself; None when it states none or only a part of one."""
    basis = article.published_basis or "metadata"
    stated = parse_cut(article.published)
    if stated is None:
        stated, basis = parse_cut(article.dateline_date), "dateline"
    if stated is None:
        return None
    day = stated.first if stated.days == 1 else None
    confidence = _STATED_CONFIDENCE.get(basis, _OTHER_CONFIDENCE)
    ends = sorted({stated.first, stated.last})
    options = tuple((end, confidence / len(ends)) for end in ends)
    return Settled(day, stated.first, stated.last, basis, f"stated by its {basis}", confidence, options)


def _doubt(found: Settled, clues: Sequence[Clue], settings: DateSettings) -> Settled:
    """Lower the confidence in a stated day when the text tells of a later full date as past; keep the day."""
    later = [
        told
        for clue in clues
        if clue.explicit and clue.names_date and not clue.caption and clue.expression.tense == "past"
        if (told := clue.interval(None)) and found.last and (told.first - found.last).days >= settings.doubt_days
    ]
    if not later or found.day is None:
        return found
    newest = cut(max(told.last for told in later), "day")
    why = f"{found.why}, but it tells of {newest} as past"
    options = ((found.day, settings.doubted_confidence),)
    return replace(found, why=why, confidence=settings.doubted_confidence, options=options)


def _gather_tellings(
    clues: Mapping[str, Sequence[Clue]], settled: Mapping[str, Settled], settings: DateSettings
) -> list[Telling]:
    """Return what the articles settled so far tell of."""
    return [
        telling
        for article_id, found in sorted(settled.items())
        if found.day is not None
        for telling in tell_days(clues.get(article_id, ()), found.day, found.confidence, settings.dated_name_weight)
    ]


def _settle_one(article: Article, story: _Story) -> Settled:
    """Settle one undated article by what is settled so far."""
    copied = _follow_copy(article, story)
    if copied is not None:
        return copied
    known = [found.day for found in story.settled.values() if found.day]
    complete = _complete_dateline(article, story, known)
    if complete is not None:
        return complete
    clues = [
        clue
        for clue in story.clues.get(article.article_id, ())
        if not clue.caption and not (clue.spoken and clue.names_day and clue.expression.meaning.form == "offset")
    ]
    scores = {day: _score(day, clues, story, known) for day in _find_candidates(clues, known, story.settings)}
    best = max(scores, key=lambda day: (scores[day], day), default=None)
    if best is None or not _is_linked(best, clues, story) or _looks_back(best, clues):
        return UNSETTLED
    return _choose(scores, clues, story)


def _follow_copy(article: Article, story: _Story) -> Settled | None:
    """Give a copy the day of the article that it repeats, or that repeats it."""
    for copy in sorted(story.copies, key=lambda item: (-item.share, item.article_id, item.of)):
        if copy.share < story.settings.copy_share or article.article_id not in (copy.article_id, copy.of):
            continue
        other = story.settled.get(copy.of if copy.article_id == article.article_id else copy.article_id)
        if other is not None and other.day is not None:
            confidence = other.confidence * story.settings.copy_confidence
            first, last = add_days(other.day, -1), add_days(other.day, 1)
            why, options = "its text is that of a dated article", ((other.day, confidence),)
            return Settled(other.day, first, last, "inferred", why, confidence, options)
    return None


def _complete_dateline(article: Article, story: _Story, known: Sequence[date]) -> Settled | None:
    """Find the year of a dateline that gives only month and day: the story's year, or the one its weekdays allow."""
    parts = (article.dateline_date or "").split("-")
    if len(parts) != 3 or not (parts[1].isdigit() and parts[2].isdigit()):
        return None
    month, number = int(parts[1]), int(parts[2])
    clues = story.clues.get(article.article_id, ())
    years = {day.year + step for day in known for step in (-1, 0, 1)} or _mentioned_years(story.clues)
    options = [day for year in sorted(years) if (day := make_day(year, month, number)) and _weekdays_fit(clues, day)]
    if known:
        near = [day for day in options if min(abs((day - other).days) for other in known) <= story.settings.story_days]
        confidence, why = story.settings.dateline_confidence, "its dateline's day, in the year of the story"
    else:
        near, confidence, why = options, 0.7, "its dateline's day, in the only year that its weekdays allow"
    if len(near) != 1:
        return None
    return Settled(near[0], near[0], near[0], "inferred", why, confidence, ((near[0], confidence),))


def _mentioned_years(clues: Mapping[str, Sequence[Clue]]) -> set[int]:
    """Return the newest year that the story's texts name, and the one after; none when they name none."""
    named = [clue.expression.meaning.year or 0 for row in clues.values() for clue in row if clue.explicit]
    newest = max((year for year in named if year > 0), default=None)
    return {newest, newest + 1} if newest else set()


def _weekdays_fit(clues: Sequence[Clue], day: date) -> bool:
    """Say whether every date with a weekday ("Friday (March 22)") falls on that weekday when written on a day."""
    pairs = [
        clue.expression.meaning for clue in clues if clue.names_date and clue.expression.meaning.weekday is not None
    ]
    near = [
        (
            meaning,
            [make_day(year, meaning.month or 1, meaning.day or 1) for year in (day.year - 1, day.year, day.year + 1)],
        )
        for meaning in pairs
        if meaning.year is None
    ]
    return all(
        min((option for option in options if option), key=lambda option: abs((option - day).days)).weekday()
        == meaning.weekday
        for meaning, options in near
        if any(options)
    )


def _find_candidates(clues: Sequence[Clue], known: Sequence[date], settings: DateSettings) -> list[date]:
    """Return the days to try: those near the dated articles, or else those after the newest full date in the text."""
    days = {add_days(day, step) for day in known for step in range(-settings.reach_days, settings.reach_days + 1)}
    if not known:
        told = [clue.interval(None) for clue in clues if clue.explicit and clue.names_date and not clue.ahead]
        newest = max((interval.last for interval in told if interval), default=None)
        days = {add_days(newest, step) for step in range(7)} if newest else set()
    return sorted(day for day in days if day is not None)


def _is_linked(day: date, clues: Sequence[Clue], story: _Story) -> bool:
    """Say whether, written on a day, an article would tell of a day that the dated reports tell of too, and alike.

    Without any dated report a full date in the text is the link, where a weekday in it agrees.
    """
    named = [(clue, found) for clue in clues if clue.names_day and not clue.ahead and (found := clue.interval(day))]
    if not story.settled:
        told = {found.first for clue in clues if clue.explicit and clue.names_date and (found := clue.interval(None))}
        return any(found.first in told for _, found in named)
    masses = _day_masses(story.tellings)
    return any(
        masses.get(found.first, 0.0) >= story.settings.link_mass
        or _best_likeness(clue, found, story) >= story.settings.link_likeness
        for clue, found in named
    )


def _looks_back(day: date, clues: Sequence[Clue]) -> bool:
    """Say whether, written on a day, an article would call one day both a weekday and, in its lead, a plain date.

    So it tells of the story's main day as of an earlier one, and its weekdays are of a week that cannot be told.
    """
    weekdays = {
        found.first
        for clue in clues
        if clue.names_day and clue.expression.meaning.form == "weekday" and not clue.ahead
        if (found := clue.interval(day)) is not None
    }
    dates = {
        found.first
        for clue in clues
        if clue.lead and clue.names_date and clue.expression.meaning.weekday is None and not clue.ahead
        if (found := clue.interval(day)) is not None and found.days == 1
    }
    return bool(weekdays & dates)


def _score(day: date, clues: Sequence[Clue], story: _Story, known: Sequence[date]) -> float:
    """Return how well an article's clues fit its being written on a day: a sum of log-likelihoods."""
    score = -story.settings.distance_cost * min((abs((day - other).days) for other in known), default=0)
    score += _score_weekdays(day, clues, story.settings)
    score += sum(_score_date(day, clue) for clue in clues if clue.names_date or clue.explicit)
    return score + _score_tellings(day, clues, story)


def _score_weekdays(day: date, clues: Sequence[Clue], settings: DateSettings) -> float:
    """Score the newest weekday told of and those planned, and that no day has two names in one text.

    The newest weekday of the lead counts where there is one, since a lead tells the news.
    """
    plain = [clue for clue in clues if clue.names_day and clue.expression.meaning.form == "weekday"]
    past = [clue for clue in plain if not clue.ahead]
    gaps = _gaps(day, [clue for clue in past if clue.expression.tense] or past)
    lead = _gaps(day, [clue for clue in past if clue.lead]) or gaps
    ahead = _gaps(day, [clue for clue in plain if clue.ahead])
    score = math.log(settings.past_gaps[min(lead) % 7]) if lead else 0.0
    score -= settings.late_news_cost if gaps and min(gaps) < min(lead) else 0.0
    # Each planned weekday counts: that they all lie ahead is what tells the day.
    score += sum(math.log(7 * settings.future_gaps[-gap % 7]) for gap in ahead)
    return score - settings.two_names_cost * _count_two_names(day, clues)


def _gaps(day: date, clues: Sequence[Clue]) -> list[int]:
    """Return how many days before a day the clues' days lie, each once, negative when after it."""
    return sorted({(day - found.first).days for clue in clues if (found := clue.interval(day))})


def _count_two_names(day: date, clues: Sequence[Clue]) -> int:
    """Count the days that the text would name in two ways: as a weekday and as "yesterday" or a plain date, or as
    "today" and as a date or holiday."""
    weekdays: set[date] = set()
    counted: set[date] = set()
    dates: set[date] = set()
    for clue in clues:
        found = clue.interval(day)
        if found is None or found.days > 1 or clue.ahead or clue.expression.meaning.hour is not None:
            continue
        if clue.names_day:
            (weekdays if clue.expression.meaning.form == "weekday" else counted).add(found.first)
        elif not clue.explicit and not clue.is_clock and clue.expression.meaning.form == "calendar":
            dates.add(found.first)
    return len(weekdays & (counted | dates)) + len(counted & dates & {day})


def _score_date(day: date, clue: Clue) -> float:
    """Score a date of the calendar: one told as past lies behind and mostly near, one told as planned ahead."""
    found = clue.interval(day)
    if found is None:
        return 0.0
    if clue.ahead:
        return -4.0 if found.last < day else -0.2 * math.log1p(max((found.first - day).days, 0)) * (not clue.explicit)
    if found.first > day:
        # A date without its year was put there for being near, against the tense of its clause.
        return -6.0 if clue.expression.tense == "past" and clue.explicit else -1.0
    return 0.0 if clue.explicit else -0.3 * math.log1p((day - found.first).days)


def _score_tellings(day: date, clues: Sequence[Clue], story: _Story) -> float:
    """Score how far an article written on a day tells of the same days as the dated reports, in sentences alike."""
    score = 0.0
    shared: dict[date, bool] = {}
    for clue in clues:
        found = clue.interval(day) if clue.expression.meaning.anchor == "report" and not clue.explicit else None
        if found is None or found.grain not in ("day", "month"):
            continue
        if clue.names_day and not clue.ahead:
            shared[found.first] = shared.get(found.first, False) or clue.lead
        score += story.settings.likeness_gain * _best_likeness(clue, found, story)
    masses = _day_masses(story.tellings)
    for first, lead in sorted(shared.items()):
        gain = story.settings.shared_day_gain * (1.0 if lead else story.settings.later_day_weight)
        score += gain * math.log(masses.get(first, 0.0) + 0.1)
    return score


def _best_likeness(clue: Clue, found: Interval, story: _Story) -> float:
    """Return how alike the clue's sentence is to the likest dated one that tells of the same time."""
    alike = (
        likeness(clue.stems, telling.stems, story.weights) * min(telling.weight, 1.0)
        for telling in story.tellings
        if telling.interval == found
    )
    return max(alike, default=0.0)


def _day_masses(tellings: Sequence[Telling]) -> dict[date, float]:
    """Return each told day's share of what the dated reports tell of."""
    masses: dict[date, float] = {}
    for telling in tellings:
        if telling.interval.grain == "day":
            masses[telling.interval.first] = masses.get(telling.interval.first, 0.0) + telling.weight
    total = sum(masses.values())
    return {first: mass / total for first, mass in masses.items()}


def _choose(scores: Mapping[date, float], clues: Sequence[Clue], story: _Story) -> Settled:
    """Turn scores into a day with its confidence and the days that hold most of the likelihood."""
    top = max(scores.values())
    raw = {day: math.exp(story.settings.sharpness * (score - top)) for day, score in scores.items()}
    total = sum(raw[day] for day in sorted(raw))
    share = {day: value / total for day, value in raw.items()}
    ranked = sorted(share, key=lambda day: (-share[day], day))
    kept: list[date] = []
    while sum(share[day] for day in kept) < story.settings.interval_share:
        kept.append(ranked[len(kept)])
    first, last = min(kept), max(kept)
    best, confidence = ranked[0], share[ranked[0]] * story.settings.inferred_confidence
    width = (last - first).days + 1
    narrow = width <= story.settings.sure_days and share[best] >= story.settings.sure_share
    sure = narrow or share[best] >= story.settings.plain_share
    if width > story.settings.widest_days and not sure:
        return UNSETTLED
    why = _explain(best, clues, story)
    options = tuple((day, share[day] * story.settings.inferred_confidence) for day in sorted(share))
    return Settled(best if sure else None, first, last, "inferred", why, round(confidence, 3), options)


def _explain(day: date, clues: Sequence[Clue], story: _Story) -> str:
    """Say in words what speaks for a day."""
    told = {telling.interval.first for telling in story.tellings}
    shared, planned = [], []
    for clue in clues:
        found = clue.interval(day)
        if found is None or not clue.names_day:
            continue
        words = f"“{clue.expression.text}”"
        if clue.ahead and found.first > day and words not in planned:
            planned.append(words)
        elif not clue.ahead and (found.first in told or not told):
            words += f" is {cut(found.first, 'day')}"
            shared += [] if words in shared else [words]
    parts = [f"{', '.join(shared)}, a day that dated reports of the story tell of" if told else ", ".join(shared)]
    parts += [f"{', '.join(planned)} still lay ahead"] if planned else []
    return "; ".join(part for part in parts if part) or "its dates fit best"
