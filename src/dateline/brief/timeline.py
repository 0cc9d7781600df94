"""The timeline: dated happenings, those told by one sentence of one day joined, weighed and cut."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dateline.brief.context import Context
from dateline.brief.evidence import spread_cites
from dateline.brief.lines import POOR, names_speaker, stands_alone
from dateline.brief.repeats import find_common_words, share_words
from dateline.brief.weigh import TELLING, find_gravity, weigh_line
from dateline.dates import Interval, days_between, overlap, parse_cut, span_of
from dateline.ids import content_id
from dateline.model import Cite, Dating, Happening, TimelineEntry
from dateline.settings import BriefSettings

_FEW = 2
"""Days of an inferred stretch."""
_INFERRED = 0.05
"""Weight that a line loses whose day no report gives in words."""
_FAULTY = 2
"""Fault from which what two reports tell is a lesser line all the same: its words are about something else."""
_HEADLINE = 0.75
"""Agreement with headlines and leads from which a line is what the story is about."""


_span = lru_cache(maxsize=4096)(span_of)
"""Every two groups of lines are held against each other, and days are few."""


@dataclass(frozen=True, slots=True)
class _Group:
    """Happenings of one day that the same sentences tell of."""

    happenings: tuple[Happening, ...]
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the timeline with what weighs in it."""

    entry: TimelineEntry
    weight: float
    """0 to about 1: see ``weigh_line``."""
    fault: int
    """How faulty it is as a line: see ``rate_line``."""
    told: bool
    """A report tells it in a clause of its own."""


def make_timeline(happenings: Iterable[Happening], context: Context) -> list[Line]:
    """Return the timeline's lines, oldest first. What may have happened, or is denied, is no line, nor is a plan that a
    sentence about something else only mentions."""
    settings = context.settings
    told = [
        happening
        for happening in happenings
        if (happening.standing in ("told", "mentioned") or _is_told_by_speaker(happening, context))
        and (happening.status == "actual" or (happening.status == "planned" and happening.standing == "told"))
        and _is_datable(happening, settings)
    ]
    common = find_common_words((happening.text for happening in told), settings)
    joined = _join_repeats(_group_by_sentence(_leave_repeats(told)), common, settings)
    groups = _leave_second_tellings(joined, context)
    lines = [_make_line(group, context) for group in groups]
    heaviest = sorted(lines, key=lambda line: (-line.entry.importance, -line.weight, line.entry.entry_id))
    return sorted(heaviest[: settings.most_entries], key=lambda line: timeline_order(line.entry))


def keep_witnesses(happenings: Iterable[Happening], datings: Iterable[Dating]) -> list[Happening]:
    """Return happenings without the cites of reports written before the day on which they took place: what such a
    report tells is something else. A day is allowed, for clocks around the world; a plan has its reports before it."""
    written = {dating.article_id: parse_cut(dating.published) for dating in datings}

    def is_early(cite: Cite, first: Interval) -> bool:
        day = written.get(cite.article_id)
        return day is not None and first.first.toordinal() - day.last.toordinal() > 1

    kept: list[Happening] = []
    for happening in happenings:
        first = parse_cut(happening.first)
        cites = () if first is None else tuple(c for c in happening.cites if not is_early(c, first))
        kept.append(replace(happening, cites=cites) if cites and happening.status == "actual" else happening)
    return kept


def timeline_order(entry: TimelineEntry) -> tuple[str, str, str]:
    """Sort by first day, then last, so that a month comes before its days."""
    return (entry.first or "", entry.last or "", entry.entry_id)


def _is_datable(happening: Happening, settings: BriefSettings) -> bool:
    """True when the date is known and no wider than a year."""
    first, last = parse_cut(happening.first), parse_cut(happening.last)
    long = happening.grain != "decade" and first is not None and last is not None
    return first is not None and last is not None and not (long and days_between(first, last) > settings.longest_days)


