"""The brief on a terminal: one story as a page, in any width, with or without colour.

Texts of sources go in as plain ``Text``, never as markup, and with their control characters shown, so no source can
colour, move or hide anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.export.contract import (
    ArticleData,
    CiteData,
    CopyData,
    DiscrepancyData,
    Document,
    StateData,
    StoryData,
    TimelineData,
)
from dateline.export.lineage import trace_lines
from dateline.export.parts import part_timeline
from dateline.export.phrase import (
    MOST_STATES,
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
    say_numbers,
    say_side,
    say_story_span,
)
from dateline.wording import say_date, say_span

VERDICT_STYLES: Mapping[str, str] = {
    "conflict": "bold red",
    "update": "blue",
    "scope": "magenta",
    "rounding": "cyan",
    "wording": "cyan",
    "agree": "green",
}

NARROW = 64
"""Below this many columns a label stands above its text and not beside it: a date beside it leaves 40 for words."""


@dataclass(frozen=True, slots=True)
class Page:
    """Prints one story: where to, how its sources are numbered, and whether cited words are shown."""

    console: Console
    story: StoryData
    articles: Mapping[str, ArticleData]
    copies: Mapping[str, list[CopyData]]
    cites: bool

    numbers: Mapping[str, int]

    @classmethod
    def over(cls, console: Console, document: Document, story: StoryData, *, cites: bool = False) -> Page:
        """Return the page of one story of a document."""
        return cls(console, story, index_articles(document), index_copies(document), cites, number_sources(story))

    def heading(self, text: str) -> None:
        """Print a section's heading."""
        self.console.print()
        self.console.print(Text(text, style="bold underline"))

    def line(self, mark: str | Text, body: Text, cites: Iterable[CiteData] = ()) -> None:
        """Print a line that hangs from its mark: its text, the numbers of its sources, the cited words if asked for."""
        cites = list(cites)
        if cites:
            body = Text.assemble(body, " ", (say_numbers(cites, self.numbers), "cyan"))
        if not mark:
            for part in (body, *self.quoted(cites)):
                self.console.print(Padding(part, (0, 0, 0, 2 if part is body else 4)))
            return
        grid = Table.grid()
        grid.add_column(width=cell_len(str(mark)))
        grid.add_column(ratio=1)
        grid.add_row(mark, body)
        for quote in self.quoted(cites):
            grid.add_row("", Padding(quote, (0, 0, 0, 2)))
        self.console.print(Padding(grid, (0, 0, 0, 2)))

    def dated(self, date: Text, width: int, body: Text, cites: Iterable[CiteData]) -> None:
        """Print a line with its date beside it, or above it where the terminal is narrow."""
        if self.console.width < NARROW:
            self.console.print(Padding(date, (0, 0, 0, 2)))
            self.line("  ", body, cites)
        else:
            date.pad_right(max(0, width - cell_len(date.plain)))
            self.line(Text.assemble(date, "  "), body, cites)

    def quoted(self, cites: list[CiteData]) -> Iterator[Text]:
        """Yield the cited words, each with its source's number; none unless they were asked for."""
        for cite in cites if self.cites else ():
            number = self.numbers.get(cite["article_id"], "?")
            yield Text(f"[{number}] “{flatten(cite['quote'])}”", style="dim italic")


def print_brief(console: Console, document: Document, *, cites: bool = False, whole: bool = False) -> None:
    """Print every story as a page; ``cites`` adds the cited words, ``whole`` the lesser lines of the timeline."""
    for number, story in enumerate(document["stories"]):
        if number:
            console.print()
            console.rule(style="dim")
            console.print()
        print_story(console, document, story, cites=cites, whole=whole)


def print_story(
    console: Console, document: Document, story: StoryData, *, cites: bool = False, whole: bool = False
) -> None:
    """Print one story; sections with nothing to say are left out."""
    page = Page.over(console, document, story, cites=cites)
    print_title(page)
    for section, heading in SECTIONS.items():
        if section == "differing" and story["discrepancies"]:
            page.heading(heading)
            weighty = [row for row in story["discrepancies"] if whole or row["severity"] > 1] or story["discrepancies"]
            print_discrepancies(page, weighty)
            smaller = len(story["discrepancies"]) - len(weighty)
            if smaller:
                page.line("", Text(f"… and {say_count(smaller, 'smaller difference')}", style="dim"))
            continue
        if section == "latest state" and story["states"]:
            page.heading(heading)
            states = story["states"] if whole else story["states"][:MOST_STATES]
            for state in states:
                print_state(page, state)
            if len(states) < len(story["states"]):
                more = say_count(len(story["states"]) - len(states), "more thing")
                page.line("", Text(f"… and {more} that changed", style="dim"))
            continue
        print_section(page, section, heading)
    print_timeline(page, story["timeline"], whole=whole)
    print_lineage(page)
    print_sources(page)


def print_title(page: Page) -> None:
    """Print the story's title, and under it how much stands behind it."""
    parts = (
        say_facts(page.story),
        say_story_span(page.story, page.articles),
    )
    page.console.print(Text(flatten(page.story["title"]), style="bold"))
    page.console.print(Text(", ".join(part for part in parts if part), style="dim"))


def print_section(page: Page, section: str, heading: str) -> None:
    """Print the brief's lines of one section, if it has any."""
    rows = [row for row in page.story["brief"] if row["section"] == section]
    if rows:
        page.heading(heading)
    for number, row in enumerate(rows):
        first = section == "what happened" and not number
        behind = (f" ({flatten(row['behind'])})" if row["behind"] else "", "dim")
        when = (f"{flatten(row['when'])}  " if row["when"] else "", "cyan")
        page.line("", Text.assemble(when, (flatten(row["words"]), "bold" if first else ""), behind), row["cites"])


