"""The running text of a page: trafilatura's, and a second opinion where that misses what the page mostly is.

The second opinion is the container that holds most of the page's paragraphs of prose (scored like readability: a
paragraph counts for its parent in full, for what stands around that in part), or the text that the page's own JSON-LD
gives. It is taken only where trafilatura has much less of the page's prose than that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from lxml.etree import XPath
from trafilatura import bare_extraction

from dateline.clean.blocks import SILENT, render_blocks
from dateline.clean.lines import GOOD_WORDS, ends_sentence
from dateline.words import WORD, fold

LEAST_PARAGRAPH = 25
"""Characters below which a paragraph is neither prose nor a link to a related report."""

PROSE_LINKED = 0.5
"""Share of a paragraph's letters in links from which on it is no prose."""

LINKED = 0.9
"""Share of a paragraph's letters in links from which on it is a link and no prose."""

MORE = 1.3
"""A container must hold so many times the prose of trafilatura's text to be taken instead."""

MORE_LINKED = 2.0
"""The text in a page's JSON-LD must tell so many times as much: some sites put related reports into it, too."""

LEAST_PROSE = 400
"""Characters of prose that a candidate must have beyond trafilatura's: four paragraphs of news."""

SAME = 0.5
"""Share of trafilatura's lines that a candidate must hold as well, or of those that are mere links, to be taken."""

TWINS = 0.8
"""Share of the prose below an element that must stand in containers of one kind for these to be one report."""

_FURNITURE = re.compile(
    r"(?:(?:article|inline|post|story|content|block|module|widget|item|component|c|m)[-_]+)?"
    r"(?:boilerplate|author[-_]*(?:bios?|box|info|biography)|newsletter|recirc\w*|read-?more|related|teasers?"
    r"|article-card|story-card|display-card|promos?|popover|most-(?:read|popular)|trending|lateral-list|cookie|consent"
    r"|social-share|sharebar|breadcrumbs?)(?:[-_]\w[\w-]*)?",
    re.IGNORECASE,
)
"""Classes and ids of what stands within the text and is none of it; kept where they hold two paragraphs of prose."""

_COMMENTS = re.compile(
    r"(?:comment-?list|comments?-(?:area|section|wrapper|container|body|content|text|thread|item)|comments|disqus\w*)",
    re.IGNORECASE,
)
"""Classes and ids of what readers wrote."""

_KEPT_TAGS = frozenset({"html", "body", "main", "article", "p", "head"})
_CLASSED = XPath("//*[@class or @id]")
_PARAGRAPHS = XPath("//p")
_DIVISIONS = XPath("//div[not(div or p or ul or ol or table or section or article or form or h1 or h2 or h3)]")
"""What stands in for paragraphs where a site writes every paragraph as a division."""

_KEY = 60
"""Characters by which a line is found again in another text."""

FEW = 3
"""Paragraphs of prose below which a page is looked through for such divisions."""

_CONTAINERS = (1.0, 0.5, 0.25, 0.125)
"""What a paragraph counts for its parent, grandparent and so on."""


def extract_text(tree: Any, url: str | None, linked: str | None) -> str | None:
    """Return the running text of a page; None when none is found. ``linked`` is the text that JSON-LD gives.

    Changes the tree: furniture is taken out of it.
    """
    paragraphs = {node: _read_paragraph(node) for node in _PARAGRAPHS(tree)}
    if sum(paragraph.prose for paragraph in paragraphs.values()) < FEW:
        paragraphs |= {node: _read_paragraph(node) for node in _DIVISIONS(tree)}
    _prune(tree, paragraphs)
    rivals = [(deepcopy(node), held) for node, held in _list_containers(_list_prose(tree, paragraphs))]
    links = {fold(link.text_content()) for link in tree.iter("a", "h2", "h3") if _is_linked(link)}
    document = bare_extraction(
        tree, url=url, fast=True, include_comments=False, include_tables=True, with_metadata=False
    )
    body = getattr(document, "body", None)
    text = render_blocks(body) if body is not None else ""
    for rival, held in rivals:
        if _has_more(held, text, MORE):
            text = _prefer(_trim(render_blocks(rival)), text, links)
    if linked:
        lines = [line for line in re.split(r"\s*\n\s*", linked) if line]
        if _has_more(sum(len(line) for line in lines if is_prose(line)), text, MORE_LINKED):
            text = _prefer("\n\n".join(lines), text, links)
    return text or None


def _is_linked(node: Any) -> bool:
    return node.tag == "a" or any(outer.tag == "a" for outer in node.iterancestors())


def _has_more(prose: int, text: str, times: float) -> bool:
    """Tell whether a candidate with so many characters of prose tells much more than a text."""
    held = sum(len(line) for line in text.split("\n") if is_prose(line))
    return prose >= times * held and prose - held >= LEAST_PROSE