def _is_told_by_speaker(happening: Happening, context: Context) -> bool:
    """True for what only a quoted speaker tells, as a fact with its day, in a sentence that says who it is."""
    quote = happening.cites[0].quote
    fact = happening.standing == "quoted" and happening.status == "actual" and happening.time_basis == "told"
    return fact and names_speaker(quote) and context.rate(happening.cites[0]) < POOR


def _leave_repeats(happenings: Sequence[Happening]) -> list[Happening]:
    """Leave out, of what has an inferred day, the sentences that tell something with a day in words; one that is left
    must be a line of its own, or stand in several reports."""
    plain = {(cite.article_id, cite.start) for h in happenings if h.time_basis != "inferred" for cite in h.cites}
    kept: list[Happening] = []
    for happening in happenings:
        if happening.time_basis == "inferred":
            free = [cite for cite in happening.cites if (cite.article_id, cite.start) not in plain]
            free.sort(key=lambda cite: not stands_alone(cite.quote))
            several = len({cite.article_id for cite in free}) > 1
            if not free or not (several or stands_alone(free[0].quote)):
                continue
            happening = replace(happening, cites=tuple(free))
        kept.append(happening)
    return kept


def _group_by_sentence(happenings: Sequence[Happening]) -> list[_Group]:
    """Join happenings that share day, status and their first sentence: one sentence is one line of the timeline."""
    groups: dict[tuple[str | None, str | None, str], list[Happening]] = {}
    home: dict[tuple[str | None, str | None, str, Cite], tuple[str | None, str | None, str]] = {}
    for happening in sorted(happenings, key=lambda h: (-len(h.cites), h.happening_id)):
        day = (happening.first, happening.last, happening.status)
        main = happening.cites[0]
        key = home.setdefault((*day, main), (*day[:2], content_id(*day, main.article_id, main.start)))
        groups.setdefault(key, []).append(happening)
    return [_Group(tuple(group), _merge_cites(group)) for _, group in sorted(groups.items(), key=lambda g: str(g[0]))]


def _join_repeats(groups: Sequence[_Group], common: Container[str], settings: BriefSettings) -> list[_Group]:
    """Join groups of one day and status that say the same in other words, best-attested first."""
    joined: list[_Group] = []
    for group in sorted(groups, key=lambda g: (-len(g.cites), g.happenings[0].happening_id)):
        at = next((i for i, other in enumerate(joined) if _says_the_same(group, other, common, settings)), None)
        if at is None:
            joined.append(group)
        else:
            happenings = (*joined[at].happenings, *group.happenings)
            joined[at] = _Group(happenings, _merge_cites(happenings))
    return joined


def _leave_second_tellings(groups: Sequence[_Group], context: Context) -> list[_Group]:
    """Leave out a line whose sentence stands already under a day within its own: as done where it also tells of a plan,
    under the narrower of two dates. Of what was told and the day of its telling, the first is the line."""
    by_sentence: dict[tuple[str, int], list[_Group]] = {}
    tellings = [group for group in groups if all(happening.lemma in TELLING for happening in group.happenings)]
    for group in sorted(groups, key=lambda group: (group in tellings, _closeness(group))):
        main = _order_cites(group, context)[0]
        kept = by_sentence.setdefault((main.article_id, main.start), [])
        if not (kept and group in tellings) and not any(
            _lies_within(other.happenings[0], group.happenings[0]) for other in kept
        ):
            kept.append(group)
    return [group for kept in by_sentence.values() for group in kept]


def _closeness(group: _Group) -> tuple[int, bool, str]:
    """Sort by how narrow the date is, done before planned."""
    main = group.happenings[0]
    span = _span(main.first, main.last)
    return (span.days if span else 0, main.status != "actual", main.happening_id)


def _lies_within(inner: Happening, outer: Happening) -> bool:
    left, right = _span(inner.first, inner.last), _span(outer.first, outer.last)
    return left is not None and right is not None and right.first <= left.first and left.last <= right.last


