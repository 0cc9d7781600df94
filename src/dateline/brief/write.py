"""The ``brief`` stage: the timeline and the lines of the brief, none without a cite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.brief.context import Context
from dateline.brief.evidence import spread_cites
from dateline.brief.lead import Said, is_news, is_plain, say_entry, tell_what_happened
from dateline.brief.timeline import Line, keep_witnesses, make_timeline, timeline_order
from dateline.model import (
    BriefSentence,
    Claim,
    Dating,
    Discrepancy,
    Entity,
    Happening,
    Record,
    Section,
    Slot,
    State,
)
from dateline.settings import BriefSettings
from dateline.stage import Batch
from dateline.support import Evidence, say_support
from dateline.wording import say_date, say_value
from dateline.words import find_words


def write_brief(batch: Batch, settings: BriefSettings) -> Iterable[Record]:
    """Yield the story's timeline entries and the lines of its brief, in sections, each line with its cites."""
    context = Context.of(batch, settings)
    timeline = make_timeline(keep_witnesses(batch.all(Happening), batch.all(Dating)), context)
    yield from (line.entry for line in timeline)
    happened, shown = tell_what_happened(timeline, context)
    sections: list[tuple[Section, Iterable[Said]]] = [
        ("what happened", happened),
        ("latest state", _say_latest(timeline, shown, batch, context)),
        ("agreed", _say_agreed(batch.all(Slot), context.evidence, settings)),
        ("differing", _say_differing(batch.all(Discrepancy), settings)),
        ("who says what", _say_claims(batch.all(Claim), batch.all(Entity), settings)),
    ]
    lines = [(section, text, cites) for section, found in sections for text, cites in found]
    for position, (section, text, cites) in enumerate(lines):
        yield BriefSentence(story_id=batch.key, position=position, section=section, text=text, cites=cites)


def _say_latest(
    timeline: Sequence[Line],
    shown: frozenset[str],
    batch: Batch,
    context: Context,
) -> Iterator[Said]:
    """Tell each state's last value; where nothing changes state, what else the newest day brought."""
    settings = context.settings
    states = batch.all(State)
    for state in sorted(states, key=lambda s: (s.subject, s.attribute))[: settings.most_states]:
        before, last = state.values[:-1], state.values[-1]
        since = f" (since {say_date(last.since)})" if last.since else ""
        was = f"; before: {before[-1].value}" if before else ""
        yield f"{state.subject}, {state.attribute}: {last.value}{since}{was}", last.cites
    if not states:
        news = [x.entry for x in timeline if is_plain(x) and x.entry.grain == "day" and is_news(x.entry, context)]
        newest = max((entry.first or "" for entry in news), default="")
        others = [entry for entry in news if entry.first == newest and entry.entry_id not in shown]
        for entry in sorted(others, key=timeline_order)[-settings.latest_entries :]:
            yield say_entry(entry)


def _say_agreed(slots: Sequence[Slot], evidence: Evidence, settings: BriefSettings) -> Iterator[Said]:
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
        answers = " = ".join(dict.fromkeys(say_value(value.value, value.low, value.high, value.approx, slot.unit) for value in firm))
        reports = say_support(behind.articles, behind.outlets, behind.origins)
        yield f"{slot.label}: {answers} ({reports})", spread_cites(evidence, cites, settings.most_cites)


def _origins_of(slot: Slot, evidence: Evidence) -> int:
    return evidence.count(cite for value in slot.values for cite in value.cites).origins


def _say_differing(discrepancies: Sequence[Discrepancy], settings: BriefSettings) -> Iterator[Said]:
    ranked = sorted(discrepancies, key=lambda d: (d.verdict != "conflict", -d.severity, d.about, d.discrepancy_id))
    for found in ranked[: settings.most_differing]:
        sides = " / ".join(f"{side.says}{f' ({side.said_by})' if side.said_by else ''}" for side in found.sides)
        cites = tuple(dict.fromkeys(side.cites[0] for side in found.sides))
        yield f"{found.about}: {sides}. {found.verdict}: {found.why}", cites


def _say_claims(claims: Sequence[Claim], entities: Sequence[Entity], settings: BriefSettings) -> Iterator[Said]:
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
