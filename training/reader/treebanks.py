"""Documents out of UD treebanks, and the names that UNER and GUM state over their words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from training.reader.documents import ANY_NAME, KINDS_OF_THREE, NOT_OF_THREE, OUTSIDE, Document, name_bit, name_bits
from training.reader.tags import level_tag

_GUM_KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
_LINKS = {"of", "for", "the", "and", "&", "-", "de", "la", "'s", "’s"}
"""What may stand between the capital words of one name ("Bank of England", "Al-Qaeda")."""


@dataclass(slots=True)
class _Row:
    word: str
    coarse: str
    tag: str
    head: int
    relation: str
    spaced: bool
    misc: str
    sentence: int
    opens: bool


def read_treebank(path: Path, names: dict[str, list[str]] | None = None, *, gum: bool = False) -> list[Document]:
    """Return the documents of a CoNLL-U file. ``names`` gives UNER's labels by sentence id."""
    documents: list[Document] = []
    rows: list[_Row] = []
    bits: list[int] = []
    name = path.stem
    labelled = names is not None or gum
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        comments = [line for line in block.splitlines() if line.startswith("#")]
        if fresh := next((line.split("=")[1].strip() for line in comments if line.startswith("# newdoc id")), None):
            documents += _close(name, rows, bits if labelled else None)
            rows, bits, name = [], [], fresh
        found = _read_rows(block, any(line.startswith("# newpar") for line in comments), rows)
        if not found:
            continue
        sent_id = next(line.split("=")[1].strip() for line in comments if line.startswith("# sent_id"))
        if names is not None:
            labels = names.get(sent_id, [])
            bits += _allow_three(labels) if len(labels) == len(found) else [ANY_NAME] * len(found)
        rows += found
    documents += _close(name, rows, bits if labelled else None)
    if gum:
        for document in documents:
            document.names_weight = 0.5
    return documents


def _read_rows(block: str, opens: bool, before: list[_Row]) -> list[_Row]:
    base = len(before)
    sentence = before[-1].sentence + 1 if before else 0
    lines = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
    words = [line for line in lines if line[0].isdigit()]
    fused = {int(at) for line in lines if "-" in line[0] for at in range(*map(int, line[0].split("-")))}
    rows = []
    for at, line in enumerate(words):
        spaced = at == 0 or ("SpaceAfter=No" not in words[at - 1][9] and at not in fused)
        head = int(line[6])
        rows.append(
            _Row(
                line[1],
                line[3],
                level_tag(line[1], line[4]),
                base + head - 1 if head else -1,
                line[7],
                spaced,
                line[9],
                sentence,
                opens and at == 0,
            )
        )
    return rows


def _close(name: str, rows: list[_Row], bits: list[int] | None) -> list[Document]:
    if not rows:
        return []
    return [
        Document(
            name=name,
            words=[row.word for row in rows],
            spaced=[row.spaced for row in rows],
            breaks=[row.opens or at == 0 for at, row in enumerate(rows)],
            sentence=[row.sentence for row in rows],
            starts_known=True,
            tags=[row.tag for row in rows],
            coarse=[row.coarse for row in rows],
            heads=[row.head for row in rows],
            relations=[row.relation for row in rows],
            names=(bits or _read_gum_names(rows)) if bits is not None else None,
        )
    ]


def read_uner(path: Path) -> dict[str, list[str]]:
    """Return UNER's labels by sentence id."""
    labels: dict[str, list[str]] = {}
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        sent_id = re.search(r"^# sent_id = (.*)$", block, re.MULTILINE)
        if sent_id:
            labels[sent_id.group(1).strip()] = [
                line.split("\t")[2] for line in block.splitlines() if line[:1].isdigit()
            ]
    return labels


def _allow_three(labels: list[str]) -> list[int]:
    return [
        NOT_OF_THREE if label == "O" else name_bits(label[0], KINDS_OF_THREE.get(label[2:], ())) or ANY_NAME
        for label in labels
    ]


def _read_gum_names(rows: list[_Row]) -> list[int]:
    """Return what GUM's entities allow: mentions whose head is a proper noun are names, outermost first.

    GUM's spans take in titles and adjectives ("President Trump", "American officials"), so the first word of a longer
    person, or a capital adjective, may be outside.
    """
    bits = [OUTSIDE if row.coarse != "PROPN" else ANY_NAME for row in rows]
    taken: set[int] = set()
    for start, end, kind in _find_mentions(rows):
        head = _find_named_head(rows, start, end)
        if head is None or head in taken:
            continue
        left, right = _grow_name(rows, start, end, head)
        if taken.intersection(range(left, right + 1)):
            continue
        taken.update(range(left, right + 1))
        if kind not in _GUM_KINDS:
            bits[left : right + 1] = [ANY_NAME] * (right + 1 - left)
            continue
        kinds = KINDS_OF_THREE[_GUM_KINDS[kind]]
        bits[left] = name_bits("B", kinds)
        bits[left + 1 : right + 1] = [name_bits("I", kinds)] * (right - left)
        if kind == "person":
            before = OUTSIDE | name_bits("B", ("PER", "NORP", "GPE")) | name_bit("I-PER")
            bits[left:right] = [before] * (right - left)
            bits[right] = name_bit("B-PER") | (name_bit("I-PER") if right > left else OUTSIDE | name_bit("B-NORP"))
        elif right > left and rows[left].coarse == "ADJ":
            bits[left] |= OUTSIDE | name_bit("B-NORP")
            bits[left + 1] |= name_bits("B", kinds)
    return bits


