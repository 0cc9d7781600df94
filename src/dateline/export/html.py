"""The report in one HTML file: nothing is fetched, each cite opens its sentence in the source with the words marked.

A content security policy names the one style and the one script of the page by their hashes, so nothing that a source
brings along can run or load; every text goes through autoescape besides.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

from dateline.export.contract import ArticleData, CiteData, CopyData, Document, StoryData
from dateline.export.lineage import Lineage, trace_lines
from dateline.export.lookup import story_cites
from dateline.export.parts import Part, part_timeline, say_chapter
from dateline.export.phrase import (
    KINDS,
    LEAST_IMPORTANCE,
    MOST_STATES,
    SECTIONS,
    VERDICTS,
    clean_controls,
    flatten,
    index_articles,
    index_copies,
    main_entries,
    name_file,
    name_source,
    number_sources,
    say_answer,
    say_basis,
    say_behind,
    say_clocks,
    say_copy,
    say_count,
    say_facts,
    say_inferred,
    say_place,
    say_role,
    say_room,
    say_story_span,
    split_at,
)
from dateline.export.quotes import Said, group_quotes
from dateline.wording import say_date, say_span

OPEN_QUOTES = 8
"""Up to so many quotes are shown at once; more would bury the timeline and fold away."""
OPEN_LINES = 12
"""Of up to so many articles the lines of reporting are shown at once; those of more fold away."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an article: the cites that begin with it, all that cover it, and whether it is another's."""

    text: str
    anchors: list[str]
    cites: list[str]
    title: bool
    taken: str
    """From whom the stretch is taken, in words; empty where it is the article's own."""


@dataclass(frozen=True, slots=True)
class Link:
    """A cite as a link: where it leads, the number it shows, what it quotes and from where."""

    anchor: str
    label: str
    hint: str


@dataclass(frozen=True, slots=True)
class Source:
    """One article as the sources' list and the side panel show it."""

    anchor: str
    number: int
    name: str
    title: str
    date: str
    basis: str
    file: str
    url: str | None
    byline: str
    notes: list[str]
    pieces: list[Piece]
    furniture: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class StoryPage:
    """What the template needs of one story."""

    key: str
    story: StoryData
    facts: list[str]
    sources: list[Source]
    verdicts: Mapping[str, str]
    speakers: list[tuple[str, list[Said]]]
    parts: list[Part]
    hidden: int
    numbers: Mapping[str, int]
    names: Mapping[str, str]
    anchors: Mapping[tuple[str, int, int], str]
    lineage: Lineage
    lone: bool
    """A story of one article beside bigger ones: folded away, for it compares nothing."""

    def links(self, cites: Iterable[CiteData]) -> list[Link]:
        """Return a line's cites as links, in the order of the sources; two of one source are told apart by letters."""
        known = {(c["article_id"], c["start"], c["end"]): c for c in cites if c["article_id"] in self.numbers}
        ordered = sorted(known, key=lambda key: (self.numbers[key[0]], key[1], key[2]))
        often = Counter(article_id for article_id, _, _ in ordered)
        seen: Counter[str] = Counter()
        links = []
        for key in ordered:
            letter = chr(ord("a") + seen[key[0]] % 26) if often[key[0]] > 1 else ""
            seen[key[0]] += 1
            hint = f"“{flatten(known[key]['quote'])}” ({self.names[key[0]]})"
            links.append(Link(self.anchors[key], f"{self.numbers[key[0]]}{letter}", hint))
        return links

    @property
    def contents(self) -> list[tuple[str, str, int]]:
        """Return the sections worth a link at the top: anchor, heading, how many entries (0: say none)."""
        story = self.story
        parts = [
            ("happened", SECTIONS["what happened"], 0, bool(self.brief("what happened"))),
            ("state", SECTIONS["latest state"], 0, bool(story["states"] or self.brief("latest state"))),
            ("differ", SECTIONS["differing"], len(story["discrepancies"]), bool(story["discrepancies"])),
            ("timeline", "Timeline", len(story["timeline"]), bool(story["timeline"])),
            ("says", SECTIONS["who says what"], len(story["quotes"]), bool(story["quotes"])),
            ("origins", "Lines of reporting", len(self.lineage.lines), not self.lineage.is_plain),
            ("sources", "Sources", len(self.sources), True),
        ]
        return [(name, heading, count) for name, heading, count, there in parts if there]

    def brief(self, section: str) -> list[object]:
        """Return the brief's lines of a section."""
        return [row for row in self.story["brief"] if row["section"] == section]


def write_html(document: Document) -> str:
    """Return the whole report as one page; the same document gives the same page."""
    articles, copies = index_articles(document), index_copies(document)
    pages = [
        view_story(f"s{number}", story, articles, copies) for number, story in enumerate(document["stories"], start=1)
    ]
    style, script = read_asset("report.css"), read_asset("report.js")
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            title=flatten(document["stories"][0]["title"]) if len(pages) == 1 else "What the reports say",
            summary=f"{say_count(len(articles), 'article')}, {say_count(len(pages), 'story', 'stories')}",
            pages=pages,
            dropped=document["dropped"],
            style=style,
            script=script,
            style_hash=hash_source(style),
            script_hash=hash_source(script),
        )
    )


