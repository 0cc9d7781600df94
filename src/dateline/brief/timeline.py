"""The timeline: dated happenings, those told by one sentence of one day joined, weighed and cut."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.brief.evidence import spread_cites
from dateline.dates import Interval, days_between, overlap, parse_cut, span_of
from dateline.ids import content_id
from dateline.model import Cite, Dating, Happening, Sentence, TimelineEntry
from dateline.settings import BriefSettings
from dateline.support import Evidence
from dateline.words import find_content_words, find_words

_LEANING = re.compile(
    r"(?:That|This|These|Those|It|They|He|She|His|Her|Their|Its|But|And|So|There|Such|One|Both|Another|The (?:two|move|"
    r"latter|former|decision|same)|In response|As a result|Meanwhile|However|Instead|Still|Yet|Then|Earlier|Later)\b"
)
"""How a sentence begins that leans on the one before it, and cannot stand alone as a line."""
_CAPITALISED = re.compile(r"(?<=[\w,;:)'’”] )[A-Z][\w'’.-]*")
"""A word with a capital that begins no sentence."""
_LEAST_SHARED = 3
"""Telling words that two lines must share at all before a share of them means anything."""
_DAY_WORDS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow morning afternoon evening night "
    "midnight noon late early week weekend month year january february march april may june july august september "
    "october november december".split()
)
"""Words of time: two lines of one day have them anyway."""
_TELLING = frozenset("say tell add report state note write explain recall describe repeat".split())
"""Lemmas of happenings that only pass something on."""
_FEW = 2
"""Days of an inferred stretch."""
_LEAD = 3
"""Body sentences of an article that count as its lead: news tells the newest and weightiest there."""


@dataclass(frozen=True, slots=True)
class _Group:
    """Happenings of one day that the same sentences tell of."""

    happenings: tuple[Happening, ...]
    cites: tuple[Cite, ...]


def make_timeline(
    story_id: str,
    happenings: Iterable[Happening],
    sentences: Iterable[Sentence],
    evidence: Evidence,
    settings: BriefSettings,
) -> list[TimelineEntry]:
    """Return the timeline's entries, oldest first. What may have happened, or is denied, is no entry, nor is a plan
    that a sentence about something else only mentions."""
    told = [
        happening
        for happening in happenings
        if happening.standing in ("told", "mentioned")
        and (happening.status == "actual" or (happening.status == "planned" and happening.standing == "told"))
        and _is_datable(happening, settings)
    ]
    leads = find_leads(sentences)
    common = find_common_words((happening.text for happening in told), settings)
    groups = _leave_second_tellings(_join_repeats(_group_by_sentence(_leave_repeats(told)), common, settings))
    entries = [_make_entry(story_id, group, leads, evidence, settings) for group in groups]
    heaviest = sorted(entries, key=lambda entry: (-entry.importance, -entry.origins, -len(entry.cites), entry.entry_id))
    return sorted(heaviest[: settings.most_entries], key=timeline_order)


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


def find_leads(sentences: Iterable[Sentence]) -> set[tuple[str, int]]:
    """Return (article id, start) of the first body sentences of each article."""
    by_article: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        if sentence.kind == "body":
            by_article.setdefault(sentence.article_id, []).append(sentence)
    return {
        (article, sentence.start)
        for article, found in by_article.items()
        for sentence in sorted(found, key=lambda s: s.start)[:_LEAD]
    }


def _is_datable(happening: Happening, settings: BriefSettings) -> bool:
    """True when the date is known and no wider than a year."""
    first, last = parse_cut(happening.first), parse_cut(happening.last)
    return first is not None and last is not None and days_between(first, last) <= settings.longest_days


def _leave_repeats(happenings: Sequence[Happening]) -> list[Happening]:
    """Leave out what has an inferred day where the same sentence tells something with a day in words, or is no line of
    its own."""
    plain = {(cite.article_id, cite.start) for h in happenings if h.time_basis != "inferred" for cite in h.cites}
    return [
        happening
        for happening in happenings
        if happening.time_basis != "inferred"
        or (
            not any((cite.article_id, cite.start) in plain for cite in happening.cites)
            and stands_alone(happening.cites[0].quote)
        )
    ]


def _group_by_sentence(happenings: Sequence[Happening]) -> list[_Group]:
    """Join happenings that share day, status and their first sentence: one sentence is one line of the timeline."""
    groups: dict[tuple[str | None, str | None, str], list[Happening]] = {}
    home: dict[tuple[str | None, str | None, str, Cite], tuple[str | None, str | None, str]] = {}
    for happening in sorted(happenings, key=lambda h: (-len(h.cites), h.happening_id)):
        day = (happening.first, happening.last, happening.status)
        main = happening.cites[0]
        key = home.setdefault((*day, main), (*day[:2], content_id(*day, main.article_id, main.start)))
        groups.setdefault(key, []).append(happening)
        for cite in happening.cites:
            home.setdefault((*day, cite), key)
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


def _leave_second_tellings(groups: Sequence[_Group]) -> list[_Group]:
    """Leave out a line whose sentence stands already under a day within its own: as done where it also tells of a plan,
    under the narrower of two dates. Of what was told and the day of its telling, the first is the line."""
    by_sentence: dict[tuple[str, int], list[_Group]] = {}
    tellings = [group for group in groups if all(happening.lemma in _TELLING for happening in group.happenings)]
    for group in sorted(groups, key=lambda group: (group in tellings, _closeness(group))):
        main = _order_cites(group)[0]
        kept = by_sentence.setdefault((main.article_id, main.start), [])
        if not (kept and group in tellings) and not any(
            _lies_within(other.happenings[0], group.happenings[0]) for other in kept
        ):
            kept.append(group)
    return [group for kept in by_sentence.values() for group in kept]


def _closeness(group: _Group) -> tuple[int, bool, str]:
    """Sort by how narrow the date is, done before planned."""
    main = group.happenings[0]
    span = span_of(main.first, main.last)
    return (span.days if span else 0, main.status != "actual", main.happening_id)


def _lies_within(inner: Happening, outer: Happening) -> bool:
    left, right = span_of(inner.first, inner.last), span_of(outer.first, outer.last)
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
    left, right = span_of(ours.first, ours.last), span_of(theirs.first, theirs.last)
    loose = "inferred" in (ours.time_basis, theirs.time_basis)
    return (
        loose and left is not None and right is not None and max(left.days, right.days) <= _FEW and overlap(left, right)
    )


def _merge_cites(happenings: Sequence[Happening]) -> tuple[Cite, ...]:
    return tuple(dict.fromkeys(cite for happening in happenings for cite in happening.cites))


def _make_entry(
    story_id: str, group: _Group, leads: set[tuple[str, int]], evidence: Evidence, settings: BriefSettings
) -> TimelineEntry:
    main = min(group.happenings, key=lambda happening: (happening.standing != "told", happening.time_basis != "told"))
    behind = evidence.count(group.cites)
    cites = _order_cites(group)
    in_lead = len({cite.article_id for cite in group.cites if (cite.article_id, cite.start) in leads})
    return TimelineEntry(
        entry_id=content_id("entry", story_id, main.happening_id),
        story_id=story_id,
        first=main.first,
        last=main.last,
        grain=main.grain,
        text=show_quote(cites[0].quote),
        status=main.status,
        origins=behind.origins,
        articles=behind.articles,
        outlets=behind.outlets,
        speakers=behind.speakers,
        importance=_weigh(behind.origins, in_lead, main, cites),
        time_basis="inferred" if main.time_basis == "inferred" else "told",
        time_why=main.time_why,
        reported=min((day for happening in group.happenings if (day := happening.reported)), default=None),
        cites=spread_cites(evidence, cites, settings.most_cites),
    )


def _order_cites(group: _Group) -> list[Cite]:
    """Return the cites of a line, those that can be read alone first: the first is the line's text."""
    return sorted(group.cites, key=lambda cite: (not stands_alone(cite.quote), group.cites.index(cite)))


