"""Addresses fetched from a server of the test's own: what is taken, what is refused, and in what time."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpcore
import pytest

from dateline.model import Capture, Dropped
from dateline.read import fetch, fetch_guard
from dateline.read.fetch import Fetcher, FetchError, hide_password, is_url
from dateline.read.fetch_guard import GuardedTransport, is_public
from dateline.read.inputs import read_inputs
from dateline.read.source import Source

PAGE = (
    b"<html><head><title>Quay closed</title></head><body><p>The quay at Ostby was closed on Monday.</p></body></html>"
)
HTML = {"Content-Type": "text/html; charset=utf-8"}
Answer = tuple[int, dict[str, str], bytes]


@dataclass
class Site:
    """A server on this machine: answers by path, and the paths that it was asked for, with their headers."""

    address: str = ""
    answers: dict[str, Answer | Callable[[Any], None]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked if path != "/robots.txt"]


@pytest.fixture
def site() -> Iterator[Site]:
    found = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            answer = found.answers.get(self.path, (404, {}, b"no"))
            if callable(answer):
                answer(self)
                return
            status, headers, body = answer
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    found.address = f"http://127.0.0.1:{server.server_port}"
    yield found
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask the test's own server without waiting."""
    monkeypatch.setattr(fetch, "HOST_SECONDS", 0.01)


def read_as_bytes(source: Source) -> Iterator[Capture | Dropped]:
    yield Dropped(stage="", subject=source.name, reason="read", detail=source.stream.read().decode("latin-1"))


def fetch_one(url: str, *, allow_private: bool = True) -> Dropped:
    with Fetcher(allow_private=allow_private, sleep=lambda _: None) as fetcher:
        (row,) = fetcher.read(url, read_as_bytes)
    assert isinstance(row, Dropped)
    return row


def test_page_becomes_a_capture_with_address_and_headers(site: Site) -> None:
    site.answers["/a"] = (200, HTML | {"Last-Modified": "Mon, 01 Mar 2021 10:00:00 GMT"}, PAGE)
    (row,) = read_inputs([site.address + "/a"], allow_private=True)
    assert isinstance(row, Capture)
    assert (row.uri, row.stated.url, row.body, row.format) == (site.address + "/a", site.address + "/a", PAGE, "html")
    assert ("last-modified", "Mon, 01 Mar 2021 10:00:00 GMT") in row.headers
    assert row.had is not None
    assert site.asked[-1][1]["user-agent"].startswith("dateline/")


