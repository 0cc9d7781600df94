"""The ``brief`` stage: the timeline and the lines of the brief, none without a cite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from dateline.brief.evidence import spread_cites
from dateline.brief.timeline import (
    find_common_words,
    find_leads,
    keep_witnesses,
    make_timeline,
    share_words,
    show_quote,
    stands_alone,
    timeline_order,
)
from dateline.brief.wording import say_date, say_value
from dateline.dates import parse_cut
from dateline.model import (
    Article,
    BriefSentence,
    Cite,
    Claim,
    Dating,
    Discrepancy,
    Entity,
    Happening,
    Origin,
    Passage,
    Record,
    Section,
    Sentence,
    Slot,
    State,
    TimelineEntry,
)
from dateline.settings import BriefSettings
from dateline.stage import Batch
from dateline.support import Evidence, say_support
from dateline.words import find_words

_Line = tuple[str, tuple[Cite, ...]]


def write_brief(batch: Batch, settings: BriefSettings) -> Iterable[Record]:
    """Yield the story's timeline entries and the lines of its brief, in sections, each line with its cites."""
    evidence = Evidence(batch.all(Origin), batch.all(Passage), batch.all(Article), batch.all(Claim))
    happenings = keep_witnesses(batch.all(Happening), batch.all(Dating))
    timeline = make_timeline(batch.key, happenings, batch.all(Sentence), evidence, settings)
    yield from timeline
    leads = find_leads(batch.all(Sentence))
    main = _choose_main(timeline, leads, batch.all(Dating), settings)
    sections: list[tuple[Section, Iterable[_Line]]] = [
        ("what happened", map(_say_entry, main) if main else _say_undated(batch, leads, evidence, settings)),
        ("latest state", _say_latest(timeline, main, batch, settings)),
        ("agreed", _say_agreed(batch.all(Slot), evidence, settings)),
        ("differing", _say_differing(batch.all(Discrepancy), settings)),
        ("who says what", _say_claims(batch.all(Claim), batch.all(Entity), settings)),
    ]
    lines = [(section, text, cites) for section, found in sections for text, cites in found]
    for position, (section, text, cites) in enumerate(lines):
        yield BriefSentence(story_id=batch.key, position=position, section=section, text=text, cites=cites)


def _choose_main(
    timeline: Sequence[TimelineEntry],
    leads: set[tuple[str, int]],
    datings: Sequence[Dating],
    settings: BriefSettings,
) -> list[TimelineEntry]:
    """Choose the entries that tell the story: the weightiest of its own days, in the order of time."""
    happened = [entry for entry in timeline if _is_plain(entry)]
    fresh = [entry for entry in happened if _is_news(entry, datings, settings)]
    common = find_common_words((entry.text for entry in timeline), settings)
    chosen: list[TimelineEntry] = []
    for entry in sorted(fresh or happened, key=lambda entry: _main_order(entry, leads)):
        repeated = any(
            entry.text == other.text
            or (entry.first == other.first and share_words(entry.text, other.text, common) >= settings.repeated_words)
            for other in chosen
        )
        if len(chosen) < settings.main_entries and not repeated:
            chosen.append(entry)
    return sorted(chosen, key=timeline_order)


def _main_order(entry: TimelineEntry, leads: set[tuple[str, int]]) -> tuple[int, int, int, int, str]:
    """Sort by weight, then origins, then by how many reports open with it; of equals the newest first."""
    day = parse_cut(entry.first)
    opening = sum((cite.article_id, cite.start) in leads for cite in entry.cites)
    return (-entry.importance, -entry.origins, -opening, -(day.first.toordinal() if day else 0), entry.entry_id)


def _is_plain(entry: TimelineEntry) -> bool:
    """True when a line tells of what took place, is about that, and can be read alone."""
    return entry.status == "actual" and entry.importance > 1 and stands_alone(entry.text)


def _is_news(entry: TimelineEntry, datings: Sequence[Dating], settings: BriefSettings) -> bool:
    """True when an entry falls into the days that the story is written in, or shortly before: not its background."""
    written = [day for dating in datings if (day := parse_cut(dating.published))]
    day = parse_cut(entry.first)
    if not written or day is None:
        return True
    start = min(interval.first for interval in written) - timedelta(days=settings.news_days)
    return day.last >= start and day.grain not in ("year", "month")


def _say_entry(entry: TimelineEntry) -> _Line:
    told = say_support(entry.articles, entry.outlets, entry.origins)
    reports = f" ({told})" if entry.articles > 1 else ""
    reports = f" (by the report of {say_date(entry.reported)})" if entry.time_basis == "inferred" else reports
    return f"{say_date(entry.first, entry.last)}: {entry.text}{reports}", entry.cites


