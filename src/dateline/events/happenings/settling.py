"""When the happenings of a story took place: as told in words, as counted from one another, or as it follows from how
their reports tell them, in this order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.dates import Interval, cut, span_of
from dateline.events.happenings.inference import Narration, When, infer_when
from dateline.events.happenings.merge import finest_interval, merge_tellings
from dateline.events.happenings.relating import Tie, count_on, say_tie
from dateline.events.happenings.tellings import Telling
from dateline.settings import HappenSettings

_FEW_DAYS = 31
"""Longest stretch of a settled time by which tellings are joined again."""
_ROUNDS = 3
"""Happenings counted from one another in a row: "the day after the vote", held "a week after the strike"."""


def settle_times(
    groups: Sequence[Sequence[Telling]], narrations: Mapping[str, Narration], ties: Mapping[str, Tie]
) -> list[When]:
    """Return when each group of tellings took place."""
    whens = [_read_when(finest_interval(choose_shown(group)) or finest_interval(group)) for group in groups]
    _count_all(whens, groups, narrations, ties)
    for at, group in enumerate(groups):
        if whens[at] is None:
            inferred = infer_when(group, narrations)
            whens[at] = inferred if inferred.first else None
    _count_all(whens, groups, narrations, ties)
    return [when or infer_when(group, narrations) for when, group in zip(whens, groups, strict=True)]


def join_again(
    groups: Sequence[Sequence[Telling]], whens: Sequence[When], settings: HappenSettings
) -> list[list[Telling]]:
    """Join tellings once more, those without a time of their own by that of their happening: what has come out to be of
    one day is likelier one occurrence, and what is of two is none."""
    own = {telling.mention.event_id: telling for group in groups for telling in group}
    dated = [
        replace(telling, interval=_find_span(when)) if telling.interval is None else telling
        for group, when in zip(groups, whens, strict=True)
        for telling in group
    ]
    return [[own[telling.mention.event_id] for telling in group] for group in merge_tellings(dated, settings)]


def _find_span(when: When) -> Interval | None:
    """Return the days of a settled time, where they are few enough to tell occurrences apart."""
    span = span_of(when.first, when.last)
    return Interval(span.first, span.last, when.grain or span.grain) if span and span.days <= _FEW_DAYS else None


def choose_shown(group: Sequence[Telling]) -> list[Telling]:
    """Return the tellings that can stand for a happening: in a report's own voice, about it. Their dates are its dates,
    so that the line that is shown gives the day that is shown; asides and quotes count where nothing else tells."""
    return [t for t in group if not t.quoted and t.standing != "aside"] or list(group)


def _read_when(dating: Telling | None) -> When | None:
    """Return the time that a telling gives in words; None when none does."""
    time = dating.reference if dating else None
    return When(time.first, time.last, time.grain, "told", time.why) if time else None


def _count_all(
    whens: list[When | None],
    groups: Sequence[Sequence[Telling]],
    narrations: Mapping[str, Narration],
    ties: Mapping[str, Tie],
) -> None:
    """Fill in what counts from a happening whose time is known, and what counts from that."""
    home = {telling.mention.event_id: at for at, group in enumerate(groups) for telling in group}
    tied = [at for at, group in enumerate(groups) if any(telling.mention.event_id in ties for telling in group)]
    for _ in range(_ROUNDS):
        open_ = [at for at in tied if whens[at] is None]
        found = [(at, _count(at, groups, whens, home, narrations, ties)) for at in open_]
        for at, when in found:
            whens[at] = when


def _count(
    at: int,
    groups: Sequence[Sequence[Telling]],
    whens: Sequence[When | None],
    home: Mapping[str, int],
    narrations: Mapping[str, Narration],
    ties: Mapping[str, Tie],
) -> When | None:
    """Return the time that most of a group's tellings count from happenings of known time; None without any."""
    votes: Counter[When] = Counter()
    for telling in groups[at]:
        tie = ties.get(telling.mention.event_id)
        bases = [home[base] for base in tie.bases if base in home] if tie else []
        other = next((base for base in bases if base != at and whens[base] is not None), None)
        when = whens[other] if other is not None else None
        span = span_of(when.first, when.last) if when else None
        if tie is None or other is None or when is None or span is None:
            continue
        base = Interval(span.first, span.last, when.grain or span.grain)
        found = count_on(tie, base)
        if found and not _lies_ahead(telling, found, narrations):
            why = say_tie(tie, _name(groups[other]), base)
            votes[When(cut(found.first, found.grain), cut(found.last, found.grain), found.grain, when.basis, why)] += 1
    return min(votes, key=lambda when: (-votes[when], when.first or "", when.why)) if votes else None


def _lies_ahead(telling: Telling, found: Interval, narrations: Mapping[str, Narration]) -> bool:
    """Say whether a time lies after the report that tells of it as done."""
    narration = narrations.get(telling.mention.article_id)
    return narration is not None and telling.status == "actual" and found.first > narration.written


def _name(group: Sequence[Telling]) -> str:
    counts = Counter(telling.mention.lemma for telling in group)
    return min(counts, key=lambda lemma: (-counts[lemma], lemma))
