"""A person's correction as a record: what they name is looked up in what is stored, and kept as articles.

Stories come and go with the articles; a judgement keeps the articles that its subjects stood for when it was given.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from dateline.errors import InputError, NotFoundError
from dateline.export.contract import ArticleData, Document, StoryData
from dateline.export.lookup import find_shown, find_story, match_articles, match_stories
from dateline.ids import content_id
from dateline.model import Judgement

Made = tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]
"""Subjects by their full ids, and the sides (``Judgement.sides``)."""


def make_judgement(document: Document, kind: str, keys: Sequence[str], note: str, number: int) -> Judgement:
    """Return the judgement of a kind about what these keys name: a story's number or id, an article's file or id.

    Raises InputError when the kind does not exist or takes other subjects, NotFoundError for a key that fits nothing
    or several things.
    """
    if kind not in KINDS:
        raise InputError(f"no judgement is called {kind!r}; choose one of {', '.join(KINDS)}")
    subjects, sides = KINDS[kind](document, keys)
    return number_judgement(Judgement(judgement_id="", kind=kind, subjects=subjects, note=note, sides=sides), number)


def number_judgement(judgement: Judgement, number: int) -> Judgement:
    """Return a judgement as the one given at this place in the order."""
    judgement_id = content_id("judgement", number, judgement.kind, *judgement.subjects)
    return replace(judgement, judgement_id=judgement_id, number=number)


def is_same(one: Judgement, other: Judgement) -> bool:
    """Tell whether two judgements say the same, whenever they were given."""
    return (one.kind, one.subjects, one.sides, one.note) == (other.kind, other.subjects, other.sides, other.note)


def find_judgement(judgements: Sequence[Judgement], key: str) -> Judgement:
    """Return the judgement of this number or with an id that opens so; raise NotFoundError for none or several."""
    found = [row for row in judgements if str(row.number) == key]
    found = found or [row for row in judgements if len(key) >= 4 and row.judgement_id.startswith(key)]
    if len(found) != 1:
        numbers = ", ".join(str(row.number) for row in judgements) or "none"
        raise NotFoundError(
            f"{'several judgements fit' if found else 'no judgement is called'} {key!r}; kept: {numbers}"
        )
    return found[0]


def _merge(document: Document, keys: Sequence[str]) -> Made:
    stories = [_find_story(document, key, "merge joins stories; for articles use same") for key in keys]
    _require_two("merge", keys, {story["story_id"] for story in stories})
    return tuple(story["story_id"] for story in stories), tuple(_members(story) for story in stories)


def _same(document: Document, keys: Sequence[str]) -> Made:
    return _compare(document, "same", keys)


def _not_same(document: Document, keys: Sequence[str]) -> Made:
    return _compare(document, "not_same", keys)


def _compare(document: Document, kind: str, keys: Sequence[str]) -> Made:
    """Read keys of articles or stories, or, where none of them is one, names of people, organisations and places."""
    if not any(match_articles(document, key) or match_stories(document, key) for key in keys):
        _require_two(kind, keys, set(keys))
        unknown = [key for key in keys if not _is_name(document, key)]
        if unknown:
            raise NotFoundError(f"no article, story or name is called {unknown[0]!r}; see: dateline sources, stories")
        return tuple(keys), ()
    shown = [find_shown(document, key) for key in keys]
    ids = [article["article_id"] if article else story["story_id"] if story else "" for article, story in shown]
    sides = [(article["article_id"],) if article else _members(story) if story else () for article, story in shown]
    _require_two(kind, keys, set(ids))
    if kind == "not_same" and len({member for side in sides for member in side}) < sum(map(len, sides)):
        raise InputError("an article cannot be kept apart from the story that it is in; use split to take it out")
    return tuple(ids), tuple(sides)


def _split(document: Document, keys: Sequence[str]) -> Made:
    story = _find_story(document, keys[0] if keys else "", "split takes a story, then articles of it")
    moved = _find_articles(document, keys[1:], "split takes a story, then articles of it")
    for article in moved:
        if article["article_id"] not in story["articles"]:
            raise InputError(f"{article['uri']} is not in the story {story['title']!r}; it is in {article['story_id']}")
    rest = [member for member in _members(story) if member not in {article["article_id"] for article in moved}]
    if not rest:
        raise InputError("these are all articles of the story; leave at least one in it")
    taken = tuple(sorted(article["article_id"] for article in moved))
    return (story["story_id"], *taken), (taken, tuple(rest))


def _move(document: Document, keys: Sequence[str]) -> Made:
    story = _find_story(document, keys[-1] if keys else "", "move takes articles, then the story that they belong to")
    moved = _find_articles(document, keys[:-1], "move takes articles, then the story that they belong to")
    taken = tuple(sorted(article["article_id"] for article in moved))
    for article in moved:
        if article["article_id"] in story["articles"]:
            raise InputError(f"{article['uri']} is in the story {story['title']!r} already; nothing to move")
    left = {article["story_id"] for article in moved}
    rest = [member for other in document["stories"] if other["story_id"] in left for member in _members(other)]
    return (*taken, story["story_id"]), ((*taken, *_members(story)), tuple(sorted(set(rest) - set(taken))))


def _rename(document: Document, keys: Sequence[str]) -> Made:
    known = {entity["entity_id"] for story in document["stories"] for entity in story["entities"]}
    if len(keys) != 2 or keys[0] not in known:
        raise NotFoundError("rename takes the id of an entity (dateline show STORY --json), then its new name")
    return tuple(keys), ()


KINDS: Mapping[str, Callable[[Document, Sequence[str]], Made]] = {
    "merge": _merge,
    "split": _split,
    "move": _move,
    "same": _same,
    "not_same": _not_same,
    "rename": _rename,
}
"""What can be judged, with what reads its subjects."""


def _find_story(document: Document, key: str, usage: str) -> StoryData:
    if not match_stories(document, key) and match_articles(document, key):
        raise InputError(f"{key!r} is an article; {usage}")
    return find_story(document, key)


def _find_articles(document: Document, keys: Sequence[str], usage: str) -> list[ArticleData]:
    found = []
    for key in keys:
        article, story = find_shown(document, key)
        if article is None:
            raise InputError(f"{key!r} is the story {story['title'] if story else ''!r}; {usage}")
        found.append(article)
    if not found:
        raise InputError(f"no article is named; {usage}")
    return found


def _members(story: StoryData) -> tuple[str, ...]:
    return tuple(sorted(story["articles"]))


def _is_name(document: Document, key: str) -> bool:
    entities = (entity for story in document["stories"] for entity in story["entities"])
    return any(key.casefold() in {name.casefold() for name in (row["name"], *row["aliases"])} for row in entities)


def _require_two(kind: str, keys: Sequence[str], found: set[str]) -> None:
    if len(found) < 2:
        raise InputError(f"{kind} takes two or more; {len(keys)} given, {len(found)} of them different")
