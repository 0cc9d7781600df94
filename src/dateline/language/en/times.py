"""English words of time: classes of the time grammar, as data.

A class maps a word to its value; the patterns that use the classes are in ``time_rules.py``. Sources: TimeML
annotation guidelines 1.2.1 for what counts as a time expression, and the U.S., British and church calendars.
"""

from __future__ import annotations

from itertools import chain

from dateline.language.times_pattern import Value


def _split(words: str, mark: str = " ") -> tuple[str, ...]:
    """Return the words of a list that is written as one text."""
    return tuple(words.split(mark))


_MONTH_NAMES = _split("january february march april may june july august september october november december")
_SHORT_MONTHS = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10}
_SHORT_MONTHS |= {"nov": 11, "dec": 12}
MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, 1)} | _SHORT_MONTHS

_WEEKDAY_NAMES = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_SHORT_WEEKDAYS = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4}
_SHORT_WEEKDAYS |= {"sat": 5, "sun": 6}
WEEKDAYS = {name: number for number, name in enumerate(_WEEKDAY_NAMES)} | _SHORT_WEEKDAYS
WEEKDAY_PLURALS = {f"{name}s": number for name, number in WEEKDAYS.items() if name in _WEEKDAY_NAMES}

SHORT_NAMES = frozenset(_SHORT_MONTHS) | frozenset(_SHORT_WEEKDAYS)
"""Short forms: they name a month or weekday only beside a number or with a full stop."""

