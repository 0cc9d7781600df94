"""Amounts: a number with what bounds it ("at least", "or so"), its currency or unit, and the interval it stands for."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dateline.language.data import load_map
from dateline.language.quantities_figures import Figure, load_units, read_figure
from dateline.language.reading import Token
from dateline.model import Approx

ABOUT = 0.1
"""How far "about N" reaches on either side, as a share of N: a convention, not measured."""
DOZENS = 1 / 6
"""The same for counts in dozens: "about two dozen" is 20 to 28; a convention too."""
_TALK = frozenset(("talk", "speak", "worry", "know", "hear", "ask", "think", "concern", "complain", "learn", "write"))
"""Verbs whose "about" and "over" are prepositions."""
_PLACES = frozenset(("from", "bury", "trap", "bear", "fly", "crush"))
"""Words before "under" and "over" that make them places: "from under eight metres of mud"."""
_TOPIC_NOUNS = frozenset(("question", "dispute", "row", "concern", "fight", "argument", "debate", "talk", "control"))


@dataclass(frozen=True, slots=True)
class Amount:
    """Tokens ``start:end`` (hedge and unit included) with number, bounds and unit.

    ``figure`` is the number alone; ``unit`` is None where no unit word stands with it; ``sort`` is money, share,
    measure, time, age or "".
    """

    start: int
    end: int
    figure: Figure
    value: float | None
    low: float | None
    high: float | None
    approx: Approx
    unit: str | None
    sort: str


def read_amount(text: str, tokens: Sequence[Token], words: Sequence[str], at: int, since: int) -> Amount | None:
    """Return the amount whose number begins at token ``at``, or None. Hedges are sought back to token ``since``."""
    figure = read_figure(words, at)
    if figure is None:
        return None
    unit, sort, start, end = _find_unit(text, tokens, words, figure, since)
    settled = _settle_million(tokens, figure, sort)
    if settled is not figure and unit == "m":
        unit, sort = None, ""
    figure = settled
    low, high, approx = figure.low, figure.high, _approx_of(figure)
    after, end = _read_hedge_after(words, end)
    hedge, start = _read_hedges_before(tokens, words, start, since)
    if unit is None and after:
        unit, sort, _, end = _find_unit(text, tokens, words, figure, since, end)
    if hedge or after:
        low, high, approx = bound(figure, hedge or after, words, whole=unit is None)
    return Amount(start, end, figure, figure.value, low, high, approx, unit, sort)


def _settle_million(tokens: Sequence[Token], figure: Figure, sort: str) -> Figure:
    """Return "15m" as millions beside a currency or before a plural noun; else it stays metres."""
    following = tokens[figure.end].tag if figure.end < len(tokens) else ""
    if (
        figure.tail != "m"
        or not (sort == "money" or following == "NNS" or figure.sort == "range")
        or figure.value is None
    ):
        return figure
    value = figure.value * 1e6
    return replace(figure, value=value, low=value, high=value, tail="")


def _approx_of(figure: Figure) -> Approx:
    if figure.sort == "range":
        return "range"
    return "vague" if figure.sort == "vague" else "exact"


def bound(
    figure: Figure, hedge: str, words: Sequence[str], *, whole: bool
) -> tuple[float | None, float | None, Approx]:
    """Return least, most and kind of a number under a hedge of ``quantity_hedges.tsv``.

    ``whole``: it counts things, so a bound below a thousand is rounded out: "about 5" reaches 4 and 6.
    """
    low, high = figure.low, figure.high
    if hedge in ("at least", "more than"):
        return low, None, "at least" if hedge == "at least" else "more than"
    if hedge in ("up to", "less than"):
        return None, high, "up to" if hedge == "up to" else "less than"
    if figure.value is None or low is None or high is None:
        return low, high, _approx_of(figure)
    reach = DOZENS if "dozen" in words[figure.start : figure.end] else ABOUT
    low = round(low * (1 - reach), 6)
    high = high if hedge == "nearly" else round(high * (1 + reach), 6)
    if whole and 1 <= low < 1000:
        return float(math.floor(low)), float(math.ceil(high)), "about"
    return low, high, "about"


@lru_cache(maxsize=1)
def _longest_hedge() -> int:
    return max(len(phrase.split()) for phrase in load_map("quantity_hedges.tsv"))


def _read_hedges_before(tokens: Sequence[Token], words: Sequence[str], start: int, since: int) -> tuple[str, int]:
    """Return the hedge that bounds the number most and where the hedges begin; "none" hedges bound nothing."""
    found = ""
    while True:
        hedge, size = _match_hedge(tokens, words, start, since)
        if not size:
            return found, start
        start -= size
        if hedge != "none" and found in ("", "about"):
            found = hedge


def _match_hedge(tokens: Sequence[Token], words: Sequence[str], start: int, since: int) -> tuple[str, int]:
    table = load_map("quantity_hedges.tsv")
    for size in range(min(_longest_hedge(), start - since), 0, -1):
        hedge = table.get(" ".join(words[start - size : start]))
        if hedge and not _is_preposition(tokens, words, start - size):
            return hedge, size
    if start > since and words[start - 1] in ("between", "all"):
        return "none", 1
    if start > since + 1 and words[start - 1] == "the" and words[start - 2] in ("below", "under", "over", "above"):
        return table[words[start - 2]], 2
    return "", 0


def _is_preposition(tokens: Sequence[Token], words: Sequence[str], at: int) -> bool:
    """Tell whether "about", "over", "above", "below", "under", "within" before a number is about something else."""
    if at == 0 or words[at] not in ("about", "over", "around", "under", "above", "below"):
        return False
    if words[at] in ("under", "over", "above", "below") and tokens[at - 1].lemma in _PLACES:
        return True
    return words[at] in ("about", "over", "around") and (
        tokens[at - 1].lemma in _TALK or tokens[at - 1].lemma in _TOPIC_NOUNS
    )


_AFTER = (
    (("or", "more"), "at least"),
    (("or", "so"), "about"),
    (("or", "fewer"), "up to"),
    (("or", "less"), "up to"),
    (("at", "least"), "at least"),
    (("at", "most"), "up to"),
    (("+",), "at least"),
)


def _read_hedge_after(words: Sequence[str], end: int) -> tuple[str, int]:
    for phrase, hedge in _AFTER:
        if tuple(words[end : end + len(phrase)]) == phrase:
            return hedge, end + len(phrase)
    return "", end


def merge_ranges(words: Sequence[str], amounts: Sequence[Amount]) -> list[Amount]:
    """Join two amounts of one unit that are the ends of a range: "between $5m and $7m", "5 km to 7 km"."""
    merged: list[Amount] = []
    for amount in amounts:
        if merged and (joined := _join_ends(words, merged[-1], amount) or _join_span(words, merged[-1], amount)):
            merged[-1] = joined
        else:
            merged.append(amount)
    return merged


def _join_ends(words: Sequence[str], first: Amount, last: Amount) -> Amount | None:
    if last.start != first.end + 1 or first.unit != last.unit or first.unit is None:
        return None
    if first.value is None or last.value is None or not first.value < last.value or last.approx != "exact":
        return None
    joiner, opener = words[first.end], words[first.start]
    before = words[first.start - 1] if first.start else ""
    if not (joiner == "and" and opener == "between") and (joiner not in ("to", "-", "–") or before in ("from", "by")):
        return None
    if opener != "between" and first.approx != "exact":
        return None
    return replace(last, start=first.start, value=None, low=first.value, high=last.value, approx="range")


_SPANNING = frozenset("range ranges ranged ranging run runs ran vary varies varied varying spanning anywhere".split())
"""Words after which "from N to M" is no step from one value to another, but a stretch between two."""


def _join_span(words: Sequence[str], first: Amount, last: Amount) -> Amount | None:
    """Join the ends of "range from more than 1,000 to as many as 2,000", whatever bounds them."""
    led = words[max(0, first.start - 3) : first.start]
    if "from" not in led or not _SPANNING & set(led) or first.sort != last.sort or last.start != first.end + 1:
        return None
    if words[first.end] != "to" or first.value is None or last.value is None or not first.value < last.value:
        return None
    if first.unit not in (None, last.unit):
        return None
    return replace(last, start=first.start, value=None, low=first.value, high=last.value, approx="range")


def widen_after(words: Sequence[str], amount: Amount, end: int) -> Amount:
    """Return an exact amount under a hedge that follows what it counts: "50 shots or more"."""
    hedge, after = _read_hedge_after(words, end)
    if amount.approx != "exact" or not hedge or end <= amount.end or words[after : after + 1] == ["than"]:
        return amount
    low, high, approx = bound(amount.figure, hedge, words, whole=amount.unit is None)
    return replace(amount, low=low, high=high, approx=approx)


def _find_unit(
    text: str, tokens: Sequence[Token], words: Sequence[str], figure: Figure, since: int, at: int | None = None
) -> tuple[str | None, str, int, int]:
    """Return unit, its sort, and where the amount begins and ends with it."""
    end = figure.end if at is None else at
    codes = load_map("currencies.tsv")
    if figure.start > since and (code := codes.get(words[figure.start - 1])) and _is_currency(tokens[figure.start - 1]):
        start = figure.start - 1
        if start > since and words[start] == "$" and words[start - 1] in codes:
            return codes[words[start - 1]], "money", start - 1, end
        return code, "money", start, end
    if figure.sort == "share":
        return "share", "share", figure.start, end
    if (magnitude := _find_magnitude(words, figure, since, end)) is not None:
        return "magnitude", "measure", magnitude, end
    if figure.tail:
        return _read_tail(words, figure, end)
    for size in (3, 2, 1):
        if end + size > len(tokens):
            continue
        written = " ".join(text[tokens[end].start : tokens[end + size - 1].end].lower().split())
        if written in codes and (size > 1 or _is_currency(tokens[end])):
            return codes[written], "money", figure.start, end + size
        if written in load_units():
            return _settle_unit(tokens, words, figure, end, size, written)
    if (
        words[end : end + 1] == ["of"]
        and (code := codes.get(" ".join(words[end + 1 : end + 2]), ""))
        and figure.sort == "vague"
    ):
        return code, "money", figure.start, end + 2
    if words[end : end + 1] == ["of"] and figure.sort == "vague" and words[end + 1 : end + 2]:
        unit = load_units().get(words[end + 1])
        if unit:
            return unit[0], unit[1], figure.start, end + 2
    return None, "", figure.start, end


def _find_magnitude(words: Sequence[str], figure: Figure, since: int, end: int) -> int | None:
    """Return where a magnitude begins ("magnitude 6.1", "magnitude of 6.1", "6.1 on the Richter scale"), or None."""
    if figure.value is None or not 0 < figure.value < 12:
        return None
    for phrase in (["magnitude"], ["magnitude", "of"], ["magnitude", "-"]):
        start = figure.start - len(phrase)
        if start >= since and list(words[start : figure.start]) == phrase:
            return start
    scale = words[end : end + 5]
    return figure.start if list(scale[:2]) == ["on", "the"] and "scale" in scale and "of" not in scale else None


def _is_currency(token: Token) -> bool:
    """Tell a currency from a word that is written alike ("won", "rand", "Rs")."""
    return token.text.lower() != "won" or not token.tag.startswith("V")


def _settle_unit(
    tokens: Sequence[Token], words: Sequence[str], figure: Figure, end: int, size: int, written: str
) -> tuple[str | None, str, int, int]:
    unit, sort = load_units()[written]
    after = end + size
    if written in ("year", "years", "month", "months", "day", "days", "week", "weeks") and words[after : after + 1] == [
        "old"
    ]:
        return unit, "age", figure.start, after + 1
    if written == "pounds" and figure.value is not None and figure.value >= 1e6:
        return "GBP", "money", figure.start, after
    if written == "m" and tokens[end].start != tokens[figure.end - 1].end and tokens[end].text != "m":
        return None, "", figure.start, end
    if written in ("second", "min", "foot") and figure.value is not None and tokens[end].tag in ("JJ", "NNP"):
        return None, "", figure.start, end
    return unit, sort, figure.start, after


def _read_tail(words: Sequence[str], figure: Figure, end: int) -> tuple[str | None, str, int, int]:
    """Return the unit in a word tied to the number: "16-year-old", "15-minute", "70km", "250-page"."""
    tail = figure.tail
    first = tail.partition("-")[0]
    if code := load_map("currencies.tsv").get(tail):
        return code, "money", figure.start, end
    if tail in ("year-old", "years-old", "month-old", "week-old", "day-old", "year-olds"):
        return first.rstrip("s") + "s", "age", figure.start, end
    if tail in ("year", "month", "week", "day") and words[end : end + 1] == ["old"]:
        return tail + "s", "age", figure.start, end + 1
    if tail in load_units():
        unit, sort = load_units()[tail]
        return unit, sort, figure.start, end
    return None, "", figure.start, end
