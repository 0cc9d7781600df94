"""A state's bodies written small: "the Israeli military", "France's interior ministry", then "the military" alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from dateline.events.alike import squash
from dateline.events.nominals import Found
from dateline.model import Article, Mention

_BODY = (
    r"(?:military court|air force|security forces|armed forces|coast guard|border guard|intelligence (?:agency|service)"
    r"|presidential office|supreme court|central bank|(?:foreign|interior|defen[cs]e|finance|health|justice|unification"
    r"|education|energy|transport|trade|labou?r) ministry|government|military|army|navy|police|parliament)"
)
_AFTER_STATE = re.compile(rf"(?:['’‘]s?)?\s+({_BODY})\b(?!-)")
_ALONE = re.compile(rf"\b[Tt]he\s+({_BODY})\b(?!-)")
_ONE = {"army": "military", "armed forces": "military"}
"""Nouns that reports of one event use for one body."""


def find_offices(article: Article, mentions: Sequence[Mention], keys: Mapping[str, str]) -> list[Found]:
    """Return a state's bodies in one article, in order, under the keys that capitalised ones have in ``bodies``.

    "The military" alone counts after one state's military was named, and only while no second state's was.
    """
    found: list[Found] = []
    owners: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        key = keys.get(mention.mention_id, "")
        match = _AFTER_STATE.match(article.text, mention.end)
        if key.startswith("state:") and mention.text not in ("North", "South") and match:
            noun = _ONE.get(match.group(1), match.group(1))
            office = f"thing:{squash(noun)}@{key.partition(':')[2]}"
            owners[noun].add(office)
            found.append(Found(article.article_id, mention.start, match.end(), office, "nominal"))
    taken = [(mention.start, mention.end) for mention in mentions] + [(one.start, one.end) for one in found]
    for match in _ALONE.finditer(article.text, article.body_start):
        noun = _ONE.get(match.group(1), match.group(1))
        first = min((one.start for one in found if one.key in owners[noun]), default=len(article.text))
        if len(owners[noun]) == 1 and first < match.start() and not _overlaps(match.span(), taken):
            found.append(Found(article.article_id, *match.span(), next(iter(owners[noun])), "nominal"))
    return sorted(found, key=lambda one: (one.start, one.end))


def _overlaps(span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in taken)
