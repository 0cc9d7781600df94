"""The scorer of the floors: a perfect export scores 1 and 0 errors, and each fault costs where it should."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from evals.check_floors import is_worse
from evals.key_score import ERRORS, find_words, score_export

TEXT = "Mill burns down\n\nThe mill burned down on Monday, killing 3. “It went fast,” said miller Ada Boone."
OTHER = "The mill burned on Monday, and 4 died."


def cite(article: str, quote: str) -> dict[str, Any]:
    text = {"a": TEXT, "b": OTHER}[article]
    start = text.index(quote)
    return {"article_id": article, "start": start, "end": start + len(quote), "quote": quote}


KEY: dict[str, Any] = {
    "timeline": [
        {
            "id": "t1",
            "date": "2021-03-01",
            "end": None,
            "importance": 3,
            "evidence": [{"article": "01", "quote": "The mill burned down on Monday"}],
        }
    ],
    "quantities": [
        {
            "verdict": "conflict",
            "values": [
                {"evidence": [{"article": "01", "quote": "killing 3"}]},
                {"evidence": [{"article": "02", "quote": "4 died"}]},
            ],
        }
    ],
    "discrepancies": [
        {
            "verdict": "conflict",
            "sides": [
                {"evidence": [{"article": "01", "quote": "killing 3"}]},
                {"evidence": [{"article": "02", "quote": "4 died"}]},
            ],
        }
    ],
    "quotes": [
        {
            "article": "01",
            "quote": "It went fast",
            "speaker": "Ada Boone",
            "speaker_text": "miller Ada Boone",
            "kind": "direct",
        }
    ],
    "boilerplate": [{"article": "01", "line": "Share"}],
    "published_clues": [{"article": "02", "published": "2021-03-02"}],
    "copies": [],
}
SIDES = [{"cites": [cite("a", "3")]}, {"cites": [cite("b", "4")]}]
EXPORT: dict[str, Any] = {
    "articles": [
        {"article_id": "a", "uri": "pile/01_echo.txt", "text": TEXT, "published": "2021-03-01"},
        {"article_id": "b", "uri": "pile/02_post.txt", "text": OTHER, "published": "2021-03-02T08:00Z"},
    ],
    "dropped": [],
    "copies": [],
    "stories": [
        {
            "articles": ["a", "b"],
            "timeline": [{"first": "2021-03-01", "cites": [cite("a", "burned down")]}],
            "brief": [{"cites": [cite("b", "burned")]}],
            "quotes": [{**cite("a", "It went fast"), "speaker": "Ada Boone", "speaker_text": None}],
            "quantities": [{"verdict": "conflict", "values": SIDES}],
            "discrepancies": [{"about": "dead", "verdict": "conflict", "sides": SIDES}],
        }
    ],
}


def test_a_perfect_export_has_no_fault() -> None:
    scores = score_export(KEY, EXPORT)
    assert all(score == (0 if name in ERRORS else 1) for name, score in scores.items()), scores


@pytest.mark.parametrize(
    ("path", "value", "metric"),
    [
        (("articles", 0, "text"), TEXT + "\nShare", "furniture_leaked"),
        (("articles", 1, "text"), "Nothing.", "evidence_lost"),
        (("articles", 1, "published"), None, "dated"),
        (("stories", 0, "articles"), ["a"], "stray_articles"),
        (("stories", 0, "timeline", 0, "first"), "2021-03-02", "timeline_must"),
        (("stories", 0, "timeline", 0, "cites", 0, "quote"), "burned up", "broken_cites"),
        (("stories", 0, "brief", 0, "cites"), [], "broken_cites"),
        (("stories", 0, "quotes"), [], "quotes_direct"),
        (("stories", 0, "quotes", 0, "speaker"), "Mayor", "speakers"),
        (("stories", 0, "quantities", 0, "verdict"), "update", "slots"),
        (("stories", 0, "discrepancies", 0, "verdict"), "rounding", "discrepancies"),
    ],
)
def test_a_fault_costs_where_it_should(path: tuple[str | int, ...], value: object, metric: str) -> None:
    export = deepcopy(EXPORT)
    node: Any = export
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = value
    assert is_worse(metric, score_export(KEY, export)[metric], score_export(KEY, EXPORT)[metric])


def test_a_conflict_that_the_key_does_not_know_is_false() -> None:
    key = {**KEY, "discrepancies": []}
    assert score_export(key, EXPORT)["false_conflicts"] == 1


def test_words_are_found_whatever_their_quotation_marks_and_white_space() -> None:
    assert find_words("He said:  “No,\nnever”.", 'said: "No, never"') == (3, 21)
