"""The ``brief`` stage: the timeline and the lines of the brief, none without a cite."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.brief.context import Context
from dateline.brief.lead import tell_what_happened
from dateline.brief.said import Said
from dateline.brief.sections import say_agreed, say_claims, say_differing, say_latest
from dateline.brief.timeline import keep_witnesses, make_timeline
from dateline.model import (
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


def write_brief(batch: Batch, settings: BriefSettings) -> Iterable[Record]:
    """Yield the story's timeline entries and the lines of its brief, in sections, each line with its cites."""
    context = Context.of(batch, settings)
    timeline = make_timeline(keep_witnesses(batch.all(Happening), batch.all(Dating)), context)
    yield from (line.entry for line in timeline)
    happened, shown = tell_what_happened(timeline, context)
    sections: list[tuple[Section, Iterable[Said]]] = [
        ("what happened", happened),
        ("latest state", say_latest(batch.all(State), timeline, shown, context)),
        ("agreed", say_agreed(batch.all(Slot), context)),
        ("differing", say_differing(batch.all(Discrepancy), context)),
        ("who says what", say_claims(batch.all(Claim), batch.all(Entity), context)),
    ]
    lines = [(section, said) for section, found in sections for said in found]
    yield from (said.make_sentence(batch.key, section, position) for position, (section, said) in enumerate(lines))
