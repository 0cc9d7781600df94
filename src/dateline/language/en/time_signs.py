"""English words beside a month, season or year that show whether it is one: data of ``times_atoms.py``."""

from __future__ import annotations

from itertools import chain

from dateline.language.en.times import DAY_WORDS, MONTH_NAMES


def _split(words: str) -> tuple[str, ...]:
    return tuple(words.split())


SEASONAL = frozenset(
    _split(
        "offensive offensives campaign campaigns semester session training break collection thaw planting term "
        "fighting uprising harvest election elections festival season"
    )
)
"""What "spring" before it makes seasonal; a spring may also be of water or steel."""
QUOTES = frozenset({'"', "``", "'"})
RISKY_CLASSES = ("MONTH", "MONTHSHORT", "WEEKDAY", "SEASON")
NAMED_LIKE_WORDS = frozenset({"may", "march", "mar", "jan", "sun", "sat", "wed", "mon", "dec", "jun", "sep"})
"""Months and weekdays that are also words or names: they need a number, a full stop or a sign word beside them."""
PLAIN_SHORT_MONTHS = frozenset({"feb", "apr", "jul", "aug", "sept", "oct", "nov"})
"""Short months that are no other word: beside digits they need no capital."""
PLAIN_DAY_WORDS = DAY_WORDS.keys() - {"first", "second", "third"}
"""Day words that make a month of a small "march" or "may" before them; one marches first, but not eighteenth."""
HISTORY_WORDS = {"former": "past", "future": "future"}
"""Words that are times in a history."""
MONTH_SIGNS = frozenset(
    _split(
        "in since by until till through during last next this early late mid of from to and or between "
        "before after for around about earlier later"
    )
)
SEASON_VERBS = frozenset({"fall", "spring"})
SEASON_SIGNS = frozenset({"the", "last", "next", "this", "in", "early", "late", "mid", "every", "each"})
YEAR_STRONG_SIGNS = frozenset(["in", "since", "until", "by"])
"""Words after which four digits are a year, even before a plural noun."""
YEAR_SIGNS = (
    YEAR_STRONG_SIGNS
    | frozenset(
        _split(
            "of from to during before after through the early late mid fiscal for between and a an its their his "
            "her ( - , season year until till that this"
        )
    )
    | frozenset(chain(("around", "about", "spring", "summer", "autumn", "fall", "winter"), MONTH_NAMES))
)
NO_YEAR_AFTER = frozenset({"$", "£", "€", "#", "no", "no.", "number", "about", "nearly", "over", "than", "/", ":", "."})
NO_YEAR_BEFORE = frozenset(
    {"%", "percent", "per", "people", "million", "billion", "km", "miles", "meters", "metres", "/", "feet", "dollars"}
)

SINCE_WORDS: dict[str, str] = {
    "since": "since",
    "until": "until",
    "till": "until",
    "before": "before",
    "after": "after",
    "by": "until",
    "through": "until",
}
"""Prepositions that open a stretch at, or close it with, the time they stand before; they are no part of it."""
