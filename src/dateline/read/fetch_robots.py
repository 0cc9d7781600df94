"""What a host allows programs to fetch: ``robots.txt``, read by protego (RFC 9309)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Self

import httpx
from protego import Protego


@dataclass(frozen=True, slots=True)
class Robots:
    """A host's rules; ``why`` says, where everything is refused, what kept them from being read."""

    MAX_BYTES: ClassVar[int] = 500_000
    """Read of the file; the standard asks for 500 KiB at least."""

    rules: Protego | None
    why: str | None = None

    @classmethod
    def parse(cls, body: bytes) -> Self:
        """Read the file's bytes; what is no rule in it is passed over."""
        return cls(Protego.parse(body[: cls.MAX_BYTES].decode("utf-8", "replace")))

    def allows(self, url: str, agent: str) -> bool:
        """Tell whether the host lets this program fetch an address."""
        return self.rules is not None and self.rules.can_fetch(url, agent)

    def delay(self, agent: str) -> float:
        """Return the seconds between two requests that the host wishes for; 0 where it has no wish."""
        return (self.rules.crawl_delay(agent) if self.rules else None) or 0.0


def refuse_all(why: str) -> Robots:
    """Return the rules of a host that cannot say them."""
    return Robots(None, why)


def robots_address(url: httpx.URL) -> str:
    """Return where the rules for an address stand."""
    return str(url.copy_with(raw_path=b"/robots.txt", fragment=None))
