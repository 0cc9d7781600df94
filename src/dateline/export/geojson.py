"""The happenings of all stories on the map: GeoJSON (RFC 7946), one point for each happening whose place is known."""

from __future__ import annotations

import json
from typing import Any

from dateline.export.contract import Document, EventData, StoryData
from dateline.export.phrase import index_articles, name_source


def write_geojson(document: Document) -> str:
    """Return a FeatureCollection; positions are longitude, latitude (WGS 84), of an area a point near its middle."""
    articles = index_articles(document)
    sources = {key: name_source(article) for key, article in articles.items()}
    features = [
        make_feature(story, event, sources)
        for story in document["stories"]
        for event in story["events"]
        if event["location"] is not None
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, indent=1) + "\n"


def make_feature(story: StoryData, event: EventData, sources: dict[str, str]) -> dict[str, Any]:
    """Return one happening as a point with its properties; nested are only its cites."""
    place = event["location"]
    assert place is not None
    return {
        "type": "Feature",
        "id": event["happening_id"],
        "geometry": {"type": "Point", "coordinates": [place["longitude"], place["latitude"]]},
        "properties": {
            "story": story["title"],
            "story_id": story["story_id"],
            "text": event["text"],
            "type": event["type"],
            "first": event["first"],
            "last": event["last"],
            "grain": event["grain"],
            "time_basis": event["time_basis"],
            "status": event["status"],
            "background": event["background"],
            "place": place["name"],
            "place_kind": place["kind"],
            "place_confidence": place["confidence"],
            "admin": place["admin"],
            "country": place["country"],
            "actors": "; ".join(event["actors"]),
            "targets": "; ".join(event["targets"]),
            "origins": event["origins"],
            "articles": event["articles"],
            "outlets": event["outlets"],
            "cites": [{**cite, "source": sources.get(cite["article_id"], "")} for cite in event["cites"]],
        },
    }
