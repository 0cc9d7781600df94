"""Follows who left an office: reports that call a person its holder, and later ones that call them a former holder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from dateline.compare.wordlists import word_set
from dateline.dates import order_key
from dateline.ids import content_id
from dateline.model import Cite, Entity, Happening, Role, State, StateValue
from dateline.words import fold

_FORMER = re.compile(r"^(?:the\s+)?(?:former|ex|onetime|one-time|past|outgoing|ousted)[\s-]+", re.I)
_THEN = re.compile(r"^(?:the\s+)?then[\s-]", re.I)
"""Marks an office of the time that is told of; it says nothing about now."""
_TITLES = word_set(
    "president minister governor mayor secretary premier chancellor ambassador senator commissioner "
    "leader chairman chair"
)
"""Offices whose title people keep for life: "President Lowe" may have left years ago."""
_SHORT = {"ceo": "chief executive", "cfo": "chief financial officer", "pm": "prime minister", "vp": "vice president"}
_OFFICES = word_set(
    "executive minister president chairman chairwoman chair director governor mayor chief commissioner secretary "
    "premier chancellor ambassador head manager officer senator leader"
)
"""Heads of offices that one leaves; "former soldier" describes a life, not a change."""
_LEAVING = word_set("resign dismiss")
_WITNESSES = 3
"""Mentions of the office that must be there where none tells of the leaving: one may just be loose about titles."""


def track_offices(
    entities: Mapping[str, Entity], happenings: Iterable[Happening], written: Mapping[str, str], story_id: str
) -> Iterable[State]:
    """Yield a state for every person whom reports call holder of an office, and later reports its former holder."""
    left: dict[str, list[Happening]] = {}
    for happening in happenings:
        if happening.lemma in _LEAVING and happening.status == "actual" and happening.first is not None:
            for person in {*happening.actors, *happening.targets}:
                left.setdefault(person, []).append(happening)
    for entity_id, entity in sorted(entities.items()):
        held = [role for role in entity.roles if not _FORMER.match(role.text) and not _THEN.match(role.text)]
        former = [role for role in entity.roles if _FORMER.match(role.text)]
        for after in sorted(former, key=lambda role: role.text):
            same = [role for role in held if _name_office(role.text) == _name_office(after.text)]
            state = _make_state(entity, same, after, left.get(entity_id, []), written, story_id)
            if state is not None:
                yield state
                break


def _name_office(text: str) -> str:
    """Return an office in plain words, without what it is of: "Ex-CEO of Arbor Mills" → "chief executive"."""
    core = re.split(r"\s+(?:of|for|at)\s+|,", _FORMER.sub("", fold(text)))[0]
    core = core.removesuffix(" officer") if core.startswith("chief executive") else core
    return _SHORT.get(core, core)


def _make_state(
    entity: Entity,
    held: list[Role],
    after: Role,
    leaving: list[Happening],
    written: Mapping[str, str],
    story_id: str,
) -> State | None:
    if not held or _name_office(after.text).split()[-1] not in _OFFICES:
        return None
    before = tuple(sorted({cite for role in held for cite in role.cites}))
    reported, later = find_report(before, written), find_report(after.cites, written)
    titled = bool(_TITLES & set(_name_office(after.text).split()))
    if not leaving and (titled or len({*before, *after.cites}) < _WITNESSES):
        return None
    if reported is None or later is None or order_key(reported[:10]) >= order_key(later[:10]):
        return None
    since = min((h.first for h in leaving if h.first), key=order_key, default=None)
    return State(
        state_id=content_id("office", story_id, entity.entity_id, after.text),
        story_id=story_id,
        subject=entity.name,
        attribute="office",
        last_reported=later[:10],
        values=(
            StateValue(
                value=held[0].text,
                since=reported[:10],
                reported=reported,
                status="actual",
                cites=before,
                since_basis="report",
            ),
            StateValue(
                value=after.text,
                since=since or later[:10],
                reported=later,
                status="actual",
                cites=tuple(sorted(set(after.cites))),
                since_basis="told" if since else "report",
            ),
        ),
    )


def find_report(cites: Iterable[Cite], written: Mapping[str, str]) -> str | None:
    """Return when the first of the cited articles was written; None where that is known of none."""
    days = [written[cite.article_id] for cite in cites if cite.article_id in written]
    return min(days, key=order_key, default=None)
