"""What the commands besides ``brief`` show on a terminal: lists of stories, sources, differences; one article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.export.contract import ArticleData, Document, SlotData, StoryData
from dateline.export.lookup import cited_spans
from dateline.export.phrase import (
    KINDS,
    clean_controls,
    flatten,
    index_articles,
    index_copies,
    name_file,
    name_source,
    number_sources,
    say_answer,
    say_basis,
    say_behind,
    say_copy,
    say_count,
    say_facts,
    say_role,
    say_story_span,
    split_at,
)
from dateline.export.quotes import group_quotes
from dateline.export.terminal import (
    VERDICT_STYLES,
    Page,
    print_discrepancies,
    print_sources,
    print_state,
    print_story,
    print_timeline,
    print_title,
)
from dateline.stage import Stage
from dateline.wording import say_date, say_span


def print_stories(console: Console, document: Document) -> None:
    """Print every story in a line or two: its number, title, how much stands behind it, its id."""
    articles = index_articles(document)
    width = len(str(len(document["stories"])))
    for number, story in enumerate(document["stories"], start=1):
        differing = len(story["discrepancies"])
        parts = [
            say_facts(story),
            say_story_span(story, articles),
            say_count(differing, "difference") if differing else "",
            say_count(len(story["chapters"]), "chapter") if story["chapters"] else "",
            story["story_id"],
        ]
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_row(Text(str(number).rjust(width), style="cyan"), Text(flatten(story["title"]), style="bold"))
        grid.add_row("", Text(", ".join(part for part in parts if part), style="dim"))
        console.print(grid)


def print_timelines(console: Console, document: Document, *, cites: bool) -> None:
    """Print the whole timeline of every story that has one."""
    for story in document["stories"]:
        if story["timeline"]:
            page = Page.over(console, document, story, cites=cites)
            print_title(page)
            print_timeline(page, story["timeline"], whole=True)
            console.print()


def print_comparisons(console: Console, document: Document) -> None:
    """Print where the accounts of every story differ, and the figures they give, with the cited words."""
    for story in document["stories"]:
        if not story["discrepancies"] and not story["quantities"]:
            continue
        page = Page.over(console, document, story, cites=True)
        print_title(page)
        if story["discrepancies"]:
            page.heading("Where accounts differ")
            print_discrepancies(page, story["discrepancies"])
        if story["quantities"]:
            page.heading("Figures")
            for slot in story["quantities"]:
                print_slot(page, slot)
        console.print()


def print_states(console: Console, document: Document) -> None:
    """Print how things changed in every story that tells of a change, with the cited words."""
    for story in document["stories"]:
        if story["states"]:
            page = Page.over(console, document, story, cites=True)
            print_title(page)
            for state in story["states"]:
                print_state(page, state)
                if state["last_reported"]:
                    page.line("  ", Text(f"last reported on {say_date(state['last_reported'])}", style="dim"))
            console.print()


def print_slot(page: Page, slot: SlotData) -> None:
    """Print one slot with its answers."""
    verdict = Text(f"{slot['verdict']}  ", style=VERDICT_STYLES.get(slot["verdict"], ""))
    page.line(verdict, Text(flatten(slot["slot"]), style="bold"))
    for value in slot["values"]:
        notes = [flatten(value["said_by"] or ""), f"as of {say_date(value['as_of'])}" if value["as_of"] else ""]
        notes.append(say_behind(value))
        told = ", ".join(note for note in notes if note)
        page.line("• ", Text.assemble(flatten(say_answer(value, slot["unit"])), (f" ({told})", "dim")), value["cites"])


def print_all_sources(console: Console, document: Document) -> None:
    """Print the sources of every story, and what was dropped."""
    for story in document["stories"]:
        page = Page.over(console, document, story)
        print_title(page)
        print_sources(page)
        console.print()
    if document["dropped"]:
        console.print(Text("Left out", style="bold underline"))
    for row in document["dropped"]:
        told = Text.assemble((flatten(row["subject"]), "bold"), f": {flatten(row['reason'])}")
        console.print(Padding(told, (0, 0, 0, 2)))
        if row["detail"]:
            console.print(Padding(Text(flatten(row["detail"]), style="dim"), (0, 0, 0, 4)))


def print_whole_story(console: Console, document: Document, story: StoryData) -> None:
    """Print a story with everything that is known of it: cited words, names, quotes, why each article is in it."""
    print_story(console, document, story, cites=True, whole=True)
    page = Page.over(console, document, story)
    print_names(page)
    print_quotes(page)
    page.heading("Why these articles")
    for row in story["placements"]:
        number = page.numbers.get(row["article_id"], 0)
        page.line(Text(f"[{number}] ", style="cyan"), Text(f"{row['score']:.2f}, {flatten(row['why'])}"))


def print_names(page: Page) -> None:
    """Print who and what the story names, with other names and roles."""
    order = {kind: rank for rank, kind in enumerate(KINDS)}
    entities = sorted(page.story["entities"], key=lambda entity: order.get(entity["kind"], len(order)))
    if entities:
        page.heading("Names")
    for entity in entities:
        roles = ", ".join(say_role(role) for role in entity["roles"])
        aliases = ", ".join(flatten(alias) for alias in entity["aliases"] if alias != entity["name"])
        notes = [KINDS.get(entity["kind"], entity["kind"]), roles, f"also {aliases}" if aliases else ""]
        told = Text.assemble((flatten(entity["name"]), "bold"), (f" ({'; '.join(n for n in notes if n)})", "dim"))
        page.line("• ", told)


def print_quotes(page: Page) -> None:
    """Print every attributed statement, by speaker."""
    if page.story["quotes"]:
        page.heading("Quotes")
    for speaker, statements in group_quotes(page.story["quotes"]):
        page.line("", Text(speaker, style="bold"))
        for said in statements:
            stance = "" if said.stance == "says" else f"{said.stance}: "
            words = f"“{said.words}”" if said.direct else said.words
            behind = f" ({said.behind})" if said.behind else ""
            page.line("• ", Text.assemble((stance, "yellow"), words, (behind, "dim")), said.cites)


def print_article(console: Console, document: Document, article: ArticleData) -> None:
    """Print one article: where it is from and when, its text with the cited stretches marked, its furniture.

    A terminal shows a mark as underlined; a pipe, which cannot, gets ``⟦`` and ``⟧``.
    """
    basis = say_basis(article)
    date = say_date(article["published"]) + (f" ({flatten(basis)})" if basis else "")
    facts = [flatten(name_source(article)), date, flatten(article["byline"] or ""), flatten(name_file(article["uri"]))]
    console.print(Text(flatten(article["title"] or "untitled"), style="bold"))
    console.print(Text(", ".join(fact for fact in facts if fact), style="dim"))
    for story in document["stories"]:
        if article["article_id"] in story["articles"]:
            print_placement(console, document, story, article["article_id"])
    console.print()
    console.print(mark_text(article["text"], cited_spans(document, article["article_id"]), console.is_terminal))
    if article["furniture"]:
        console.print()
        console.print(Text("Not part of the article", style="dim bold"))
    for line in article["furniture"]:
        console.print(Text(f"{line['kind']}: {flatten(line['text'])}", style="dim"))


def print_placement(console: Console, document: Document, story: StoryData, article_id: str) -> None:
    """Print which story an article is in and why, and what it copies."""
    why = next((row["why"] for row in story["placements"] if row["article_id"] == article_id), "")
    told = f"in “{flatten(story['title'])}”" + (f": {flatten(why)}" if why else "")
    console.print(Text(told, style="dim"))
    articles, numbers = index_articles(document), number_sources(story)
    for copy in index_copies(document).get(article_id, []):
        of = f": {flatten(name_source(articles[copy['of']]))}" if copy["of"] in articles else ""
        console.print(Text(say_copy(copy, numbers) + of, style="dim"))


def mark_text(text: str, spans: list[tuple[int, int]], styled: bool) -> Text:
    """Return a text in which stretches are marked, by a style or by brackets."""
    marked = Text()
    for start, end in split_at(text, [point for span in spans for point in span]):
        piece = clean_controls(text[start:end])
        if not any(left <= start < right for left, right in spans):
            marked.append(piece)
        elif styled:
            marked.append(piece, style="underline")
        else:
            marked.append(f"⟦{piece}⟧")
    return marked


def print_stages(console: Console, stages: tuple[Stage, ...]) -> None:
    """Print the road: each stage, what it does, per what, what it reads and writes."""
    for number, stage in enumerate(stages, start=1):
        head = Text.assemble((f"{number:2} ", "dim"), (stage.name, "bold cyan"), f"  {stage.does}")
        console.print(head)
        reads, writes = (", ".join(kind.__name__ for kind in kinds) for kinds in (stage.reads, stage.writes))
        detail = f"per {stage.per}, version {stage.version}: {reads} → {writes}"
        console.print(Padding(Text(detail, style="dim"), (0, 0, 0, 3)))


def describe_stages(stages: tuple[Stage, ...]) -> list[dict[str, object]]:
    """Return the road as plain data."""
    return [
        {
            "name": stage.name,
            "does": stage.does,
            "per": stage.per,
            "reads": [kind.__name__ for kind in stage.reads],
            "writes": [kind.__name__ for kind in stage.writes],
            "version": stage.version,
        }
        for stage in stages
    ]


class Misfit(Protocol):
    """A place that does not say what it should; a ``Mismatch`` is one."""

    @property
    def record_kind(self) -> str:
        """Kind of the record that points there."""

    @property
    def article_id(self) -> str:
        """The article."""

    @property
    def start(self) -> int:
        """First character."""

    @property
    def end(self) -> int:
        """The character after the last."""

    @property
    def expected(self) -> str:
        """What the record says stands there."""

    @property
    def found(self) -> str:
        """What stands there."""


def print_mismatches(console: Console, mismatches: Sequence[Misfit]) -> None:
    """Print each place that does not say what it should."""
    for row in mismatches:
        where = f"{row.record_kind} at {row.article_id} {row.start}–{row.end}"
        console.print(Text.assemble(("mismatch ", "bold red"), where), soft_wrap=True)
        console.print(Padding(Text(f"expected {flatten(row.expected)!r}"), (0, 0, 0, 2)))
        console.print(Padding(Text(f"found    {flatten(row.found)!r}"), (0, 0, 0, 2)))
    console.print(Text(say_count(len(mismatches), "mismatch", "mismatches"), style="bold red"))


def print_hits(console: Console, document: Document, hits: list[tuple[str, str]]) -> None:
    """Print the articles that a search found, each with the words around the hit."""
    articles = index_articles(document)
    for article_id, snippet in hits:
        article = articles[article_id]
        date = say_span(article["published"], article["published"])
        head = Text.assemble((flatten(name_source(article)), "bold"), (f", {date}, {name_file(article['uri'])}", "dim"))
        console.print(head)
        console.print(Padding(Text(flatten(snippet)), (0, 0, 0, 2)))