def _says_the_same(left: _Group, right: _Group, common: Container[str], settings: BriefSettings) -> bool:
    ours, theirs = left.happenings[0], right.happenings[0]
    if ours.status != theirs.status or not _share_days(ours, theirs):
        return False
    return any(
        share_words(a.quote, b.quote, common) >= settings.repeated_words for a in left.cites for b in right.cites
    )


def _share_days(ours: Happening, theirs: Happening) -> bool:
    """True for equal days; where those of one are inferred, for days within them."""
    if (ours.first, ours.last) == (theirs.first, theirs.last):
        return True
    left, right = _span(ours.first, ours.last), _span(theirs.first, theirs.last)
    loose = "inferred" in (ours.time_basis, theirs.time_basis)
    return (
        loose and left is not None and right is not None and max(left.days, right.days) <= _FEW and overlap(left, right)
    )


def _merge_cites(happenings: Sequence[Happening]) -> tuple[Cite, ...]:
    return tuple(dict.fromkeys(cite for happening in happenings for cite in happening.cites))


def _make_line(group: _Group, context: Context) -> Line:
    main = _find_main(group)
    behind = context.evidence.count(group.cites)
    cites = _order_cites(group, context)
    fault = context.rate(cites[0], main.first, main.last)
    leads = {cite.article_id: rank for cite in group.cites if (rank := context.rank_lead(cite)) is not None}
    theme = context.theme.agree(cites[0].quote)
    gravity = max(find_gravity(happening) for happening in group.happenings if happening.standing == main.standing)
    entry = TimelineEntry(
        entry_id=content_id("entry", context.story_id, main.happening_id),
        story_id=context.story_id,
        first=main.first,
        last=main.last,
        grain=main.grain,
        text=context.tell(cites[0], main.first, main.last),
        status=main.status,
        origins=behind.origins,
        articles=behind.articles,
        outlets=behind.outlets,
        speakers=behind.speakers,
        importance=_rank(behind.origins, len(leads), theme, fault, main),
        time_basis="inferred" if main.time_basis == "inferred" else "told",
        time_why=main.time_why,
        reported=min((day for happening in group.happenings if (day := happening.reported)), default=None),
        cites=spread_cites(context.evidence, cites, context.settings.most_cites),
    )
    front = context.find_front(cites[0].quote)
    weight = weigh_line(theme=theme, gravity=gravity, origins=behind.origins, front=front, fault=fault)
    return Line(entry, weight - _INFERRED * (entry.time_basis == "inferred"), fault, main.standing == "told")


def _order_cites(group: _Group, context: Context) -> list[Cite]:
    """Return the cites of a line, the least faulty first, of equals as they are given, which is from the one that gives
    the day to those that only mention it: the first is the line's text."""
    main = _find_main(group)
    return sorted(group.cites, key=lambda cite: context.rate(cite, main.first, main.last) // 2)


def _find_main(group: _Group) -> Happening:
    """Return the happening of a line that gives it its day."""
    return min(group.happenings, key=lambda happening: (happening.standing != "told", happening.time_basis != "told"))


def _rank(origins: int, in_lead: int, theme: float, fault: int, happening: Happening) -> int:
    """Return 3 for what several independent reports tell, one of them up front, or what one tells up front that the
    headlines are about; 2 for what two tell, or one tells up front or of a single day in a whole sentence; else 1, as
    for every line that cannot be read alone."""
    if happening.standing != "told" or fault >= POOR:
        return 1
    up_front = in_lead and fault < _FAULTY
    if origins >= 3 or (origins >= 2 and up_front) or (up_front and theme >= _HEADLINE):
        return 3
    own_day = happening.grain == "day" and not happening.background
    return 2 if (origins >= 2 and fault < _FAULTY) or (own_day and fault < _FAULTY) else 1
