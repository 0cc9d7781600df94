"""Days of feasts by the calendars that they follow (rules in ``language/en/holidays.py``).

Easter by the anonymous Gregorian rule (Meeus, Astronomical Algorithms, 1991); the Islamic and Hebrew calendars by the
arithmetic of Reingold and Dershowitz (Calendrical Calculations, 2018): the tabular Islamic calendar is within a day or
two of what is seen and proclaimed. The Chinese new year is the new moon from 21 January to 20 February by the day in
Beijing, from Meeus's mean new moon with its largest corrections: right but for the rare years that have two of them.
"""

from __future__ import annotations

import math
import re
from datetime import MAXYEAR, date, timedelta

from dateline.dates import Interval, add_days, make_day, month_of

RULE = re.compile(r"(?:easter|pascha|lunar)[+-]\d+|islamic-\d\d(?:-\d\d)?|hebrew-\d\d-\d\d|\d\d(?:-\d){2}(?:\+\d)?")
"""How the rule of a movable feast is written."""
_ISLAMIC_EPOCH = date(622, 7, 19).toordinal()
_HEBREW_EPOCH = -1373427
"""Day number of 1 Tishri of the year 1, where day 1 is 1 January of the year 1."""
_HEBREW_CYCLE = 235
"""Months in 19 years."""
_NEW_MOON, _SYNODIC = 730125.59766, 29.530588861
"""Day number (with its part of a day, Greenwich) of the first new moon of 2000, and the mean month."""
_BEIJING = 8 / 24


def find_feast(rule: str, year: int) -> Interval | None:
    """Return the days of a feast in a year of the common calendar; None when the year has none or is out of reach."""
    kind, _, rest = rule.partition("-") if rule[:2].isdigit() else (rule.rstrip("+-0123456789"), "", "")
    if kind.isdigit():
        return _single(_find_fixed(rule, year))
    rest = rule[len(kind) :]
    if kind == "islamic":
        return _find_islamic(rest.strip("-"), year)
    if kind == "hebrew":
        month, day = (int(part) for part in rest.strip("-").split("-"))
        return _single(_find_hebrew(month, day, year))
    start = {"easter": find_easter, "pascha": _find_pascha, "lunar": _find_lunar_new_year}[kind](year)
    return _single(add_days(start, int(rest)) if start else None)


def _single(day: date | None) -> Interval | None:
    return Interval(day, day, "day") if day else None


def _find_fixed(rule: str, year: int) -> date | None:
    """Return the day of a rule of the common calendar: ``MM-DD``, ``MM-n-w`` or ``MM-n-w+d``; ``YYYY-MM-DD`` once."""
    rule, _, later = rule.partition("+")
    numbers = [int(part) for part in rule.split("-")]
    if numbers[0] > 12:
        return make_day(*numbers)
    if len(numbers) == 2:
        return make_day(year, *numbers)
    found = nth_weekday(year, *numbers)
    return add_days(found, int(later or 0)) if found else None


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> date | None:
    """Return the nth weekday of a month, or for 5 its last; None when there is no such one."""
    whole = month_of(year, month)
    if whole is None or nth < 1:
        return None
    first = whole.first + timedelta(days=(weekday - whole.first.weekday()) % 7)
    count = (whole.last - first).days // 7
    return first + timedelta(days=7 * min(nth - 1, count))


def find_easter(year: int) -> date | None:
    """Return Western Easter, from 1583 on."""
    if not 1583 <= year <= MAXYEAR:
        return None
    century, rest = divmod(year, 100)
    epact = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    shift = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    step = (year % 19 + 11 * epact + 22 * shift) // 451
    month, day = divmod(epact + shift - 7 * step + 114, 31)
    return make_day(year, month, day + 1)


