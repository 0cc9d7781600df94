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
    ("presence", "gone", "actor", "withdraw withdrawal pullout pull depart departure leave exit vacate"),
    ("presence", "back", "actor", "return comeback re-enter reenter"),
    ("presence", "evacuated", "target", "evacuate evacuation"),
    ("operation", "open", "either", "open opening inaugurate"),
    ("operation", "open again", "either", "reopen reopening resume resumption restart restore restoration"),
    ("operation", "closed", "either", "close closure shut shutdown shutter seal"),
    ("operation", "suspended", "either", "suspend suspension halt pause freeze stall"),
    ("operation", "ended", "either", "terminate termination abolish disband dissolve dissolution"),
    ("legal status", "arrested", "target", "arrest detain detention apprehend jail imprison hold"),
    ("legal status", "kidnapped", "target", "kidnap abduct abduction"),
    ("legal status", "free", "target", "release free pardon"),
    ("legal status", "escaped", "actor", "escape"),
    ("legal status", "extradited", "target", "extradite extradition"),
    ("legal status", "charged", "target", "charge indict indictment prosecute"),
    ("legal status", "convicted", "target", "convict conviction"),
    ("legal status", "sentenced", "target", "sentence"),
    ("legal status", "acquitted", "target", "acquit acquittal exonerate"),
    ("office", "in office", "target", "appoint appointment elect reappoint reinstate"),
    ("office", "out of office", "actor", "resign resignation retire retirement"),
    ("office", "removed", "target", "dismiss dismissal sack oust impeach"),
    ("control", "taken", "target", "seize seizure capture conquer"),
    ("control", "retaken", "target", "retake recapture liberate"),
    ("decision", "approved", "target", "approve approval ratify ratification"),
    ("decision", "rejected", "target", "reject rejection veto"),
    ("decision", "put off", "target", "postpone postponement reschedule"),
    ("decision", "called off", "target", "cancel cancellation revoke rescind repeal overturn lift"),
    ("decision", "imposed", "target", "impose imposition enact"),
    ("decision", "extended", "target", "extend extension prolong renew"),
    ("fate", "missing", "actor", "disappear disappearance vanish"),
    ("fate", "found", "target", "find locate rescue"),
    ("fate", "dead", "actor", "die"),
)
"""(attribute, value, bearer, lemmas of the verbs and of the nouns that name the same deed)."""

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

PLACED = word_set("presence")
"""Attributes that hold at a place: two values are one track only where their places do not differ."""
