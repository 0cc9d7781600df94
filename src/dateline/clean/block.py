"""The report in a whole page pasted as text, with its menus, teasers and comments: one stretch of its lines.

Maximum subsequence segmentation (Pasternack and Roth 2009): every line has a score, running text above zero and short
unfinished lines below, and the report is the stretch with the highest sum.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.clean.lines import Line, Look, look_at
from dateline.words import fold

CROWDED_LINES = 40
"""From so many short unfinished lines on, ..."""

CROWDED_SHARE = 0.5
"""... and from this share of all lines, a text is taken for a whole page. Of 300 reports of BASIL none is."""

MOST_WORDS = 40
"""A paragraph counts for so many words at most, so that one long comment does not outweigh a report."""

SHORT_SCORE = -4.0
FINISHED_SCORE = 3.0
"""Scores of a short unfinished line and of a short sentence. Of −4, −9 and −15, −4 loses least on the odd half of
``evals/eval_pasted.py``."""

HEAD_LINES = 6
"""Lines above the stretch among which headline, byline and stamp are looked for."""

TITLE_LINES = 40
"""A stated headline is looked for so many lines above."""


def find_block(lines: Sequence[Line], title: str | None) -> tuple[int, int] | None:
    """Return first line and end of the stretch that holds the report with its head; None for a text that is not
    crowded."""
    looks = [look_at(line) for line in lines]
    short = sum(_is_short(look) for look in looks)
    if short < CROWDED_LINES or short < CROWDED_SHARE * len(lines):
        return None
    start, end = _find_best([_score(look) for look in looks])
    if start == end:
        return None
    return _find_head(lines, start, title), end


def _is_short(look: Look) -> bool:
    return not look.ends and not look.words >= MOST_WORDS


def _score(look: Look) -> float:
    if look.good:
        return float(min(look.words, MOST_WORDS))
    return FINISHED_SCORE if look.ends and look.words > 2 else SHORT_SCORE


def _find_best(scores: Sequence[float]) -> tuple[int, int]:
    """Return start and end of the stretch with the highest sum (Kadane); the first of equals."""
    best = total = 0.0
    found = (0, 0)
    start = 0
    for index, score in enumerate(scores):
        if total <= 0:
            total, start = 0.0, index
        total += score
        if total > best:
            best, found = total, (start, index + 1)
    return found


def _find_head(lines: Sequence[Line], start: int, title: str | None) -> int:
    """Return the line from which the head of the report begins: the stated headline, else some lines above."""
    if title:
        wanted = fold(title)
        for index in range(start, max(-1, start - TITLE_LINES), -1):
            told = fold(lines[index].text)
            if told == wanted or (len(told) > 20 and wanted.startswith(told)):
                return index
    return max(0, start - HEAD_LINES)
