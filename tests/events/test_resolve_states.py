"""Where a capital acts as a government and where it is a place."""

from __future__ import annotations

import pytest

from dateline.events.entities.states import name_states
from dateline.model import Article, Mention

CASES = [
    ("*Oslo* agreed to talks.", True),
    ("He met them in *Oslo* on Monday.", False),
    ("They flew to *Oslo* on Monday.", False),
    ("The talks with *Oslo* went on.", True),
    ("The deal between Stockholm and *Oslo* held.", True),
    ("*Oslo*’s decision came late.", True),
    ("*Oslo* airport was shut.", False),
    ("New sanctions on *Oslo* were planned.", True),
    ("She visited *Oslo* twice.", False),
    ("An *Oslo*-based group spoke.", False),
    ("*Oslo* is cold.", False),
]


@pytest.mark.parametrize(("marked", "acts"), CASES)
def test_capitals(marked: str, acts: bool) -> None:
    text = marked.replace("*", "") + " Norway."
    start = marked.index("*")
    city = make_mention("m1", text, start, "Oslo", "capital:NO")
    state = make_mention("m2", text, text.rindex("Norway"), "Norway", "country:NO")
    keys = name_states([city, state], {"a": make_article(text)})
    assert keys.get("m1") == ("state:NO" if acts else None)
    assert keys["m2"] == "state:NO"


def make_mention(name: str, text: str, start: int, word: str, known: str) -> Mention:
    assert text[start : start + len(word)] == word
    return Mention(
        mention_id=name,
        article_id="a",
        sentence_id="s",
        start=start,
        end=start + len(word),
        text=word,
        kind="GPE",
        known=known,
        role=None,
        role_span=None,
    )


def make_article(text: str) -> Article:
    values: dict[str, object] = dict.fromkeys(
        ["url", "outlet", "title", "byline", "published", "published_basis", "updated", "language", "place", "agency"]
    )
    values |= {"dateline": None, "dateline_date": None, "article_id": "a", "capture_id": "c", "uri": "a", "sha256": ""}
    return Article(**values, text=text, body_start=0, captions=())  # type: ignore[arg-type]
