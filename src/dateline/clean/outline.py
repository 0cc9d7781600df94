"""The lines of a page as hashes, and what the page is about: what ``recur`` learns furniture from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b

from dateline.clean.lexicon import STOP_WORDS
from dateline.clean.lines import GOOD_WORDS, Line, ends_sentence, look_at, split_lines
from dateline.model import Outline, Page
from dateline.words import WORD, fold

TOPICS = 24
"""Names and repeated words that a page is known by. With 24 and ``RecurSettings.related`` at 3, 98 % of the pairs of
reports on one event are told for related (BASIL, the keys), and 89 % of other pairs for unrelated; with 12 it is 95 %
and 94 %, with 32 98 % and 80 %."""

TOPIC_LETTERS = 4
"""Shorter words are mostly grammar."""

STOCK_WORDS = 12
"""Stock sentences of news ("The cause of the fire is under investigation.") have so many words at most."""

STOCK = "s"
NUMBERED = "n"
"""Sorts of lines, the first character of their buckets."""

_DIGITS = re.compile(r"\d[\d.,:]*")
_NO_LETTER = re.compile(r"[\W_]+")
_LETTER = re.compile(r"[^\W\d_]")
_SPOKEN = re.compile(r"[\"“‘'«]")
_TO_READER = re.compile(
    r"\b(?:you|your|we|our|us|click|here|subscri\w+|sign up|comments|articles?|(?:web)?site|page|newsletters?|apps?"
    r"|e-?mails?|copyright|rights reserved|terms|cookies?|browser|javascript|rss|journalis\w+|editors?|columnist"
    r"|contributed|this (?:story|report|discussion|post|blog|programme|video|archive|item)|views expressed)\b",
    re.IGNORECASE,
)
"""Words by which a page speaks to its reader or of itself."""

_FRESH = re.compile(r"(?:^|[.!?:\"“”‘(])\s*$")
"""What stands before a word whose capital says nothing, as a sentence or quotation opens there."""


def outline_page(page: Page) -> Outline:
    """Return the outline of a page; its lines in no order, each once."""
    lines = split_lines(page.text)
    keys = {key_line(line.text) for line in lines} - {""}
    return Outline(
        page_id=page.page_id,
        capture_id=page.capture_id,
        outlet=page.outlet,
        day=page.published[:10] if page.published else None,
        topics=find_topics(lines),
        buckets=tuple(sorted(keys)),
    )


@lru_cache(maxsize=4096)
def key_line(text: str) -> str:
    """Return the bucket of a line, the same for "Views: 8" and "VIEWS 1,204"; empty for a line that is never learned:
    one without letters, or quoted speech.

    The bucket opens with ``s`` for a stock sentence, with ``n`` for another line with a number ("Deaths: 12" is told
    day after day), else with ``l``: each sort needs other company to be furniture.
    """
    bare = _NO_LETTER.sub("", _DIGITS.sub("0", fold(text)))
    if not _LETTER.search(bare) or _SPOKEN.match(text):
        return ""
    sort = STOCK if _is_stock(text) else NUMBERED if "0" in bare else "l"
    return sort + blake2b(bare.encode(), digest_size=8).hexdigest()


def _is_stock(text: str) -> bool:
    """Tell whether a line is a short sentence, or one with a number, that speaks neither to the reader nor of the page
    it stands on: "No arrests have been made" stands in unrelated reports too, and tells something in each."""
    if not ends_sentence(text) or _TO_READER.search(text):
        return False
    return len(WORD.findall(text)) <= STOCK_WORDS or _DIGITS.search(text) is not None


def find_topics(lines: Iterable[Line]) -> tuple[str, ...]:
    """Return hashes of what a page is about: the names and repeated words of its longer lines, most frequent first cut
    off at ``TOPICS``, in the order of the hashes."""
    names: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for line in lines:
        if len(line.text) >= 5 * GOOD_WORDS and (look := look_at(line)).words >= GOOD_WORDS and look.stop_share > 0:
            _count(line.text, names, words)
    told = {word: count + words[word] + 0.5 for word, count in names.items() if words[word] < count}
    told |= {word: 0.7 * count for word, count in words.items() if word not in told and count > 1}
    best = sorted(told, key=lambda word: (-told[word], word))[:TOPICS]
    return tuple(sorted(blake2b(word.encode(), digest_size=4).hexdigest() for word in best))


def _count(text: str, names: Counter[str], words: Counter[str]) -> None:
    """Count the content words of a line, those with a capital inside a sentence apart from the others."""
    for match in WORD.finditer(text):
        word = _stem(fold(match.group()))
        if len(word) < TOPIC_LETTERS or word in STOP_WORDS or word[0].isdigit():
            continue
        if not match.group()[0].isupper():
            words[word] += 1
        elif not _FRESH.search(text[max(0, match.start() - 4) : match.start()]):
            names[word] += 1


def _stem(word: str) -> str:
    word = word.removesuffix("'s")
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > TOPIC_LETTERS else word