def _prefer(rival: str, text: str, links: AbstractSet[str]) -> str:
    """Return the candidate where it holds the text or the text is mere links; else they are of different things."""
    lines = [fold(line) for line in text.split("\n") if line]
    folded, own = fold(rival), "\n".join(lines)
    inside = sum(len(line) for line in lines if line[:_KEY] in folded)
    linked = sum(len(link) for link in links if len(link) >= LEAST_PARAGRAPH and link in own)
    return rival if not own or max(inside, linked) >= SAME * len(own) else text


def _trim(text: str) -> str:
    """Cut a candidate's text to what stands from its first to its last paragraph of prose."""
    blocks = text.split("\n\n")
    prose = [at for at, block in enumerate(blocks) if is_prose(block)]
    return "\n\n".join(blocks[prose[0] : prose[-1] + 1]) if prose else ""


def is_prose(text: str) -> bool:
    """Tell whether a paragraph is running text: some words, and an end like that of a sentence."""
    return len(WORD.findall(text)) >= GOOD_WORDS and ends_sentence(text)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph's characters, the share of them in links, and whether it is running text."""

    size: int
    linked: float
    prose: bool


def _read_paragraph(node: Any) -> _Paragraph:
    text = " ".join(node.text_content().split())
    if len(text) < LEAST_PARAGRAPH:
        return _Paragraph(0, 0.0, False)
    linked = sum(len(" ".join(link.text_content().split())) for link in node.iter("a")) / len(text)
    return _Paragraph(len(text), linked, linked < PROSE_LINKED and is_prose(text))


def _prune(tree: Any, paragraphs: Mapping[Any, _Paragraph]) -> None:
    """Take out elements whose class says what they are, and paragraphs among prose that are nothing but a link."""
    kinds: dict[str, str] = {}
    for node in _CLASSED(tree):
        names = f"{node.get('class') or ''} {node.get('id') or ''}"
        kind = kinds.get(names)
        if kind is None:
            kind = kinds[names] = _judge_names(names)
        if not kind or node.tag in _KEPT_TAGS or node.getparent() is None:
            continue
        inside = (paragraphs.get(inner) for inner in node.iter("p", "div"))
        if kind == "comments" or sum(1 for paragraph in inside if paragraph and paragraph.prose) < 2:
            node.drop_tree()
    among = Counter(node.getparent() for node, paragraph in paragraphs.items() if paragraph.prose)
    for node, paragraph in paragraphs.items():
        if node.tag == "p" and paragraph.linked >= LINKED and among[node.getparent()] >= 2:
            node.drop_tree()


def _judge_names(names: str) -> str:
    """Tell what an element's class and id say of it: "comments", "furniture", or nothing."""
    if any(_COMMENTS.fullmatch(name) for name in names.split()):
        return "comments"
    return "furniture" if any(_FURNITURE.fullmatch(name) for name in names.split()) else ""


def _list_prose(tree: Any, paragraphs: Mapping[Any, _Paragraph]) -> list[tuple[Any, int]]:
    """Return the paragraphs of prose that stand in the tree, and not in menus, forms or asides, with their sizes."""
    found = []
    for node, paragraph in paragraphs.items():
        if paragraph.prose:
            around = list(node.iterancestors())
            if around and around[-1] is tree and not any(outer.tag in SILENT for outer in around):
                found.append((node, paragraph.size))
    return found


def _list_containers(prose: Sequence[tuple[Any, int]]) -> list[tuple[Any, int]]:
    """Return the candidates, with the prose they hold: the best scored element, and the smallest around all containers
    of the kind that holds most prose, for reports that are cut into several."""
    scores: dict[Any, float] = {}
    held: dict[Any, int] = {}
    for node, size in prose:
        for at, outer in enumerate(node.iterancestors()):
            held[outer] = held.get(outer, 0) + size
            if at < len(_CONTAINERS):
                scores[outer] = scores.get(outer, 0.0) + _CONTAINERS[at] * size
    if not scores:
        return []
    best = max(scores, key=lambda node: scores[node])
    found = [(best, held[best])]
    kinds: Counter[str] = Counter()
    for node, size in prose:
        kinds[_name_kind(node.getparent())] += size
    kind = max(sorted(kinds), key=lambda name: kinds[name])
    twins = [(node, size) for node, size in prose if _name_kind(node.getparent()) == kind]
    common = _find_common([node for node, _ in twins])
    share = sum(size for _, size in twins) / held[common]
    if common is not best and share >= TWINS and _holds_one(common, prose):
        found.append((common, held[common]))
    return found


def _name_kind(node: Any) -> str:
    return f"{node.tag} {node.get('class') or ''}"


def _find_common(nodes: Sequence[Any]) -> Any:
    """Return the smallest element around all of the paragraphs."""
    common = list(nodes[0].iterancestors())
    for node in nodes[1:]:
        around = set(node.iterancestors())
        common = [outer for outer in common if outer in around]
    return common[0]


def _holds_one(node: Any, prose: Sequence[tuple[Any, int]]) -> bool:
    """Tell whether an element holds one report: not several articles with prose, nor several headlines."""
    articles = {outer for part, _ in prose for outer in part.iterancestors("article")}
    inside = sum(1 for article in articles if article is not node and node in article.iterancestors())
    return inside < 2 and sum(1 for _ in node.iter("h1")) < 2