def _say_undated(
    batch: Batch, leads: set[tuple[str, int]], evidence: Evidence, settings: BriefSettings
) -> Iterator[_Line]:
    """Tell what the reports open with when nothing in them can be dated."""
    told: dict[str, tuple[Cite, ...]] = {}
    for found in sorted(batch.all(Happening), key=lambda h: (-len(h.cites), h.cites[0])):
        opening = found.cites[0].article_id, found.cites[0].start
        plain = found.standing == "told" and found.status == "actual" and found.first is None
        if plain and opening in leads and stands_alone(found.cites[0].quote):
            told.setdefault(show_quote(found.cites[0].quote), found.cites)
    for text, cites in list(told.items())[: settings.latest_entries]:
        yield text, spread_cites(evidence, cites, settings.most_cites)


def _say_latest(
    timeline: Sequence[TimelineEntry],
    main: Sequence[TimelineEntry],
    batch: Batch,
    settings: BriefSettings,
) -> Iterator[_Line]:
    """Tell each state's last value; where nothing changes state, what else the newest day brought."""
    states = batch.all(State)
    for state in sorted(states, key=lambda s: (s.subject, s.attribute))[: settings.most_states]:
        before, last = state.values[:-1], state.values[-1]
        since = f" (since {say_date(last.since)})" if last.since else ""
        was = f"; before: {before[-1].value}" if before else ""
        yield f"{state.subject}, {state.attribute}: {last.value}{since}{was}", last.cites
    if not states:
        datings = batch.all(Dating)
        news = [e for e in timeline if _is_plain(e) and e.grain == "day" and _is_news(e, datings, settings)]
        newest = max((entry.first or "" for entry in news), default="")
        others = [entry for entry in news if entry.first == newest and entry not in main]
        for entry in sorted(others, key=timeline_order)[-settings.latest_entries :]:
            yield _say_entry(entry)


def _say_agreed(slots: Sequence[Slot], evidence: Evidence, settings: BriefSettings) -> Iterator[_Line]:
    """Tell the numbers on which independent reports agree, or differ by rounding alone; what several sources say in
    one report alone is no agreement of reports."""
    told = 0
    for slot in sorted(slots, key=lambda s: (-_origins_of(s, evidence), s.label, s.slot_id)):
        cites = tuple(cite for value in slot.values for cite in value.cites)
        behind = evidence.count(cites)
        agreed = slot.verdict in ("agree", "rounding") and behind.origins > 1 and behind.articles > 1
        if not agreed or told >= settings.most_agreed:
            continue
        told += 1
        firm = [value for value in slot.values if value.approx != "vague"] or slot.values
        answers = " = ".join(dict.fromkeys(say_value(value, slot.unit) for value in firm))
        reports = say_support(behind.articles, behind.outlets, behind.origins)
        yield f"{slot.label}: {answers} ({reports})", spread_cites(evidence, cites, settings.most_cites)


def _origins_of(slot: Slot, evidence: Evidence) -> int:
    return evidence.count(cite for value in slot.values for cite in value.cites).origins


def _say_differing(discrepancies: Sequence[Discrepancy], settings: BriefSettings) -> Iterator[_Line]:
    ranked = sorted(discrepancies, key=lambda d: (d.verdict != "conflict", -d.severity, d.about, d.discrepancy_id))
    for found in ranked[: settings.most_differing]:
        sides = " / ".join(f"{side.says}{f' ({side.said_by})' if side.said_by else ''}" for side in found.sides)
        cites = tuple(dict.fromkeys(side.cites[0] for side in found.sides))
        yield f"{found.about}: {sides}. {found.verdict}: {found.why}", cites


def _say_claims(claims: Sequence[Claim], entities: Sequence[Entity], settings: BriefSettings) -> Iterator[_Line]:
    """Quote each main speaker once, and no words twice: named speakers first, those quoted most often before others."""
    names = {entity.name for entity in entities}
    by_speaker: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.speaker and claim.kind == "direct" and len(claim.cite.quote.split()) >= settings.least_quote_words:
            by_speaker.setdefault(claim.speaker, []).append(claim)
    ranked = sorted(by_speaker.items(), key=lambda item: (item[0] not in names, -len(item[1]), item[0]))
    said: list[str] = []
    for speaker, own in ranked:
        best = min(own, key=lambda c: (abs(len(c.cite.quote.split()) - settings.good_quote_words), c.claim_id))
        words = " ".join(word for word, _, _ in find_words(best.cite.quote))
        if len(said) < settings.most_speakers and not any(words in other or other in words for other in said):
            said.append(words)
            yield f"{speaker}: “{best.cite.quote.rstrip(' ,;')}”", (best.cite,)