def find_common_words(texts: Iterable[str], settings: BriefSettings) -> frozenset[str]:
    """Return the words that so many of a story's lines have that they tell none from another."""
    counts: Counter[str] = Counter()
    total = 0
    for text in texts:
        counts.update(find_content_words(text))
        total += 1
    return frozenset(word for word, count in counts.items() if count > max(3.0, settings.common_part * total))


def share_words(left: str, right: str, common: Container[str]) -> float:
    """Return the part of the shorter text's telling words that the other has too; 0 under three words, and where both
    give names and not one is the same.

    Names tell who, bare numbers and words of time mostly the day: what two deeds of one day have in common anyway.
    """
    names = [_find_names(text) for text in (left, right)]
    ours, theirs = (
        {word for word in find_content_words(text) if not (word in common or word.isdigit() or word in _DAY_WORDS)}
        - names[0]
        - names[1]
        for text in (left, right)
    )
    shared = len(ours & theirs)
    others = all(names) and not names[0] & names[1]
    return shared / min(len(ours), len(theirs)) if shared >= _LEAST_SHARED and not others else 0.0


def _find_names(text: str) -> set[str]:
    """Return the words of a sentence that have a capital anywhere but at its beginning."""
    found = " ".join(_CAPITALISED.findall(text))
    return {word for word, _, _ in find_words(found)} | find_content_words(found)


def show_quote(quote: str) -> str:
    """Return a cited stretch on one line, with dots where it begins or ends inside a sentence or a quotation."""
    text = " ".join(quote.split())
    before = "" if text[:1].isupper() or not text[:1].isalpha() else "… "
    open_quote = text.count('"') % 2 == 1 or text.count("“") > text.count("”")
    after = "" if text.endswith((".", "!", "?", "”", '"', "’", "'")) and not open_quote else " …"
    return f"{before}{text.rstrip(' ,;')}{after}"


def stands_alone(text: str) -> bool:
    """True when a sentence can be read without the one before it, as far as its first word tells."""
    return not _LEANING.match(text)


def _weigh(origins: int, in_lead: int, happening: Happening, cites: Sequence[Cite]) -> int:
    """Return 3 for what several independent reports tell, one of them up front; 2 for what two tell, or one tells up
    front or of a single day in a line that can be read alone; else 1."""
    if happening.standing != "told":
        return 1
    if origins >= 3 or (origins >= 2 and in_lead):
        return 3
    own_day = happening.grain == "day" and not happening.background and stands_alone(cites[0].quote)
    return 2 if origins >= 2 or (own_day and (in_lead or _is_whole(cites[0].quote))) else 1


def _is_whole(quote: str) -> bool:
    """True for a whole sentence, False for a clause cut out of one."""
    return quote[:1].isupper() and quote.rstrip().endswith((".", "”", '"', "!"))