def test_files_and_addresses_are_read_in_one_go(site: Site, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The quay at Ostby was closed on Monday.")
    site.answers["/a"] = (200, HTML, PAGE)
    rows = list(read_inputs([site.address + "/a", str(tmp_path), site.address + "/gone"], allow_private=True))
    assert [type(row) for row in rows] == [Capture, Capture, Dropped]


@pytest.mark.parametrize(
    ("media", "body", "format_"),
    [
        ("application/json", b'{"text": "The quay was closed.", "title": "Quay"}', "json"),
        ("application/rss+xml",
         b'<rss version="2.0"><channel><title>Post</title><item><title>Quay</title><link>http://a.example/1</link>'
         b"<description>The quay was closed.</description></item></channel></rss>", "feed"),
        ("text/plain; charset=utf-8", b"The quay was closed on Monday.", "text"),
        ("", PAGE, "html"),
    ],
)  # fmt: skip
def test_the_reader_of_the_format_reads_it(site: Site, media: str, body: bytes, format_: str) -> None:
    site.answers["/a"] = (200, {"Content-Type": media} if media else {}, body)
    (row,) = read_inputs([site.address + "/a"], allow_private=True)
    assert isinstance(row, Capture)
    assert row.format == format_


@pytest.mark.parametrize("media", ["text/html", "text/plain"])
def test_charset_that_the_server_names_is_used(site: Site, media: str) -> None:
    text = "Jaz na rzece został otwarty w poniedziałek"
    text = f"<html><body><p>{text}</p></body></html>" if media == "text/html" else text
    site.answers["/a"] = (200, {"Content-Type": f"{media}; charset=ISO-8859-2"}, text.encode("iso-8859-2"))
    (row,) = read_inputs([site.address + "/a"], allow_private=True)
    assert isinstance(row, Capture)
    assert (row.text, row.stated.url) == (text, site.address + "/a")


def test_redirects_are_followed_and_the_last_address_is_stated(site: Site) -> None:
    site.answers |= {"/a": (301, {"Location": "/b?x=1"}, b""), "/b?x=1": (302, {"Location": site.address + "/c"}, b"")}
    site.answers["/c"] = (200, HTML, PAGE)
    (row,) = read_inputs([site.address + "/a"], allow_private=True)
    assert isinstance(row, Capture)
    assert (row.uri, row.stated.url) == (site.address + "/a", site.address + "/c")


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ((404, HTML, b"gone"), "status 404"),
        ((503, HTML, b"busy"), "status 503"),
        ((204, {}, b""), "status 204"),
        ((200, {"Content-Type": "image/png"}, b"\x89PNG"), "unknown format"),
        ((200, HTML | {"Content-Length": "99000000000"}, PAGE), "too large"),
        ((301, {"Location": "/a"}, b""), "too many redirects"),
        ((301, {"Location": "ftp://a.example/x"}, b""), "not an address"),
        ((301, {"Location": "file:///etc/passwd"}, b""), "not an address"),
        ((301, {"Location": "http://user:word@a.example/"}, b""), "password in address"),
        ((301, {"Location": "http://[::1"}, b""), "cannot be reached"),
        ((301, {}, b"nowhere"), "status 301"),
        ((200, HTML | {"Content-Encoding": "gzip"}, gzip.compress(bytes(60_000_000))), "too large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_gives_no_article_is_refused_with_its_reason(site: Site, answer: Answer, reason: str) -> None:
    site.answers["/a"] = answer
    row = fetch_one(site.address + "/a")
    assert row.reason == reason
    assert row.detail


def test_robots_txt_is_kept_to(site: Site) -> None:
    rules = b"User-agent: *\nDisallow: /*/private\nCrawl-delay: 7\n\nUser-agent: other\nDisallow: /\n"
    site.answers |= {"/robots.txt": (200, {}, rules), "/a": (200, HTML, PAGE), "/x/private/b": (200, HTML, PAGE)}
    site.answers["/c"] = (302, {"Location": "/x/private/b"}, b"")
    naps: list[float] = []
    with Fetcher(allow_private=True, sleep=naps.append) as fetcher:
        assert fetcher.fetch(site.address + "/a").body == PAGE
        for path in ("/x/private/b", "/c"):
            with pytest.raises(FetchError) as error:
                fetcher.fetch(site.address + path)
            assert error.value.reason == "robots.txt"
    assert site.paths() == ["/a", "/c"]
    assert [path for path, _ in site.asked].count("/robots.txt") == 1
    assert naps
    assert 6 < naps[0] <= 7


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (429, False), (500, False), (503, False)])
def test_a_host_whose_rules_cannot_be_had_is_left_alone(site: Site, status: int, allowed: bool) -> None:
    site.answers |= {"/robots.txt": (status, {}, b""), "/a": (200, HTML, PAGE)}
    assert (fetch_one(site.address + "/a").reason == "read") == allowed
    assert site.paths() == ["/a"] * allowed


def test_rules_behind_a_redirect_are_kept_to(site: Site) -> None:
    site.answers |= {"/robots.txt": (301, {"Location": "/rules"}, b""), "/a": (200, HTML, PAGE)}
    site.answers["/rules"] = (200, {}, b"User-agent: *\nDisallow: /")
    assert fetch_one(site.address + "/a").reason == "robots.txt"


def test_requests_to_one_host_are_a_second_apart(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "HOST_SECONDS", 1.0)
    site.answers["/a"] = (200, HTML, PAGE)
    naps: list[float] = []
    with Fetcher(allow_private=True, sleep=naps.append) as fetcher:
        for _ in range(3):
            fetcher.fetch(site.address + "/a")
    assert len(naps) == 2
    assert all(0.5 < nap <= 1 for nap in naps)


CLOSED = (
    "127.0.0.1 0.0.0.0 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 100.100.100.200 168.63.129.16 "
    "192.0.0.192 198.18.0.1 192.0.2.1 224.0.0.1 240.0.0.1 255.255.255.255 ::1 :: fe80::1%eth0 fc00::1 fd00:ec2::254 "
    "ff02::1 fec0::1 ::ffff:127.0.0.1 ::ffff:169.254.169.254 ::127.0.0.1 64:ff9b::a00:1 2002:7f00:1:: 2001:db8::1"
).split()


@pytest.mark.parametrize("address", CLOSED)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_addresses_that_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "127.1", "0x7f000001", "2130706433", "[::1]", "[::ffff:127.0.0.1]"]
)
def test_this_machine_is_not_asked(site: Site, host: str) -> None:
    row = fetch_one(site.address.replace("127.0.0.1", host) + "/a", allow_private=False)
    assert row.reason in {"private address", "cannot be reached", "not an address"}
    assert not site.asked


