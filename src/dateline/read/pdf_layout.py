"""From lines on pages to running text: what every page repeats left out, lines joined into paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from dateline.read.address import find_address
from dateline.read.paragraphs import find_compounds, join_all
from dateline.read.pdf_lines import Line

_EDGE_LINES = 2
"""Lines at the top and the bottom of a page that may be its header and footer."""
_BIG = 1.25
"""Times the size of most letters from which a line is a headline; subheads have 1.1 to 1.5."""
_GAP = 1.35
"""Times the usual distance of lines from which a paragraph ends."""
_FULL = 0.85
"""Share of the usual length from which a line is full: letters differ in width."""
_FULL_ENDED = 0.95
"""A paragraph cut in two after a sentence does less harm than two made one."""
_SHORT = 0.6
_INDENT = (0.8, 5.0)
"""Letter sizes that the first line of a paragraph stands in; what stands further in is another column."""
_SIZE_STEP = 1.12
_TITLE_LINES = 12
_LEAST_TITLE_WORDS = (5, 3)
"""Words of a headline: first those that are sure to be one are looked for."""
_MOST_TITLE_WORDS = 40

_NUMBER = re.compile(r"\W*(?:page\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)
_PRINTED = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s+\d{1,2}[:.]\d{2}(?:\s*[AP]M)?\b.*", re.IGNORECASE)
_ADDRESS = re.compile(r"(https?://[^\s…]+)(?:\s+(?:page\s*)?\d+(?:\s*(?:/|of)\s*\d+)?)?", re.IGNORECASE)
_ENDED = re.compile(r"[.!?:;…][\"”’')\]]*$")
_LISTED = re.compile(r"(?:[•·▪‣●*–—-]|\d{1,2}[.)])\s")


@dataclass(frozen=True, slots=True)
class Composed:
    """The text, the headline by the size of its letters, and the address that a browser printed on the page."""

    text: str
    title: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class _Measures:
    """What is usual in a file: letter size, distance of lines, characters of a line."""

    size: float
    leading: float
    width: int


def compose_pages(pages: Sequence[Sequence[Line]]) -> Composed:
    """Return the running text of a file's pages."""
    furniture = find_running(pages)
    lines = [line for page in pages for line in page if line not in furniture]
    if not lines:
        return Composed("", None, _find_url(furniture))
    usual = _measure(lines)
    known = find_compounds(" ".join(line.text for line in lines))
    paragraphs = [join_all([line.text for line in group], known) for group in _group_lines(lines, usual)]
    return Composed("\n\n".join(paragraphs), _find_title(lines, usual, known), _find_url(furniture))


def find_running(pages: Sequence[Sequence[Line]]) -> set[Line]:
    """Return the headers and footers: lines at an edge that recur on other pages but for their numbers, page numbers,
    and what browsers print around a page."""
    edges = [line for page in pages for line in _find_edges(page)]
    often = Counter(mask for _, mask in {(line.page, _mask(line.text)) for line in edges})
    least = max(2, (len(pages) + 1) // 2)
    return {
        line
        for line in edges
        if often[_mask(line.text)] >= least
        or any(pattern.fullmatch(line.text) for pattern in (_NUMBER, _PRINTED, _ADDRESS))
    }


def _find_edges(page: Sequence[Line]) -> list[Line]:
    heights = sorted({round(line.y) for line in page})
    edge = {*heights[:_EDGE_LINES], *heights[-_EDGE_LINES:]}
    return [line for line in page if round(line.y) in edge]


def _mask(text: str) -> str:
    return re.sub(r"\d+", "0", text)


def _find_url(furniture: set[Line]) -> str | None:
    found = {
        address
        for line in furniture
        if (match := _ADDRESS.fullmatch(line.text)) and (address := find_address(match[1]))
    }
    return min(found) if len(found) == 1 and not min(found).endswith("...") else None


def _measure(lines: Sequence[Line]) -> _Measures:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    size = max(sizes, key=lambda one: (sizes[one], one))
    body = [line for line in lines if abs(line.size - size) < 0.15]
    gaps = Counter(round(one.y - two.y) for one, two in pairwise(body) if one.page == two.page and one.y - two.y > 1)
    leading = max(gaps, key=lambda gap: (gaps[gap], -gap), default=round(size * 1.2))
    lengths = sorted(len(line.text) for line in body)
    return _Measures(size, max(leading, 1), lengths[int(len(lengths) * 0.9)] if len(lengths) > 1 else lengths[0])


def _group_lines(lines: Sequence[Line], usual: _Measures) -> Iterator[list[Line]]:
    lefts = _find_lefts(lines)
    group = [lines[0]]
    for before, line in pairwise(lines):
        if _ends_before(before, line, usual, lefts):
            yield group
            group = []
        group.append(line)
    yield group


def _find_lefts(lines: Sequence[Line]) -> dict[int, list[int]]:
    """Return the left edges of each page's columns: places where many lines begin."""
    lefts = {}
    for page in {line.page for line in lines}:
        begins = Counter(round(line.x) for line in lines if line.page == page)
        least = max(2, sum(begins.values()) // 8)
        lefts[page] = sorted(x for x, count in begins.items() if count >= least)
    return lefts


def _ends_before(before: Line, line: Line, usual: _Measures, lefts: dict[int, list[int]]) -> bool:
    """Tell whether a paragraph ends between two lines."""
    if max(before.size, line.size) > _SIZE_STEP * min(before.size, line.size) or _LISTED.match(line.text):
        return True
    down = before.y - line.y
    if before.page != line.page or down < -0.5 * usual.leading:  # another page or column
        return bool(_ENDED.search(before.text)) or (not _is_full(before, line, usual) and not line.text[:1].islower())
    if down > _GAP * usual.leading * max(1.0, line.size / usual.size):
        return True
    if _is_indented(line, lefts) and (abs(line.x - before.x) > 1 or not _is_full(before, line, usual)):
        return True
    if line.size > _BIG * usual.size or _is_full(before, line, usual):
        return False
    return bool(_ENDED.search(before.text)) or len(before.text) < _SHORT * usual.width


def _is_full(line: Line, after: Line, usual: _Measures) -> bool:
    """Tell that a line's next word would not have fitted; one that ends a sentence must come nearer to the edge."""
    share = _FULL_ENDED if _ENDED.search(line.text) else _FULL
    length = len(line.text) + 1 + len(after.text.split(maxsplit=1)[0])
    return length >= share * usual.width * min(1.0, usual.size / line.size)


def _is_indented(line: Line, lefts: dict[int, list[int]]) -> bool:
    low, high = _INDENT
    edges = [x for x in lefts[line.page] if line.x - high * line.size <= x <= line.x - low * line.size]
    return bool(edges)


def _find_title(lines: Sequence[Line], usual: _Measures, known: frozenset[str]) -> str | None:
    """Return the words in the largest letters near the top of the first page, when these are large enough; a name of
    few words, as newspapers have above their pages, only where nothing longer is large."""
    top = [line for line in lines[:_TITLE_LINES] if line.page == lines[0].page]
    large = []
    for size, group in groupby(top, key=lambda line: round(line.size, 1)):
        title = join_all([line.text for line in group], known)
        if size >= _BIG * usual.size and len(title.split()) <= _MOST_TITLE_WORDS:
            large.append((size, title))
    large.sort(key=lambda found: -found[0])
    for least in _LEAST_TITLE_WORDS:
        for _, title in large:
            if len(title.split()) >= least:
                return title
    return None
