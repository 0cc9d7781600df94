"""What happened: the line that a reader would give as the story's headline, then the others, in order of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from dateline.brief.context import Context
from dateline.brief.lines import POOR
from dateline.brief.repeats import find_common_words, find_numbers, share_all, share_words
from dateline.brief.said import Said
from dateline.brief.timeline import Line, timeline_order
from dateline.brief.weigh import weigh_line
from dateline.dates import parse_cut
from dateline.model import Cite, TimelineEntry
from dateline.support import say_support
from dateline.wording import say_date, say_span

_SAME = 0.6
"""Part of the shorter line's words from which a second line of a day tells nothing new."""
_SAME_OTHER_DAY = 0.8
"""The same for lines of two days: a toll that rose is told in the words of the day before."""
_SAME_UNDATED = 0.35
"""The same for a sentence that a report opens with and nothing dates: most often the news told once more."""
_SAME_OPENING = (0.28, 0.34)
"""The same for the sentences that two reports of about one day open with, most often one and the same news; and where
one of them is a report's second sentence, below a catch line."""
_LIKE = 0.3
"""Weight that a line loses by what it shares with those chosen before."""
_LEAST = 0.25
"""Part of the first line's weight that another needs: trifles do not fill the page up."""
_OPENING = 2
"""Lead sentences of each report that can tell what happened where nothing dates it."""
_LEAST_UNDATED = 0.45
"""The same for a sentence that a report opens with and nothing dates."""
_NEWEST = 0.05
"""Weight that the newest day of a story adds over the oldest."""
_BEFORE = 2
"""Days before the first report from which a happening is no news to it."""
_OLD = 0.15
"""Weight that such a happening loses."""
_BEHIND = 0.08
"""Weight that a line needs more than a dated one when no report dates it."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A line that may tell what happened."""

    said: Said
    weight: float
    order: tuple[str, str, str]
    first: str | None


def tell_what_happened(timeline: Sequence[Line], context: Context) -> tuple[list[Said], frozenset[str]]:
    """Return the lines that tell the story, the headline first and the others in order of time, and the ids of the
    timeline's entries that are among them or say the same."""
    fresh = [line for line in timeline if is_plain(line) and is_news(line.entry, context)]
    dated = [_take_entry(line, context) for line in fresh or [line for line in timeline if is_plain(line)]]
    there = {(cite.article_id, cite.start) for line in timeline for cite in line.entry.cites if is_plain(line)}
    common = find_common_words((line.entry.text for line in timeline), context.settings)
    chosen, repeated = _choose([*dated, *_find_openings(there, context)], common, context)
    rest = sorted(chosen[1:], key=lambda row: row.order)
    ids = {line.entry.text: line.entry.entry_id for line in timeline}
    kept = frozenset(ids[row.said.words] for row in (*chosen, *repeated) if row.said.words in ids)
    return [row.said for row in [*chosen[:1], *rest]], kept


def is_plain(line: Line) -> bool:
    """True when a line tells of what took place, is about that, and can be read alone."""
    return line.entry.status == "actual" and line.told and line.fault < POOR


def is_news(entry: TimelineEntry, context: Context) -> bool:
    """True when an entry falls into the days that the story is written in, or shortly before: not its background."""
    day = parse_cut(entry.first)
    if not context.written or day is None:
        return True
    start = min(interval.first for interval in context.written.values()) - timedelta(days=context.settings.news_days)
    return day.last >= start and day.grain not in ("year", "month")


def say_entry(entry: TimelineEntry) -> Said:
    """Return an entry as a line of the brief: its day, its words, what stands behind it."""
    behind = say_support(entry.articles, entry.outlets, entry.origins) if entry.articles > 1 else ""
    if entry.time_basis == "inferred":
        behind = f"by the report of {say_date(entry.reported)}"
    return Said(entry.text, entry.cites, say_span(entry.first, entry.last, entry.grain), behind)


def _take_entry(line: Line, context: Context) -> _Candidate:
    entry = line.entry
    place = _place_in_story(entry, context)
    weight = line.weight + (_NEWEST * place if place >= 0 else -_OLD)
    return _Candidate(say_entry(entry), weight, timeline_order(entry), entry.first)


def _place_in_story(entry: TimelineEntry, context: Context) -> float:
    """Return 0 for the day of the story's first report, 1 for that of its last, in between by days; -1 for a day that
    lies well before the first."""
    days = sorted(interval.first for interval in context.written.values())
    day = parse_cut(entry.last)
    if not days or day is None:
        return 0.0
    if (days[0] - day.last).days > _BEFORE:
        return -1.0
    return 0.0 if days[0] == days[-1] else min(1.0, max(0.0, (day.first - days[0]).days / (days[-1] - days[0]).days))


