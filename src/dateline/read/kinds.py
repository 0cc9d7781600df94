"""What a file of no readable format is, for the message: a name by its first bytes."""

from __future__ import annotations

_KINDS: tuple[tuple[bytes, int, str], ...] = (
    (b"\x89PNG", 0, "a picture"),
    (b"\xff\xd8\xff", 0, "a picture"),
    (b"GIF8", 0, "a picture"),
    (b"WEBP", 8, "a picture"),
    (b"II*\x00", 0, "a picture"),
    (b"MM\x00*", 0, "a picture"),
    (b"ftyp", 4, "a film or a picture"),
    (b"\x1a\x45\xdf\xa3", 0, "a film"),
    (b"ID3", 0, "a sound recording"),
    (b"OggS", 0, "a sound recording"),
    (b"WAVE", 8, "a sound recording"),
    (b"\xd0\xcf\x11\xe0", 0, "an old Office or Outlook file (save it as .docx or .eml)"),
    (b"{\\rtf", 0, "a rich text file (save it as .docx)"),
    (b"bplist", 0, "a Safari archive (save the page as HTML or PDF)"),
    (b"SQLite format 3", 0, "a database"),
    (b"Rar!", 0, "a RAR archive (unpack it first)"),
    (b"7z\xbc\xaf", 0, "a 7z archive (unpack it first)"),
    (b"BZh", 0, "a bzip2 archive (unpack it first)"),
    (b"\xfd7zXZ", 0, "an xz archive (unpack it first)"),
    (b"\x28\xb5\x2f\xfd", 0, "a zstd archive (unpack it first)"),
    (b"ustar", 257, "a tar archive (unpack it first)"),
    (b"PK\x03\x04", 0, "an Office or other packed file that holds no text document"),
    (b"\x7fELF", 0, "a program"),
    (b"MZ", 0, "a program"),
)
"""Bytes, where they stand, and what they are the mark of."""


def name_kind(head: bytes) -> str | None:
    """Return what a file is by its first bytes, in words; None when they tell nothing."""
    if not head:
        return "the file is empty"
    for mark, at, kind in _KINDS:
        if head[at : at + len(mark)] == mark:
            return f"it is {kind}"
    return None
