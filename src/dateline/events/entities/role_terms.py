"""Roles of people with their time: who holds an office, who held it, who only acts in it, who is about to have it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from dateline.model import Article, Cite, Mention, Role, RoleTerm

_REACH = 60
_TERMS: tuple[tuple[RoleTerm, str], ...] = (
    ("former", r"[Ff]ormer\s|(?:[Ee]x|[Tt]hen)-|\b[Tt]he late\s|[Oo]ne-?time\s|[Rr]etired\s|[Dd]eposed\s|[Oo]usted\s"),
    ("acting", r"[Aa]cting\s|[Ii]nterim\s|[Cc]aretaker\s"),
    ("outgoing", r"[Oo]utgoing\s|[Dd]eparting\s"),
    ("incoming", r"[Ii]ncoming\s|[Ff]uture\s"),
)
_BEFORE = {term: re.compile(rf"(?<![\w-])(?:{words})(?:[A-Z][\w.’'-]*\s){{0,4}}$") for term, words in _TERMS}
"""Whose office it is may stand between the word that tells its time and the office: "former North Korean leader"."""
_FIRST = {term: re.compile(rf"(?:[\w-]+\s)?(?:{words})") for term, words in _TERMS}
_ELECT = re.compile(r"-(?:elect|designate|to-be)\b", re.IGNORECASE)


def collect_roles(mentions: Iterable[Mention], articles: Mapping[str, Article]) -> tuple[Role, ...]:
    """Return the roles that mentions of one person have, each with its time and cites, in order."""
    cites: dict[tuple[str, RoleTerm], set[Cite]] = defaultdict(set)
    texts: dict[tuple[str, RoleTerm], Counter[str]] = defaultdict(Counter)
    for mention in mentions:
        if mention.role and mention.role_span:
            start, end = mention.role_span
            key = (mention.role.casefold(), tell_term(articles[mention.article_id].text, start, end))
            cites[key].add(Cite(article_id=mention.article_id, start=start, end=end, quote=mention.role))
            texts[key][mention.role] += 1
    chosen = {key: min(seen, key=lambda text: (-seen[text], text)) for key, seen in texts.items()}
    return tuple(Role(text=chosen[key], term=key[1], cites=tuple(sorted(cites[key]))) for key in sorted(cites))


def tell_term(text: str, start: int, end: int) -> RoleTerm:
    """Return the time of the office at ``start`` … ``end`` of a text, by its own words or those right before it."""
    role, before = text[start:end], text[max(start - _REACH, 0) : start]
    if _ELECT.search(role) or _ELECT.match(text[end : end + 12]):
        return "incoming"
    line = before[before.rfind("\n") + 1 :]
    found = (term for term, _ in _TERMS if _FIRST[term].match(role) or _BEFORE[term].search(line))
    return next(found, "current")
