"""Where the rules look for names in a sentence: names of the gazetteer, and runs of capitalised words.

A run is a half-open range of token places. Where a longer name ends and a title begins is left to the network; the
rules bring the gazetteer, and borders for what the network takes in part.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.language.data import load_classes
from dateline.language.gazetteer import Known, match_known
from dateline.language.reading import Token

_OPENING_MARKS = {"“", '"', "``", "‘", ":", "(", "[", "–", "—", "--", "•", "*", "…", "..."}
_DOMAIN = re.compile(r"(?!www\.)[\w-]{3,}\.(?:com|org|net|info)")
_HEADS = ("ORG", "FAC", "EVENT", "LAW", "LOC", "GPE")


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens ``start`` to ``end`` (exclusive) that may be a name, with what the gazetteer knows it as."""

    start: int
    end: int
    known: Known | None


def words_of(name: str) -> frozenset[str]:
    """Return a class of ``name_words.tsv``."""
    return load_classes("name_words.tsv").get(name, frozenset())


def is_role(word: str) -> bool:
    """Tell whether a word is an office noun, a rank or a form of address; a hyphenated one by any of its parts."""
    if word in words_of("courtesy") or word in words_of("rank"):
        return True
    lower = word.lower()
    return lower in words_of("role") or ("-" in lower and any(part in words_of("role") for part in lower.split("-")))


def is_domain(word: str) -> bool:
    """Tell whether a word is a bare domain, by which news names a site."""
    return _DOMAIN.fullmatch(word) is not None


def opens_clause(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a token opens its sentence or stands behind a mark that opens one."""
    return place == 0 or tokens[place - 1].text in _OPENING_MARKS


def find_runs(tokens: Sequence[Token]) -> list[Run]:
    """Return the runs of a sentence, left to right."""
    words = [token.text for token in tokens]
    caps = [_is_capital(tokens, place) for place in range(len(tokens))]
    runs: list[Run] = []
    place = 0
    while place < len(tokens):
        found = match_known(words, place)
        if found and (caps[place] or found[0] > 1):
            runs.append(_widen_known(words, caps, place, found))
        elif caps[place] and words[place] not in words_of("plain"):
            runs.append(Run(place, _extend(words, caps, place, place + 1), None))
        place = runs[-1].end if runs and runs[-1].end > place else place + 1
    return runs


def _is_capital(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a word has its capital as a name's word has, not as the first of a clause."""
    token = tokens[place]
    word = token.text
    if is_domain(word):
        return True
    if not any(char.isupper() for char in word) or len(word) == 1 or word.endswith(tuple(words_of("not_part"))):
        return False
    if word[0].islower():
        return len(word) > 2 and (word[1].isupper() or word.startswith(("al-", "el-")))
    if token.tag in ("DT", "PRP", "PRP$", "WP", "IN", "CC"):
        return False
    if opens_clause(tokens, place):
        return token.tag.startswith("NNP") or word.isupper()
    return word[0].isalpha()


def _widen_known(words: Sequence[str], caps: Sequence[bool], place: int, found: tuple[int, Known]) -> Run:
    """Return the run of a gazetteer name, or of the longer name that it opens: "French Interior Ministry"."""
    size, known = found
    end = place + size
    if words[place] == "The" and size > 1 and known.kind == "ORG":
        return Run(place + 1, end, known)
    longer = _extend(words, caps, place, end)
    office = next((at for at in range(end, longer) if is_role(words[at])), longer)
    closed = next((at for at in range(office, end, -1) if _closes_name(words[end:at])), None)
    return Run(place, closed, None) if closed else Run(place, end, known)


def _closes_name(words: Sequence[str]) -> bool:
    """Tell whether a run ends as organisations, facilities, wars and laws do."""
    return any(words[-1] in words_of(kind) for kind in _HEADS) or any(
        word in words_of("open") and after in ("of", "for", "on") for word, after in pairwise(words)
    )


def _extend(words: Sequence[str], caps: Sequence[bool], start: int, end: int) -> int:
    """Return where the run that covers ``start`` to ``end`` ends when it goes on as far as it may."""
    while end < len(words):
        if caps[end] and words[end] not in words_of("plain"):
            end += 1
        elif words[end - 1] in words_of("numbered") and words[end].isdigit():
            return end + 1
        else:
            after = _skip_particles(words, caps, start, end)
            if after is None:
                return end
            end = after + 1
    return end


def _skip_particles(words: Sequence[str], caps: Sequence[bool], start: int, place: int) -> int | None:
    """Return the place of the capitalised word after the particles at ``place``, or None where the name ends."""
    step, follow = words[place], place + 1
    if follow < len(words) and words[follow] in (("the",) if step in ("of", "for", "on") else words_of("inner")):
        follow += 1
    if follow >= len(words) or not caps[follow] or words[follow] in words_of("plain"):
        return None
    if step in ("of", "for", "on"):
        opened = any(word in words_of("open") for word in words[start:place])
        return follow if opened and not is_role(words[place - 1]) else None
    if step in ("'s", "’s"):
        return follow if is_role(words[place - 1]) and words[follow] in words_of("ORG") else None
    return follow if step == "&" or step in words_of("inner") else None