CARDINALS = {
    word: number
    for number, word in enumerate(
        _split(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen eighteen nineteen twenty"
        )
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
MULTIPLIERS = {"hundred": 100, "thousand": 1000}

_ORDINAL_WORDS = _split(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS: dict[str, Value] = {word: number for number, word in enumerate(_ORDINAL_WORDS, 1)}

UNITS: dict[str, Value] = {
    "minute": "minute",
    "hour": "hour",
    "day": "day",
    "week": "week",
    "fortnight": "fortnight",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
    "century": "century",
}
UNIT_PLURALS: dict[str, Value] = {f"{word}s": value for word, value in UNITS.items() if word != "century"}
UNIT_PLURALS |= {"centuries": "century", "hrs": "hour", "mins": "minute", "yrs": "year"}

SEASONS: dict[str, Value] = {
    "spring": "spring",
    "summer": "summer",
    "autumn": "autumn",
    "fall": "autumn",
    "winter": "winter",
    "springtime": "spring",
    "summertime": "summer",
    "wintertime": "winter",
}
PARTS: dict[str, Value] = {
    "morning": "morning",
    "afternoon": "afternoon",
    "evening": "evening",
    "night": "night",
    "dawn": "dawn",
    "dusk": "dusk",
    "lunchtime": "noon",
    "midday": "noon",
    "noon": "noon",
    "midnight": "night",
    "nighttime": "night",
}
SHIFTS: dict[str, Value] = {
    "last": -1,
    "past": -1,
    "this": 0,
    "this past": -1,
    "this coming": 1,
    "current": 0,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
    "the coming": 1,
    "the current": 0,
}
NARRATIVE_SHIFTS: dict[str, Value] = {
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "following": 1,
    "ensuing": 1,
    "subsequent": 1,
    "same": 0,
    "very": 0,
    "that": 0,
    "that same": 0,
}
VAGUE: dict[str, Value] = {
    "now": "present",
    "nowadays": "present",
    "currently": "present",
    "presently": "present",
    "these days": "present",
    "at present": "present",
    "right now": "present",
    "at the moment": "present",
    "current": "present",
    "recently": "past",
    "lately": "past",
    "recent": "past",
    "formerly": "past",
    "long ago": "past",
    "the recent past": "past",
    "soon": "future",
    "the future": "future",
    "the near future": "future",
}
MODS: dict[str, Value] = {
    "early": "early",
    "earlier": "early",
    "mid": "mid",
    "late": "late",
    "later": "late",
    "the end of": "late",
    "the very end of": "late",
    "the close of": "late",
    "the beginning of": "early",
    "the start of": "early",
    "the early part of": "early",
    "the middle of": "mid",
    "the latter part of": "late",
    "the late": "late",
    "the early": "early",
    "the mid": "mid",
}
APPROXIMATIONS: dict[str, Value] = {
    "about": "about",
    "around": "about",
    "approximately": "about",
    "roughly": "about",
    "some": "about",
    "nearly": "less",
    "almost": "less",
    "less than": "less",
    "fewer than": "less",
    "under": "less",
    "up to": "less",
    "at most": "less",
    "no more than": "less",
    "more than": "more",
    "over": "more",
    "at least": "more",
    "well over": "more",
    "not less than": "more",
    "no less than": "more",
}
INDEFINITES: dict[str, Value] = {
    "a": 1,
    "an": 1,
    "a few": None,
    "few": None,
    "several": None,
    "many": None,
    "some": None,
    "a couple of": 2,
    "a couple": 2,
    "couple of": 2,
    "a number of": None,
    "dozens of": None,
    "half a": 0.5,
    "half an": 0.5,
    "a dozen": 12,
    "a hundred": 100,
    "a thousand": 1000,
}
RATES: dict[str, Value] = {
    "hourly": "hour",
    "daily": "day",
    "nightly": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "yearly": "year",
    "annually": "year",
}
DEICTICS: dict[str, Value] = {
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}
ZONES: dict[str, Value] = {
    name: name.upper()
    for name in _split("gmt utc est edt cst cdt mst mdt pst pdt bst cet cest eet msk ist jst kst aest aedt et pt")
}
ZONES.update({"local time": "local", "eastern time": "ET", "pacific time": "PT", "eastern": "ET"})

HOLIDAYS: dict[str, Value] = {
    "christmas": "12-25",
    "christmas day": "12-25",
    "christmas eve": "12-24",
    "boxing day": "12-26",
    "new year's day": "01-01",
    "new years day": "01-01",
    "new year's eve": "12-31",
    "new years eve": "12-31",
    "valentine's day": "02-14",
    "valentines day": "02-14",
    "st. patrick's day": "03-17",
    "april fools' day": "04-01",
    "earth day": "04-22",
    "may day": "05-01",
    "bastille day": "07-14",
    "independence day": "07-04",
    "fourth of july": "07-04",
    "halloween": "10-31",
    "veterans day": "11-11",
    "armistice day": "11-11",
    "thanksgiving": "11-4-3",
    "thanksgiving day": "11-4-3",
    "martin luther king day": "01-3-0",
    "presidents' day": "02-3-0",
    "labor day": "09-1-0",
    "columbus day": "10-2-0",
    "memorial day": "05-5-0",
    "mother's day": "05-2-6",
    "father's day": "06-3-6",
    "easter": "easter+0",
    "easter sunday": "easter+0",
    "easter monday": "easter+1",
    "good friday": "easter-2",
    "palm sunday": "easter-7",
    "ash wednesday": "easter-46",
}
"""Holidays and their rule: ``MM-DD`` a fixed day, ``MM-n-w`` the nth weekday w (0 = Monday, n 5 = last) of a month,
``easter±n`` days from Western Easter. Feasts that differ by country beyond these are left out."""

FALSE_NAMES: frozenset[str] = frozenset(
    _split(
        "bloody sunday|super tuesday|black monday|black wednesday|cyber monday|giving tuesday|march madness|"
        "friday night lights|saturday night live|sunday times|friday the 13th|manic monday|mid day meal|"
        "second world war|first world war|day to day|hour glass|sunday best|sunday school|"
        "monday night football|present day|sunday mirror|sunday telegraph|sunday express|mail on sunday|"
        "as soon as|soon after|soon afterwards|soon thereafter|"
        "day by day|century city|day care|year round|year olds|all time|day one|"
        "usa today|today program|today programme|"
        "today show",
        "|",
    )
)
"""Names and set phrases that hold a word of time and mean no time."""

CLASSES: dict[str, dict[str, Value]] = {
    "MONTH": dict(MONTHS),
    "MONTHSHORT": dict(_SHORT_MONTHS),
    "WEEKDAY": dict(WEEKDAYS),
    "WEEKDAYS": dict(WEEKDAY_PLURALS),
    "UNIT": UNITS,
    "UNITS": UNIT_PLURALS,
    "SEASON": SEASONS,
    "PART": PARTS,
    "SHIFT": SHIFTS,
    "NSHIFT": NARRATIVE_SHIFTS,
    "VAGUE": VAGUE,
    "MOD": MODS,
    "APPROX": APPROXIMATIONS,
    "SOME": INDEFINITES,
    "RATE": RATES,
    "DEICTIC": DEICTICS,
    "ZONE": ZONES,
    "HOLIDAY": HOLIDAYS,
    "ORD": ORDINALS,
    "HALF": {half: hours for halves, hours in (("am|a.m.|a.m", 0), ("pm|p.m.|p.m", 12)) for half in halves.split("|")},
    "ORDEND": dict.fromkeys(("st", "nd", "rd", "th")),
    "FALSE": dict.fromkeys(FALSE_NAMES),
    "LP": {"(": None},
    "RP": {")": None},
}

PHRASES = frozenset(word for words in CLASSES.values() for word in words if " " in word or "." in word or "'" in word)
"""Runs of words that the grammar reads as one; hyphens and spaces in them are the same."""


def _spell_atoms(phrase: str) -> str:
    """Write a phrase as its atoms stand in a row: "new year 's eve" for "new year's eve"."""
    return " ".join(phrase.replace("'", " ' ").replace(".", " . ").split())


_ATOM_PHRASES = {_spell_atoms(phrase): phrase for phrase in PHRASES if phrase not in CLASSES["HALF"]}
for _words in CLASSES.values():
    for _spelled, _phrase in _ATOM_PHRASES.items():
        if _phrase in _words:
            _words[_spelled] = _words[_phrase]
PHRASES = frozenset(_ATOM_PHRASES)

WORD_CLASSES: dict[str, dict[str, Value]] = {}
"""``CLASSES`` by word: the classes of each, with their values."""
for _class, _words in CLASSES.items():
    for _word, _value in _words.items():
        WORD_CLASSES.setdefault(_word, {})[_class] = _value

PHRASE_SIZES: dict[str, tuple[int, ...]] = {}
for _phrase in sorted(PHRASES):
    _sizes = PHRASE_SIZES.get(_phrase.split()[0], ())
    _size = len(_phrase.split())
    PHRASE_SIZES[_phrase.split()[0]] = tuple(sorted({*_sizes, _size, _size + 1}, reverse=True))

QUOTES = frozenset({'"', "``", "'"})
RISKY_CLASSES = ("MONTH", "MONTHSHORT", "WEEKDAY", "SEASON")
NAMED_LIKE_WORDS = frozenset({"may", "march", "mar", "jan", "sun", "sat", "wed", "mon", "dec", "jun", "sep"})
"""Months and weekdays that are also words or names: they need a number, a full stop or a sign word beside them."""
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
    | frozenset(chain(("around", "about", "spring", "summer", "autumn", "fall", "winter"), _MONTH_NAMES))
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
