"""How every export puts dates, numbers, sources and verdicts into words, so that all of them say the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import PurePosixPath

from dateline.export.contract import (
    ArticleData,
    CiteData,
    CopyData,
    Document,
    QuoteData,
    RoleData,
    SideData,
    SlotData,
    SlotValueData,
    StateValueData,
    StoryData,
    TimelineData,
)
from dateline.support import say_support
from dateline.wording import say_date, say_span, say_value

VERDICTS: Mapping[str, str] = {
    "conflict": "cannot all be true of the same thing at the same time",
    "update": "a later report replaces an earlier one",
    "scope": "the accounts count or mean different things",
    "rounding": "the same figure told more or less exactly",
    "wording": "put differently, with the same facts",
    "agree": "the accounts say the same",
}
"""What each verdict means, in the order of how much it should trouble a reader."""

SECTIONS: Mapping[str, str] = {
    "what happened": "What happened",
    "latest state": "Latest state",
    "agreed": "Agreed",
    "differing": "Where accounts differ",
    "who says what": "Who says what",
}
"""Heading of each section of a brief, in reading order."""

BASES: Mapping[str, str] = {
    "metadata": "stated in the page's data",
    "page": "stated on the page",
    "url": "in its address",
    "header": "at its head",
    "dateline": "in its dateline",
}
"""Where a date comes from, in words."""

KINDS: Mapping[str, str] = {
    "PER": "person",
    "ORG": "organisation",
    "GPE": "country or city",
    "LOC": "place",
    "FAC": "building or site",
    "NORP": "nation or group",
    "EVENT": "event",
    "PRODUCT": "product",
    "WORK": "work",
    "LAW": "law",
    "OTHER": "other",
}
"""Kinds of entities, in words and in reading order."""

LEAST_IMPORTANCE = 2
"""A timeline line of less importance is left to the full timeline: 3 is what any good timeline has, 1 is detail."""

MOST_STATES = 6
"""So many states are shown at once, those that most reports tell of."""

ENOUGH_ENTRIES = 4
"""Fewer weighty lines than this do not tell a story, so the lesser ones are shown with them."""

_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_GAPS = re.compile(r"\s+")


def say_count(number: int, noun: str, plural: str | None = None) -> str:
    """Return "1 article", "3 articles"."""
    return f"{number} {noun}" if number == 1 else f"{number} {plural or noun + 's'}"


def say_inferred(entry: TimelineData) -> str:
    """Return "by the report of 22 Mar 2019" for a line whose time no report gives in words, else an empty string."""
    return f"by the report of {say_date(entry['reported'])}" if entry["time_basis"] == "inferred" else ""


def say_place(entry: TimelineData) -> str:
    """Return where a line took place, "Orsk, Pelmland", unless its words name it; empty when that is not known."""
    place = entry["location"]
    if place is None or place["name"].casefold() in entry["text"].casefold():
        return ""
    return ", ".join(part for part in (place["name"], place["admin"] or place["country"]) if part)


def say_basis(article: ArticleData) -> str:
    """Return where an article's date comes from: "inferred: …", "stated on the page"."""
    basis, why = article["published_basis"], article["published_why"]
    if not article["published"]:
        return why or ""
    if basis == "inferred":
        return f"inferred: {why}" if why else "inferred"
    return BASES.get(basis or "", "")


def name_file(uri: str) -> str:
    """Return the last part of an input's address: its file name, with the row in a file of many."""
    if uri == "-":
        return "standard input"
    path, _, row = uri.partition("#")
    return (PurePosixPath(path.rstrip("/")).name or uri) + (f"#{row}" if row else "")


def name_source(article: ArticleData) -> str:
    """Return the outlet, or the file name where the outlet is unknown."""
    return article["outlet"] or name_file(article["uri"])


def number_sources(story: StoryData) -> dict[str, int]:
    """Return the number that each article of a story is cited by, from 1, in the order of publication."""
    return {article_id: number for number, article_id in enumerate(story["articles"], start=1)}


def cited_numbers(cites: Iterable[CiteData], numbers: Mapping[str, int]) -> list[int]:
    """Return the numbers of the sources that are cited, each once, in order."""
    return sorted({numbers[cite["article_id"]] for cite in cites if cite["article_id"] in numbers})


def say_numbers(cites: Iterable[CiteData], numbers: Mapping[str, int]) -> str:
    """Return "[1][3]"."""
    return "".join(f"[{number}]" for number in cited_numbers(cites, numbers))


def index_articles(document: Document) -> dict[str, ArticleData]:
    """Return articles by id."""
    return {article["article_id"]: article for article in document["articles"]}


def index_copies(document: Document) -> dict[str, list[CopyData]]:
    """Return what each article copies, by the id of the article that copies."""
    copies: dict[str, list[CopyData]] = {}
    for copy in document["copies"]:
        copies.setdefault(copy["article_id"], []).append(copy)
    return copies


def say_copy(copy: CopyData, numbers: Mapping[str, int]) -> str:
    """Return "reprint of [2], 98 % of its words"."""
    of = f"[{numbers[copy['of']]}]" if copy["of"] in numbers else "an article of another story"
    if copy["kind"] == "quote":
        return f"quotes the same words as {of}"
    kind = {"exact": "exact copy", "partial": "partly a copy"}.get(copy["kind"], copy["kind"])
    return f"{kind} of {of}" if copy["kind"] == "exact" else f"{kind} of {of}, {copy['share']:.0%} of its words"


