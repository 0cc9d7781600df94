"""Numbers as they stand in a sentence: figures, number words, vague counts, shares and ranges.

Positions are token indices, end exclusive. What bounds a number ("at least"), its unit and what it counts are read in
the modules beside this one. The words are data in ``en/``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dateline.language.data import load_map, load_rows

_DIGITS = re.compile(
    r"(?P<number>\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(?P<suffix>million|billion|trillion|[a-zA-Z°]{0,4})\+?"
)
_ATTACHED = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12, "trn": 1e12}
_ATTACHED |= {"million": 1e6, "billion": 1e9, "trillion": 1e12}
"""Scales written on to figures ("15.2m", "£5bn", "44million")."""
_RANGE = re.compile(r"(\d[\d,.]*)[-–](\d[\d,.]*)([a-zA-Z]{0,3})")
_CODED = re.compile(r"(?P<code>[a-z]{2,3}[$]?)(?P<number>\d[\d,]*(?:\.\d+)?)")
"""A currency code written on to its figure ("USD7")."""
_CHANGES = frozenset(
    ("rose", "rises", "rise", "fell", "falls", "fall", "grew", "grown", "dropped", "climbed", "up", "down")
)
_BOUNDS = frozenset(("than", "over", "nearly", "almost", "about", "around", "roughly", "least"))
"""Words after which "a" before a unit of measure is one of it: "more than a mile"."""
_JOINERS = frozenset(("to", "or", "-", "–", "—"))
_LARGE_SHARE_BASE = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 25, 50, 100, 1000, 10_000, 100_000))


@dataclass(frozen=True, slots=True)
class Figure:
    """Tokens ``start:end`` that give a number, or only bounds (``value`` None: a range or a vague count).

    ``tail`` is what a hyphen ties to it ("year-old" of "16-year-old") or a unit written on to it ("km" of "70km").
    """

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    sort: str = "exact"
    """exact, range, vague or share"""
    tail: str = ""
    plain: bool = False
    """True for one bare token of digits without mark or scale: it may be a year, a label, an address."""


def read_figure(words: Sequence[str], at: int) -> Figure | None:
    """Return the number that begins at a token, the longest reading, or None. ``words`` are in lower case."""
    if not _may_open(words[at]):
        return None
    for read in (_read_share, _read_vague, _read_range_token, _read_range, _read_exact):
        figure = read(words, at)
        if figure is not None:
            return figure
    return None


@lru_cache(maxsize=1 << 15)
def _may_open(word: str) -> bool:
    """Tell whether any number can begin with a word: most words are passed over without trying each reading."""
    first = word.partition("-")[0]
    listed = word in _number_words() or first in _number_words() or word in _vague_openers()
    opens = listed or word in ("a", "an", "half", "one-half")
    return opens or read_number_token(word) is not None or _RANGE.fullmatch(word) is not None


def _exact(start: int, end: int, value: float, tail: str = "", plain: bool = False) -> Figure:
    value = round(value, 6)
    return Figure(start, end, value, value, value, tail=tail, plain=plain)


def _read_exact(words: Sequence[str], at: int) -> Figure | None:
    if words[at] in ("a", "an") or (words[at] == "half" and words[at + 1 : at + 2] in (["a"], ["an"])):
        return _read_article(words, at)
    parts = read_number_token(words[at])
    if parts is None:
        return None
    value, tail = parts
    end = at + 1
    plain = words[at].isdigit()
    if not tail or _CODED.fullmatch(words[at]):
        value, end = _add_words(words, at, value)
        value, end = _add_half(words, end, value)
    return _exact(at, end, value, tail, plain and end == at + 1)


def _read_article(words: Sequence[str], at: int) -> Figure | None:
    """Read "a hundred", "a dozen", "a couple of", "half a million"."""
    share = 0.5 if words[at] == "half" else 1.0
    scale = at + 2 if words[at] == "half" else at + 1
    if scale >= len(words):
        return None
    if words[at] == "half" and load_units().get(words[scale], ("", ""))[1] in ("time", "measure"):
        return _exact(at, scale, share)
    if at and words[at - 1] in _BOUNDS and load_units().get(words[scale], ("", ""))[1] == "measure":
        return _exact(at, scale, share)
    if words[scale : scale + 2] == ["pair", "of"] and share == 1.0:
        return _exact(at, scale + 2, 2)
    if (
        words[scale : scale + 2] == ["score", "of"]
        and share == 1.0
        and not "".join(words[scale + 2 : scale + 3])[:1].isdigit()
    ):
        return Figure(at, scale + 2, 20.0, 18.0, 22.0, sort="vague")
    if words[scale] == "couple" and share == 1.0:
        end = scale + 2 if words[scale + 1 : scale + 2] == ["of"] else scale + 1
        return _exact(at, end, 2)
    sort, number = _number_words().get(words[scale], ("", 0.0))
    if sort not in ("hundred", "scale") or words[scale] == "score":
        return None
    value, end = _add_words(words, scale, number)
    return _exact(at, end, share * value)


def _add_half(words: Sequence[str], end: int, value: float) -> tuple[float, int]:
    if list(words[end : end + 3]) == ["and", "a", "half"]:
        return value + 0.5, end + 3
    return value, end


@lru_cache(maxsize=1)
def _number_words() -> dict[str, tuple[str, float]]:
    return {word: (sort, float(number)) for word, sort, number in load_rows("number_words.tsv")}


@lru_cache(maxsize=4096)
def read_number_token(word: str) -> tuple[float, str] | None:
    """Return the number that one lower-case token gives and what a hyphen or nothing ties to it.

    "1,300" → 1300, ""; "70km" → 70, "km"; "twenty-five" → 25, ""; "six-year-old" → 6, "year-old"; "usd7" → 7, "usd".
    """
    coded = _CODED.fullmatch(word)
    if coded and coded["code"] in load_map("currencies.tsv"):
        return float(coded["number"].replace(",", "")), coded["code"]
    pieces = word.replace("–", "-").replace("‑", "-").split("-")
    for cut in range(min(len(pieces), 2), 0, -1):
        value = _read_pieces(pieces[:cut])
        if value is not None:
            tail = "-".join(pieces[cut:])
            return value[0], tail or value[1]
    return None


def _read_pieces(pieces: list[str]) -> tuple[float, str] | None:
    if len(pieces) == 2:
        tens, small = (_number_words().get(piece, ("", 0.0)) for piece in pieces)
        return (tens[1] + small[1], "") if tens[0] == "ten" and small[0] == "small" and 0 < small[1] < 10 else None
    sort, number = _number_words().get(pieces[0], ("", 0.0))
    if sort in ("small", "ten"):
        return number, ""
    match = _DIGITS.fullmatch(pieces[0])
    if match is None:
        return None
    value = float(match["number"].replace(",", ""))
    suffix = match["suffix"]
    if suffix in ("st", "nd", "rd", "th", "s") or (suffix and suffix not in _ATTACHED and suffix not in load_units()):
        return None
    if suffix == "m" and "." not in match["number"] and not match["number"].startswith("0"):
        return value, "m"
    return (value * _ATTACHED[suffix], "") if suffix in _ATTACHED else (value, suffix)


@lru_cache(maxsize=1)
def load_units() -> dict[str, tuple[str, str]]:
    """Return written unit (lower case, single spaces) → unit, sort (share, measure or time)."""
    return {row[0]: (row[1], row[2]) for row in load_rows("units.tsv")}


def _add_words(words: Sequence[str], at: int, value: float) -> tuple[float, int]:
    """Go on from a first number through number words: "two hundred and five thousand", "143 million"."""
    total, part, end = 0.0, value, at + 1
    last = _number_words().get(words[at].partition("-")[0], ("digits", 0.0))[0]
    while end < len(words):
        step = 1
        sort, number = _sort_of(words[end])
        if words[end] == "and" and last in ("hundred", "scale") and end + 1 < len(words):
            sort, number = _sort_of(words[end + 1])
            step = 2
            if sort not in ("small", "ten") or (last == "scale" and (part or total < 1000)):
                break
        if sort == "hundred" and part < 100:
            part *= 100
        elif sort == "scale" and part:
            total, part = total + part * number, 0.0
        elif (sort == "small" and last in ("ten", "hundred")) or (sort == "ten" and last == "hundred"):
            part += number
        elif (
            sort in ("small", "ten")
            and last == "scale"
            and (step == 2 or list(words[end + 1 : end + 2]) == ["hundred"])
        ):
            part = number
        else:
            break
        last, end = sort, end + step
    return total + part, end


def _sort_of(word: str) -> tuple[str, float]:
    tens, _, small = word.partition("-")
    found = _number_words().get(word, ("", 0.0))
    if small and _number_words().get(tens, ("", 0.0))[0] == "scale" and tens != "score":
        return _number_words()[tens]
    if small and (parts := read_number_token(word)) and not parts[1] and tens in _number_words():
        return "small", parts[0]
    return ("", 0.0) if word == "score" else found


def _read_vague(words: Sequence[str], at: int) -> Figure | None:
    """Read "dozens", "a few", "several hundred", "tens of thousands"."""
    table = load_vague()
    for size in (2, 1):
        bounds = table.get(" ".join(words[at : at + size]))
        if bounds is None or len(words) < at + size:
            continue
        factor, end = _read_factor(words, at, at + size)
        low, high = bounds
        top = None if high is None else (high + 1) * factor - 1
        return Figure(at, end, None, low * factor, top, sort="vague")
    return None


def _read_factor(words: Sequence[str], at: int, end: int) -> tuple[float, int]:
    """Return what multiplies a vague count, and where it ends: "tens of thousands", "several hundred"."""
    if words[at] in ("tens", "dozens", "hundreds", "thousands"):
        sort, number = (
            _number_words().get(words[end + 1], ("", 0.0))
            if words[end : end + 1] == ["of"] and words[end + 1 :]
            else ("", 0.0)
        )
        return (number, end + 2) if sort == "plural" and number >= 1000 else (1.0, end)
    factor = 1.0
    while end < len(words):
        sort, number = _number_words().get(words[end], ("", 0.0))
        if sort not in ("hundred", "scale") or words[end] == "score":
            break
        factor, end = factor * number, end + 1
    return factor, end


@lru_cache(maxsize=1)
def load_vague() -> dict[str, tuple[float, float | None]]:
    """Return vague count → least and most (None = open)."""
    return {
        words: (float(low), None if high == "-" else float(high)) for words, low, high in load_rows("vague_counts.tsv")
    }


@lru_cache(maxsize=1)
def _vague_openers() -> frozenset[str]:
    return frozenset(words.partition(" ")[0] for words in load_vague())


def _read_share(words: Sequence[str], at: int) -> Figure | None:
    """Read "half of", "a third of", "two-thirds", "three quarters", "nine out of ten", "one in five"."""
    shares = load_map("fractions.tsv")
    word, following = words[at], list(words[at + 1 : at + 4])
    if word in ("half", "one-half") and following[:1] in (
        ["of"],
        ["the"],
        ["its"],
        ["their"],
        ["his"],
        ["her"],
        ["those"],
    ):
        return _share(at, at + 1, 0.5)
    top, _, bottom = word.partition("-")
    if bottom in shares and (number := _number_words().get(top)) and number[0] == "small":
        return _share(at, at + 1, number[1] * float(shares[bottom]))
    if following and following[0] in shares:
        number = ("small", 1.0) if word == "a" and following[1:2] == ["of"] else _number_words().get(word)
        plural = following[0].endswith("s") or following[0] == "halves"
        if number and number[0] == "small" and (word == "a" or (number[1] > 1) == plural):
            return _share(at, at + 2, number[1] * float(shares[following[0]]))
    return _read_ratio(words, at, following)


def _share(start: int, end: int, value: float) -> Figure:
    return replace(_exact(start, end, round(value, 3)), sort="share")


def _read_ratio(words: Sequence[str], at: int, following: list[str]) -> Figure | None:
    """Read "nine out of ten" and "one in five", but not "four in 10 days"."""
    step = 3 if following[:2] == ["out", "of"] else 2 if following[:1] == ["in"] else 0
    if step == 2 and words[at + 3 : at + 4] and words[at + 3] in load_units():
        return None
    if step == 2 and words[at] not in ("one", "1") and following[1:2] not in (["10"], ["ten"], ["100"]):
        return None
    top = read_number_token(words[at]) if step else None
    bottom = read_number_token(following[step - 1]) if step and len(following) >= step else None
    if not top or not bottom or top[1] or bottom[1] or not 0 < top[0] < bottom[0] or bottom[0] not in _LARGE_SHARE_BASE:
        return None
    return _share(at, at + step + 1, top[0] / bottom[0])


def _read_range_token(words: Sequence[str], at: int) -> Figure | None:
    """Read "60-70" and "60–70", one token, with a scale after it for both ends."""
    match = _RANGE.fullmatch(words[at])
    if match is None:
        return None
    first, second = (read_number_token(match[side].rstrip(".,")) for side in (1, 2))
    if first is None or second is None or first[1] or second[1]:
        return None
    suffix = match[3]
    if suffix and suffix not in _ATTACHED and suffix not in load_units():
        return None
    factor, end = _ATTACHED.get(suffix, 1.0), at + 1
    if end < len(words) and _number_words().get(words[end], ("", 0.0))[0] in ("hundred", "scale"):
        factor, end = _number_words()[words[end]][1], end + 1
    if not first[0] < second[0] or len(match[1]) > 6 or re.match(r"0\d", match[2]):
        return None
    tail = "" if suffix in _ATTACHED else suffix
    return Figure(at, end, None, first[0] * factor, second[0] * factor, sort="range", tail=tail)


def _read_range(words: Sequence[str], at: int) -> Figure | None:
    """Read "four or five", "10 to 12", "between 10 and 12". "From 10 to 12" is a change."""
    first = _read_exact(words, at)
    if first is None or first.value is None or first.tail or first.end + 1 >= len(words):
        return None
    between = at > 0 and words[at - 1] in ("between", "either")
    if _is_change(words, at):
        return None
    joiner = words[first.end]
    if joiner not in _JOINERS and not (between and joiner == "and"):
        return None
    second = _read_exact(words, first.end + 1)
    if second is None or second.value is None:
        return None
    low, high = _scale_like(first.value, second.value, words[at])
    if not low < high or (joiner == "or" and high > 2 * low and high > 12) or (high > 50 * low > 0):
        return None
    return Figure(at, second.end, None, low, high, sort="range", tail=second.tail)


def _is_change(words: Sequence[str], at: int) -> bool:
    """Tell whether "N to M" is a step from one value to another: "rose from 10 to 12", "by 20 to 84"."""
    before = words[at - 1] if at else ""
    if before == "from":
        return not any(
            word in ("anywhere", "range", "ranging", "ranges", "ranged") for word in words[max(0, at - 4) : at]
        )
    return before == "by" or before in _CHANGES


def _scale_like(low: float, high: float, first: str) -> tuple[float, float]:
    """Give the first end the scale of the second where it stands bare: "two to three million"."""
    for scale in (1e12, 1e9, 1e6, 1e3, 100.0):
        if high >= scale and high % scale == 0 and low < 1000 and low < high / scale and not first.endswith("000"):
            return (low * scale, high) if high / scale < 1000 and scale != 100.0 else (low, high)
    return low, high
