"""Penn tags of treebanks whose habits differ, made one."""

from __future__ import annotations

FIXED_TAGS = {
    "„": "``", "«": "``", "``": "``", "»": "''", "''": "''",
    ".": ".", "?": ".", "!": ".", ",": ",", ";": ":", ":": ":", "--": ":", "–": ":", "—": ":", "...": ":", "…": ":",
    "(": "-LRB-", "[": "-LRB-", "{": "-LRB-", ")": "-RRB-", "]": "-RRB-", "}": "-RRB-",
    "$": "$", "£": "$", "€": "$", "¥": "$", "US$": "$", "%": "NN", "/": "SYM", "*": "SYM", "•": "SYM",
}  # fmt: skip
"""Marks whose tag never depends on their neighbours."""


def level_tag(word: str, tag: str) -> str:
    """Return a tag as both EWT and GUM would write it: they differ on dashes, points and list marks only."""
    if word == "-":
        return "HYPH" if tag == "HYPH" else ":"
    return FIXED_TAGS.get(word) or ("NN" if tag == "GW" else tag)
