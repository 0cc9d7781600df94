"""Finds in a document the story or article that a person names, and cuts a document down to one story."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from dateline.errors import NotFoundError
from dateline.export.contract import ArticleData, CiteData, Document, HasCites, StoryData
from dateline.export.phrase import name_file
from dateline.ids import content_id

SHORTEST_ID = 4
"""Fewer characters of an id than this are too likely to fit another one, or to be a number or a name."""


def find_story(document: Document, key: str) -> StoryData:
    """Return the story that a person names; raise NotFoundError when none or several fit."""
    found = match_stories(document, key)
    if len(found) != 1:
        raise NotFoundError(
            f"{'several stories fit' if found else 'no story is called'} {key!r}; see: dateline stories"
        )
    return found[0]


def find_shown(document: Document, key: str) -> tuple[ArticleData | None, StoryData | None]:
    """Return the one article or the one story that a person names; an article's file name goes first.

    Raises NotFoundError when none or several fit.
    """
    articles = match_articles(document, key)
    if len(articles) > 1:
        files = ", ".join(sorted(name_file(article["uri"]) for article in articles)[:5])
        raise NotFoundError(f"several articles fit {key!r} ({files}); give more of the name, or an id")
    if articles:
        return articles[0], None
    if not match_stories(document, key):
        raise NotFoundError(f"no article or story is called {key!r}; see: dateline sources, dateline stories")
    return None, find_story(document, key)


def match_stories(document: Document, key: str) -> list[StoryData]:
    """Return the stories whose id opens with ``key``, or the one whose place in the list (from 1) it is.

    A story is found by ids that it had before, too: it is called after its first article, so any id that it had, or
    that a story had which has gone into it, is made of one of its articles.
    """
    stories = document["stories"]
    if key.isdecimal() and 1 <= int(key) <= len(stories):
        return [stories[int(key) - 1]]
    if len(key) < SHORTEST_ID:
        return []
    named = [story for story in stories if story["story_id"].startswith(key)]
    return named or [
        story for story in stories if any(content_id("story", article).startswith(key) for article in story["articles"])
    ]


def match_articles(document: Document, key: str) -> list[ArticleData]:
    """Return the articles with this file name (with or without its ending), else those whose id opens with it."""
    named = [article for article in document["articles"] if key in _names(article)]
    return named or [
        article for article in document["articles"] if len(key) >= SHORTEST_ID and article["article_id"].startswith(key)
    ]


def list_stories(document: Document) -> list[dict[str, object]]:
    """Return each story's id, title and counts."""
    return [
        {
            "story_id": story["story_id"],
            "title": story["title"],
            "articles": len(story["articles"]),
            "origins": story["origins"],
            "outlets": story["outlets"],
            "discrepancies": len(story["discrepancies"]),
        }
        for story in document["stories"]
    ]


def pick_parts(document: Document, *parts: str) -> list[dict[str, object]]:
    """Return each story's id, title and the named parts."""
    names = {"story_id", "title", *parts}
    return [{name: value for name, value in story.items() if name in names} for story in document["stories"]]


def _names(article: ArticleData) -> set[str]:
    """Return the names that a person may call an article by."""
    file = name_file(article["uri"])
    return {article["uri"], file, PurePosixPath(file).stem}


def keep_story(document: Document, key: str | None) -> Document:
    """Return the document with one story and its articles only, or as it is for None."""
    if key is None:
        return document
    story = find_story(document, key)
    kept = set(story["articles"])
    return Document(
        articles=[article for article in document["articles"] if article["article_id"] in kept],
        dropped=document["dropped"],
        copies=[copy for copy in document["copies"] if copy["article_id"] in kept],
        stories=[story],
    )


def cited_spans(document: Document, article_id: str) -> list[tuple[int, int]]:
    """Return the stretches of an article that its story cites, joined where they meet, in order."""
    return join_spans(
        (cite["start"], cite["end"])
        for story in document["stories"]
        if article_id in story["articles"]
        for cite in story_cites(story)
        if cite["article_id"] == article_id
    )


def join_spans(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return stretches in order, those that meet or overlap joined."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def story_cites(story: StoryData) -> list[CiteData]:
    """Return every cite that a story's page shows, in the order of its sections."""
    rows: list[HasCites] = [*story["brief"], *story["timeline"]]
    for discrepancy in story["discrepancies"]:
        rows += discrepancy["sides"]
    for slot in story["quantities"]:
        rows += slot["values"]
    for state in story["states"]:
        rows += state["values"]
    for entity in story["entities"]:
        rows += entity["roles"]
    quotes = [
        CiteData(article_id=q["article_id"], start=q["start"], end=q["end"], quote=q["quote"]) for q in story["quotes"]
    ]
    settled = [cite for row in story["discrepancies"] for cite in row["settled_by"]]
    return [cite for row in rows for cite in row["cites"]] + settled + quotes
