"""Headlines are told by their capitals, sentences are not."""

from __future__ import annotations

import pytest

from dateline.language.capitals import is_headline_case


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Officials Say Three People Were Killed in Ferry Disaster", True),
        ("FERRY SINKS OFF NORWAY WITH 40 ABOARD", True),
        ("A ferry sank off the coast of Norway", False),
        ("Maria Petrova Anna Lind", True),
        ("Maria Petrova", False),
        ("", False),
    ],
)
def test_headlines_are_told_from_sentences(text: str, headline: bool) -> None:
    assert is_headline_case(text.split()) is headline
