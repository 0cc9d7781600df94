"""The report in a whole page pasted as text, with its menus, teasers and comments: one stretch of its lines.

Maximum subsequence segmentation (Pasternack and Roth 2009): every line has a score, running text above zero and short
unfinished lines below, and the report is the stretch with the highest sum. Lists that stand against it (results, tour
dates, ingredients) go with it. Where another stretch comes near it, or much of the prose stands elsewhere, all from the
first paragraph to the last is kept: a line lost costs more than one that leaks.
"""

from __future__ import annotations

import re
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

LEAST_PROSE = 0.8
"""The stretch must hold this share of the words that stand in paragraphs. Where it holds less, only the menus above the
first and below the last paragraph are left out. At .7, .8, .9 ``evals/eval_pasted.py`` loses 2.7, 2.1, 2.0 %."""

CLEAR_LEAD = 2.0
"""It must have so many times the score of the best stretch beside it."""

TRAILING = 3
"""So many lines behind the stretch are looked at for what belongs to its last paragraph."""

LIST_WORDS = 3
LIST_LINES = 3
"""A list has so many lines on end, of so many words at least, each with a figure among its first words, a bullet or
brackets."""

HEAD_LINES = 6
"""Lines above the stretch among which headline, byline and stamp are looked for."""

TITLE_LINES = 40
"""A stated headline is looked for so many lines above."""

_LISTED = re.compile(r"^\W*(?:[^\W\d_]+\W+){0,2}\d|^[•·▪●◦*–—-]\s|\([^()]+\)")

_TRAILING = re.compile(
    r"^\(.+\)$|^[—–]\s*[A-Z]|^(?:note|(?:main |lead )?(?:image|photo|picture)|source)\b", re.IGNORECASE
)


def find_block(lines: Sequence[Line], title: str | None) -> tuple[int, int] | None:
    """Return first line and end of the stretch that holds the report with its head; None for a text that is not
    crowded."""
    looks = [look_at(line) for line in lines]
    short = sum(_is_short(look) for look in looks)
    if short < CROWDED_LINES or short < CROWDED_SHARE * len(lines):
        return None
    scores = [_score(look) for look in looks]
    start, end = _find_best(scores)
    if not _is_clear(looks, scores, start, end):
        start, end = _find_prose(looks)
    if start == end:
        return None
    end += _count_trailing(lines[end:])
    listed = [_is_listed(line, look) for line, look in zip(lines, looks, strict=True)]
    end += _count_listed(listed[end:])
    start -= _count_listed(listed[:start][::-1])
    return _find_head(lines, start, title), end


def _is_clear(looks: Sequence[Look], scores: Sequence[float], start: int, end: int) -> bool:
    """Tell whether the stretch holds most of the page's prose and leaves every other stretch far behind."""
    prose = [min(look.words, MOST_WORDS) if look.good else 0 for look in looks]
    held = sum(prose[start:end])
    if not held or held < LEAST_PROSE * sum(prose):
        return False
    others = (scores[:start], scores[end:])
    rival = max(sum(part[slice(*_find_best(part))]) for part in others)
    return sum(scores[start:end]) >= CLEAR_LEAD * rival


def _find_prose(looks: Sequence[Look]) -> tuple[int, int]:
    """Return the stretch from the first paragraph to the last: no more than the menus around them are left out."""
    good = [index for index, look in enumerate(looks) if look.good]
    return (good[0], good[-1] + 1) if good else (0, 0)


def _count_trailing(lines: Sequence[Line]) -> int:
    """Count the lines behind the stretch that go with a last paragraph: notes, credits, who is quoted."""
    behind = lines[:TRAILING]
    return next((at for at, line in enumerate(behind) if not _TRAILING.search(line.text)), len(behind))


def _is_listed(line: Line, look: Look) -> bool:
    return look.words >= LIST_WORDS and _LISTED.search(line.text) is not None


def _count_listed(listed: Sequence[bool]) -> int:
    """Count the lines of the lists that stand next; a line between two lists (a heading) goes with them."""
    count = 0
    for at in range(len(listed)):
        if at > count + 1:
            break
        run = next((size for size, one in enumerate(listed[at:]) if not one), len(listed) - at)
        if at >= count and run >= LIST_LINES:
            count = at + run
    return count


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