def _find_openings(there: set[tuple[str, int]], context: Context) -> Iterator[_Candidate]:
    """Yield the sentences that reports open with, where no line of the timeline tells them."""
    for article_id, rows in sorted(context.shelf.sentences.items()):
        article = context.shelf.articles.get(article_id)
        for sentence in rows if article else ():
            rank = context.leads.get((article_id, sentence.start), _OPENING)
            if article is None or rank >= _OPENING or (article_id, sentence.start) in there:
                continue
            quote = article.text[sentence.start : sentence.end].rstrip()
            cite = Cite(article_id=article_id, start=sentence.start, end=sentence.start + len(quote), quote=quote)
            fault = context.rate(cite)
            if fault < POOR - 1 and not _is_past(cite, context):
                yield _take_opening(cite, fault, context)


def _is_past(cite: Cite, context: Context) -> bool:
    """True for a sentence all of whose times lie before the days that the story is written in: it opens a look back."""
    if not context.written:
        return False
    start = min(interval.first for interval in context.written.values()) - timedelta(days=context.settings.news_days)
    spans = [span for span in context.shelf.find_spans(cite) if span]
    return bool(spans) and all(span.last < start for span in spans)


def _take_opening(cite: Cite, fault: int, context: Context) -> _Candidate:
    written = context.written.get(cite.article_id)
    day = written.first.isoformat() if written else None
    words = context.tell(cite, day, day)
    theme = context.theme.agree(cite.quote)
    weight = weigh_line(theme=theme, gravity=0.0, origins=1, front=context.find_front(cite.quote), fault=fault)
    said = Said(words, (cite,), f"Reported {say_date(day)}" if day else "")
    return _Candidate(said, weight - _BEHIND, (day or "", day or "", words), None)


def _choose(
    rows: Iterable[_Candidate], common: frozenset[str], context: Context
) -> tuple[list[_Candidate], list[_Candidate]]:
    """Choose the weightiest, each for what it adds to those before it; return these, and those that say the same."""
    left = sorted(rows, key=lambda row: (-row.weight, row.order))
    chosen: list[_Candidate] = []
    repeated: list[_Candidate] = []
    while left and len(chosen) < context.settings.main_entries:
        worth = {row: row.weight - _LIKE * _likeness(row, chosen) for row in left}
        best = max(left, key=lambda row: (worth[row], -left.index(row)))
        left.remove(best)
        least = _LEAST if best.first is not None else _LEAST_UNDATED
        if chosen and worth[best] < least * chosen[0].weight:
            continue
        said = any(_repeats(best, row, common, context) for row in chosen)
        (repeated if said else chosen).append(best)
    return chosen, [*repeated, *(row for row in left if any(_repeats(row, other, common, context) for other in chosen))]


def _likeness(row: _Candidate, chosen: Sequence[_Candidate]) -> float:
    """Return what a line shares with those chosen before; half where it has a new number of another day."""
    shares = (
        share_all(row.said.words, other.said.words) * (0.5 if _brings_number(row, other) else 1.0) for other in chosen
    )
    return max(shares, default=0.0)


def _brings_number(row: _Candidate, other: _Candidate) -> bool:
    """True for a dated line that gives a number that one of another day has not: a toll that rose."""
    fresh = find_numbers(row.said.words) - find_numbers(other.said.words)
    return row.first is not None and row.first != other.first and bool(fresh)


def _repeats(row: _Candidate, other: _Candidate, common: frozenset[str], context: Context) -> bool:
    if _brings_number(row, other):
        return False
    ours, theirs = row.said.words, other.said.words
    least = _find_least_opening(row, other, context)
    if least is not None and share_all(ours, theirs) >= least:
        return True
    same_day = row.first == other.first
    bound = _SAME_UNDATED if row.first is None else _SAME if same_day else _SAME_OTHER_DAY
    return share_all(ours, theirs) >= bound or (
        same_day and share_words(ours, theirs, common) >= context.settings.repeated_words
    )


def _find_least_opening(row: _Candidate, other: _Candidate, context: Context) -> float | None:
    """Return the part of words from which the openings of two reports say the same; None for other lines, and for days
    further apart than a report's own and its eve."""
    ours, theirs = row.said.cites[0], other.said.cites[0]
    ranks = [context.rank_lead(cite) for cite in (ours, theirs)]
    if ours.article_id == theirs.article_id or any(rank is None or rank >= _OPENING for rank in ranks):
        return None
    days = [parse_cut(found.order[0]) for found in (row, other)]
    first, second = (day.first if day else None for day in days)
    if first is None or second is None or abs((first - second).days) > (row.first != other.first):
        return None
    return _SAME_OPENING[any(ranks)]
