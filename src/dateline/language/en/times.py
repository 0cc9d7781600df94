"""English words of time: classes of the time grammar, as data.

A class maps a word to its value; the patterns that use the classes are in ``time_rules.py``. Sources: TimeML
annotation guidelines 1.2.1 for what counts as a time expression, and the U.S., British and church calendars.
"""

from __future__ import annotations

from dateline.language.en.holidays import HOLIDAYS
from dateline.language.times_pattern import Value


def _split(words: str, mark: str = " ") -> tuple[str, ...]:
    """Return the words of a list that is written as one text."""
    return tuple(words.split(mark))


MONTH_NAMES = _split("january february march april may june july august september october november december")
_SHORT_MONTHS = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10}
_SHORT_MONTHS |= {"nov": 11, "dec": 12}
MONTHS = {name: number for number, name in enumerate(MONTH_NAMES, 1)} | _SHORT_MONTHS

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

DAY_WORDS: dict[str, Value] = dict(ORDINALS)
DAY_WORDS |= {f"twenty {word}": 20 + number for number, word in enumerate(_ORDINAL_WORDS[:9], 1)}
DAY_WORDS |= {"thirtieth": 30, "thirty first": 31}

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
UNIT_PLURALS |= {
    "seconds": "second",
    "secs": "second",
    "centuries": "century",
    "hrs": "hour",
    "mins": "minute",
    "yrs": "year",
    "hr": "hour",
    "yr": "year",
    "wk": "week",
    "wks": "week",
}

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
    "mid night": "night",
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
    "the future": "future",
    "the near future": "future",
    "the distant future": "future",
    "the distant past": "past",
    "the present": "present",
    "the present day": "present",
    "present day": "present",
}
MODS: dict[str, Value] = {
    "early": "early",
    "earlier": "early",
    "mid": "mid",
    "late": "late",
    "later": "late",
    "early in": "early",
    "earlier in": "early",
    "late in": "late",
    "later in": "late",
    "later on": "late",
    "the final days of": "late",
    "the last days of": "late",
    "the first days of": "early",
    "the first weeks of": "early",
    "the last weeks of": "late",
    "the early days of": "early",
    "the turn of": "early",
    "the opening of": "early",
    "the rest of": "late",
    "the remainder of": "late",
    "the later part of": "late",
    "the early part of": "early",
    "the very late": "late",
    "very early": "early",
    "very late": "late",
    "end of": "late",
    "beginning of": "early",
    "start of": "early",
    "middle of": "mid",
    "the end of": "late",
    "the very end of": "late",
    "the close of": "late",
    "the beginning of": "early",
    "the start of": "early",
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
SPATIAL = frozenset({"over", "under"})
"""Words that make a number rough before digits ("over 20 years"), but not before "several"."""
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
    "tmr": 1,
    "tmrw": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}
ZONES: dict[str, Value] = {
    name: name.upper()
    for name in _split("gmt utc est edt cst cdt mst mdt pst pdt bst cet cest eet msk ist jst kst aest aedt et pt")
}
ZONES |= {name: name.upper() for name in _split("hkt sgt pkt nzst nzdt akst akdt hst wib eest brt art ct mt")}
ZONES.update(
    {
        "local time": "local",
        "eastern time": "ET",
        "pacific time": "PT",
        "eastern": "ET",
        "central time": "CT",
        "mountain time": "MT",
    }
)

ERAS: dict[str, Value] = {
    "bc": -1,
    "bce": -1,
    "b.c.": -1,
    "b.c.e.": -1,
    "ad": 1,
    "a.d.": 1,
    "ce": 1,
    "c.e.": 1,
}
DECADES: dict[str, Value] = {
    "twenties": 1920,
    "thirties": 1930,
    "forties": 1940,
    "fifties": 1950,
    "sixties": 1960,
    "seventies": 1970,
    "eighties": 1980,
    "nineties": 1990,
}
HALVES: dict[str, Value] = {"first": 1, "second": 2, "latter": 2, "last": 2, "final": 2}
CIRCA: dict[str, Value] = {
    "about": "about",
    "around": "about",
    "approximately": "about",
    "roughly": "about",
    "circa": "about",
    "ca": "about",
    "ca.": "about",
}
"""Words that make a date rough and belong to it."""
MANY: dict[str, Value] = {
    "few": None,
    "several": None,
    "couple of": 2,
    "couple": 2,
    "dozen": 12,
    "many": None,
    "a few": None,
    "a couple of": 2,
}
LOOSE: dict[str, Value] = {"so": "about", "two": "about", "three": "about", "more": "more", "less": "less"}
"""What follows "or" in "a year or so", "a month or two"."""
PART_PLURALS: dict[str, Value] = {
    "mornings": "morning",
    "afternoons": "afternoon",
    "evenings": "evening",
    "nights": "night",
}

FALSE_NAMES: frozenset[str] = frozenset(
    _split(
        "bloody sunday|super tuesday|black monday|black wednesday|cyber monday|giving tuesday|march madness|"
        "friday night lights|saturday night live|sunday times|friday the 13th|manic monday|mid day meal|"
        "black september|red october|october surprise|"
        ""
        "second world war|first world war|day to day|hour glass|at the same time|sunday best|sunday school|"
        "monday night football|sunday mirror|sunday telegraph|sunday express|mail on sunday|"
        "as soon as|soon after|soon afterwards|soon thereafter|"
        "day by day|century city|day care|year round|year olds|all time|day one|"
        "wall street week|fortnight live|24 hour news|24 hours a day|day in day out|seven days a week|"
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
    "ERA": ERAS,
    "DAYWORD": DAY_WORDS,
    "DECADEWORD": DECADES,
    "HALFORD": HALVES,
    "CIRCA": CIRCA,
    "MANY": MANY,
    "LOOSE": LOOSE,
    "PARTS": PART_PLURALS,
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
    "HOLIDAY": dict(HOLIDAYS),
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
