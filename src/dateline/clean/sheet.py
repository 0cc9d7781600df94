"""The lines of a text and what is found out about each, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.clean.lines import Line, Look, look_at
from dateline.clean.stamps import Stamp

AUTHOR = "says who wrote the report"
"""Why a byline is no article text."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line is, other than article text, why we think so, and how sure that is, 0 to 1.

    The confidence ranks sorts of rules and is no fitted probability: .95 and more for lines that are furniture by their
    own words or recur widely, less for those that are by where they stand. On pages marked by hand and a pile made of
    BASIL (``evals/eval_furniture.py --marks``) 3,894 of 3,895 marks of .95 and more are right, 195 of 200 below it.
    """

    kind: str
    why: str
    confidence: float = 0.95


@dataclass(slots=True)
class Sheet:
    """The lines of a text and what was found about each. Filled step by step, each step seeing those before it."""

    lines: Sequence[Line]
    looks: list[Look]
    marks: dict[int, Mark] = field(default_factory=dict)
    captions: set[int] = field(default_factory=set)
    """Lines that are captions but tell something the report does not: they stay, marked."""
    stamps: list[Stamp] = field(default_factory=list)
    byline: str | None = None
    agencies: list[str] = field(default_factory=list)
    """Agencies that lines of credit name, as written, in the order of the text."""

    @property
    def kept(self) -> list[int]:
        """Indexes of the lines that stay, in order."""
        return [index for index in range(len(self.lines)) if index not in self.marks]

    def good(self) -> list[int]:
        """Indexes of paragraphs of running text."""
        return [
            index
            for index, look in enumerate(self.looks)
            if look.good and index not in self.marks and index not in self.captions
        ]


def lay_out(lines: Sequence[Line]) -> Sheet:
    """Look at every line once."""
    return Sheet(lines, [look_at(line) for line in lines])
