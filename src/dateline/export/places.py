"""Where things are on the map: places of a story, and the place of a happening or of a line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dateline.export.contract import LocationData, PlaceData
from dateline.model import Happening, Location, TimelineEntry

Spot = tuple[str, str, float, float]


def spot_of(row: Location) -> Spot:
    """Return what tells two places apart."""
    return row.name, row.country, row.latitude, row.longitude


class Atlas:
    """The locations of one story, by entity and by event."""

    def __init__(self, rows: Iterable[Location]) -> None:
        """Index the rows."""
        self.rows = sorted(rows, key=lambda row: (row.article_id, row.start, row.end))
        self.by_entity: dict[str, list[Location]] = defaultdict(list)
        self.by_event: dict[str, list[Location]] = defaultdict(list)
        for row in self.rows:
            for event in row.events:
                self.by_event[event].append(row)
            if row.entity_id is not None:
                self.by_entity[row.entity_id].append(row)

    def find_entity(self, entity_id: str) -> Location | None:
        """Return where an entity lies; None where its names mean no place, or places in two countries."""
        return choose_spot(self.by_entity.get(entity_id, ()))

    def find_happening(self, row: Happening) -> Location | None:
        """Return where a happening took place: where its reports tell one of its events to take place."""
        return choose_spot([spot for event in row.events for spot in self.by_event.get(event, ())])

    def find_entry(self, entry: TimelineEntry, places: Mapping[tuple[str, int, int], Location]) -> Location | None:
        """Return where a line's happening took place, by the cites that they share."""
        found = [places[key] for cite in entry.cites if (key := (cite.article_id, cite.start, cite.end)) in places]
        return choose_spot(found)

    def index_cites(self, rows: Iterable[Happening]) -> dict[tuple[str, int, int], Location]:
        """Return the places of happenings by their cites, where one cite does not tell of two places."""
        found: dict[tuple[str, int, int], list[Location]] = defaultdict(list)
        for row in rows:
            spot = self.find_happening(row)
            if spot is not None:
                for cite in row.cites:
                    found[cite.article_id, cite.start, cite.end].append(spot)
        return {key: spots[0] for key, spots in found.items() if len({spot_of(spot) for spot in spots}) == 1}


def choose_spot(rows: Sequence[Location]) -> Location | None:
    """Return the place that most rows mean; None where they lie in two countries."""
    if len({row.country for row in rows}) != 1:
        return None
    counts: dict[Spot, int] = defaultdict(int)
    for row in rows:
        counts[spot_of(row)] += 1
    best = max(counts, key=lambda spot: (counts[spot], spot))
    return max((row for row in rows if spot_of(row) == best), key=lambda row: row.confidence)


def describe_location(row: Location | None) -> LocationData | None:
    """Return a place on the map."""
    if row is None:
        return None
    return LocationData(
        name=row.name,
        country=row.country or None,
        admin=row.admin,
        kind=row.kind,
        latitude=row.latitude,
        longitude=row.longitude,
        confidence=row.confidence,
        why=row.why,
    )


def describe_places(atlas: Atlas, texts: Mapping[str, str]) -> list[PlaceData]:
    """Return the places that a story names, those most often the scene of something first, with every mention."""
    spots: dict[Spot, list[Location]] = defaultdict(list)
    for row in atlas.rows:
        spots[spot_of(row)].append(row)
    ranked = sorted(
        spots.values(), key=lambda rows: (-count_settings(rows), -len(rows), rows[0].name, spot_of(rows[0]))
    )
    return [describe_place(rows, texts) for rows in ranked]


def count_settings(rows: Iterable[Location]) -> int:
    """Return how many mentions tell the place as the scene of something."""
    return sum(row.role == "setting" for row in rows)


def describe_place(rows: Sequence[Location], texts: Mapping[str, str]) -> PlaceData:
    """Return one place with its mentions, as written."""
    best = max(rows, key=lambda row: row.confidence)
    found = describe_location(best)
    assert found is not None
    return PlaceData(
        **found,
        entity_ids=sorted({row.entity_id for row in rows if row.entity_id}),
        settings=count_settings(rows),
        mentions=[
            {
                "article_id": row.article_id,
                "start": row.start,
                "end": row.end,
                "quote": texts[row.article_id][row.start : row.end],
                "role": row.role,
            }
            for row in rows
        ],
    )
