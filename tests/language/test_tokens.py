"""Tokens, split as in the Penn treebank."""

from __future__ import annotations

import pytest

from dateline.language.tokens import tokenize

CASES = [
    ("They can't, won’t and don't.", "They ca n't , wo n’t and do n't ."),
    ("the North's office, the ministers' aides", "the North 's office , the ministers ' aides"),
    ("leader Kim Un‘s visit", "leader Kim Un ‘s visit"),
    ("It cost $1.3 billion or 2.5% of US$4bn", "It cost $ 1.3 billion or 2.5 % of US$ 4bn"),
    ("60-70 aides at 4:30 p.m., 1,300.5 tons", "60-70 aides at 4:30 p.m. , 1,300.5 tons"),
    ("U.S.-led inter-Korean talks—or not--now...", "U.S.-led inter-Korean talks — or not -- now ..."),
    ("a Korea-U.S. meeting of AT&T and O'Neil", "a Korea-U.S. meeting of AT&T and O'Neil"),
    ("Mr. Hale of Acme Corp.", "Mr. Hale of Acme Corp."),
    ("see https://a.example/b?c=1. The end", "see https://a.example/b?c=1 . The end"),
    ("[The South] must (he said) “go”", "[ The South ] must ( he said ) “ go ”"),
    ("We cannot say “it”'s so", "We can not say “ it ” 's so"),
    ("Ends ===== *** here", "Ends ===== *** here"),
    ("the 10-year-old, the 1990s and 3rd", "the 10-year-old , the 1990s and 3rd"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_tokens(text: str, expected: str) -> None:
    assert " ".join(text[start:end] for start, end in tokenize(text, 0, len(text))) == expected