@cache
def _environment() -> Environment:
    """Return the templates' environment: everything is escaped, and a misspelt name is an error."""
    environment = Environment(
        loader=PackageLoader("dateline.export"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(flat=flatten, date=say_date)
    environment.globals.update(
        sections=SECTIONS,
        kinds=KINDS,
        least=LEAST_IMPORTANCE,
        open_lines=OPEN_LINES,
        open_quotes=OPEN_QUOTES,
        open_states=MOST_STATES,
        say_inferred=say_inferred,
        say_place=say_place,
        say_room=say_room,
        say_span=say_span,
        say_chapter=say_chapter,
        say_clocks=say_clocks,
        say_behind=say_behind,
        say_count=say_count,
        say_role=say_role,
        say_answer=say_answer,
    )
    return environment


def read_asset(name: str) -> str:
    """Return a style sheet or script of the package."""
    return files("dateline.export").joinpath("templates", name).read_text(encoding="utf-8")


def hash_source(source: str) -> str:
    """Return the hash by which a content security policy allows an inline style or script (CSP level 3, 2.3.1)."""
    return f"sha256-{b64encode(sha256(source.encode()).digest()).decode()}"


def view_story(
    key: str, story: StoryData, articles: Mapping[str, ArticleData], copies: Mapping[str, list[CopyData]]
) -> StoryPage:
    """Return what the template needs of one story; ``key`` sets its anchors apart from other stories'."""
    numbers = number_sources(story)
    spans = {(cite["article_id"], cite["start"], cite["end"]) for cite in story_cites(story)}
    anchors = {span: f"{key}-c{rank}" for rank, span in enumerate(sorted(spans), start=1)}
    spans_of: defaultdict[str, dict[tuple[int, int], str]] = defaultdict(dict)
    for (article_id, start, end), name in anchors.items():
        spans_of[article_id][start, end] = name
    shown = {row["verdict"] for row in story["discrepancies"]}
    facts = (
        say_facts(story),
        say_story_span(story, articles),
    )
    return StoryPage(
        key=key,
        story=story,
        facts=[fact for fact in facts if fact],
        sources=[
            view_source(f"{key}-a{number}", articles[article_id], numbers, spans_of[article_id], copies, story)
            for article_id, number in numbers.items()
        ],
        verdicts={verdict: meaning for verdict, meaning in VERDICTS.items() if verdict in shown},
        speakers=group_quotes(story["quotes"]),
        parts=part_timeline(story, story["timeline"], articles),
        hidden=len(story["timeline"]) - len(main_entries(story["timeline"])),
        numbers=numbers,
        names={article_id: flatten(name_source(articles[article_id])) for article_id in numbers},
        anchors=anchors,
        lineage=trace_lines(story, articles, copies, numbers),
        lone=len(story["articles"]) == 1 and key != "s1",
    )


def view_source(
    anchor: str,
    article: ArticleData,
    numbers: Mapping[str, int],
    spans: Mapping[tuple[int, int], str],
    copies: Mapping[str, list[CopyData]],
    story: StoryData,
) -> Source:
    """Return one article as the list of sources shows it; ``spans`` are its cited stretches with their anchors."""
    key = article["article_id"]
    group = next((row for row in story["origin_groups"] if key in row["articles"] and len(row["articles"]) > 1), None)
    notes = [say_copy(copy, numbers) for copy in copies.get(key, [])]
    if group:
        others = sorted(numbers[other] for other in group["articles"] if other != key and other in numbers)
        notes.append(f"one origin with {', '.join(f'[{other}]' for other in others)}: {flatten(group['why'])}")
    return Source(
        anchor=anchor,
        number=numbers[key],
        name=flatten(name_source(article)),
        title=flatten(article["title"] or ""),
        date=say_date(article["published"]),
        basis=flatten(say_basis(article)),
        file=flatten(name_file(article["uri"])) if article["outlet"] else "",
        url=article["url"] if is_web_address(article["url"]) else None,
        byline=flatten(article["byline"] or ""),
        notes=notes,
        pieces=cut_text(article["text"], article["body_start"], spans, find_taken(key, story, numbers)),
        furniture=[(line["kind"], flatten(line["text"])) for line in article["furniture"]],
    )


def is_web_address(url: str | None) -> bool:
    """True for an http or https address with a host: nothing else becomes a link."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def find_taken(key: str, story: StoryData, numbers: Mapping[str, int]) -> dict[tuple[int, int], str]:
    """Return the stretches of an article that are another line's reporting, each with whose in words."""
    found: dict[tuple[int, int], str] = {}
    for row in story["passages"]:
        if row["article_id"] == key:
            number = numbers.get(row["of"] or "")
            words = f"stands in [{number}] too" if number is not None else row["why"]
            found.setdefault((row["start"], row["end"]), flatten(words))
    return found


def cut_text(
    text: str,
    body_start: int,
    spans: Mapping[tuple[int, int], str],
    taken: Mapping[tuple[int, int], str] | None = None,
) -> list[Piece]:
    """Cut a text where a cite or a passage begins or ends; spans may overlap, so a piece can belong to several."""
    whose = sorted((taken or {}).items())
    points = [body_start, *(point for span in (*spans, *(span for span, _ in whose)) for point in span)]
    ordered = sorted(spans.items())
    return [
        Piece(
            text=clean_controls(text[left:right]),
            anchors=[name for (start, _), name in ordered if start == left],
            cites=[name for (start, end), name in ordered if start <= left and right <= end],
            title=right <= body_start,
            taken=next((words for (start, end), words in whose if start <= left and right <= end), ""),
        )
        for left, right in split_at(text, points)
    ]