def test_a_redirect_to_a_private_address_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first hop passes as public, the second shows what it is."""
    site.answers["/a"] = (302, {"Location": site.address.replace("127.0.0.1", "127.0.0.2") + "/b"}, b"")
    monkeypatch.setattr(fetch_guard, "is_public", lambda address: address == "127.0.0.1")
    row = fetch_one(site.address + "/a", allow_private=False)
    assert row.reason == "private address"
    assert "127.0.0.2" in row.detail
    assert "--allow-private" in row.detail
    assert site.paths() == ["/a"]


def answer_names(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[object]:
    """Let the name server give one list of addresses after the other; return the names it was asked for."""
    asked: list[object] = []
    turns = iter(answers)

    def look_up(host: object, port: object, *_: object, **__: object) -> list[Any]:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in next(turns)]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return asked


def test_a_name_is_asked_once_and_the_checked_address_is_connected_to(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name server that says a public address first and a private one then gets no second question."""
    names = answer_names(monkeypatch, ["203.0.114.9"], ["127.0.0.1"])
    opened: list[str] = []

    def connect(self: object, host: str, *_: object, **__: object) -> httpcore.NetworkStream:
        opened.append(host)
        raise httpcore.ConnectError("nobody there")

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    assert fetch_one("http://rebind.example/a", allow_private=False).reason == "cannot be reached"
    assert (names, opened) == (["rebind.example"], ["203.0.114.9"])


def test_one_private_address_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    answer_names(monkeypatch, ["93.184.216.34", "10.0.0.1"])
    assert fetch_one("http://mixed.example/a", allow_private=False).reason == "private address"


def test_the_name_stays_in_the_request(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    answer_names(monkeypatch, *[["127.0.0.1"]] * 9)
    site.answers["/a"] = (200, HTML, PAGE)
    port = site.address.rpartition(":")[2]
    assert fetch_one(f"http://gazette.example:{port}/a").reason == "read"
    assert site.asked[-1][1]["host"] == f"gazette.example:{port}"


def test_no_proxy_is_asked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    site.answers["/a"] = (200, HTML, PAGE)
    assert fetch_one(site.address + "/a").reason == "read"


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://a.example/x", "not an address"),
        ("file:///etc/passwd", "not an address"),
        ("http://", "not an address"),
        ("http:///x", "not an address"),
        ("http://a b.example/", "cannot be reached"),
        ("http://[::1/", "not an address"),
        ("http://a.example:99999999/", "cannot be reached"),
        ("http://a.example/" + "x" * 5_000, "not an address"),
        ("http://user:secret@a.example/", "password in address"),
        ("http://\x00/", "not an address"),
        ("http://" + "a" * 300 + "/", "cannot be reached"),
    ],
)
def test_what_is_no_address_is_told(url: str, reason: str) -> None:
    row = fetch_one(url)
    assert row.reason == reason
    assert "secret" not in row.subject + row.detail


def test_offline_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    row = fetch_one("https://gazette.example/a", allow_private=False)
    assert row.reason == "cannot be reached"
    assert "whether this machine is online" in row.detail


def test_closed_port_is_told(site: Site) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert fetch_one(f"http://127.0.0.1:{port}/").reason == "cannot be reached"


def drip(handler: Any) -> None:
    """Send a byte of the body now and then, without end."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    send_slowly(handler)


def drip_headers(handler: Any) -> None:
    """Send a byte of the headers now and then, without end."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
    send_slowly(handler)


def send_slowly(handler: Any) -> None:
    try:
        for _ in range(400):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.02)
    except OSError:
        pass


def rest(handler: Any) -> None:
    """Say nothing."""
    time.sleep(2)


@pytest.mark.parametrize("answer", [drip, drip_headers, rest])
def test_a_server_that_takes_its_time_is_left(site: Site, monkeypatch: pytest.MonkeyPatch, answer: Any) -> None:
    monkeypatch.setattr(fetch, "TOTAL_SECONDS", 0.4)
    site.answers["/a"] = answer
    started = time.monotonic()
    assert fetch_one(site.address + "/a").reason == "too slow"
    assert time.monotonic() - started < 2


def pour(handler: Any) -> None:
    """Send a body without end and without a length."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    try:
        while True:
            handler.wfile.write(b"<p>more</p>" * 10_000)
    except OSError:
        pass


def babble(handler: Any) -> None:
    """Answer what is no HTTP."""
    handler.wfile.write(b"\x00\xff" * 99 + b"\r\n\r\n")


@pytest.mark.parametrize(("answer", "reason"), [(pour, "too large"), (babble, "cannot be reached")])
def test_bodies_without_end_and_answers_without_sense(site: Site, answer: Any, reason: str) -> None:
    site.answers["/a"] = answer
    assert fetch_one(site.address + "/a").reason == reason


def test_huge_robots_txt_is_cut_off(site: Site) -> None:
    site.answers |= {"/robots.txt": pour, "/a": (200, HTML, PAGE)}
    assert fetch_one(site.address + "/a").reason == "read"


def test_certificates_are_checked_against_the_name() -> None:
    context = GuardedTransport(allow_private=True)._pool._ssl_context
    assert context is not None
    assert context.check_hostname


def test_addresses_are_told_from_files_and_shown_without_password() -> None:
    assert is_url("https://a.example/x")
    assert is_url("FTP://a.example")
    assert not is_url("C:\\reports\\a.html")
    assert not is_url("reports/http.html")
    assert hide_password("http://user:a@b@c.example/x@y") == "http://…@c.example/x@y"
