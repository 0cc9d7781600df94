"""What kind of text a time stands in, told by counting words: a text of antiquity, or a history.

A history names many years, and hardly a weekday, a "today" or a speaker. Words such as "former" are times there (they
trigger a TIMEX2, the standard of WikiWars), and in news only part of a title (TimeBank marks none of 24).
"""

from __future__ import annotations

import re

_ANCIENT = re.compile(r"\d\s?(?:BCE?\b|B\.\s?C\.)")
_LEAST_ANCIENT = 3
"""Years with BC from which a text may leave it out."""
_YEAR = re.compile(r"(?<![\d,.$£€])(?:1\d|20)\d\d(?![\d%]|[.,]\d)")
_NEWS = re.compile(r"\b(?:today|yesterday|tomorrow|tonight|said|says|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
_LEAST_YEARS, _YEARS_PER_NEWS_WORD = 6, 4
"""Years that a history names at least, and how many to each word of news. Of 256 articles of TimeBank and AQUAINT none
is a history by them; of WikiWars all 16 are."""


def tells_of_antiquity(text: str) -> bool:
    """Say whether a text tells of years before Christ, so that it leaves the letters out at times."""
    return sum(1 for _ in zip(range(_LEAST_ANCIENT), _ANCIENT.finditer(text), strict=False)) == _LEAST_ANCIENT


def is_history(text: str) -> bool:
    """Say whether a text tells of long ago throughout."""
    years = sum(1 for _ in _YEAR.finditer(text))
    if years < _LEAST_YEARS:
        return tells_of_antiquity(text)
    return years >= _YEARS_PER_NEWS_WORD * sum(1 for _ in _NEWS.finditer(text))
