"""Quantities of an article: numbers and vague counts, the intervals they stand for, and what they count.

A grammar over tagged tokens, in the manner of CoreNLP's SUTime for times: a number is read (``quantities_figures``),
then its bounds and unit (``quantities_amounts``), then what it counts (``quantities_counted``). What is no quantity
(dates, ordinals, labels, addresses, results) is left out (``quantities_guard``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.ids import content_id
from dateline.language.quantities_amounts import Amount, merge_ranges, read_amount, widen_after
from dateline.language.quantities_counted import Counted, find_counted
from dateline.language.quantities_guard import is_quantity, settle_age, share_ages
from dateline.language.quantities_recall import recall_count
from dateline.language.reading import Reading, ReadSentence, Token
from dateline.language.tree import plant_tree
from dateline.model import Quantity, TimeExpression


def find_quantities(reading: Reading, times: Sequence[TimeExpression]) -> tuple[Quantity, ...]:
    """Return the quantities of an article in the order of its text; they never overlap one another.

    ``times`` are the article's time expressions: a number inside a date is none of ours, one inside a duration is.
    """
    by_sentence: dict[str, list[TimeExpression]] = {}
    for time in times:
        by_sentence.setdefault(time.sentence_id, []).append(time)
    found: list[Quantity] = []
    for sentence in reading.sentences:
        dates = by_sentence.get(sentence.sentence.sentence_id, [])
        found += _find_in_sentence(reading, sentence, dates, found)
    return tuple(found)


def _find_in_sentence(
    reading: Reading, sentence: ReadSentence, times: Sequence[TimeExpression], before: Sequence[Quantity]
) -> list[Quantity]:
    found: list[Quantity] = []
    text, tokens, tree = reading.article.text, sentence.tokens, plant_tree(sentence.tokens)
    words = [token.text.lower().replace("’", "'") for token in tokens]
    taken = _find_taken(tokens, times)
    lasting = taken | _find_tokens(tokens, [time for time in times if time.kind == "DURATION"])
    amounts = share_ages(words, merge_ranges(words, list(_read_amounts(text, tokens, words, taken))))
    previous: tuple[Amount, Counted | None] | None = None
    for bare in amounts:
        amount = settle_age(tokens, words, bare, previous[0] if previous else None)
        counted = find_counted(tree, amount, lasting, previous, reading.seen.counted)
        amount = widen_after(words, amount, counted.end if counted else amount.end)
        previous = amount, counted
        if is_quantity(tokens, words, amount, counted):
            found.append(_make_quantity(text, sentence, amount, counted))
        elif counted is None and (head := recall_count(text, tokens, words, amount, [*before, *found])):
            found.append(replace(_make_quantity(text, sentence, amount, None), unit="people", head=head))
    return found


def _read_amounts(text: str, tokens: Sequence[Token], words: Sequence[str], taken: frozenset[int]) -> Iterator[Amount]:
    """Yield the amounts of a sentence in order, none overlapping another or a date."""
    at = since = 0
    while at < len(tokens):
        amount = None if at in taken else read_amount(text, tokens, words, at, since)
        if amount is None:
            at += 1
            continue
        at = since = max(amount.end, at + 1)
        if not any(index in taken for index in range(amount.start, amount.end)):
            yield amount


def _find_taken(tokens: Sequence[Token], times: Sequence[TimeExpression]) -> frozenset[int]:
    """Return the tokens of dates and times of day. "Three days after" dates something, and counts days too."""
    dates = [time for time in times if time.kind != "DURATION" and time.meaning.anchor != "narrative"]
    return _find_tokens(tokens, dates)


def _find_tokens(tokens: Sequence[Token], times: Sequence[TimeExpression]) -> frozenset[int]:
    spans = [(time.start, time.end) for time in times]
    return frozenset(
        index
        for index, token in enumerate(tokens)
        if any(token.start < end and start < token.end for start, end in spans)
    )


def _make_quantity(text: str, sentence: ReadSentence, amount: Amount, counted: Counted | None) -> Quantity:
    tokens = sentence.tokens
    start, end = tokens[amount.start].start, tokens[amount.end - 1].end
    span = (tokens[counted.start].start, tokens[counted.end - 1].end) if counted else None
    unit = amount.unit or ("people" if counted and counted.people else "count")
    return Quantity(
        quantity_id=content_id("quantity", sentence.sentence.article_id, start, end),
        article_id=sentence.sentence.article_id,
        sentence_id=sentence.sentence.sentence_id,
        start=start,
        end=end,
        text=text[start:end],
        value=amount.value,
        low=amount.low,
        high=amount.high,
        approx=amount.approx,
        unit=unit,
        counted=text[span[0] : span[1]] if span else None,
        counted_span=span,
        head=counted.head if counted else None,
    )
