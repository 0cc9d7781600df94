"""Word files: one article. Only the main text is read; no macro runs, and nothing outside the file is touched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, cast

from lxml import etree

from dateline.model import Capture, Dropped, Stated
from dateline.read.archive import BROKEN, ArchiveError, open_archive, unpack
from dateline.read.believe import believe_title
from dateline.read.decode import Decoded, mend_text
from dateline.read.opening import ZIP_MARKS, Opening
from dateline.read.source import Source, drop_input, drop_large, make_capture

MAX_DOCX_BYTES = 50_000_000
"""Longest file; pictures make most of it."""

_TEXT = "word/document.xml"
_CORE = "docProps/core.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT_W = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_SKIPPED = {"del", "moveFrom", "instrText", "Fallback", "pPr", "rPr", "delText"}
"""Elements whose text is not shown, or shown twice."""
_MAX_PARAGRAPHS = 100_000


@dataclass(frozen=True, slots=True)
class _Paragraph:
    style: str
    text: str


def is_docx(opening: Opening) -> bool:
    """Tell by the member that holds the text."""
    return opening.head.startswith(ZIP_MARKS) and _TEXT in opening.members


def read_docx(source: Source) -> Iterator[Capture | Dropped]:
    """Read a file; yields one record."""
    body = source.read_whole(MAX_DOCX_BYTES)
    if body is None:
        yield drop_large(source, MAX_DOCX_BYTES)
        return
    try:
        parts = _unpack_parts(source, len(body))
    except ArchiveError as error:
        yield drop_input(source.uri, error.reason, error.detail)
        return
    tree = _parse(parts.get(_TEXT, b""))
    if tree is None:
        yield drop_input(source.uri, "broken document", "its text is no XML that can be parsed within bounds")
        return
    paragraphs = [found for found in map(_read_paragraph, _find_paragraphs(tree)) if found.text]
    text = mend_text("\n\n".join(found.text for found in paragraphs))
    if not text.strip():
        yield drop_input(source.uri, "no text", "the document has no words; it may hold pictures only")
        return
    stated = _read_stated(parts.get(_CORE, b""), paragraphs, text)
    yield make_capture(source, body, Decoded(text, "utf-8"), "text", stated=stated)


def _unpack_parts(source: Source, size: int) -> dict[str, bytes]:
    """Return text and properties of the file; raises ArchiveError."""
    parts = {}
    with open_archive(source.stream) as archive:
        for name in (_TEXT, _CORE):
            try:
                info = archive.getinfo(name)
                with archive.open(info) as packed:
                    parts[name] = _unpack_part(cast("BinaryIO", packed), min(info.compress_size, size), source)
            except KeyError:
                continue
            except BROKEN as error:
                raise ArchiveError("broken archive", str(error) or type(error).__name__) from None
    return parts


def _unpack_part(packed: BinaryIO, size: int, source: Source) -> bytes:
    with unpack(packed, size, source.budget) as stream:
        part = stream.read(MAX_DOCX_BYTES + 1)
    if len(part) > MAX_DOCX_BYTES:
        raise ArchiveError("too large", f"its text has more than {MAX_DOCX_BYTES:,} bytes")
    return part


def _parse(part: bytes) -> etree._Element | None:
    """Parse a part; one that declares entities is refused, as no such file needs any."""
    if not part or b"<!DOCTYPE" in part[:4_096]:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(part, parser)
    except etree.XMLSyntaxError:
        return None


def _find_paragraphs(tree: etree._Element) -> list[etree._Element]:
    """Return the paragraphs that are shown, those of tables and text boxes too, in order."""
    found: list[etree._Element] = []
    stack = [tree]
    while stack and len(found) < _MAX_PARAGRAPHS:
        node = stack.pop()
        if not isinstance(node.tag, str) or _local(node) in _SKIPPED:
            continue
        if _local(node) == "p" and node.tag.startswith((_W, _STRICT_W)):
            found.append(node)
        stack.extend(reversed(node))
    return found


def _read_paragraph(node: etree._Element) -> _Paragraph:
    """Return a paragraph's style and text; a text box in it is a paragraph of its own."""
    named = node.find(f"{_W}pPr/{_W}pStyle")
    style = named.get(f"{_W}val") if named is not None else None
    pieces: list[str] = []
    stack = list(reversed(node))
    while stack:
        inner = stack.pop()
        name = _local(inner)
        if name in _SKIPPED or name in {"txbxContent", "p"} or not isinstance(inner.tag, str):
            continue
        if name == "t":
            pieces.append(inner.text or "")
        elif name == "tab":
            pieces.append(" ")
        elif name in {"br", "cr"}:
            pieces.append("\n")
        elif name == "noBreakHyphen":
            pieces.append("-")
        stack.extend(reversed(inner))
    return _Paragraph((style or "").lower(), "".join(pieces).strip())


def _local(node: etree._Element) -> str:
    return str(node.tag).rpartition("}")[2]


def _read_stated(core: bytes, paragraphs: list[_Paragraph], text: str) -> Stated:
    """Title by the paragraph that is styled as one, else that of the file's properties where the text bears it out.
    Their author is whoever made the file, and their dates tell when, not when the report was published."""
    tree = _parse(core)
    titled = next((found.text for found in paragraphs[:8] if found.style in {"title", "heading1"}), None)
    title = tree.findtext(f"{_DC}title") if tree is not None else None
    return Stated(title=titled or believe_title(title, text))
