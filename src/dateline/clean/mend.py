"""Text that came through the wrong hands: markup left in it, character references, UTF-8 read as Windows-1252."""

from __future__ import annotations

import html
import re

_BLOCKS = (
    "p|br|div|h[1-6]|li|ul|ol|tr|table|section|article|figure|figcaption|blockquote|hr|header|footer|aside|main|nav"
)
_INLINE = (
    "a|abbr|b|cite|code|em|font|i|iframe|img|ins|mark|q|s|small|span|strong|sub|sup|td|th|tbody|thead|time|u|video|source"
    "|picture|button|label|input|form|svg|path|meta|link|noscript|html|head|body|title|script|style"
)
_BLOCK = re.compile(rf"</?(?:{_BLOCKS})\b(?:\s[^<>]{{0,2000}})?/?>", re.IGNORECASE)
_TAG = re.compile(rf"</?(?:{_INLINE})\b(?:\s[^<>]{{0,2000}})?/?>|<!--[^<>]{{0,2000}}-->", re.IGNORECASE)
_CODE = re.compile(r"<(script|style)\b[^<>]{0,2000}>(?:(?!</?\1\b).){0,20000}</\1\s*>", re.IGNORECASE | re.DOTALL)
_REFERENCE = re.compile(r"&(?:#\d{2,7}|#[xX][0-9a-fA-F]{2,6}|[A-Za-z]{2,8}\d{0,2});")

_UPPER_HALF = "\u0080-\u00bf" + "".join(
    char for byte in range(0x80, 0xA0) if (char := bytes([byte]).decode("cp1252", "ignore"))
)
"""Characters that bytes 80 to BF become in Windows-1252, and the few that it leaves alone."""

_MISREAD = re.compile(rf"[ÂÃÄÅ][{_UPPER_HALF}]|â[{_UPPER_HALF}]{{2}}|ð[{_UPPER_HALF}]{{3}}")
"""Two to four bytes of UTF-8 as Windows-1252 shows them: é as Ã©, a closing quote as â€ and a trade mark."""


def mend_text(text: str) -> str:
    """Take code out of a text and mend misread characters; the number of lines stays."""
    if "<" in text:
        text = _CODE.sub(lambda match: "\n" * match.group().count("\n"), text)
    return _MISREAD.sub(_reread, text)


def mend_line(line: str) -> str:
    """Take tags and character references out of a line; blocks become lines of their own."""
    if "<" in line:
        line = _TAG.sub("", _BLOCK.sub("\n", line))
    if "&" in line:
        line = _REFERENCE.sub(lambda match: html.unescape(match.group()), line)
        line = _REFERENCE.sub(lambda match: html.unescape(match.group()), line)  # "&amp;nbsp;"
    return line


def _reread(match: re.Match[str]) -> str:
    """Read a character again as UTF-8; leave what is none."""
    raw = bytearray()
    for char in match.group():
        try:
            raw += char.encode("cp1252")
        except UnicodeEncodeError:
            if ord(char) > 0xFF:
                return match.group()
            raw.append(ord(char))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return match.group()
