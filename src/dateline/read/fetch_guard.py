"""Which machines may be asked: a transport for httpx that connects to public addresses only, within a time.

A name is resolved once, all its addresses are checked, and the connection goes to one of those, so that a name server
that answers otherwise the second time (DNS rebinding) gains nothing; the name stays in ``Host`` and in the handshake of
TLS. Each hop of a redirect connects anew or by a connection that was checked.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Iterable, Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any

import httpcore
import httpx

_CLOSED = tuple(
    map(
        ip_network,
        (
            "0.0.0.0/8",
            "100.64.0.0/10",  # carriers' own; a cloud's metadata among them
            "168.63.129.16/32",  # a public address by which a cloud's machines reach their host
            "192.0.0.0/24",
            "192.88.99.0/24",
            "198.18.0.0/15",
            "240.0.0.0/4",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "5f00::/16",
            "fec0::/10",
        ),
    )
)
"""Networks that are not public, beside those that ``ipaddress`` of every supported Python knows (IANA registries of
special-purpose addresses, 2025)."""

_CARRYING_IPV4 = (("64:ff9b::/96", 0), ("2002::/16", 80), ("::/96", 0))
"""IPv6 networks whose addresses hold one of IPv4, and the bits that stand behind it."""


class RefusedAddressError(Exception):
    """A host has an address that may not be asked."""


class NoAddressError(Exception):
    """A host has no address, or the machine cannot ask for it."""


def is_public(text: str) -> bool:
    """Tell whether an address belongs to the public internet; one of IPv4 inside IPv6 is judged by what it holds."""
    address = ip_address(text.partition("%")[0])
    inner = _find_ipv4(address)
    if inner is not None:
        return is_public(str(inner))
    if any(address in network for network in _CLOSED if network.version == address.version):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _find_ipv4(address: IPv4Address | IPv6Address) -> IPv4Address | None:
    if isinstance(address, IPv4Address):
        return None
    if address.ipv4_mapped:
        return address.ipv4_mapped
    for network, shift in _CARRYING_IPV4:
        if address in ip_network(network) and int(address) > 1:
            return IPv4Address(int(address) >> shift & 0xFFFFFFFF)
    return None


def resolve(host: str, port: int) -> list[str]:
    """Return the addresses of a host; raises NoAddressError."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError, ValueError) as error:
        raise NoAddressError(host) from error
    return list(dict.fromkeys(str(row[4][0]) for row in found))


class GuardedTransport(httpx.BaseTransport):
    """Sends requests of httpx over connections that the guard opens; ``deadline`` (monotonic) bounds them all."""

    def __init__(self, *, allow_private: bool) -> None:
        """Keep the policy; ``allow_private`` lets any address pass."""
        self.backend = _Backend(allow_private)
        self._pool = httpcore.ConnectionPool(ssl_context=httpx.create_ssl_context(), network_backend=self.backend)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request; raises what httpcore raises, RefusedAddressError and NoAddressError."""
        url = request.url
        asked = httpcore.Request(
            method=request.method,
            url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        answer = self._pool.handle_request(asked)
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Body(answer.stream), extensions=answer.extensions
        )

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    """A response's body as it comes."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    def close(self) -> None:
        self._stream.close()


class _Backend(httpcore.NetworkBackend):
    """Opens connections to checked addresses."""

    def __init__(self, allow_private: bool) -> None:
        self._allow_private = allow_private
        self._opener = httpcore.SyncBackend()
        self.deadline = float("inf")

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first of a host's addresses that answers, after all of them were checked."""
        found = resolve(host, port)
        closed = [] if self._allow_private else [address for address in found if not is_public(address)]
        if closed:
            raise RefusedAddressError(host if host == closed[0] else f"{host}, at {closed[0]},")
        last: Exception = NoAddressError(host)
        for address in found:
            try:
                wait = _cut(timeout, self.deadline)
                stream = self._opener.connect_tcp(address, port, wait, local_address, socket_options)
                return _Stream(stream, self)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                last = error
        raise last

    def connect_unix_socket(self, *_: Any, **__: Any) -> httpcore.NetworkStream:
        """Refuse: no address that is asked for is one."""
        raise RefusedAddressError("a socket of this machine")

    def sleep(self, seconds: float) -> None:
        """Wait before a connection is tried again."""
        time.sleep(seconds)


class _Stream(httpcore.NetworkStream):
    """A connection on which no wait goes beyond the deadline, though every byte comes within the time for one."""

    def __init__(self, stream: httpcore.NetworkStream, backend: _Backend) -> None:
        self._stream = stream
        self._backend = backend

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _cut(timeout, self._backend.deadline))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _cut(timeout, self._backend.deadline))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        wait = _cut(timeout, self._backend.deadline)
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, wait), self._backend)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _cut(timeout: float | None, deadline: float) -> float | None:
    """Return the shorter of a wait and the time that is left; raises httpcore.ReadTimeout when none is."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("the time for one address is used up")
    return min(left, float("inf") if timeout is None else timeout) if left < float("inf") else timeout