def print_discrepancies(page: Page, discrepancies: Iterable[DiscrepancyData]) -> None:
    """Print each difference: its verdict, what it is about, why it is judged so, and its sides."""
    for number, row in enumerate(discrepancies):
        if number:
            page.console.print()
        verdict = Text(row["verdict"], style=VERDICT_STYLES.get(row["verdict"], ""))
        page.line(Text.assemble(verdict, "  "), Text(flatten(row["about"]), style="bold"))
        for side in row["sides"]:
            says = Text.assemble(flatten(side["says"]), (f" ({say_side(side)})", "dim"))
            page.line("• ", says, side["cites"])
        page.line("  ", Text(f"Why: {flatten(row['why'])}", style="dim"))
        if row["settled"]:
            page.line("  ", Text(f"Settled by later reports: {flatten(row['settled'])}"), row["settled_by"])


def print_state(page: Page, state: StateData) -> None:
    """Print how one attribute changed, a value per line."""
    page.line("", Text.assemble((f"{flatten(state['subject'])}: ", "bold"), flatten(state["attribute"])))
    for number, value in enumerate(state["values"]):
        told = Text.assemble(flatten(value["value"]), (f" ({say_clocks(value)})", "dim"))
        page.line("→ " if number else "  ", told, value["cites"])


def print_timeline(page: Page, timeline: list[TimelineData], *, whole: bool = False) -> None:
    """Print the timeline, dates on the left; lesser lines are counted and not shown unless ``whole``."""
    entries = timeline if whole else main_entries(timeline)
    if not entries:
        return
    page.heading("Timeline")
    width = max(len(say_span(entry["first"], entry["last"], entry["grain"])) for entry in entries)
    for part in part_timeline(page.story, entries, page.articles):
        if part.title:
            page.console.print()
            page.line("", Text.assemble((part.title, "bold"), (f"  {part.span}" if part.span else "", "dim")))
        _print_entries(page, part.entries, width)
    if len(entries) < len(timeline):
        page.line("", Text(f"… and {say_count(len(timeline) - len(entries), 'lesser line')}", style="dim"))


def _print_entries(page: Page, entries: Iterable[TimelineData], width: int) -> None:
    """Print lines of a timeline, their dates in a column of ``width``."""
    for entry in entries:
        date = say_span(entry["first"], entry["last"], entry["grain"])
        status = "" if entry["status"] == "actual" else f"{entry['status']}: "
        weight = "bold" if entry["importance"] > 2 else ""
        inferred = f" ({say_inferred(entry)})" if say_inferred(entry) else ""
        body = Text.assemble((status, "yellow"), (flatten(entry["text"]), weight), (inferred, "dim"))
        page.dated(Text(date, style="cyan"), width, body, entry["cites"])


def print_lineage(page: Page) -> None:
    """Print the lines of reporting: whose, who copies whom and how much; nothing where every article is its own."""
    lineage = trace_lines(page.story, page.articles, page.copies, page.numbers)
    if lineage.is_plain:
        return
    page.heading("Lines of reporting")
    width = len(str(len(page.numbers))) + 2
    for line in lineage.lines:
        head = Text(line.name, style="bold")
        if len(line.members) > 1:
            head.append(f", {len(line.members)} articles: {line.why}", style="dim")
            page.line("• ", head)
        for member in line.members:
            told = "; ".join(part for part in (member.role, *member.takes) if part)
            if len(line.members) == 1:
                page.line(
                    "• ", Text.assemble(head, " ", (f"[{member.number}]", "cyan"), (f": {told}" if told else "", "dim"))
                )
                continue
            mark = Text("  " + f"[{member.number}]".rjust(width) + " ", style="cyan")
            page.line(mark, Text.assemble(member.name, (f": {told}" if told else "", "dim")))
    for hint in (*lineage.absent, *lineage.hints):
        page.line("• ", Text(hint, style="dim"))


def print_sources(page: Page) -> None:
    """Print the sources with their numbers, dates and what they copy."""
    page.heading("Sources")
    width = len(str(len(page.numbers))) + 2
    for key, number in page.numbers.items():
        article = page.articles[key]
        basis = say_basis(article)
        date = say_date(article["published"]) + (f" ({flatten(basis)})" if basis else "")
        told = Text.assemble((flatten(name_source(article)), "bold"), f", {date}")
        mark = Text(f"[{number}]".rjust(width) + " ", style="cyan")
        page.line(mark, told)
        notes = note_source(page, article)
        if notes:
            page.line(" " * (width + 1), Text("\n".join(notes), style="dim"))


def note_source(page: Page, article: ArticleData) -> list[str]:
    """Return what else there is to say of a source, a note per line."""
    key = article["article_id"]
    title = f"“{flatten(article['title'])}”" if article["title"] else ""
    file = flatten(name_file(article["uri"])) if article["outlet"] else ""
    group = next((group["articles"] for group in page.story["origin_groups"] if key in group["articles"]), [key])
    others = sorted(page.numbers[other] for other in group if other != key and other in page.numbers)
    notes = [
        ", ".join(part for part in (title, file) if part),
        *(say_copy(copy, page.numbers) for copy in page.copies.get(key, [])),
        f"one origin with {''.join(f'[{other}]' for other in others)}" if others else "",
    ]
    return [note for note in notes if note]
