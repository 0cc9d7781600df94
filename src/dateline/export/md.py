"""The brief as Markdown: each line's cites are footnotes that quote their source exactly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dateline.export.contract import ArticleData, BriefData, CiteData, Document, StoryData, TimelineData
from dateline.export.lineage import Lineage, trace_lines
from dateline.export.parts import part_timeline
from dateline.export.phrase import (
    SECTIONS,
    flatten,
    index_articles,
    index_copies,
    main_entries,
    name_file,
    name_source,
    number_sources,
    say_basis,
    say_clocks,
    say_copy,
    say_count,
    say_facts,
    say_inferred,
    say_side,
    say_story_span,
)
from dateline.wording import say_date, say_span

_MARKS = re.compile(r"([\\`*_\[\]<>#|~]|&(?=#?\w+;))")
_LIST_MARK = re.compile(r"^(\s*)(\d+)([.)])|^(\s*)([-+])(?=\s)")


def write_md(document: Document) -> str:
    """Return every story in turn; footnote numbers run through the whole page."""
    articles = index_articles(document)
    copies = index_copies(document)
    notes = Notes()
    lines: list[str] = []
    for story in document["stories"]:
        numbers = number_sources(story)
        lines += [f"# {escape(story['title'])}", "", _head(story, articles), ""]
        for section, heading in SECTIONS.items():
            if section == "latest state" and story["states"]:
                lines += _states(story, heading, notes)
            elif section == "differing" and story["discrepancies"]:
                lines += _differing(story, heading, notes)
            else:
                lines += _sentences(story, section, heading, notes)
        lines += _timeline(story, articles, notes)
        lines += _lineage(trace_lines(story, articles, copies, numbers))
        lines += ["## Sources", ""]
        for key, number in numbers.items():
            told = [say_copy(copy, numbers) for copy in copies.get(key, [])]
            lines.append(f"{number}. {_source(articles[key], told)}")
        lines += [""]
    return "\n".join(lines) + notes.write(articles)


@dataclass(slots=True)
class Notes:
    """Footnotes in the order in which they are first used."""

    numbers: dict[tuple[str, int, int], int] = field(default_factory=dict)
    cites: list[CiteData] = field(default_factory=list)

    def refer(self, cites: Iterable[CiteData]) -> str:
        """Return the references of a line, `` [^1][^2]``, numbering those that are new."""
        marks = []
        for cite in cites:
            key = (cite["article_id"], cite["start"], cite["end"])
            if key not in self.numbers:
                self.numbers[key] = len(self.numbers) + 1
                self.cites.append(cite)
            marks.append(f"[^{self.numbers[key]}]")
        return " " + "".join(dict.fromkeys(marks)) if marks else ""

    def write(self, articles: Mapping[str, ArticleData]) -> str:
        """Return the footnotes: source, quoted words, offsets."""
        lines = [
            f"[^{number}]: {escape(name_source(articles[cite['article_id']]))}: “{escape(cite['quote'])}” "
            f"({cite['article_id']}, {cite['start']}–{cite['end']})"
            for number, cite in enumerate(self.cites, start=1)
        ]
        return "\n" + "\n".join(lines) + "\n" if lines else "\n"


def escape(text: str) -> str:
    """Return a text as one line of Markdown in which nothing is markup."""
    flat = _MARKS.sub(r"\\\1", flatten(text))
    return _LIST_MARK.sub(lambda m: f"{m[1]}{m[2]}\\{m[3]}" if m[2] else f"{m[4]}\\{m[5]}", flat)


def _head(story: StoryData, articles: Mapping[str, ArticleData]) -> str:
    """Return how many articles and origins, and when they reported."""
    span = say_story_span(story, articles)
    return f"{say_facts(story)}, {span}" if span else say_facts(story)


def _sentences(story: StoryData, section: str, heading: str, notes: Notes) -> list[str]:
    """Return one section of the brief as a list; nothing when it has no line."""
    rows = [row for row in story["brief"] if row["section"] == section]
    lines = [f"- {_sentence(row)}{notes.refer(row['cites'])}" for row in rows]
    return [f"## {heading}", "", *lines, ""] if lines else []


def _sentence(row: BriefData) -> str:
    """Return a line of the brief, its day set off."""
    when = f"**{escape(row['when'])}** " if row["when"] else ""
    return f"{when}{escape(row['words'])}" + (f" ({escape(row['behind'])})" if row["behind"] else "")


def _differing(story: StoryData, heading: str, notes: Notes) -> list[str]:
    """Return the discrepancies with their sides."""
    lines = [f"## {heading}", ""]
    for row in story["discrepancies"]:
        lines.append(f"- **{escape(row['about'])}** ({row['verdict']}): {escape(row['why'])}")
        lines += [
            f"    - {escape(side['says'])} ({escape(say_side(side))}){notes.refer(side['cites'])}"
            for side in row["sides"]
        ]
        if row["settled"]:
            lines.append(f"    - Settled by later reports: {escape(row['settled'])}{notes.refer(row['settled_by'])}")
    return [*lines, ""]


def _states(story: StoryData, heading: str, notes: Notes) -> list[str]:
    """Return what changed, each value with the day since when it holds."""
    lines = []
    for state in story["states"]:
        steps = [
            f"{escape(value['value'])} ({escape(say_clocks(value))}){notes.refer(value['cites'])}"
            for value in state["values"]
        ]
        lines.append(f"- **{escape(state['subject'])}, {escape(state['attribute'])}**: {' → '.join(steps)}")
    return [f"## {heading}", "", *lines, ""]


def _timeline(story: StoryData, articles: Mapping[str, ArticleData], notes: Notes) -> list[str]:
    """Return the weightier lines of the timeline, each with its date, in its parts."""
    lines: list[str] = []
    for part in part_timeline(story, main_entries(story["timeline"]), articles):
        if part.title:
            span = f", {part.span}" if part.span else ""
            lines += ["", f"### {escape(part.title)}{span}", ""]
        lines += _entries(part.entries, notes)
    return ["## Timeline", "", *lines, ""] if lines else []


def _entries(entries: Iterable[TimelineData], notes: Notes) -> list[str]:
    """Return lines of the timeline, each with its date."""
    lines = []
    for entry in entries:
        status = "" if entry["status"] == "actual" else f" ({entry['status']})"
        date = say_span(entry["first"], entry["last"], entry["grain"])
        inferred = f" ({say_inferred(entry)})" if say_inferred(entry) else ""
        lines.append(f"- **{date}**{status} {escape(entry['text'])}{inferred}{notes.refer(entry['cites'])}")
    return lines


def _lineage(lineage: Lineage) -> list[str]:
    """Return the lines of reporting: whose, why one, who copies whom; nothing where every article is its own."""
    if lineage.is_plain:
        return []
    lines = ["## Lines of reporting", ""]
    for line in lineage.lines:
        why = f": {escape(line.why)}" if line.why else ""
        lines.append(f"- **{escape(line.name)}**, {say_count(len(line.members), 'article')}{why}")
        for member in line.members:
            told = "; ".join(part for part in (member.role, *member.takes) if part)
            lines.append(f"    - \\[{member.number}\\] {escape(member.name)}{': ' + escape(told) if told else ''}")
    return [*lines, *(f"- {escape(told)}" for told in (*lineage.absent, *lineage.hints)), ""]


def _source(article: ArticleData, told: list[str]) -> str:
    """Return a source: outlet, title, date with its basis, file, and what it copies."""
    basis = say_basis(article)
    date = say_date(article["published"]) + (f" ({escape(basis)})" if basis else "")
    title = f"“{escape(article['title'])}”" if article["title"] else ""
    parts = [
        escape(name_source(article)),
        title,
        date,
        f"`{flatten(name_file(article['uri'])).replace('`', '')}`",
        *told,
    ]
    return ", ".join(part for part in parts if part)
