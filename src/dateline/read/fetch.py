"""Web addresses: a page, feed, PDF or list fetched politely and within bounds, and read by the reader of its format.

``robots.txt`` is kept to (RFC 9309), one host is asked at most once a second, redirects are followed by hand with every
hop checked, and only machines of the public internet are asked (see ``fetch_guard``). An address that gives nothing
becomes a ``Dropped`` with the reason.
"""

from __future__ import annotations

import re
import ssl
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from io import BytesIO
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit, urlunsplit

import httpcore
import httpx

from dateline.model import Capture, Dropped, Stated
from dateline.read.fetch_guard import GuardedTransport, NoAddressError, RefusedAddressError
from dateline.read.fetch_robots import Robots, refuse_all, robots_address
from dateline.read.http_body import undo_codings
from dateline.read.source import Source, drop_input, tidy_headers

MAX_FETCH_BYTES = 50_000_000
"""Longest body that is fetched, packed or not; each reader has its own bound below it."""
MAX_HOPS = 5
"""Redirects followed; a link shortener, http to https and a consent page make three."""
CONNECT_SECONDS = 10.0
READ_SECONDS = 20.0
"""Longest silence while a body comes."""
TOTAL_SECONDS = 90.0
"""Longest time for one address, ``robots.txt`` and all hops included, polite waits not."""
HOST_SECONDS = 1.0
"""Between two requests to one host; its own wish (``Crawl-delay``) may raise it up to ``MAX_HOST_SECONDS``."""
MAX_HOST_SECONDS = 30.0
_MAX_ADDRESS = 4_000

