"""Which deeds change a state, as data: the word, the attribute it moves, the value it brings, and whose state it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.compare.wordlists import word_set
from dateline.model import NameKind

Bearer = Literal["actor", "target", "either"]
"""Whose state a deed changes: of the one who acts, of the one acted on, or (``either``) of the one acted on where there
is one, else of the actor: "the bridge reopened"."""


@dataclass(frozen=True, slots=True)
class Operator:
    """What a deed makes of its bearer."""

    attribute: str
    value: str
    bearer: Bearer


_ROWS: tuple[tuple[str, str, Bearer, str], ...] = (
    ("presence", "gone", "actor", "withdraw leave vacate"),
    ("presence", "back", "actor", "return"),
    ("presence", "evacuated", "target", "evacuate"),
    ("operation", "open", "either", "open"),
    ("operation", "open again", "either", "reopen resume"),
    ("operation", "closed", "either", "close seal"),
    ("operation", "suspended", "either", "suspend pause"),
    ("operation", "ended", "either", "end terminate abolish disband dissolve"),
    ("legal status", "arrested", "target", "arrest"),
    ("legal status", "kidnapped", "target", "kidnap"),
    ("legal status", "free", "target", "release pardon"),
    ("legal status", "escaped", "actor", "flee"),
    ("legal status", "extradited", "target", "extradite"),
    ("legal status", "charged", "target", "charge"),
    ("legal status", "convicted", "target", "convict"),
    ("legal status", "sentenced", "target", "sentence"),
    ("legal status", "acquitted", "target", "acquit"),
    ("office", "in office", "target", "nominate appoint elect reinstate"),
    ("office", "out of office", "actor", "resign"),
    ("office", "removed", "target", "dismiss impeach"),
    ("control", "taken", "target", "seize conquer"),
    ("control", "retaken", "target", "retake recapture liberate"),
    ("decision", "approved", "target", "approve"),
    ("decision", "rejected", "target", "reject"),
    ("decision", "put off", "target", "postpone"),
    ("decision", "called off", "target", "cancel lift repeal overturn"),
    ("decision", "imposed", "target", "sanction enact"),
    ("decision", "extended", "target", "extend"),
    ("fate", "missing", "either", "disappear vanish"),
    ("fate", "found", "target", "rescue"),
    ("fate", "dead", "either", "die"),
    ("fate", "dead", "target", "kill"),
)
"""(attribute, value, bearer, lemmas). A lemma stands for its class of verbs and nouns where the reader knows one."""

OPERATORS: dict[str, Operator] = {
    lemma: Operator(attribute, value, bearer) for attribute, value, bearer, lemmas in _ROWS for lemma in lemmas.split()
}
"""Trigger lemma → what it does."""

BEARERS: dict[str, frozenset[NameKind]] = {
    "presence": frozenset({"PER", "ORG", "GPE", "NORP"}),
    "operation": frozenset({"FAC", "ORG", "LOC", "EVENT", "PRODUCT", "OTHER"}),
    "legal status": frozenset({"PER"}),
    "office": frozenset({"PER"}),
    "control": frozenset({"GPE", "LOC", "FAC"}),
    "decision": frozenset({"LAW", "EVENT", "PRODUCT", "OTHER"}),
    "fate": frozenset({"PER"}),
}
"""Kinds of entity that can bear an attribute: a released statement is no prisoner."""

STEPS: dict[str, int] = {"arrested": 0, "charged": 1, "convicted": 2, "acquitted": 2, "sentenced": 3}
"""Values that follow one another whatever the days: they may be told without one."""

PLACED = word_set("presence")
"""Attributes that hold at a place: two values are one track only where their places do not differ."""
