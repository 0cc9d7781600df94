"""A person's gender: told by a title or description, else by the first name, else not at all."""

from __future__ import annotations

import pytest

from dateline.language.names import find_names
from dateline.language.reader import read_article
from dateline.model import Article


def make_article(text: str) -> Article:
    values: dict[str, object] = dict.fromkeys(
        ["url", "outlet", "title", "byline", "published", "published_basis", "updated", "language", "place", "agency"]
    )
    values |= {"dateline": None, "dateline_date": None, "article_id": "a", "capture_id": "c", "uri": "a.txt"}
    values |= {"sha256": "", "text": text, "body_start": 0, "captions": ()}
    return Article(**values)  # type: ignore[arg-type]


TOLD = {
    "The council met Mrs Hale on Monday.": {"Hale": "f"},
    "The council met Mr. Hale on Monday.": {"Hale": "m"},
    "Reporters asked Hale about the bridge.": {"Hale": None},
    "Theresa Bell met Donald Reed in Lyon.": {"Theresa Bell": "f", "Donald Reed": "m"},
    "Kim Reed met Ahn Min-seo in Lyon.": {"Kim Reed": None, "Ahn Min-seo": None},
    "The chairwoman, Robin Cole, left early.": {"Robin Cole": "f"},
    "Robin Cole, a businessman, left early.": {"Robin Cole": "m"},
    "Andrea Cole, secretary of the queen, left early.": {"Andrea Cole": None},
    "Queen Margrethe opened the hall.": {"Margrethe": "f"},
}


@pytest.mark.parametrize("text", TOLD)
def test_gender_is_told_by_titles_and_first_names(text: str) -> None:
    people = [mention for mention in find_names(read_article(make_article(text))) if mention.kind == "PER"]
    assert {mention.text: mention.gender for mention in people} == TOLD[text]
