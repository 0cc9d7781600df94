"""Which of two articles is taken for the source: the agency's own text, else the earlier, else the longer."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from dateline.model import Signature
from dateline.words import fold

_UNDATED = "9999"
_DAY_ENDS = "T99"
"""Stands for the unknown time of a known day: an article with a time is taken to be the earlier."""
_SMALL = frozenset({"the", "of", "and", "de", "la"})
_PARTS = re.compile(r"\s*(?:/|,|;|&|\+|\band\b|\bwith\b|\bvia\b)\s*")

Key = tuple[bool, str, int, str]


def find_agencies(signatures: Iterable[Signature]) -> frozenset[str]:
    """Return the names, folded, that articles of the pile credit."""
    return frozenset(
        name for credit in {signature.agency for signature in signatures} for name in _PARTS.split(fold(credit or ""))
    ) - {""}


def order_key(signature: Signature, agencies: Collection[str]) -> Key:
    """Return what the articles of a pile are ordered by: of any two of them the first is taken for the source.

    It is one order for all, so that no chain of copies leads back to where it began.
    """
    moment = signature.moment or _UNDATED
    return (
        not is_agency(signature.outlet, agencies),
        moment if "T" in moment else moment + _DAY_ENDS,
        -signature.words,
        signature.article_id,
    )


def is_agency(outlet: str | None, agencies: Collection[str]) -> bool:
    """True when an outlet is one of the agencies: it has the name as words of its own, or as its initials."""
    words = [word for word in re.split(r"[\s-]+", fold(outlet or "")) if word and word not in _SMALL]
    initials = "".join(word[0] for word in words)
    name = f" {' '.join(words)} "
    return any(agency == initials or f" {agency} " in name for agency in agencies) if words else False
