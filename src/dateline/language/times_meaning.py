"""From a matched pattern to what it says: the captured words become the fields of a ``TimeMeaning``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from dateline.dates import make_day
from dateline.language.en.time_rules import Rule
from dateline.language.times_pattern import Atom, Value
from dateline.model import TimeMeaning

_LEAP_YEAR = 2000
"""Stands in for an unknown year when a day of the month is checked: 29 February must pass."""
_PIVOT = 30
"""Two-digit years from here on are of the 1900s, as in most style books; smaller ones of the 2000s."""

_LEAST_NIGHT_HOUR = 5
""""Tonight at" an hour from this on is before midnight, at a smaller one after it."""

_CLASSES_OF: Mapping[str, tuple[str, ...]] = {
    "month": ("MONTH", "MONTHSHORT", "MM"),
    "until_month": ("MONTH", "MM"),
    "day": ("DAY", "DAYWORD", "DAYSPOKEN"),
    "until_day": ("DAY", "DAYWORD"),
    "year": ("YEAR", "BCYEAR", "YY", "NUM"),
    "until_year": ("YEAR", "YY", "NUM"),
    "until_weekday": ("WEEKDAY",),
    "decade": ("DECADEWORD", "YEAR", "YY", "NUM"),
    "until_decade": ("YEAR",),
    "era": ("ERA",),
    "until_amount": ("NUM",),
    "until_hour": ("HOUR", "NUM"),
    "until_minute": ("SIXTY", "NUM"),
    "past_minute": ("NUM",),
    "until_half": ("HALF",),
    "parts": ("PARTS",),
    "weekday": ("WEEKDAY", "WEEKDAYS"),
    "hour": ("HOUR", "NUM"),
    "hhmm": ("HHMM",),
    "until_hhmm": ("HHMM",),
    "compact": ("YYYYMMDD",),
    "number": ("NUM", "ORD"),
    "minute": ("SIXTY", "NUM"),
    "half": ("HALF",),
    "zone": ("ZONE",),
    "part": ("PART", "PARTS"),
    "unit": ("UNIT", "UNITS", "RATE"),
    "amount": ("NUM", "MANY", "SOME"),
    "shift": ("SHIFT",),
    "nshift": ("NSHIFT",),
    "step": ("SHIFT", "NSHIFT"),
    "mod": ("MOD",),
    "approx": ("APPROX", "CIRCA", "LOOSE"),
    "ord": ("ORD", "NUM", "MM"),
    "half_of": ("HALFORD",),
    "nth": ("ORD",),
    "name": ("SEASON", "VAGUE"),
    "deictic": ("DEICTIC",),
    "holiday": ("HOLIDAY",),
}
"""Which class gives a captured word its value, first one that the word has."""

Fields = dict[str, Any]


def build_meaning(rule: Rule, words: Mapping[str, Atom]) -> TimeMeaning | None:
    """Return what a match says; None when it cannot be a time (a 31st of June, a 25 o'clock)."""
    said: Fields = {name: _value_of(name, atom) for name, atom in words.items()}
    said |= {"era": rule.fixed["era"]} if "era" in rule.fixed else {}
    said["rough"] = "amount" in words and "couple" in words["amount"].text
    if "tenths" in words:
        said["amount"] = float(f"{said['amount']}.{words['tenths'].text}")
    if "past" in words:
        said["past_word"], said["to_hour"] = words["past"].text, "sign" in rule.fixed
    fields: Fields = {
        name: value for name, value in rule.fixed.items() if name not in ("sign", "era", "adjacent", "open")
    }
    fields["form"] = rule.form
    said |= {"open": 1} if "open" in rule.fixed else {}
    _take_words(fields, said)
    _take_clock(fields, said)
    _take_period(fields, said)
    _take_amount(fields, said, rule)
    _take_era(fields, said)
    _take_shared_year(fields, said)
    until = _find_end(fields, said, adjacent="adjacent" in rule.fixed)
    if not _is_possible(fields) or (until is None and any(name.startswith("until_") for name in said)):
        return None
    return TimeMeaning(**fields, until=until)


def _value_of(name: str, atom: Atom) -> Value:
    """Return what the captured word is worth under its name."""
    return next((atom.classes[kind] for kind in _CLASSES_OF.get(name, ()) if kind in atom.classes), None)


def _take_words(fields: Fields, said: Fields) -> None:
    """Take the fields that words give as they stand, and settle which form a time with a clock has."""
    for name in ("month", "day", "weekday", "zone", "unit", "shift", "name"):
        if name in said:
            fields[name] = said[name]
    if "year" in said:
        fields["year"] = said["year"] if "era" in said else _full_year(said["year"])
    if "compact" in said:
        fields["year"], rest = divmod(said["compact"], 10_000)
        fields["month"], fields["day"] = divmod(rest, 100)
    if "number" in said:
        fields["amount"] = said["number"]
    if "part" in said or "parts" in said:
        fields["name"] = said.get("part") or said["parts"]
    if "mod" in said or "approx" in said:
        fields["modifier"] = said.get("mod") or said["approx"]
    elif said.get("rough"):
        fields["modifier"] = "about"
    if "nshift" in said:
        fields["anchor"] = "narrative"
        fields["amount" if fields["form"] == "offset" else "shift"] = said["nshift"]
    if "step" in said:
        fields.setdefault("unit", "year")
        fields["amount"] = said["step"]
    if "nth" in said:
        fields["amount"] = said["nth"]
    if (
        "deictic" in said
        or "tonight" in said
        or (fields["form"] == "calendar" and "part" in said and "open" not in said)
    ):
        _take_day_words(fields, said)
    elif fields["form"] == "calendar" and "weekday" in said and "month" not in said and "day" not in said:
        fields["form"] = "weekday"


def _take_day_words(fields: Fields, said: Fields) -> None:
    """Take "today", "tonight", "this morning", "last night" as days counted from the writing day."""
    if "month" in said or "weekday" in said:
        fields["form"] = "calendar" if "month" in said else "weekday"
        return
    if "hour" in said and not {"deictic", "tonight", "last_part"} & said.keys():
        return
    fields |= {"form": "offset", "unit": "day", "amount": said.get("deictic", -1 if "last_part" in said else 0)}
    if "tonight" in said:
        fields["name"] = "night"


def _take_clock(fields: Fields, said: Fields) -> None:
    """Take the time of day on a clock of 24 hours."""
    if "hhmm" in said:
        fields["hour"], fields["minute"] = divmod(said["hhmm"], 100)
    if "noon" in said:
        fields["hour"], fields["minute"] = 12, 0
    if "midnight" in said:
        # Midnight ends one day and begins the next, and texts seldom say which.
        fields["name"] = "night"
    if "hour" not in said:
        return
    hour = said["hour"] if said["hour"] is not None else 99
    if "half" not in said and said.get("until_half") is not None and 1 <= hour <= 12:
        later = hour % 12 > (said["until_hour"] or 0) % 12
        said["half"] = (said["until_half"] - 12) % 24 if later else said["until_half"]
    if "half" in said and fields["form"] in ("calendar", "weekday", "offset", "set"):
        hour = hour % 12 + (said["half"] or 0) if 1 <= hour <= 12 else 99
    elif _is_late(said) and hour < 12:
        hour += 12
    fields["hour"] = hour
    fields["minute"] = said.get("minute")
    if "past" in said:
        _take_minutes_past(fields, said, hour)


def _is_late(said: Fields) -> bool:
    """Say whether the words put an hour without its half into the second half of the day ("tonight at 8")."""
    late_night = "tonight" in said or "last_part" in said
    return said.get("part") in ("afternoon", "evening") or (late_night and (said["hour"] or 0) >= _LEAST_NIGHT_HOUR)


def _take_minutes_past(fields: Fields, said: Fields, hour: int) -> None:
    """Take "half past two", "a quarter to three", "ten past nine" and "twenty minutes to six"."""
    minutes = said.get("past_minute", 30 if said["past_word"] == "half" else 15)
    fields["minute"] = minutes if minutes is not None and minutes < 60 else 99
    if said.get("to_hour"):
        fields["hour"], fields["minute"] = (hour - 1) % 24, 60 - minutes if 0 < (minutes or 0) < 60 else 99


def _take_period(fields: Fields, said: Fields) -> None:
    """Take quarters, halves, decades, centuries and holidays as names of stretches."""
    if "half_of" in said:
        fields["name"] = f"H{said['half_of']}"
    if fields.get("name") == "century" and "ord" in said:
        fields["year"] = (said["ord"] - 1) * 100 + 1
    elif "ord" in said:
        fields["name"] = f"Q{said['ord']}"
    if "decade" in said and "era" in said:
        fields["year"] = said["decade"]
    elif "decade" in said:
        fields["year"] = said["decade"] if said["decade"] >= 100 else 1900 + said["decade"]
    if "holiday" in said:
        _take_holiday(fields, said["holiday"])


def _take_holiday(fields: Fields, rule: str) -> None:
    """Take a feast by its rule (see ``HOLIDAYS``): a fixed day as a date, any other by the name of its rule."""
    fixed = re.fullmatch(r"(?:(\d{4})-)?(\d\d)-(\d\d)", rule)
    if fixed is None:
        fields["name"] = rule
        return
    fields |= {"form": "calendar", "month": int(fixed[2]), "day": int(fixed[3]), "name": "holiday"}
    if fixed[1]:
        fields["year"] = int(fixed[1])


def _take_amount(fields: Fields, said: Fields, rule: Rule) -> None:
    """Take how much of which unit, and to which side."""
    if fields["form"] == "offset" and "shift" in fields:
        fields["amount"] = fields.pop("shift")
    if "amount" in said and fields["form"] in ("offset", "duration", "set"):
        fields["amount"] = said["amount"]
        if said["amount"] is not None:
            fields["amount"] += 0.5 if "half" in said else 0.25 if "quarter_more" in said else 0
    if fields["form"] == "set":
        fields.setdefault("amount", 1)
    if fields.get("unit") == "fortnight":
        fields["unit"] = "week"
        fields["amount"] = None if fields.get("amount") is None else fields["amount"] * 2
    sign = rule.fixed.get("sign")
    if isinstance(sign, int):
        amount = fields.get("amount")
        fields["amount"] = None if amount is None else amount * sign
        fields["shift"] = sign


def _take_era(fields: Fields, said: Fields) -> None:
    """Turn years before Christ into negative ones; the seventh century BC is told by its first year, -700."""
    if said.get("era") != -1 or not fields.get("year"):
        return
    if fields.get("name") == "century":
        fields["year"] = -(fields["year"] - 1)
        return
    fields["year"] = -fields["year"]
    if said.get("until_year") is not None:
        said["until_year"] = -said["until_year"]


def _take_shared_year(fields: Fields, said: Fields) -> None:
    """Give the beginning of a range the year that only its end tells: "from May to July 2019"."""
    months = said.get("month"), said.get("until_month")
    if "until_year" in said and fields.get("year") is None and months[0] is not None:
        later = months[1] is None or months[0] <= months[1]
        fields["year"] = _full_year(said["until_year"]) - (not later)


def _find_end(fields: Fields, said: Fields, *, adjacent: bool) -> TimeMeaning | None:
    """Return the end of a range; None when there is none, or when it does not follow the beginning.

    ``adjacent``: the end must be the very next weekday or month, as in "on Saturday and Sunday".
    """
    if "until_amount" in said:
        more = said["until_amount"] > (fields.get("amount") or 0)
        return TimeMeaning(form="duration", unit=fields.get("unit"), amount=said["until_amount"]) if more else None
    if said.keys() & {"until_hour", "until_noon", "until_hhmm"}:
        return _find_end_clock(fields, said)
    if "until_decade" in said:
        last = said["until_decade"]
        right = last % 10 == 0 and last > (fields.get("year") or 0)
        return TimeMeaning(form="period", name="decade", year=last) if right else None
    if "until_weekday" in said:
        ahead = (said["until_weekday"] - said["weekday"]) % 7
        right = ahead == 1 if adjacent else ahead > 0
        return TimeMeaning(form="weekday", weekday=said["until_weekday"]) if right else None
    if "until_day" in said:
        return _find_end_day(fields, said)
    if "until_month" in said:
        return _find_end_month(fields, said, adjacent)
    if "until_year" in said and "year" in fields:
        end = said["until_year"]
        if 0 < end <= 12 and end != (fields["year"] + 1) % 100:
            return None
        end = end if end >= 100 or end < 0 else fields["year"] // 100 * 100 + end
        return TimeMeaning(form="calendar", year=end) if end > fields["year"] else None
    return None


def _find_end_clock(fields: Fields, said: Fields) -> TimeMeaning | None:
    """Return the clock time at which a stretch of a day ends."""
    if "until_noon" in said:
        return TimeMeaning(form="calendar", hour=12, minute=0)
    if "until_hhmm" in said:
        hour, minute = divmod(said["until_hhmm"], 100)
        return TimeMeaning(form="calendar", hour=hour, minute=minute)
    hour, half, begin = said["until_hour"], said.get("until_half", said.get("half")), fields.get("hour")
    if half is not None:
        hour = hour % 12 + half if 1 <= hour <= 12 else 99
    elif begin is not None and 12 <= begin <= hour + 12 < 24 and _is_late(said):
        # "this evening from 7 to 9": the beginning has been put into the second half of the day.
        hour += 12
    if "until_half" not in said and half == 0 and begin is not None and hour < begin:
        # "11:30 a.m. to 12:30"
        hour += 12
    if half is None and begin is not None and hour < begin <= 12:
        # "9 to 5"
        hour += 12
    right = hour is not None and hour <= 24
    return TimeMeaning(form="calendar", hour=hour, minute=said.get("until_minute")) if right else None


def _find_end_day(fields: Fields, said: Fields) -> TimeMeaning | None:
    """Return the last day of a range of days."""
    month = said.get("until_month", fields.get("month"))
    fields.setdefault("month", month)
    year = said.get("until_year", fields.get("year"))
    if said.get("until_year") is None and year is not None and month < fields["month"]:
        year += 1
    end: Fields = {"year": year, "month": month, "day": said["until_day"]}
    same = month == fields.get("month") and year == fields.get("year")
    ends_before = same and said["until_day"] <= fields.get("day", 0)
    return None if ends_before or not _is_possible(end) else TimeMeaning(form="calendar", **end)


def _find_end_month(fields: Fields, said: Fields, adjacent: bool) -> TimeMeaning | None:
    """Return the last month of a range of months."""
    first, last = fields["month"], said["until_month"]
    if (last == first and "until_year" not in said) or (adjacent and (last - first) % 12 != 1):
        return None
    year = said.get("until_year", fields.get("year"))
    if "until_year" not in said and year is not None and last < first:
        year += 1
    if year is not None and (year, last) <= (fields.get("year") or 0, first):
        return None
    return TimeMeaning(form="calendar", year=year, month=last)


def _full_year(year: int) -> int:
    """Return a year with its century."""
    return year if year >= 100 else year + (1900 if year >= _PIVOT else 2000)


def _is_possible(fields: Mapping[str, Any]) -> bool:
    """Say whether the calendar and the clock can have what the fields say."""
    year, month, day = fields.get("year"), fields.get("month"), fields.get("day")
    if month is not None and not 1 <= month <= 12:
        return False
    if day is not None and make_day(max(year or _LEAP_YEAR, 1), month or 1, day) is None:
        return False
    if fields.get("name") == "decade" and (year or 0) % 10:
        return False
    if str(fields.get("name", "")) in ("Q5", "Q6", "Q7", "Q8", "Q9", "Q10", "Q11", "Q12", "H3", "H4"):
        return False
    hour, minute = fields.get("hour"), fields.get("minute")
    return (hour is None or 0 <= hour <= 24) and (minute is None or 0 <= minute <= 59)