def _find_pascha(year: int) -> date | None:
    """Return Orthodox Easter, reckoned by the Julian calendar, as a day of the common one, from 1583 on."""
    if not 1583 <= year < MAXYEAR:
        return None
    moon = (19 * (year % 19) + 15) % 30
    month, day = divmod(moon + (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7 + 114, 31)
    julian = make_day(year, month, day + 1)
    return add_days(julian, year // 100 - year // 400 - 2) if julian else None


def _find_islamic(rest: str, year: int) -> Interval | None:
    """Return a month, or a day, of the Islamic year that has it in a common year; of two the first."""
    month, _, day = rest.partition("-")
    guess = (year - 622) * 33 // 32
    for islamic in range(guess - 1, guess + 3):
        first = _islamic_day(islamic, int(month), int(day or 1))
        if first is not None and first.year == year:
            last = _islamic_day(islamic, int(month) + 1, 1) if not day else None
            return Interval(first, last - timedelta(days=1), "month") if last else _single(first)
    return None


def _islamic_day(year: int, month: int, day: int) -> date | None:
    """Return the common day of a day of the tabular Islamic calendar; month 13 is the next year's first."""
    number = day - 1 + 29 * (month - 1) + month // 2 + (year - 1) * 354 + (3 + 11 * year) // 30 + _ISLAMIC_EPOCH
    return _from_number(number)


def _from_number(number: int) -> date | None:
    return date.fromordinal(number) if 1 <= number <= date.max.toordinal() else None


def _hebrew_new_year(year: int) -> int:
    """Return the day number of 1 Tishri, with the delays that keep feasts off some weekdays."""
    days = [_hebrew_delay(year + step) for step in (-1, 0, 1)]
    more = 2 if days[2] - days[1] == 356 else 1 if days[1] - days[0] == 382 else 0
    return _HEBREW_EPOCH + days[1] + more


def _hebrew_delay(year: int) -> int:
    months = (_HEBREW_CYCLE * year - 234) // 19
    day = 29 * months + (12084 + 13753 * months) // 25920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def _find_hebrew(month: int, day: int, year: int) -> date | None:
    """Return a day of the Hebrew calendar (month 1 Nisan, 7 Tishri) in a common year."""
    hebrew = year + 3761 if month >= 7 and month != 12 else year + 3760
    start = _hebrew_new_year(hebrew)
    length = _hebrew_new_year(hebrew + 1) - start
    leap = length > 380
    months = [30, 30 if length % 10 == 5 else 29, 29 if length % 10 == 3 else 30, 29, 30]
    months += [30, 29] if leap else [29]
    order = [7, 8, 9, 10, 11, *([0] if leap else []), 12, 1, 2, 3, 4, 5, 6]
    lengths = [*months, 30, 29, 30, 29, 30, 29]
    return _from_number(start + sum(lengths[: order.index(month)]) + day - 1)


def _find_lunar_new_year(year: int) -> date | None:
    """Return the Chinese new year of a common year: the new moon from 21 January to 20 February."""
    first, last = date(year, 1, 21).toordinal(), date(year, 2, 20).toordinal()
    count = math.floor((first - _NEW_MOON) / _SYNODIC)
    return next((_from_number(moon) for step in range(3) if first <= (moon := _new_moon(count + step)) <= last), None)


def _new_moon(count: int) -> int:
    """Return the day number, in Beijing, of a new moon, counted from the first of 2000."""
    centuries = count / 1236.85
    sun = math.radians(2.5534 + 29.10535670 * count)
    moon = math.radians(201.5643 + 385.81693528 * count)
    latitude = math.radians(160.7108 + 390.67050284 * count)
    moment = _NEW_MOON + _SYNODIC * count + 0.00015437 * centuries**2
    moment += 0.17241 * math.sin(sun) - 0.40720 * math.sin(moon) + 0.01608 * math.sin(2 * moon)
    moment += 0.01039 * math.sin(2 * latitude) + 0.00739 * math.sin(moon - sun) - 0.00514 * math.sin(moon + sun)
    return math.floor(moment + _BEIJING)
