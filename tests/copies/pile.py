"""Invented texts, and the three stages of copies run over them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dateline.copies.copies import find_copies
from dateline.copies.match import match_articles
from dateline.copies.sign import sign_article
from dateline.model import Article, Copy, Judgement, Pair, Signature
from dateline.settings import CopiesSettings, MatchSettings, SignSettings
from dateline.stage import Batch

WIRE = (
    "The harbour master of Pelm closed the northern basin on Tuesday after a barge broke loose in the night and struck "
    "the fuel pier.\nNo one was hurt, but divers found a crack four metres long under the waterline. The barge belongs "
    "to a firm in the capital that had been fined twice for slack moorings.\nFerries were sent to the southern quay, "
    "where crews worked until dawn to lay out new gangways. The basin will stay closed until the pier has been shored "
    "up, which the town engineer expects to take nine days.\nFishermen complained that they had not been told."
)
OTHER = (
    "Pelm's northern basin is shut. A loose barge hit the fuel pier there during a gale, and the town now reckons with "
    "more than a week of repairs.\nPassengers to the islands have to walk to the southern quay instead. A spokeswoman "
    "for the port could not say who will pay, and the owner of the barge did not answer calls on Tuesday evening."
)


def make_article(
    article_id: str,
    text: str,
    outlet: str | None = None,
    published: str | None = None,
    agency: str | None = None,
    zone: str | None = None,
    title: str = "",
) -> Article:
    return Article(
        article_id=article_id,
        capture_id="c" + article_id,
        uri=article_id,
        sha256="",
        text=f"{title}\n\n{text}" if title else text,
        title=title or None,
        body_start=len(title) + 2 if title else 0,
        outlet=outlet,
        published=published,
        published_zone=zone,
        agency=agency,
    )


def sign(article: Article) -> Signature:
    (row,) = sign_article(Batch(article.article_id, {Article: (article,)}), SignSettings())
    assert isinstance(row, Signature)
    return row


def match(articles: Sequence[Article], settings: MatchSettings | None = None) -> list[Pair]:
    batch = Batch("", {Signature: tuple(map(sign, articles))})
    return [row for row in match_articles(batch, settings or MatchSettings()) if isinstance(row, Pair)]


def find(*articles: Article, judgements: tuple[Judgement, ...] = ()) -> list[Copy]:
    """Run sign, match and copies; return what is found, in order of the articles."""
    by_id = {article.article_id: article for article in articles}
    pairs: dict[str, list[Pair]] = defaultdict(list)
    for pair in match(articles):
        pairs[pair.article_id].append(pair)
    found: list[Copy] = []
    for article_id, own in sorted(pairs.items()):
        rows = (by_id[article_id], *(by_id[pair.of] for pair in own))
        batch = Batch(article_id, {Pair: tuple(own), Article: rows, Judgement: judgements})
        found += [row for row in find_copies(batch, CopiesSettings()) if isinstance(row, Copy)]
    return found
