"""The states of a story as they were known on an earlier day: by the reports up to then, and nothing later."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.export.contract import ArticleData, Document, StateData, StateValueData


def replay_document(document: Document, day: str) -> Document:
    """Return a document with its stories' states as they were known on a day; all else is left as it is."""
    stories = [
        {**story, "states": replay_states(story["states"], document["articles"], day)} for story in document["stories"]
    ]
    return {**document, "stories": stories}  # type: ignore[typeddict-item]


def replay_states(states: Iterable[StateData], articles: Iterable[ArticleData], day: str) -> list[StateData]:
    """Return the states as known on ``day`` (ISO, cut to any grain): values that were reported by then, with the cites
    of the articles published by then, and when each state was last told of. States that nobody had told
    of are left out.

    Undated articles count as known from the first day on; a value none of whose cites remain is left out.
    """
    published = {row["article_id"]: row["published"] or "" for row in articles}
    known = []
    for state in states:
        values = [value for row in state["values"] if (value := _replay_value(row, published, day)) is not None]
        if values:
            days = [published[cite["article_id"]][:10] for value in values for cite in value["cites"]]
            known.append({**state, "values": values, "last_reported": max(filter(None, days), default=None)})
    return [StateData(**row) for row in known]  # type: ignore[typeddict-item]


def _replay_value(value: StateValueData, published: dict[str, str], day: str) -> StateValueData | None:
    if not _is_by(value["reported"] or "", day):
        return None
    cites = [cite for cite in value["cites"] if _is_by(published.get(cite["article_id"], ""), day)]
    if not cites:
        return None
    articles = len({cite["article_id"] for cite in cites})
    row: StateValueData = {**value, "cites": cites, "articles": articles, "origins": min(value["origins"], articles)}
    return row


def _is_by(date: str, day: str) -> bool:
    """Whether a date lies not after a day; both cut to the coarser grain. No date is by any day."""
    size = min(len(date), len(day))
    return date[:size] <= day[:size]