def say_story_span(story: StoryData, articles: Mapping[str, ArticleData]) -> str:
    """Return the stretch of days in which the story was reported; empty when no article has a date."""
    days = sorted(day[:10] for key in story["articles"] if key in articles and (day := articles[key]["published"]))
    return say_span(days[0], days[-1]) if days else ""


def say_since(value: StateValueData) -> str:
    """Return since when a value holds: a day, or the stretch in which it began."""
    return say_span(value["since"], value["since_last"]) if value["since_last"] else say_date(value["since"])


def say_clocks(value: StateValueData) -> str:
    """Return both clocks of a state's value, and its status where it is no fact: "planned, on 20 Mar
    2024". What holds at the latest when it was reported is so "by" that day."""
    held = {"told": "since", "report": "by"}.get(value["since_basis"], "since")
    word = "on" if value["status"] != "actual" else held
    parts = [
        "implied" if value["presupposed"] else "",
        "" if value["status"] == "actual" else value["status"],
        f"{word} {say_since(value)}" if value["since"] else "",
        f"for {say_date(value['due'])}" if value["due"] else "",
        f"in part ({value['partial']})" if value["partial"] else "",
        f"reported {say_date(value['reported'])}" if value["reported"] else "",
    ]
    return ", ".join(part for part in parts if part) or "undated"


def say_side(side: SideData) -> str:
    """Return who stands behind a side: "Pal Horvath, 5 articles, 4 outlets, 2 independent"."""
    counted = say_behind(side)
    return f"{flatten(side['said_by'])}, {counted}" if side["said_by"] else counted


def say_behind(row: SideData | SlotValueData | TimelineData | QuoteData) -> str:
    """Return what stands behind a point: "5 articles, 4 outlets, 2 independent"."""
    return say_support(row["articles"], row["outlets"], row["origins"])


def say_facts(story: StoryData) -> str:
    """Return what stands behind a story: "7 articles, 6 outlets, 3 independent"."""
    return say_support(len(story["articles"]), story["outlets"], story["origins"])


def say_role(role: RoleData) -> str:
    """Return an office with what the text says of its time: "former governor"."""
    text = flatten(role["text"])
    told = role["term"] == "current" or role["term"] in text.casefold()
    return text if told else f"{role['term']} {text}"


def say_answer(value: SlotValueData, unit: str) -> str:
    """Return a slot's answer as a reader would say it: "about 60", "10–20%"; a vague one in the report's own words."""
    if value["text"]:
        return value["text"]
    vague = value["approx"] == "vague" or (value["value"] is None and value["low"] is None and value["high"] is None)
    if vague and value["cites"]:
        return f"“{value['cites'][0]['quote']}”"
    return say_value(value["value"], value["low"], value["high"], value["approx"], unit)


def main_entries(entries: list[TimelineData]) -> list[TimelineData]:
    """Return the weightier lines of a timeline, or all of them where few stand out."""
    weighty = [entry for entry in entries if entry["importance"] >= LEAST_IMPORTANCE]
    return weighty if len(weighty) >= ENOUGH_ENTRIES else entries


def say_room(slot: SlotData) -> str:
    """Return what a slot's standing answers leave room for: "now 85", "now 84–85, best 85"; empty where that says no
    more than the answers do."""
    least, best, most = slot["least"], slot["best"], slot["most"]
    if not any(value["superseded"] for value in slot["values"]) and least == most:
        return ""
    room = say_value(None, least, most, "range", slot["unit"]) if least is not None or most is not None else ""
    told = f", best {say_value(best, best, best, 'exact', slot['unit'])}" if best is not None and least != most else ""
    return f"now {room}{told}" if room else ""


def say_dropped(document: Document) -> str:
    """Return one line on what was left out and why; empty when nothing was."""
    reasons: dict[str, int] = {}
    for row in document["dropped"]:
        reasons[row["reason"]] = reasons.get(row["reason"], 0) + 1
    if not reasons:
        return ""
    listed = ", ".join(f"{number} {reason}" for reason, number in sorted(reasons.items(), key=lambda r: (-r[1], r[0])))
    return f"{sum(reasons.values())} left out: {listed}"


def flatten(text: str) -> str:
    """Return a text as one line of single spaces, safe to print."""
    return clean_controls(_GAPS.sub(" ", text)).strip()


def clean_controls(text: str) -> str:
    """Show control characters and lone surrogates as ``�`` and leave out direction overrides; line ends stay.

    What is left can neither drive a terminal, nor break an encoder, nor make words read in another order than written.
    """
    return _UNSAFE.sub("�", _DIRECTION.sub("", text))


def split_at(text: str, points: Iterable[int]) -> list[tuple[int, int]]:
    """Return the stretches between cut points, the text's ends included; points outside it are left out."""
    cuts = sorted({0, len(text), *(point for point in points if 0 < point < len(text))})
    return [(left, right) for left, right in pairwise(cuts) if left < right]
