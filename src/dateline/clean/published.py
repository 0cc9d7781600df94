"""When an article was published, and by what: stated field, page, address, header stamp, dateline, in that order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.clean.days import build_day
from dateline.clean.stamps import Stamp

_PATH_DAY = re.compile(
    r"/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=[/_-]|$)|/(\d{4})[/-](\d{2})/(\d{2})\D|/(\d{4})(\d{2})(\d{2})/"
)


def choose_published(
    told: str | None, basis: str | None, url: str | None, stamps: Sequence[Stamp], dateline: str | None
) -> tuple[str | None, str | None]:
    """Return (ISO date, basis); (None, None) when nothing says it. ``told`` with its basis comes from the input or its
    markup; ``dateline`` counts only with its year."""
    header = next((stamp.published for stamp in stamps if stamp.published), None)
    full = dateline if dateline and not dateline.startswith("X") else None
    choices = ((told, basis), (read_url_day(url), "url"), (header, "header"), (full, "dateline"))
    return next(((day, basis) for day, basis in choices if day), (None, None))


def choose_updated(told: str | None, stamps: Sequence[Stamp]) -> str | None:
    """Return the day of the last change: stated, of the page, or of a header stamp."""
    return told or next((stamp.updated for stamp in stamps if stamp.updated), None)


def read_url_day(url: str | None) -> str | None:
    """Return the day in an address (``/2019/03/25/``, ``/2016-07/15/``, ``/20190325/``); None when it has none."""
    match = _PATH_DAY.search(url) if url else None
    if not match:
        return None
    year, month, day = (int(part) for part in match.groups() if part)
    return build_day(year, month, day)
