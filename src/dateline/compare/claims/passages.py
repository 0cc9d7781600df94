"""Which stretches of an article are another origin's reporting: words that it repeats, and words that it credits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.compare.claims.credits import Credit
from dateline.compare.claims.newsrooms import key_newsroom
from dateline.compare.claims.reuse import Span, count_words, cut_speech, merge_spans
from dateline.compare.claims.ties import find_rooms
from dateline.ids import content_id
from dateline.model import Article, Copy, Origin, Passage
from dateline.settings import AttestSettings


def find_passages(
    story_id: str,
    articles: Mapping[str, Article],
    origins: Sequence[Origin],
    copies: Iterable[Copy],
    credits: Mapping[str, Sequence[Credit]],
    speech: Mapping[str, Sequence[Span]],
    settings: AttestSettings,
) -> list[Passage]:
    """Return the passages of a story in order of article and place; none within one origin."""
    home = {key: origin.origin_id for origin in origins for key in origin.articles}
    copies = tuple(copies)
    found = [
        *_repeat(story_id, articles, home, copies, speech, settings),
        *_credit(story_id, articles, home, credits),
    ]
    found += list(_inherit(articles, home, copies, found, settings))
    unique = {row.passage_id: row for row in found}
    return sorted(unique.values(), key=lambda row: (row.article_id, row.start, row.end, row.passage_id))


def _inherit(
    articles: Mapping[str, Article],
    home: Mapping[str, str],
    copies: Iterable[Copy],
    passages: Iterable[Passage],
    settings: AttestSettings,
) -> Iterator[Passage]:
    """Yield the passages that stand word for word in another version or copy of their article, too."""
    twins: dict[str, dict[str, None]] = defaultdict(dict)
    for copy in sorted(copies, key=lambda copy: (copy.article_id, copy.of, copy.kind)):
        pair = (copy.article_id, copy.of)
        if all(key in articles for key in pair) and home[pair[0]] == home[pair[1]] and copy.kind != "quote":
            twins[pair[0]][pair[1]] = twins[pair[1]][pair[0]] = None
    for row in passages:
        text = articles[row.article_id].text[row.start : row.end]
        for key in twins[row.article_id] if count_words(text, (0, len(text))) >= settings.passage_words else ():
            at = articles[key].text.find(text)
            if at >= 0:
                there = at, at + len(text)
                yield _make(row.story_id, articles[key], *there, row.origin_id, row.why, row.of, row.newsroom)


def _repeat(
    story_id: str,
    articles: Mapping[str, Article],
    home: Mapping[str, str],
    copies: Iterable[Copy],
    speech: Mapping[str, Sequence[Span]],
    settings: AttestSettings,
) -> Iterator[Passage]:
    """Yield the stretches that stand in an article of another origin. Speech that both quote is no repetition."""
    for copy in sorted(copies, key=lambda copy: (copy.article_id, copy.of, copy.kind)):
        article = articles.get(copy.article_id)
        if article is None or copy.kind == "quote" or home[copy.article_id] == home.get(copy.of):
            continue
        source = articles.get(copy.of)
        whose = (source.outlet if source is not None else None) or "another report"
        for start, end in cut_speech(merge_spans(copy.spans), speech.get(copy.article_id, ())):
            words = count_words(article.text, (start, end))
            if words >= settings.passage_words:
                origin_id = home.get(copy.of) or content_id("outside", story_id, copy.of)
                why = f"{words} words in a row stand in {whose} too"
                yield _make(story_id, article, start, end, origin_id, why, copy.of, None)


def _credit(
    story_id: str, articles: Mapping[str, Article], home: Mapping[str, str], credits: Mapping[str, Sequence[Credit]]
) -> Iterator[Passage]:
    """Yield the stretches that credit a newsroom of another origin, or one that the story has no article of."""
    rooms = _place_newsrooms(articles, home)
    for key, found in sorted(credits.items()):
        article = articles[key]
        mine = {key_newsroom(article.outlet), *find_rooms(article)}
        merged: dict[tuple[str, str], list[Credit]] = defaultdict(list)
        for credit in found:
            origin_id = rooms.get(credit.room) or content_id("outside", story_id, credit.room)
            if credit.room not in mine and origin_id != home[key]:
                merged[origin_id, credit.room].append(credit)
        for (origin_id, _), rows in sorted(merged.items()):
            for start, end in merge_spans((row.start, row.end) for row in rows):
                name = next(row.name for row in rows if start <= row.start < end)
                why = f"it credits {name}"
                yield _make(story_id, article, start, end, origin_id, why, None, name)


def _place_newsrooms(articles: Mapping[str, Article], home: Mapping[str, str]) -> dict[str, str]:
    """Return newsroom → the origin that holds its reporting: its agency copy, else what its own outlet printed, reports
    of its own before what it has from agencies; of several the largest, first by id."""
    sizes: dict[str, dict[tuple[int, str], int]] = defaultdict(lambda: defaultdict(int))
    for key, article in articles.items():
        rooms = find_rooms(article)
        for room in rooms:
            sizes[room][0, home[key]] += 1
        own = key_newsroom(article.outlet)
        if own is not None and own not in rooms:
            sizes[own][2 if rooms else 1, home[key]] += 1
    return {room: min(found, key=lambda place: (place[0], -found[place], place[1]))[1] for room, found in sizes.items()}


def _make(
    story_id: str,
    article: Article,
    start: int,
    end: int,
    origin_id: str,
    why: str,
    of: str | None,
    newsroom: str | None,
) -> Passage:
    return Passage(
        passage_id=content_id("passage", story_id, article.article_id, start, end, origin_id, of or newsroom),
        story_id=story_id,
        article_id=article.article_id,
        start=start,
        end=end,
        origin_id=origin_id,
        why=why,
        of=of,
        newsroom=newsroom,
    )