_FORMATS: dict[str, str] = {
    "": "",
    "application/octet-stream": "",
    "binary/octet-stream": "",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/rdf+xml": ".rdf",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/json": ".json",
    "application/feed+json": ".json",
    "application/ld+json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "text/plain": ".txt",
    "text/markdown": ".txt",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "message/rfc822": ".eml",
    "multipart/related": ".mhtml",
    "application/mbox": ".mbox",
    "application/zip": ".zip",
    "application/gzip": ".gz",
    "application/x-gzip": ".gz",
    "application/warc": ".warc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
"""Media types that are read, and the suffix of their reader; content that cannot be mistaken goes before it."""

_LEAVING = "text/html, application/xhtml+xml, application/pdf, application/*;q=0.9, text/*;q=0.9"
_PASSWORD = re.compile(r"(?<=://)[^/?#]*@")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


class FetchError(Exception):
    """Why an address gives nothing: the reason, and in words."""

    def __init__(self, reason: str, detail: str) -> None:
        """Keep both, for a ``Dropped``."""
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server gave: the address it stood at in the end, its headers, and its body without transfer codings."""

    url: str
    headers: tuple[tuple[str, str], ...]
    media: str
    body: bytes


def is_url(text: str) -> bool:
    """Tell an address from the name of a file."""
    return _ADDRESS.match(text) is not None


def name_agent() -> str:
    """Return how requests sign: ``dateline/0.1.0``."""
    try:
        return f"dateline/{version('dateline')}"
    except PackageNotFoundError:
        return "dateline/0"


def hide_password(url: str) -> str:
    """Return an address fit to be shown: without the name and password that stand before the host."""
    return _PASSWORD.sub("…@", url)


class Fetcher:
    """Fetches addresses one after the other. Use as a context manager."""

    def __init__(self, *, allow_private: bool = False, sleep: Callable[[float], None] = time.sleep) -> None:
        """Keep the policy; nothing is sent yet."""
        self._transport = GuardedTransport(allow_private=allow_private)
        self._client = httpx.Client(
            transport=self._transport,
            headers={"User-Agent": name_agent(), "Accept": _LEAVING, "Accept-Encoding": "gzip, deflate, br"},
            timeout=httpx.Timeout(READ_SECONDS, connect=CONNECT_SECONDS),
            follow_redirects=False,
            trust_env=False,  # a proxy would hide which machine is asked
        )
        self._sleep = sleep
        self._robots: dict[str, Robots] = {}
        self._asked: dict[str, float] = {}

    def read(
        self, url: str, read_source: Callable[[Source], Iterator[Capture | Dropped]]
    ) -> Iterator[Capture | Dropped]:
        """Fetch an address and read what it gives; yields at least one record."""
        try:
            found = self.fetch(url)
        except FetchError as error:
            yield drop_input(hide_password(url), error.reason, error.detail)
            return
        yield from read_source(
            Source(
                uri=url,
                name=urlunsplit(urlsplit(url)._replace(fragment="")) + _FORMATS[found.media],
                stream=BytesIO(found.body),
                had=datetime.now(UTC),
                headers=found.headers,
                stated=Stated(url=found.url),
            )
        )

    def fetch(self, url: str) -> Fetched:
        """Fetch an address, redirects followed; raises FetchError."""
        self._transport.backend.deadline = time.monotonic() + TOTAL_SECONDS
        self._client.cookies.clear()
        try:
            return self._follow(url)
        except RefusedAddressError as error:
            told = f"{error} is not of the public internet; to fetch it all the same, add --allow-private"
            raise FetchError("private address", told) from None
        except NoAddressError as error:
            told = f"no address was found for {error}: check its spelling, and whether this machine is online"
            raise FetchError("cannot be reached", told) from None
        except (httpcore.TimeoutException, httpx.TimeoutException):
            bounds = (
                f"connecting may take {CONNECT_SECONDS:g} s, each answer {READ_SECONDS:g} s, all {TOTAL_SECONDS:g} s"
            )
            raise FetchError("too slow", bounds) from None
        except (httpcore.NetworkError, httpcore.ProtocolError, httpx.HTTPError, ssl.SSLError, OSError) as error:
            raise FetchError("cannot be reached", str(error) or type(error).__name__) from None

    def _follow(self, url: str) -> Fetched:
        for _ in range(MAX_HOPS + 1):
            asked = check_address(url)
            robots = self._know_robots(asked)
            if not robots.allows(str(asked), name_agent()):
                raise FetchError("robots.txt", robots.why or f"{asked.host} does not want it fetched by programs")
            self._wait(asked.host, robots.delay(name_agent()))
            answer = self._ask(asked, MAX_FETCH_BYTES)
            if isinstance(answer, Fetched):
                return answer
            url = answer
        raise FetchError("too many redirects", f"more than {MAX_HOPS}; the last leads to {hide_password(url)}")

    def _ask(self, asked: httpx.URL, limit: int) -> Fetched | str:
        """Send one request; return what it gave, or the address it leads on to. Raises FetchError."""
        with self._client.stream("GET", asked) as answer:
            target = answer.headers.get("location", "")
            if answer.is_redirect and target:
                return join_address(asked, target)
            if answer.status_code != 200:
                told = f"the server answered {answer.status_code} {answer.reason_phrase}".strip()
                raise FetchError(f"status {answer.status_code}", told)
            media = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
            if media not in _FORMATS:
                raise FetchError("unknown format", f"the server calls it {media[:100]}, of which no article is read")
            body = _receive(answer, limit)
            return Fetched(str(answer.request.url), tidy_headers(answer.headers.multi_items()), media, body)

    def _know_robots(self, asked: httpx.URL) -> Robots:
        origin = robots_address(asked)
        if origin not in self._robots:
            self._robots[origin] = self._fetch_robots(origin)
        return self._robots[origin]

    def _fetch_robots(self, url: str) -> Robots:
        """Fetch a host's rules: none where it has no such file, all refused where it cannot say (RFC 9309, 2.3.1)."""
        for _ in range(MAX_HOPS + 1):
            with self._client.stream("GET", check_address(url)) as answer:
                status = answer.status_code
                target = answer.headers.get("location", "")
                if answer.is_redirect and target:
                    url = join_address(answer.request.url, target)
                    continue
                if 500 <= status < 600 or status == 429:
                    return refuse_all(f"robots.txt cannot be had: the server answered {status}; try again later")
                return Robots.parse(_receive_head(answer)) if status == 200 else Robots.parse(b"")
        return Robots.parse(b"")

    def _wait(self, host: str, wish: float) -> None:
        """Wait until a host may be asked again; the time does not count against the bound."""
        pause = min(max(HOST_SECONDS, wish), MAX_HOST_SECONDS)
        left = self._asked.get(host, -pause) + pause - time.monotonic() if host in self._asked else 0.0
        if left > 0:
            self._transport.backend.deadline += left
            self._sleep(left)
        self._asked[host] = time.monotonic()

    def close(self) -> None:
        """Close all connections."""
        self._client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def check_address(text: str) -> httpx.URL:
    """Return an address that may be asked for; raises FetchError for another scheme, a password or no host."""
    try:
        url = httpx.URL(text) if len(text) <= _MAX_ADDRESS else None
    except (httpx.InvalidURL, ValueError, UnicodeError):
        url = None
    if url is None or not url.host:
        raise FetchError("not an address", f"an address has a host and at most {_MAX_ADDRESS:,} characters")
    if url.scheme not in {"http", "https"}:
        raise FetchError("not an address", f"it begins with {url.scheme}:// ; only http:// and https:// are fetched")
    if url.userinfo:
        raise FetchError("password in address", "leave out what stands before the @; pages behind a log-in: save them")
    return url.copy_with(fragment=None)


def join_address(base: httpx.URL, target: str) -> str:
    """Return where a redirect leads; raises FetchError when that is no address."""
    try:
        return str(base.join(target))
    except (httpx.InvalidURL, ValueError, UnicodeError):
        raise FetchError("not an address", "the server redirects to what is no address") from None


def _receive(answer: httpx.Response, limit: int) -> bytes:
    """Read a body and undo its codings; raises FetchError when it is longer than the limit, packed or not."""
    told = f"more than {limit:,} bytes"
    length = answer.headers.get("content-length", "")
    if length.isdecimal() and int(length[:20]) > limit:
        raise FetchError("too large", told)
    parts: list[bytes] = []
    size = 0
    for chunk in answer.iter_raw():
        parts.append(chunk)
        size += len(chunk)
        if size > limit:
            raise FetchError("too large", told)
    body = undo_codings(b"".join(parts), "", answer.headers.get("content-encoding", ""), limit)
    if body is None:
        raise FetchError("too large", f"{told} unpacked")
    return body


def _receive_head(answer: httpx.Response) -> bytes:
    """Read as much of a body as is read of ``robots.txt``."""
    parts: list[bytes] = []
    size = 0
    for chunk in answer.iter_raw():
        parts.append(chunk)
        size += len(chunk)
        if size > Robots.MAX_BYTES:
            break
    return undo_codings(b"".join(parts), "", answer.headers.get("content-encoding", ""), 4 * Robots.MAX_BYTES) or b""
