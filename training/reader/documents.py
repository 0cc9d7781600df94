"""What the network learns from: words of a document with every layer of labels that its set states.

A layer that a set does not label is None, and no loss is taken from it. Names are kept as the set of labels that are
possible at a word (a bit mask over ``NAME_LABELS``), so that a set which knows only persons, organisations and places
says nothing about laws or storms.
"""

from __future__ import annotations

from dataclasses import dataclass, field

NAME_KINDS = ("PER", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "WORK", "LAW")
NAME_LABELS = ("O", *(f"{edge}-{kind}" for kind in NAME_KINDS for edge in "BI"))
SPAN_LABELS = ("O", "B", "I")
EVENT_TYPES = (
    *("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    *("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "DISASTER", "ACCIDENT", "HEALTH", "DEATH", "CRIME"),
    *("LEGAL", "ELECTION", "APPOINT", "RESIGN", "MOVE", "DECIDE", "LAUNCH", "BUSINESS", "SPORT", "SCIENCE", "MEET"),
    *("OPEN", "CLOSE", "OTHER"),
)
STATUSES = ("actual", "planned", "possible", "denied", "hypothetical")
STANCES = ("says", "claims", "confirms", "denies", "promises", "threatens", "asks", "believes", "doubts")
ROLES = ("none", "source", "content", "actor", "target", "place", "time", "counted")
ROLES_OF = {
    "cue": ("none", "source", "content"),
    "trigger": ("none", "actor", "target", "place", "time"),
    "quantity": ("none", "counted"),
}
"""Which roles a word may play for an anchor of a kind."""


@dataclass(slots=True)
class Anchor:
    """A word or words that others play a role for: a cue, an event's trigger, a quantity."""

    kind: str
    words: list[int]
    roles: dict[str, set[int]]


@dataclass(slots=True)
class News:
    """The layers of annotated news, by word (numbers into the tables above, -100 where there is nothing to learn)."""

    cue: list[int]
    source: list[int]
    content: list[int]
    stance: list[int]
    trigger: list[int]
    event_type: list[int]
    status: list[int]
    anchors: list[Anchor]


@dataclass(slots=True)
class Document:
    """Words of one text in order, with the layers its set states. All lists run by word."""

    name: str
    words: list[str]
    spaced: list[bool]
    breaks: list[bool]
    sentence: list[int]
    """The number of each word's sentence, rising from 0."""
    starts_known: bool
    """Whether the sentence borders are gold."""
    tags: list[str] | None = None
    coarse: list[str] | None = None
    heads: list[int] | None = None
    """Place of the head in ``words``, -1 for a root."""
    relations: list[str] | None = None
    names: list[int] | None = None
    """Bit mask of the possible ``NAME_LABELS``."""
    names_weight: float = 1.0
    news: News | None = None
    vector_rows: list[int] = field(default_factory=list)
    """Row of the teacher's vector for each sentence."""


def name_bit(label: str) -> int:
    """Return the bit of a label of names."""
    return 1 << NAME_LABELS.index(label)


def name_bits(edge: str, kinds: tuple[str, ...]) -> int:
    """Return the bits of one edge ("B", "I") of several kinds."""
    return sum(name_bit(f"{edge}-{kind}") for kind in kinds)


ANY_NAME = (1 << len(NAME_LABELS)) - 1
OUTSIDE = name_bit("O")
"""The word is in no name."""
KINDS_OF_THREE = {"PER": ("PER",), "ORG": ("ORG",), "LOC": ("GPE", "LOC", "FAC")}
"""What the kinds of sets that know three mean in ours."""
NOT_OF_THREE = OUTSIDE | sum(name_bits(edge, ("NORP", "EVENT", "PRODUCT", "WORK", "LAW")) for edge in "BI")
"""What a word outside the names of such a set may still be."""
