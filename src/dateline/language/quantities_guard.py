"""What looks like a quantity and is none: years, labels, addresses, results, "one" as a pronoun; and bare ages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.language.data import load_words
from dateline.language.en.times import MONTHS
from dateline.language.quantities_amounts import Amount
from dateline.language.quantities_counted import Counted, is_person
from dateline.language.reading import Token

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
OLDEST = 115
"""Oldest age read from a bare number beside a person; a guess at where counts begin."""
_MODEL = re.compile(r"(?!US$|UK$|UN$|EU$)[A-Z]{1,3}")
"""Letters before the number of a weapon, a road or a plane: "AK 47 rifles"."""
_EMERGENCY = frozenset("911 999 112 000 110 119".split())
_CALLED = frozenset("call caller dispatcher operator tape recording transcript center centre number line".split())
"""Numbers by which help is called, and what is named by them: "the 911 call"."""
_STREETS = frozenset(
    ("street", "st", "st.", "avenue", "ave", "ave.", "road", "rd", "lane", "drive", "boulevard", "square")
)


def settle_age(tokens: Sequence[Token], words: Sequence[str], amount: Amount, previous: Amount | None) -> Amount:
    """Return a bare number as an age where its place says so: "Name, 42,", "aged 9", "children under five".

    ``previous`` is the amount before it in the sentence: "aged 19, 22 and 25" gives three ages.
    """
    if amount.sort == "time" and words[amount.end : amount.end + 2] == ["of", "age"]:
        return replace(amount, sort="age")
    value = amount.value if amount.figure.sort != "range" else amount.high
    if amount.unit is not None or amount.figure.tail or value is None or not 0 < value <= OLDEST:
        return amount
    before = words[amount.start - 1] if amount.start else ""
    between = words[previous.end : amount.start] if previous and previous.sort == "age" else [""]
    if amount.figure.plain and between and all(word in (",", "and", "or") for word in between):
        return replace(amount, unit="years", sort="age") if _is_closed(tokens, amount.end) else amount
    if "age" in words[amount.start : amount.figure.start]:
        return replace(amount, unit="years", sort="age")
    if (
        before in ("is", "was", "turned")
        and words[max(0, amount.start - 2)] in ("he", "she", "who")
        and amount.figure.plain
    ):
        return replace(amount, unit="years", sort="age") if _is_closed(tokens, amount.end) else amount
    if before in ("aged", "age", "ages") or words[max(0, amount.start - 2) : amount.start] == ["age", "of"]:
        return replace(amount, unit="years", sort="age")
    limits = amount.approx in ("less than", "more than") and _is_closed(tokens, amount.end) and amount.start
    if limits and is_person(tokens[amount.start - 1].lemma) and tokens[amount.start - 1].tag == "NNS":
        return replace(amount, unit="years", sort="age")
    return replace(amount, unit="years", sort="age") if _is_apposed(tokens, words, amount) else amount


def share_ages(words: Sequence[str], amounts: Sequence[Amount]) -> list[Amount]:
    """Return the amounts with bare numbers before an age made ages too: "they are 15, 17 and 20 years old"."""
    settled = list(amounts)
    for at in range(len(settled) - 2, -1, -1):
        amount, after = settled[at], settled[at + 1]
        joined = all(word in (",", "and", "or") for word in words[amount.end : after.start])
        if joined and after.sort == "age" and not after.figure.tail and amount.unit is None and amount.figure.plain:
            settled[at] = replace(amount, unit=after.unit, sort="age")
    return settled


def _is_apposed(tokens: Sequence[Token], words: Sequence[str], amount: Amount) -> bool:
    """Tell whether a number stands between commas (or brackets) after a person: "Joan Dee, 42, said"."""
    at, end = amount.start, amount.end
    if end - at != 1 or at < 2 or not amount.figure.plain or end >= len(tokens):
        return False
    if words[at - 1] not in (",", "(") or words[end] not in (",", ")", ".", ";", "and"):
        return False
    if words[end] == "and" and tokens[at - 3].tag != "NNP":
        return False
    before = tokens[at - 2]
    if before.tag == "NNP":
        return before.text[:1].isupper() and (words[at - 1] == "," or tokens[at - 3].tag == "NNP")
    return before.tag == "NN" and is_person(before.lemma)


def _is_closed(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) or tokens[at].tag not in ("NN", "NNS", "NNP", "NNPS", "JJ", "CD", "%", "$")


def is_quantity(tokens: Sequence[Token], words: Sequence[str], amount: Amount, counted: Counted | None) -> bool:
    """Tell whether an amount counts or measures something."""
    figure = amount.figure
    if figure.start and words[figure.start - 1] in ("#", "no.", "nos.", "no", "/", ":"):
        return (
            words[figure.start - 1] == ":" and counted is not None and (counted.people or counted.start >= figure.end)
        )
    if (figure.tail and amount.unit is None) or words[figure.end - 2 : figure.end] == ["pair", "of"]:
        return counted is not None and (counted.people or bool(figure.tail))
    if tokens[amount.start].text == "Euro" and figure.plain and _YEAR.fullmatch(words[figure.start]):
        return False
    if _is_name(tokens, amount, counted) or _is_code(tokens, words, amount, counted) or _is_result(words, amount):
        return False
    if figure.plain and words[figure.start - 1].rstrip(".") in MONTHS and tokens[figure.start - 1].tag[0] == "N":
        return False
    if counted is not None and counted.head == "scale":
        return False
    if words[max(0, figure.start - 2) : figure.start] == ["group", "of"] and tokens[figure.start - 2].text[0] == "G":
        return False
    if words[figure.start] in ("one", "1") and figure.end == figure.start + 1:
        return _one_counts(tokens, words, amount, counted)
    if amount.unit is not None:
        return True
    years = all(_YEAR.fullmatch(f"{bound or 0:.0f}") for bound in (figure.low, figure.high))
    if figure.sort == "range" and (_is_label(tokens, amount, counted) or (years and counted is None)):
        return False
    if figure.sort == "range":
        return counted is not None or amount.start < figure.start
    if figure.plain and _YEAR.fullmatch(words[figure.start]) and amount.start == figure.start:
        return counted is not None and counted.start >= figure.end and _year_counts(tokens, amount, counted)
    if _is_label(tokens, amount, counted) or _is_address(tokens, words, amount) or _is_item(tokens, amount):
        return False
    return _has_ground(tokens, words, amount, counted)


def _year_counts(tokens: Sequence[Token], amount: Amount, counted: Counted) -> bool:
    """Tell "2000 leaflets" and "1950 inmates" from "2018 elections": people, or a round number after no preposition."""
    before = tokens[amount.start - 1].tag if amount.start else "CC"
    if before in ("IN", "DT", "NNP", "TO", "PRP$", "POS"):
        return False
    return counted.people or (amount.value is not None and amount.value % 100 == 0)


def _one_counts(tokens: Sequence[Token], words: Sequence[str], amount: Amount, counted: Counted | None) -> bool:
    """Tell "one soldier was killed" from "one of the best", "no one", "one day", "this one"."""
    following = words[amount.end] if amount.end < len(words) else ""
    before = words[amount.start - 1] if amount.start else ""
    if amount.unit is not None:
        return amount.sort != "time" or tokens[amount.start].text.lower() != "one" or bool(before in ("for", "than"))
    if amount.approx != "exact":
        return counted is not None or following != "of"
    if counted is None or before in ("no", "this", "that", "the", "which", "any", "every", "each", "number", "day"):
        return False
    if any(word in ("another", "other") for word in words[counted.end : counted.end + 4]):
        return False
    if counted.start < amount.start or following in load_words("one_generic.txt"):
        return False
    return tokens[counted.end - 1].tag == "NN" or counted.people


def _is_label(tokens: Sequence[Token], amount: Amount, counted: Counted | None) -> bool:
    """Tell whether a number names the thing before it: "Flight 370", "Article 5", "Boeing 737"."""
    figure = amount.figure
    if amount.start != figure.start or figure.start == 0 or figure.sort == "vague":
        return False
    before = tokens[figure.start - 1]
    follows = counted is not None and counted.start >= figure.end
    if before.text.lower() in load_words("label_nouns.txt") and (before.tag[0] == "N" or before.text[0].isupper()):
        named = before.tag in ("NNP", "NNPS") and figure.start > 1
        return named or not (follows and counted is not None and _is_plain_plural(tokens[counted.end - 1]))
    if figure.plain and _MODEL.fullmatch(before.text) and before.tag[0] == "N":
        return True
    if before.tag in ("NNP", "NNPS") and before.text[:1].isupper():
        return not (follows and counted is not None and tokens[counted.end - 1].tag not in ("NNP",))
    return tokens[figure.start].text[:1].isupper() and before.tag in ("NNP", "DT") and not follows


def _is_plain_plural(token: Token) -> bool:
    return token.tag == "NNS" and not token.text[:1].isupper()


def _is_name(tokens: Sequence[Token], amount: Amount, counted: Counted | None) -> bool:
    """Tell whether a number begins a name ("Five Eyes", "Three Counties", "737 Max")."""
    figure = amount.figure
    if counted is None or counted.start != figure.end or amount.start < figure.start or counted.people:
        return False
    if tokens[counted.end - 1].tag not in ("NNP", "NNPS"):
        return False
    named = tokens[figure.start].text
    return named[0].isdigit() or (figure.start > 0 and named[0].isupper())


def _is_address(tokens: Sequence[Token], words: Sequence[str], amount: Amount) -> bool:
    if not amount.figure.plain or amount.start < amount.figure.start:
        return False
    if words[amount.end : amount.end + 2] == ["block", "of"]:
        return True
    following = words[amount.end : amount.end + 4]
    names = [token.tag == "NNP" for token in tokens[amount.end : amount.end + 2]]
    return any(word in _STREETS for word in following) and names[:1] == [True]


def _is_code(tokens: Sequence[Token], words: Sequence[str], amount: Amount, counted: Counted | None) -> bool:
    """Tell the number of a telephone, a product or a bore: "0033 14451 3100", "12208114", "a 7.65 pistol"."""
    at, word = amount.figure.start, words[amount.figure.start]
    if amount.unit is not None or amount.figure.end != at + 1 or not word[0].isdigit():
        return False
    if "." in word and word[-1].isdigit():
        return counted is not None and tokens[counted.end - 1].tag in ("NN", "NNP")
    if not amount.figure.plain:
        return False
    if word in _EMERGENCY and counted is not None and tokens[counted.end - 1].lemma in _CALLED:
        return True
    beside = [tokens[index].text.isdigit() for index in (at - 1, at + 1) if 0 <= index < len(tokens)]
    return any(beside) or len(word) > 6 or (len(word) > 1 and word[0] == "0")


def _is_result(words: Sequence[str], amount: Amount) -> bool:
    """Tell one side of a result, the greater first: "by a vote of 228 to 191"."""
    at = amount.figure.start
    for first in (at, at - 2):
        sides = words[max(0, first) : first + 3]
        if len(sides) == 3 and sides[1] in ("to", "-", "–") and sides[0].isdigit() and sides[2].isdigit():
            return int(sides[0]) > int(sides[2]) and words[max(0, first - 1)] in ("of", "won", "lost", "voted")
    return False


def _is_item(tokens: Sequence[Token], amount: Amount) -> bool:
    """Tell the number of a list item, a note or a page: first in its line, or alone in brackets."""
    at, end = amount.start, amount.end
    if not amount.figure.plain or end > amount.figure.end:
        return False
    closing = tokens[end].text if end < len(tokens) else ""
    if at == 0:
        return closing in ("", ".", ")", ":", "-", "–", "/")
    return tokens[at - 1].text in ("(", "[") and closing in (")", "]")


def _has_ground(tokens: Sequence[Token], words: Sequence[str], amount: Amount, counted: Counted | None) -> bool:
    """Tell whether anything near a bare number shows that it counts."""
    figure = amount.figure
    if counted is not None or amount.start < figure.start or amount.end > figure.end:
        return True
    following = tokens[figure.end] if figure.end < len(tokens) else None
    if following is None:
        return not figure.plain
    if following.text.lower() == "of" and words[figure.end + 1 : figure.end + 2] != ["the"]:
        return True
    if following.tag.startswith(("VB", "MD")) or following.lemma in ("other", "more"):
        before = tokens[figure.start - 1].tag if figure.start else ""
        return before not in ("DT", "PRP$") or figure.sort != "exact"
    return not figure.plain and (figure.value is None or figure.value >= 100)
