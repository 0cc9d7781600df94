"""When a page says it was published and last changed: JSON-LD, meta fields, microdata, times beside the headline.

Sources that disagree are weighed: a day that several of them give, or that the address has, counts for more than one
that stands alone; a field whose value is that of the last change is not the publication where another says earlier.
What machines state in UTC is moved to the outlet's own clock where the page also shows it to readers: "on Friday" in
the text is meant by that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from htmldate import find_date
from lxml.etree import XPath

from dateline.clean.days import YEARS, move_zone, read_day, split_zone
from dateline.clean.published import read_url_day
from dateline.clean.stamps import read_stamp
from dateline.clean.structured import Structured, list_texts
from dateline.clean.vicinity import Vicinity

FIRST_YEAR = 1995
"""Pages of the web are no older; what lies before is a default of software (1970) or the date of a scanned paper."""

_BOUNDS: dict[str, Any] = {"min_date": f"{FIRST_YEAR}-01-01", "max_date": f"{YEARS[1]}-12-31"}
"""Explicit, so that no result depends on the day of the run (htmldate's own default is today)."""

_PUBLISHED = (
    *("article:published_time", "og:published_time", "article:published", "article:publicationdate"),
    *("datepublished", "date.published", "publishdate", "publish-date", "publish_date", "published_time"),
    *("pubdate", "pub_date", "publication_date", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime"),
    *("dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "citation_publication_date"),
    *("originalpublicationdate", "article.published", "article.created", "ptime", "rnews:datepublished", "bt:pubdate"),
    *("iso-8601-publish-date", "shareaholic:article_published_time", "date"),
)
_UPDATED = (
    *("article:modified_time", "og:updated_time", "article:modified", "datemodified", "date.modified", "lastmod"),
    *("last-modified", "lastmodified", "dcterms.modified", "article.updated", "utime", "revised", "dc.date.modified"),
)
_TIMES = XPath("//time")
_SHOWN = re.compile(r"date|time|publish|byline|posted|meta", re.IGNORECASE)
_QUARTERS = frozenset({345, 525, 765, 825})
"""Minutes of the few zones that lie neither a whole nor half an hour from UTC: Nepal, Eucla, Chatham."""

MAX_SHOWN = 160
"""Characters of an element that shows a date and little else."""


@dataclass(frozen=True, slots=True)
class PageDates:
    """Publication and last change, ISO on the clock of one zone, that zone, and the basis; None where unknown."""

    published: str | None = None
    zone: str | None = None
    basis: str | None = None
    updated: str | None = None


@dataclass(frozen=True, slots=True)
class _Told:
    """A date that some part of the page gives, ``2019-03-25T08:36+09:00``."""

    value: str
    basis: str
    weight: float

    @property
    def day(self) -> str:
        return self.value[:10]


def find_dates(tree: Any, structured: Structured, vicinity: Vicinity, url: str | None) -> PageDates:
    """Settle publication and last change of a page."""
    shown = _list_shown(tree, vicinity)
    told = list(_list_published(structured, shown))
    updated = _first_updated(structured, shown)
    best = _choose(told, updated, read_url_day(url))
    if best is None:
        if read_url_day(url):
            return PageDates(updated=_move(updated, None))
        best = _ask_htmldate(tree)
    if best is None:
        return PageDates(updated=_move(updated, None))
    value = localise(best.value, [stamp for stamp, kind in shown if kind == "published"])
    day, zone = split_zone(value)
    return PageDates(day, zone, best.basis, _move(updated, zone))


def _move(value: str | None, zone: str | None) -> str | None:
    """The last change on the clock of the publication, whose offset stands for both."""
    return move_zone(value, zone) if value else None


def _read(value: str | None) -> str | None:
    """Read a machine's or a page's date; None when it is out of bounds or not of a day."""
    day = read_day(value)
    return day if day and len(day) >= 10 and FIRST_YEAR <= int(day[:4]) <= YEARS[1] else None


def _list_published(structured: Structured, shown: Sequence[tuple[str, str]]) -> Iterator[_Told]:
    for text in list_texts(structured.article.get("datePublished")):
        if day := _read(text):
            yield _Told(day, "jsonld", 3.0)
    seen: set[str] = set()
    for name in _PUBLISHED:
        day = next(filter(None, map(_read, structured.meta.get(name, ()))), None)
        if day and day not in seen:
            seen.add(day)
            yield _Told(day, "page", 2.0 if len(seen) == 1 else 0.5)
    if day := next(filter(None, map(_read, structured.props.get("datePublished", ()))), None):
        yield _Told(day, "page", 1.5)
    for at, day in enumerate(day for day, kind in shown if kind == "published"):
        yield _Told(day, "page", 1.5 if at == 0 else 0.25)
    for text in list_texts(structured.article.get("dateCreated")):
        if day := _read(text):
            yield _Told(day, "jsonld", 1.0)


def _first_updated(structured: Structured, shown: Sequence[tuple[str, str]]) -> str | None:
    stated = [
        *list_texts(structured.article.get("dateModified")),
        *(value for name in _UPDATED for value in structured.meta.get(name, ())),
        *structured.props.get("dateModified", ()),
    ]
    found = filter(None, map(_read, stated))
    return next(found, None) or next((day for day, kind in shown if kind == "updated"), None)


def _choose(told: Sequence[_Told], updated: str | None, address: str | None) -> _Told | None:
    """Return the date with the most weight behind its day; dates a day apart (zones) lend each other half of theirs."""
    if not told:
        return None

    def weigh(one: _Told) -> float:
        weight = 0.0
        for other in told:
            apart = abs((_as_day(one.day) - _as_day(other.day)).days)
            weight += other.weight * (1.0, 0.5)[apart] if apart < 2 else 0.0
        if address and abs((_as_day(one.day) - _as_day(address)).days) < 2:
            weight += 2.0
        early = any((_as_day(one.day) - _as_day(other.day)).days > 1 for other in told)
        if updated and one.day == updated[:10] and early:
            weight -= 2.0
        if updated and one.value[:10] > updated[:10]:
            weight -= 1.0
        return weight

    weights = [weigh(one) for one in told]
    return told[weights.index(max(weights))]


def _as_day(day: str) -> date:
    return date.fromisoformat(day[:10])


def _ask_htmldate(tree: Any) -> _Told | None:
    day = _read(find_date(tree, original_date=True, extensive_search=False, url=None, **_BOUNDS))
    return _Told(day, "page", 0.0) if day else None


def _list_shown(tree: Any, vicinity: Vicinity) -> list[tuple[str, str]]:
    """Return (date, "published" or "updated") of the times shown beside the headline, nearest first."""
    near = vicinity.sort(dict.fromkeys([*_TIMES(tree), *vicinity.find_named(_SHOWN)]))
    return list(dict.fromkeys(found for _, node in near for found in _read_shown(node)))


def _read_shown(node: Any) -> list[tuple[str, str]]:
    """Read the dates of one element, by its text and, of a time, by its attribute."""
    text = " ".join(" ".join(node.itertext()).split())
    stamp = read_stamp(text) if len(text) <= MAX_SHOWN else None
    outer = node.getparent()
    around = f"{node.get('class') or ''} {'' if outer is None else outer.get('class') or ''} {text}"
    late = any(word in around.lower() for word in ("updat", "modif", "revis"))
    machine = _read(node.get("datetime")) if node.tag == "time" else None
    if machine:
        if stamp and stamp.published and stamp.updated is None and not late:
            return [(localise(machine, [stamp.published]), "published")]
        if stamp and stamp.published and stamp.updated:
            return [(stamp.published, "published"), (stamp.updated, "updated")]
        return [(machine, "updated" if late else "published")]
    if stamp is None:
        return []
    found = [(_read(stamp.published), "published"), (_read(stamp.updated), "updated")]
    return [(day, kind) for day, kind in found if day]


def localise(value: str, shown: Sequence[str]) -> str:
    """Move a moment told in UTC to the clock that the page shows its readers.

    ``2023-12-25T22:03Z`` beside "December 26, 2023, 9:03 am" is ``2023-12-26T09:03+11:00``. Where only the day is
    shown and it is the one before or after, that day is taken without a time. Anything else stays as it was.
    """
    day, zone = split_zone(value)
    if zone != "+00:00" or len(day) < 16:
        return value
    moment = datetime.fromisoformat(day)
    for text in shown:
        local, told = split_zone(text)
        if told == "+00:00":
            return value
        if len(local) >= 16:
            shift = round((datetime.fromisoformat(local) - moment) / timedelta(minutes=1))
            if (shift % 30 == 0 or shift in _QUARTERS) and -12 * 60 <= shift <= 14 * 60:
                hours, minutes = divmod(abs(shift), 60)
                return f"{local}{'-' if shift < 0 else '+'}{hours:02}:{minutes:02}"
        elif len(local) == 10 and 0 < abs((_as_day(local) - moment.date()).days) < 2 and _could_be(moment, local):
            return local
    return value


def _could_be(moment: datetime, local: str) -> bool:
    """Tell whether some zone of the world (−12 to +14 hours) has that day at that moment of UTC."""
    ahead, behind = moment + timedelta(hours=14), moment - timedelta(hours=12)
    return behind.date() <= _as_day(local) <= ahead.date()
