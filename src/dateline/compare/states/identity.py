"""Follows who did it: what first reports do not know of an attacker or suspect, and the name that later ones give."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from dateline.compare.states.bearers import WANTED
from dateline.compare.states.scene import Telling
from dateline.dates import order_key
from dateline.ids import content_id
from dateline.model import Cite, Sentence, State, StateValue
from dateline.words import fold

_NOUNS = "|".join(sorted(WANTED))
_OPEN = re.compile(
    rf"\b(?:(?P<a>{_NOUNS}|man|woman),? (?:who |which )?(?:has|have|had|was|is|were) not "
    rf"(?:\w+ ){{0,2}}(?:identified|named)"
    rf"|identity of (?:\w+ ){{0,3}}(?P<b>{_NOUNS}) (?:\w+ ){{0,4}}"
    rf"(?:unknown|unclear|not (?:\w+ ){{0,3}}(?:clear|known))"
    rf"|unidentified (?P<c>{_NOUNS})|(?P<d>{_NOUNS}) (?:remains?|remained) unidentified)\b",
    re.I,
)
_NAMED = re.compile(
    rf"\b(?P<noun>{_NOUNS})(?:,? (?:(?:was|is|has been|who was) )?(?:\w+ )?(?:identified|named)"
    rf"(?: (?:by|on) [\w .]{{2,40}}?)? as"
    rf"|,| was| is)\s+$",
    re.I,
)
"""What stands right before the name: "the attacker, …", "the gunman was identified by police as …"."""
_BACK = 90


def track_identity(telling: Telling, sentences: Mapping[str, Sentence], story_id: str) -> State | None:
    """Return the state of who did it: unknown, then named; None where no report leaves it open before, or where
    reports name several."""
    opened = _find_open(telling, sentences)
    named = _find_named(telling)
    if not opened or len(named) != 1:
        return None
    ((name, cites),) = named.items()
    before, after = _first_report(telling, opened), _first_report(telling, cites)
    if before is None or after is None or order_key(before[:10]) > order_key(after[:10]):
        return None
    if {c.article_id for c in opened} <= {c.article_id for c in cites}:
        return None
    nouns = sorted(fold(match["noun"]) for cite in cites if (match := _NOUN.search(cite.quote)))
    noun = nouns[0] if nouns else "attacker"
    return State(
        state_id=content_id("identity", story_id, name),
        story_id=story_id,
        subject=f"the {noun}",
        attribute="identity",
        values=(
            _make_value("not known", opened, before),
            _make_value(name, cites, after),
        ),
        last_reported=max(d[:10] for c in (*opened, *cites) if (d := telling.written.get(c.article_id))),
    )


_NOUN = re.compile(rf"\b(?P<noun>{_NOUNS})\b", re.I)


def _make_value(value: str, cites: list[Cite], report: str) -> StateValue:
    return StateValue(
        value=value,
        since=report[:10],
        reported=report,
        status="actual",
        cites=tuple(sorted(set(cites))),
        since_basis="report",
        articles=len({c.article_id for c in cites}),
        origins=len({c.article_id for c in cites}),
    )


def _first_report(telling: Telling, cites: list[Cite]) -> str | None:
    days = [telling.written[c.article_id] for c in cites if c.article_id in telling.written]
    return min(days, key=order_key, default=None)


def _find_open(telling: Telling, sentences: Mapping[str, Sentence]) -> list[Cite]:
    found = []
    for sentence in sorted(sentences.values(), key=lambda s: (s.article_id, s.start)):
        text = telling.articles[sentence.article_id].text[sentence.start : sentence.end]
        if _OPEN.search(text):
            found.append(_cite(sentence, text))
    return found


def _find_named(telling: Telling) -> dict[str, list[Cite]]:
    """Return person → the sentences that name that person as the one who did it."""
    found: dict[str, list[Cite]] = defaultdict(list)
    by_article: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in telling.sentences.values():
        by_article[sentence.article_id].append(sentence)
    for article_id, rows in sorted(by_article.items()):
        text = telling.articles[article_id].text
        for sentence in sorted(rows, key=lambda s: s.start):
            for reference in telling.naming.inside(article_id, (sentence.start, sentence.end)):
                entity = telling.naming.entities[reference.entity_id]
                lead = text[max(sentence.start, reference.start - _BACK) : reference.start]
                if entity.kind == "PER" and reference.via == "name" and _NAMED.search(lead):
                    found[entity.name].append(_cite(sentence, text[sentence.start : sentence.end]))
    return found


def _cite(sentence: Sentence, words: str) -> Cite:
    return Cite(article_id=sentence.article_id, start=sentence.start, end=sentence.end, quote=words)