def _grow_name(rows: list[_Row], start: int, end: int, head: int) -> tuple[int, int]:
    left = right = head
    while left > start and (_is_capital(rows[left - 1]) or (_links(rows, left - 1) and left - 1 > start)):
        left -= 1
    while right < end and (_is_capital(rows[right + 1]) or (_links(rows, right + 1) and right + 1 < end)):
        right += 1
    while not _is_capital(rows[left]) and left < head:
        left += 1
    while not _is_capital(rows[right]) and right > head:
        right -= 1
    return left, right


def _is_capital(row: _Row) -> bool:
    return row.coarse == "PROPN" or (row.word[:1].isupper() and row.coarse in ("ADJ", "NOUN", "VERB"))


def _links(rows: list[_Row], at: int) -> bool:
    return rows[at].word.lower() in _LINKS


def _find_named_head(rows: list[_Row], start: int, end: int) -> int | None:
    heads = [at for at in range(start, end + 1) if not start <= rows[at].head <= end]
    return heads[0] if len(heads) == 1 and rows[heads[0]].coarse == "PROPN" else None


def _find_mentions(rows: list[_Row]) -> list[tuple[int, int, str]]:
    """Return GUM's entity spans, outer ones first, as first word, last word, kind."""
    spans = []
    opened: list[tuple[str, int, str]] = []
    for at, row in enumerate(rows):
        entity = next((part[7:] for part in row.misc.split("|") if part.startswith("Entity=")), "")
        for mark in re.findall(r"\([^()]+\)?|[^()]+\)", entity):
            fields = mark.strip("()").split("-")
            if mark.startswith("("):
                opened.append((fields[0], at, fields[1] if len(fields) > 1 else ""))
            if mark.endswith(")"):
                found = next((item for item in reversed(opened) if item[0] == fields[0]), None)
                if found:
                    opened.remove(found)
                    spans.append((found[1], at, found[2]))
    return sorted(spans, key=lambda span: (span[0], -span[1]))


def join_hyphens(document: Document) -> Document:
    """Return a document with words split at hyphens ("16 - year - old") written as one, as our tokens are."""
    group: list[int] = []
    at = 0
    while at < len(document.words):
        end = _find_group_end(document, at)
        group += [group[-1] + 1 if group else 0] * (end - at + 1)
        at = end + 1
    return document if group[-1] == len(group) - 1 else _merge(document, group)


def _find_group_end(document: Document, start: int) -> int:
    tags = document.tags or []
    end = start
    while (
        end + 2 < len(tags)
        and tags[end + 1] == "HYPH"
        and not document.spaced[end + 1]
        and not document.spaced[end + 2]
        and document.sentence[end + 2] == document.sentence[start]
    ):
        end += 2
    return end


def _merge(document: Document, group: list[int]) -> Document:
    members: list[list[int]] = [[] for _ in range(group[-1] + 1)]
    for at, number in enumerate(group):
        members[number].append(at)
    heads = document.heads or []
    tops = [next((at for at in found if heads[at] not in found), found[-1]) for found in members]
    first = [found[0] for found in members]
    names = document.names
    return replace(
        document,
        words=["".join(document.words[at] for at in found) for found in members],
        spaced=[document.spaced[at] for at in first],
        breaks=[document.breaks[at] for at in first],
        sentence=[document.sentence[at] for at in first],
        tags=[_tag_group(document, found) for found in members],
        coarse=[_tag_coarse(document, found) for found in members],
        heads=[group[heads[at]] if heads[at] >= 0 else -1 for at in tops],
        relations=[(document.relations or [])[at] for at in tops],
        names=[names[at] for at in first] if names else None,
    )


def _tag_group(document: Document, found: list[int]) -> str:
    tags = document.tags or []
    heads = document.heads or []
    parts = [tags[at] for at in found[::2]]
    if len(found) == 1:
        return parts[0]
    if all(tag in ("NNP", "NNPS") for tag in parts):
        return parts[-1]
    outer = [heads[at] for at in found if heads[at] not in found]
    modifies = any(head > found[-1] and tags[head].startswith("NN") for head in outer)
    if parts[-1] in ("VBN", "VBG", "VBD") or (modifies and parts[-1] in ("NN", "NNS", "JJ", "RB", "NNP", "RP", "IN")):
        return "JJ"
    return parts[-1]


def _tag_coarse(document: Document, found: list[int]) -> str:
    tag = _tag_group(document, found)
    coarse = (document.coarse or [])[found[-1]]
    return coarse if len(found) == 1 else {"JJ": "ADJ", "NNP": "PROPN", "NN": "NOUN", "NNS": "NOUN"}.get(tag, coarse)
