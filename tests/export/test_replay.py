"""States as they were known on an earlier day."""

from __future__ import annotations

import pytest

from dateline.export.contract import ArticleData, CiteData, StateData, StateValueData
from dateline.export.replay import replay_states

ARTICLES = [{"article_id": "a", "published": "2021-05-03"}, {"article_id": "b", "published": "2021-05-08T10:00"}]


def cite(article: str) -> CiteData:
    return CiteData(article_id=article, start=0, end=1, quote="x")


def value(text: str, reported: str, *articles: str) -> StateValueData:
    return StateValueData(
        value=text,
        since=reported,
        since_last=None,
        since_basis="told",
        reported=reported,
        status="actual",
        due=None,
        partial="",
        presupposed=False,
        certainty=0.9,
        articles=len(articles),
        origins=len(articles),
        cites=[cite(article) for article in articles],
    )


STATE = StateData(
    subject="Orle bridge",
    attribute="operation",
    last_reported="2021-05-08",
    values=[value("closed", "2021-05-03", "a", "b"), value("open again", "2021-05-08T10:00", "b")],
)


@pytest.mark.parametrize(
    ("day", "known"),
    [
        ("2021-05-02", []),
        ("2021-05-03", [("closed", 1)]),
        ("2021-05-07", [("closed", 1)]),
        ("2021-05-08", [("closed", 2), ("open again", 1)]),
        ("2021-05", [("closed", 2), ("open again", 1)]),
        ("2020", []),
    ],
)
def test_what_was_known(day: str, known: list[tuple[str, int]]) -> None:
    articles: list[ArticleData] = ARTICLES  # type: ignore[assignment]
    states = replay_states([STATE], articles, day)
    assert [(v["value"], v["articles"]) for state in states for v in state["values"]] == known
    assert all(
        state["last_reported"] == ("2021-05-08" if len(state["values"]) > 1 else "2021-05-03") for state in states
    )
