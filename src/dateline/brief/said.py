"""A line of the brief before it becomes a record."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import BriefSentence, Cite, Section


@dataclass(frozen=True, slots=True)
class Said:
    """What a line says, with its cites, its day in words and what stands behind it."""

    words: str
    cites: tuple[Cite, ...]
    when: str = ""
    behind: str = ""

    @property
    def text(self) -> str:
        """The whole line: "22 March 2019: The guards left. (3 independent reports)"."""
        return f"{self.when}: " * bool(self.when) + self.words + f" ({self.behind})" * bool(self.behind)

    def make_sentence(self, story_id: str, section: Section, position: int) -> BriefSentence:
        """Return the line as a record."""
        return BriefSentence(
            story_id=story_id,
            position=position,
            section=section,
            text=self.text,
            cites=self.cites,
            when=self.when,
            words=self.words,
            behind=self.behind,
        )
