"""The running text of a page: trafilatura's, and a second opinion where that misses what the page mostly is.

The second opinion is the container that holds most of the page's paragraphs of prose (scored like readability: a
paragraph counts for its parent in full, for what stands around that in part), or the text that the page's own JSON-LD
gives. It is taken only where trafilatura has much less of the page's prose than that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from lxml.etree import XPath
from trafilatura import bare_extraction

from dateline.clean.blocks import SILENT, render_blocks
from dateline.clean.lines import GOOD_WORDS, ends_sentence
from dateline.words import WORD, fold

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
_LINKS = XPath("descendant::a")
_CONTAINERS = (1.0, 0.5, 0.25, 0.125)
"""What a paragraph counts for its parent, grandparent and so on."""


def extract_text(tree: Any, url: str | None, linked: str | None) -> str | None:
    """Return the running text of a page; None when none is found. ``linked`` is the text that JSON-LD gives.

    Changes the tree: furniture is taken out of it.
    """
    _prune(tree)
    rivals = [(deepcopy(node), held) for node, held in _list_containers(_list_prose(tree))]
    links = "\n".join(fold(link.text_content()) for link in _LINKS(tree)) if rivals or linked else ""
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


def _has_more(prose: int, text: str, times: float) -> bool:
    """Tell whether a candidate with so many characters of prose tells much more than a text."""
    held = sum(len(line) for line in text.split("\n") if is_prose(line))
    return prose >= times * held and prose - held >= LEAST_PROSE


def _prefer(rival: str, text: str, links: str) -> str:
    """Return the candidate where it holds the text or the text is mere links; else they are of different things."""
    lines = [fold(line) for line in text.split("\n") if line]
    folded = fold(rival)
    total = sum(map(len, lines))
    inside = sum(len(line) for line in lines if line in folded)
    linked = sum(len(line) for line in lines if line.lstrip("- ") in links)
    return rival if not total or inside >= SAME * total or linked >= SAME * total else text


def _trim(text: str) -> str:
    """Cut a candidate's text to what stands from its first to its last paragraph of prose."""
    blocks = text.split("\n\n")
    prose = [at for at, block in enumerate(blocks) if is_prose(block)]
    return "\n\n".join(blocks[prose[0] : prose[-1] + 1]) if prose else ""


def is_prose(text: str) -> bool:
    """Tell whether a paragraph is running text: some words, and an end like that of a sentence."""
    return len(WORD.findall(text)) >= GOOD_WORDS and ends_sentence(text)


def read_prose(node: Any) -> str | None:
    """Return the text of a paragraph that is prose and no link; None for any other."""
    text = " ".join(node.text_content().split())
    return text if is_prose(text) and _share_linked(node, text) < 0.5 else None


def _share_linked(node: Any, text: str) -> float:
    letters = sum(len(" ".join(link.text_content().split())) for link in _LINKS(node))
    return letters / len(text) if text else 0.0


def _prune(tree: Any) -> None:
    """Take out elements whose class says what they are, and paragraphs among prose that are nothing but a link."""
    for node in _CLASSED(tree):
        names = f"{node.get('class') or ''} {node.get('id') or ''}".split()
        if node.tag in _KEPT_TAGS or node.getparent() is None:
            continue
        if any(_COMMENTS.fullmatch(name) for name in names) or (
            any(_FURNITURE.fullmatch(name) for name in names)
            and sum(1 for paragraph in node.iter("p") if read_prose(paragraph)) < 2
        ):
            node.drop_tree()
    for node in _PARAGRAPHS(tree):
        text = " ".join(node.text_content().split())
        if len(text.split()) >= 4 and _share_linked(node, text) >= LINKED and _stands_in_prose(node):
            node.drop_tree()


def _stands_in_prose(node: Any) -> bool:
    parent = node.getparent()
    return parent is not None and sum(1 for other in parent.iterchildren("p") if read_prose(other)) >= 2


def _list_prose(tree: Any) -> list[tuple[Any, int]]:
    """Return the paragraphs of prose that do not stand in menus, forms or asides, with their characters."""
    found = []
    for node in _PARAGRAPHS(tree):
        text = read_prose(node)
        if text and not any(outer.tag in SILENT for outer in node.iterancestors()):
            found.append((node, len(text)))
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
    kinds = {node.getparent(): _name_kind(node.getparent()) for node, _ in prose}
    kind = max(
        set(kinds.values()),
        key=lambda kind: (sum(size for node, size in prose if kinds[node.getparent()] == kind), kind),
    )
    twins = [(node, size) for node, size in prose if kinds[node.getparent()] == kind]
    common = _find_common([node for node, _ in twins])
    share = sum(size for _, size in twins) / held[common]
    if common is not best and share >= TWINS and _holds_one(common):
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


def _holds_one(node: Any) -> bool:
    """Tell whether an element holds one report: not several articles with prose, nor several headlines."""
    articles = [part for part in node.iter("article") if any(read_prose(paragraph) for paragraph in part.iter("p"))]
    return len(articles) < 2 and sum(1 for _ in node.iter("h1")) < 2
