"""Places in exports: entities and happenings on the map, and the GeoJSON of them."""

import json
from typing import Any

import pytest

from dateline.export.contract import Document
from dateline.export.document import build_document
from dateline.export.geojson import write_geojson
from dateline.export.places import Atlas, choose_spot
from dateline.model import Article, Cite, Entity, Happening, Location, PlaceRole, Record, Story, TimelineEntry

TEXT = "Fire in Porto. A mill burned in Porto on Monday, the mayor of Lisbon said."


def locate(start: int, end: int, name: str, role: PlaceRole, **more: Any) -> Location:
    """Return a location of the only article."""
    values: dict[str, Any] = {
        "country": "PT", "admin": name, "latitude": 41.15, "longitude": -8.61, "kind": "city", "confidence": 0.9,
        "why": "it has most inhabitants of that name", "entity_id": name.lower(), **more,
    }  # fmt: skip
    return Location(article_id="a", story_id="s", start=start, end=end, name=name, role=role, **values)


LOCATIONS = (
    locate(8, 13, "Porto", "mentioned"),
    locate(32, 37, "Porto", "setting", events=("e1", "e2")),
    locate(62, 68, "Lisbon", "mentioned", latitude=38.72, longitude=-9.13),
)
LINE = Cite(article_id="a", start=15, end=len(TEXT), quote=TEXT[15:])


def happening(name: str, place: str | None, *events: str) -> Happening:
    """Return a happening of the second sentence."""
    return Happening(
        happening_id=name, story_id="s", type="ACCIDENT", lemma="burn", text=LINE.quote, actors=(), targets=(),
        place=place, first="2021-05-03", last="2021-05-03", grain="day", status="actual", background=False,
        standing="told", events=events, cites=(LINE,),
    )  # fmt: skip


class Rows:
    """Records at hand, as a desk gives them."""

    def __init__(self, *records: Record) -> None:
        """Keep the records."""
        self.records = records

    def rows(self, kind: type[Any]) -> tuple[Any, ...]:
        """Return those of a kind."""
        return tuple(row for row in self.records if isinstance(row, kind))


@pytest.fixture
def document() -> Document:
    """A story of one report with three happenings, of which one has a place where things happen."""
    article = Article(
        article_id="a", capture_id="c", uri="a.txt", sha256="", text=TEXT, language="en", outlet="Gazette"
    )
    entities = [
        Entity(entity_id=name.lower(), story_id="s", kind="GPE", name=name, aliases=(), roles=(), known=None)
        for name in ("Porto", "Lisbon")
    ]
    entry = TimelineEntry(
        entry_id="t", story_id="s", first="2021-05-03", last="2021-05-03", grain="day", text=LINE.quote,
        status="actual", origins=1, importance=3, cites=(LINE,),
    )  # fmt: skip
    happenings = [happening("there", "porto", "e1"), happening("also", None, "e2"), happening("held", "lisbon", "e3")]
    story = Story(story_id="s", title="Fire in Porto", articles=("a",))
    return build_document(Rows(article, story, *entities, *LOCATIONS, *happenings, happening("none", None), entry))


def test_entities_have_their_point_and_others_none(document: Document) -> None:
    points = {
        row["name"]: (row["latitude"], row["longitude"], row["country"]) for row in document["stories"][0]["entities"]
    }
    assert points == {"Porto": (41.15, -8.61, "PT"), "Lisbon": (38.72, -9.13, "PT")}


def test_a_happening_is_on_the_map_only_where_one_of_its_events_takes_place(document: Document) -> None:
    story = document["stories"][0]
    assert {row["happening_id"]: row["location"] is not None for row in story["events"]} == {
        "there": True, "also": True, "held": False, "none": False,
    }  # fmt: skip
    assert story["timeline"][0]["location"] is not None
    assert story["timeline"][0]["location"]["name"] == "Porto"


def test_places_are_listed_with_their_mentions_as_written(document: Document) -> None:
    places = document["stories"][0]["places"]
    assert [(place["name"], place["settings"], len(place["mentions"])) for place in places] == [
        ("Porto", 1, 2),
        ("Lisbon", 0, 1),
    ]
    for place in places:
        for mention in place["mentions"]:
            assert TEXT[mention["start"] : mention["end"]] == mention["quote"] == place["name"]


def test_an_entity_in_two_countries_has_no_point() -> None:
    other = locate(8, 13, "Porto", "mentioned", country="BR", latitude=-10.7, longitude=-48.4)
    assert Atlas([*LOCATIONS, other]).find_entity("porto") is None
    assert choose_spot([]) is None


def test_geojson_is_a_collection_of_points_east_before_north(document: Document) -> None:
    data = json.loads(write_geojson(document))
    assert data["type"] == "FeatureCollection"
    assert [feature["id"] for feature in data["features"]] == ["also", "there"]
    for feature in data["features"]:
        assert feature["type"] == "Feature"
        assert feature["geometry"] == {"type": "Point", "coordinates": [-8.61, 41.15]}
        assert feature["properties"]["first"] == "2021-05-03"
        assert feature["properties"]["cites"][0]["quote"] == LINE.quote
        assert feature["properties"]["cites"][0]["source"] == "Gazette"


def test_geojson_of_nothing_is_an_empty_collection() -> None:
    assert json.loads(write_geojson(build_document(Rows()))) == {"type": "FeatureCollection", "features": []}
