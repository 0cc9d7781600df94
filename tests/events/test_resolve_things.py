"""Things without a name of their own: one where two reports mean it, none where there may be two."""

from __future__ import annotations

import pytest

from dateline.events.entities.things import find_things, kind_of_thing
from dateline.model import Article


def make_article(name: str, text: str) -> Article:
    values: dict[str, object] = dict.fromkeys(
        ["url", "outlet", "title", "byline", "published", "published_basis", "updated", "language", "place", "agency"]
    )
    values |= {"dateline": None, "dateline_date": None, "article_id": name, "capture_id": "c", "uri": name}
    return Article(**values, sha256="", text=text, body_start=0, captions=())  # type: ignore[arg-type]


def find(*texts: str) -> dict[str, list[str]]:
    articles = {str(at): make_article(str(at), text) for at, text in enumerate(texts)}
    found: dict[str, list[str]] = {}
    for one in find_things(articles, ()):
        found.setdefault(one.key, []).append(articles[one.article_id].text[one.start : one.end])
    return found


THINGS = [
    (
        ("They closed the harbour office on Monday.", "A joint harbour office shut. The joint harbour office was new."),
        {"noun:harbour office": ["harbour office", "joint harbour office", "joint harbour office"]},
    ),
    (("They closed the harbour office.", "Nothing shut."), {}),
    (("They closed the new office.", "The new office shut."), {}),
    (("He left the Turin harbour office.", "She left the Lagos harbour office."), {}),
    (("Before the first ferry deal, they met.", "After the second ferry deal, they met."), {}),
    (("The council passed bill.", "The council passed bill."), {}),
]


@pytest.mark.parametrize(("texts", "expected"), THINGS)
def test_things(texts: tuple[str, ...], expected: dict[str, list[str]]) -> None:
    assert find(*texts) == expected


def test_a_summit_is_an_event_and_two_summits_are_two() -> None:
    found = find("It was said at the Turin summit.", "After the Turin summit, and before the Lagos summit, they met.")
    assert found == {"noun:turin summit": ["Turin summit", "Turin summit"]}
    assert kind_of_thing("noun:turin summit") == "EVENT"
    assert kind_of_thing("person:ana lund") is None
