"""How each record of a story stands in an export: one function for each kind, from the record to the shape of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dateline.export.contract import (
    BriefData,
    ChapterData,
    CiteData,
    DiscrepancyData,
    EntityData,
    EventData,
    OriginData,
    PassageData,
    QuoteData,
    SlotData,
    StateData,
    TieData,
    TimelineData,
)
from dateline.export.places import describe_location
from dateline.model import (
    BriefSentence,
    Chapter,
    Cite,
    Claim,
    Discrepancy,
    Entity,
    Happening,
    Location,
    Origin,
    Passage,
    Quote,
    Slot,
    State,
    Tie,
    TimelineEntry,
)
from dateline.support import Evidence


def describe_origin(row: Origin) -> OriginData:
    """Return one line of reporting."""
    return OriginData(
        articles=list(row.articles),
        why=row.why,
        origin_id=row.origin_id,
        newsroom=row.newsroom,
        ties=[describe_tie(tie) for tie in row.ties],
        doubts=[describe_tie(tie) for tie in row.doubts],
    )


def describe_tie(tie: Tie) -> TieData:
    """Return what binds an article to another or to a newsroom."""
    return TieData(kind=tie.kind, article_id=tie.article_id, other=tie.other, newsroom=tie.newsroom, why=tie.why)


def describe_passage(row: Passage) -> PassageData:
    """Return a stretch of an article that is another origin's reporting."""
    return PassageData(
        article_id=row.article_id,
        start=row.start,
        end=row.end,
        origin_id=row.origin_id,
        of=row.of,
        newsroom=row.newsroom,
        why=row.why,
    )


def describe_cites(cites: Iterable[Cite]) -> list[CiteData]:
    """Return cites in the order in which their record gives them."""
    return [CiteData(article_id=c.article_id, start=c.start, end=c.end, quote=c.quote) for c in cites]


def describe_entry(row: TimelineEntry, location: Location | None = None) -> TimelineData:
    """Return one line of the timeline, with where its happening took place."""
    return TimelineData(
        first=row.first,
        last=row.last,
        grain=row.grain,
        time_basis=row.time_basis,
        time_why=row.time_why,
        reported=row.reported,
        text=row.text,
        status=row.status,
        origins=row.origins,
        articles=row.articles,
        outlets=row.outlets,
        speakers=row.speakers,
        importance=row.importance,
        location=describe_location(location),
        cites=describe_cites(row.cites),
    )


def describe_sentence(row: BriefSentence) -> BriefData:
    """Return one line of the brief, in one piece and in its parts."""
    return BriefData(
        section=row.section,
        text=row.text,
        when=row.when,
        words=row.words or row.text,
        behind=row.behind,
        cites=describe_cites(row.cites),
    )


def describe_entity(row: Entity, location: Location | None = None) -> EntityData:
    """Return one entity with its other names and roles, and where it lies if it is a place."""
    return EntityData(
        entity_id=row.entity_id,
        kind=row.kind,
        name=row.name,
        aliases=list(row.aliases),
        roles=[{"text": role.text, "term": role.term, "cites": describe_cites(role.cites)} for role in row.roles],
        known=row.known,
        latitude=location.latitude if location else None,
        longitude=location.longitude if location else None,
        country=location.country or None if location else None,
    )


def describe_quote(claim: Claim, quote: Quote | None) -> QuoteData:
    """Return one attributed statement; its span is the claim's cite."""
    return QuoteData(
        article_id=claim.cite.article_id,
        start=claim.cite.start,
        end=claim.cite.end,
        quote=claim.cite.quote,
        kind=claim.kind,
        speaker_text=quote.speaker_text if quote else None,
        speaker=claim.speaker,
        speakers=list(claim.speakers),
        cue=quote.cue if quote else None,
        stance=claim.stance,
        voice=claim.voice,
        hedge=claim.hedge,
        saying_id=claim.saying_id,
        primary_speakers=claim.primary_speakers,
        articles=claim.articles,
        outlets=claim.outlets,
        origins=claim.origins,
    )


def describe_happening(
    row: Happening, names: Mapping[str, str], evidence: Evidence, location: Location | None = None
) -> EventData:
    """Return one happening, its participants by name, where it was, and how many independent reports tell of it."""
    behind = evidence.count(row.cites)
    return EventData(
        happening_id=row.happening_id,
        type=row.type,
        text=row.text,
        actors=[names.get(actor, actor) for actor in row.actors],
        targets=[names.get(target, target) for target in row.targets],
        place=names.get(row.place, row.place) if row.place else None,
        location=describe_location(location),
        first=row.first,
        last=row.last,
        grain=row.grain,
        time_basis=row.time_basis,
        time_why=row.time_why,
        reported=row.reported,
        status=row.status,
        background=row.background,
        origins=behind.origins,
        articles=behind.articles,
        outlets=behind.outlets,
        speakers=behind.speakers,
        realises=row.realises,
        cites=describe_cites(row.cites),
    )


def describe_slot(row: Slot) -> SlotData:
    """Return one slot with its answers."""
    return SlotData(
        slot=row.label,
        unit=row.unit,
        verdict=row.verdict,
        why=row.why,
        least=row.least,
        best=row.best,
        most=row.most,
        values=[
            {
                "text": value.text,
                "superseded": value.superseded,
                "value": value.value,
                "low": value.low,
                "high": value.high,
                "approx": value.approx,
                "as_of": value.as_of,
                "said_by": value.said_by,
                "origins": value.origins,
                "articles": value.articles,
                "outlets": value.outlets,
                "speakers": value.speakers,
                "cites": describe_cites(value.cites),
            }
            for value in row.values
        ],
    )


def describe_discrepancy(row: Discrepancy) -> DiscrepancyData:
    """Return one discrepancy with its sides."""
    return DiscrepancyData(
        kind=row.kind,
        about=row.about,
        verdict=row.verdict,
        severity=row.severity,
        why=row.why,
        settled=row.settled,
        settled_by=describe_cites(row.settled_by),
        sides=[
            {
                "says": side.says,
                "said_by": side.said_by,
                "origins": side.origins,
                "articles": side.articles,
                "outlets": side.outlets,
                "speakers": side.speakers,
                "cites": describe_cites(side.cites),
            }
            for side in row.sides
        ],
    )


def describe_chapter(row: Chapter) -> ChapterData:
    """Return a chapter."""
    return ChapterData(
        chapter_id=row.chapter_id,
        title=row.title,
        first=row.first,
        last=row.last,
        articles=list(row.articles),
        why=row.why,
    )


def describe_state(row: State) -> StateData:
    """Return one state with the values it took."""
    return StateData(
        subject=row.subject,
        attribute=row.attribute,
        last_reported=row.last_reported,
        values=[
            {
                "value": value.value,
                "since": value.since,
                "since_last": value.since_last,
                "since_basis": value.since_basis,
                "reported": value.reported,
                "status": value.status,
                "due": value.due,
                "partial": value.partial,
                "presupposed": value.presupposed,
                "certainty": value.certainty,
                "articles": value.articles,
                "origins": value.origins,
                "cites": describe_cites(value.cites),
            }
            for value in row.values
        ],
    )
