"""What a number stands for when it is laid beside another: units brought to one, precision, overlap.

A record's open side ("at least 84") says nothing about how far the truth may lie; for laying answers side by side
each approximate wording gets a closed span instead. The spans follow how newsrooms round: a floor or ceiling is
named at the next round number, so "more than 200,000" means under 300,000 and "at least 84" hardly 90.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, inf, isfinite, log10

from dateline.model import Approx, Quantity

UNITS: dict[str, tuple[str, float]] = {
    name: (dimension, factor)
    for dimension, rows in {
        "length": (
            (0.001, ("mm", "millimetre", "millimeter")),
            (0.01, ("cm", "centimetre", "centimeter")),
            (0.0254, ("in", "inch", "inches")),
            (0.3048, ("ft", "foot", "feet")),
            (0.9144, ("yd", "yard")),
            (1.0, ("m", "metre", "meter")),
            (1000.0, ("km", "kilometre", "kilometer")),
            (1609.344, ("mi", "mile")),
            (1852.0, ("nmi", "nautical mile")),
        ),
        "mass": (
            (0.001, ("g", "gram", "gramme")),
            (0.45359237, ("lb", "pound")),
            (1.0, ("kg", "kilo", "kilogram", "kilogramme")),
            (1000.0, ("t", "tonne", "ton", "metric ton")),
        ),
        "time": (
            (1.0, ("s", "second")),
            (60.0, ("min", "minute")),
            (3600.0, ("h", "hour")),
            (86400.0, ("d", "day")),
            (604800.0, ("week",)),
            (2629746.0, ("month",)),
            (7889238.0, ("quarter",)),
            (31556952.0, ("yr", "year")),
            (315569520.0, ("decade",)),
            (3155695200.0, ("century", "centuries")),
        ),
        "speed": (
            (0.44704, ("mph", "mile per hour", "miles per hour")),
            (0.277777778, ("kph", "kmh", "km/h", "kilometre per hour", "kilometer per hour", "kilometers per hour")),
            (0.514444444, ("knot", "kt")),
            (1.0, ("m/s",)),
        ),
        "area": (
            (0.09290304, ("square foot", "square feet")),
            (1.0, ("m2", "sq m", "square metre", "square meter")),
            (4046.8564224, ("acre",)),
            (10000.0, ("ha", "hectare")),
            (1e6, ("km2", "sq km", "square kilometre", "square kilometer")),
            (2589988.11, ("mi2", "sq mi", "square mile")),
        ),
        "percent": ((1.0, ("percent", "per cent", "%")),),
        "points": ((1.0, ("percentage point", "point")),),
        "people": ((1.0, ("people", "person")),),
    }.items()
    for factor, names in rows
    for name in names
}
"""Unit → (dimension, factor to its base unit). Ton and tonne count as one: reports swap them freely."""

_METRIC = frozenset(("length", "mass", "speed", "area"))
"""Dimensions told in the units of two worlds; where both stand, values are given in the metric one."""
_IMPERIAL = frozenset(
    name.strip()
    for name in "in|inch|inches|ft|foot|feet|yd|yard|mi|mile|lb|pound|mph|mile per hour|miles per hour|square foot|"
    "square feet|acre|mi2|sq mi|square mile".split("|")
)
_FIGURES = 3
"""Figures to which a converted number is given: the words around it promise no more."""
_COARSE = frozenset(("decade", "century", "centurie"))
"""Units in which a bare number is a rounding: "four-decade rule" is said of 41 years."""
_TIMELESS = frozenset({"length", "mass", "speed", "area"})
_ROUND_FROM = 100.0
"""Exact figures below this are counts, not roundings."""
_ROUND_SHARE = 0.05
"""A round exact figure is trusted to 5 %, and never further than half of its last non-zero digit."""
_ABOUT_SHARE = 0.10
"""Longest reach of "about N"; a number told to the last digit reaches less far: "about 145" is no 133."""
_CEILING_SHARE = 0.2
_FLOOR_SHARE = 0.5
"""Longest reach of a ceiling, downwards, and of a floor, upwards."""


@dataclass(frozen=True, slots=True)
class Span:
    """A closed stretch of numbers in the base unit of its dimension. ``floor`` and ``ceiling`` mark one-sided words."""

    low: float
    high: float
    said: float
    """The number that was said, or the middle of a range."""
    bound: str
    """``floor`` ("at least"), ``ceiling`` ("up to") or ``none``."""


def find_dimension(unit: str) -> tuple[str, float]:
    """Return the dimension of a unit and its factor to the base unit; an unknown unit is its own dimension."""
    name = unit.strip()
    for key in (name, name.casefold(), name.casefold().removesuffix("s")):
        if key in UNITS:
            return UNITS[key]
    return (name or "count", 1.0)


def choose_unit(units: Sequence[str]) -> str:
    """Return the unit in which the values of a slot are given: the commonest, a metric one where there are both."""
    dimension = find_dimension(units[0])[0]
    metric = [unit for unit in units if unit.casefold().removesuffix("s") not in _IMPERIAL and unit not in _IMPERIAL]
    counts = Counter(metric if dimension in _METRIC and metric else units)
    return min(counts, key=lambda unit: (-counts[unit], unit))


def convert(number: float | None, unit: str, wanted: str) -> float | None:
    """Return a number of one unit in another of its dimension, cut to three figures; as it is where there is no way."""
    (dimension, factor), (other, divisor) = find_dimension(unit), find_dimension(wanted)
    if number is None or not isfinite(number) or dimension != other or factor == divisor or number == 0:
        return number
    converted = number * factor / divisor
    return round(converted, _FIGURES - 1 - floor(log10(abs(converted))))


def is_timeless(dimension: str) -> bool:
    """Tell whether a measure belongs to a thing or deed and does not move with the days: a weight, a length."""
    return dimension in _TIMELESS


def find_grain(number: float) -> float:
    """Return the value of the last non-zero digit of a number, at most three after the point: 340,000 → 10,000."""
    if number == 0 or not isfinite(number):
        return 1.0
    for exponent in range(12, -4, -1):
        grain = 10.0**exponent
        if abs(number) >= grain and abs(number / grain - round(number / grain)) < 1e-9:
            return grain
    return 0.001


def read_span(quantity: Quantity) -> Span | None:
    """Return the closed span of a quantity in its base unit; None when it names no number at all."""
    _, factor = find_dimension(quantity.unit)
    low, high, value = quantity.low, quantity.high, quantity.value
    known = [number for number in (value, low, high) if number is not None and isfinite(number)]
    if not known:
        return None
    said = value if value is not None and isfinite(value) else (min(known) + max(known)) / 2
    if quantity.approx == "exact" and quantity.unit.casefold().removesuffix("s") in _COARSE:
        return Span((said - 0.5) * factor, (said + 0.5) * factor, said * factor, "none")
    low, high, bound = _close(quantity.approx, said, min(known), max(known))
    return Span(low * factor, high * factor, said * factor, bound)


def _close(approx: Approx, said: float, low: float, high: float) -> tuple[float, float, str]:
    if approx in ("at least", "more than"):
        return low, low + _reach(low, _FLOOR_SHARE), "floor"
    if approx in ("up to", "less than"):
        return high - _reach(high, _CEILING_SHARE), high, "ceiling"
    if approx == "about":
        reach = min(abs(said) * _ABOUT_SHARE, max(_find_step(said), abs(said) * _ABOUT_SHARE / 10))
        return (max(low, said - reach), min(high, said + reach), "none") if low < said else (low, high, "none")
    if approx == "exact":
        reach = _slack(said)
        return said - reach, said + reach, "none"
    return low, high, "none"


def _reach(number: float, most: float) -> float:
    """How far beyond its number a floor or ceiling goes: to the next round number, and at least 5 %."""
    return max(min(find_grain(number), abs(number) * most), abs(number) * _ROUND_SHARE)


def _find_step(number: float) -> float:
    """Return the step in which a rounded number was told: 75 and 750 in fives of their last digit, a dozen in fours."""
    grain = find_grain(number)
    figures = abs(number) / grain
    if figures % 12 < 1e-9 and figures < 100:
        return grain * 4
    return grain * 5 if figures < 100 and figures % 5 < 1e-9 else grain


def _slack(number: float) -> float:
    if abs(number) < _ROUND_FROM or find_grain(number) <= 1:
        return 0.0
    return min(find_grain(number) / 2, abs(number) * _ROUND_SHARE)


def overlap(left: Span, right: Span) -> bool:
    """Tell whether two spans can mean one number. Two floors, or two ceilings, only when they name nearly the same."""
    if left.bound == right.bound != "none":
        apart = abs(left.said - right.said)
        return gap(left, right) <= _ROUND_SHARE and apart <= max(find_grain(left.said), find_grain(right.said))
    tiny = 1e-9 * max(1.0, abs(left.said), abs(right.said))
    return left.low <= right.high + tiny and right.low <= left.high + tiny


def gap(left: Span, right: Span) -> float:
    """Return how far the said numbers lie apart, as a share of the larger (0 … 1, or up to 2 across zero)."""
    size = max(abs(left.said), abs(right.said))
    return abs(left.said - right.said) / size if size else 0.0


def is_near(left: Span, right: Span) -> bool:
    """Whether the said numbers differ by no more than a rounding: "more than 1,000" is said of 1,004."""
    return gap(left, right) <= _ROUND_SHARE


def clip(span: Span) -> Span:
    """Return a floor or ceiling cut to the very number it names: what a later, other number moves away from."""
    return span if span.bound == "none" else Span(span.said, span.said, span.said, "none")


def distance(left: Span, right: Span) -> float:
    """Return the share by which two spans stay apart at their nearest ends; 0 when they overlap, inf for nonsense."""
    size = max(abs(left.said), abs(right.said))
    apart = max(right.low - left.high, left.low - right.high, 0.0)
    if not isfinite(size) or not isfinite(apart):
        return inf
    return apart / size if size else 0.0
