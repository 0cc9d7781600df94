"""Names of lines in title case, where every word has a capital: what the body tells, or the network is sure of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dateline.language.gazetteer import match_known
from dateline.language.names_drafts import Draft, draft_run
from dateline.language.names_join import Name, choose_spans, settle_kinds
from dateline.language.names_runs import Run
from dateline.language.reading import ReadSentence
from dateline.model import NameKind

_TITLE_SHARE = 0.6
"""Share of longer words with a capital from which a line counts as written in title case. On the 240 Wikinews
training texts F1 of PER, ORG, GPE and LOC is .789 at .5 and .792 from .6 to .8; 57 of 64 headlines lie below .6."""
_LEAST_SEEN = 0.6
"""Least chance of a name that only the network sees in such a line. A choice."""
_TOLD = 1.0
"""Weight of a name that the gazetteer or the body tells. A choice."""
Lexicon = Mapping[str, tuple[int, NameKind]]


def is_title_case(read: ReadSentence) -> bool:
    """Tell whether a line is written in title case."""
    tokens = read.tokens
    words = [token.text for token in tokens if token.text[0].isalpha() and len(token.text) > 3]
    asked = read.sentence.kind == "body" and tokens[-1].text in ("?", "!")
    if len(words) < 3 or asked or tokens[-1].text in (".", "”", '"'):
        return False
    return sum(word[0].isupper() for word in words) > _TITLE_SHARE * len(words)


def find_title_names(reads: Iterable[ReadSentence], body: Iterable[Name], seen: Iterable[Draft]) -> list[Name]:
    """Return the names of lines in title case, given the names of all other lines and what the network sees."""
    lexicon = _list_names(body)
    told = [draft for read in reads for draft in _draft_line(read, lexicon)]
    return settle_kinds(choose_spans(told, [draft for draft in seen if draft.weight >= _LEAST_SEEN]))


def _list_names(names: Iterable[Name]) -> Lexicon:
    """Return number of words and kind of the body's names, by folded text."""
    lexicon: dict[str, tuple[int, NameKind]] = {}
    for name in names:
        lexicon.setdefault(" ".join(name.words).casefold(), (len(name.words), name.kind))
        if name.kind == "PER" and len(name.words) > 1:
            for part in (name.words[-1], name.words[0]):
                if not part.endswith("."):
                    lexicon.setdefault(part.casefold(), (1, "PER"))
    return lexicon


def _draft_line(read: ReadSentence, lexicon: Lexicon) -> list[Draft]:
    words = [token.text for token in read.tokens]
    longest = max((size for size, _ in lexicon.values()), default=0)
    drafts: list[Draft] = []
    place = 0
    while place < len(words):
        found = _match_line(words, place, lexicon, longest)
        if found:
            run, kind = found
            drafts.append(draft_run(read, run, _TOLD, {kind: _TOLD}))
        place = found[0].end if found else place + 1
    return drafts


def _match_line(words: list[str], place: int, lexicon: Lexicon, longest: int) -> tuple[Run, NameKind] | None:
    found = match_known(words, place)
    for size in range(min(longest, len(words) - place), (found[0] if found else 0), -1):
        entry = lexicon.get(" ".join(words[place : place + size]).casefold())
        if entry and words[place][0].isupper() and (size > 1 or len(words[place]) > 2):
            return Run(place, place + size, None), entry[1]
    if found and (found[0] > 1 or words[place] not in ("US", "IT", "WHO") or not words[max(place - 1, 0)].isupper()):
        return Run(place, place + found[0], found[1]), found[1].kind
    return None
