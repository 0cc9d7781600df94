"""What may be a name: runs that the rules find and runs that the network sees, each with what speaks for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.language.gazetteer import Known, is_given_name, match_known, name_kind
from dateline.language.names_kinds import kind_by_words
from dateline.language.names_runs import Run, find_runs, is_domain, is_role, words_of
from dateline.language.reading import ReadSentence, SeenName, Token
from dateline.model import NameKind

_PHRASE, _LISTED, _STATED, _TOLD, _TITLED, _CAPITALS = 0.9, 0.5, 1.5, 0.6, 0.45, 0.1
"""Weight of a run as a name, beside the network's chance of one (0 to 1): a gazetteer name of several words, of one
word, a state's thing ("US Senate": in Wikinews train 114 of 120 such names are one with the state's), any other run
whose own words tell its kind, what stands behind a title, any other run of capitals. A choice: on Wikinews dev and
UNER dev F1 moves by less than .01 when any of them moves by .2."""
_PARTY_TAG = re.compile(r"[DRI]-[A-Z].*")
"""A lawmaker's party and state, "D-Ohio": no name."""
_QUOTES = ('"', "“", "”", "``", "''")
_SMALL = 0.6
"""Least chance of a name without any capital, which news writes for 4 of 4,671 names (Wikinews train), web texts often.
A choice."""
_SURE = 1.0
"""Weight of a kind that the gazetteer, the name's own words or its title tell, beside the network's chance; half as
much where a first name opens the run: "Charlotte Church" is no church. Chosen alike."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A run of a sentence that may be a name, with the weight of what speaks for it and for each kind."""

    read: ReadSentence
    run: Run
    words: tuple[str, ...]
    weight: float
    votes: Mapping[NameKind, float]
    seen: float = 0.0
    """The network's chance of a name right here."""


def draft_run(read: ReadSentence, run: Run, weight: float, votes: Mapping[NameKind, float], seen: float = 0.0) -> Draft:
    """Return a draft with the words of its run."""
    return Draft(read, run, tuple(token.text for token in read.tokens[run.start : run.end]), weight, votes, seen)


def draft_seen(reads: Iterable[ReadSentence], names: Iterable[SeenName]) -> list[Draft]:
    """Return the names that the network sees in some sentences; without any capital only where it is rather sure."""
    by_start = {name.span[0]: name for name in names}
    drafts = []
    for read in reads:
        ends = {token.end: place for place, token in enumerate(read.tokens, 1)}
        for place, token in enumerate(read.tokens):
            name = by_start.get(token.start)
            end = ends.get(name.span[1]) if name else None
            run = _trim(read.tokens, place, end, name.kind) if name and end else None
            if name and run and (name.score >= _SMALL or _has_capital(read.tokens, run)):
                drafts.append(draft_run(read, run, name.score, {name_kind(name.kind): name.score}, name.score))
    return drafts


def _trim(tokens: Sequence[Token], start: int, end: int, kind: str) -> Run | None:
    """Return a name without marks around it, titles before a person ("Queen", "Mr") and the genitive's mark, if any."""
    while start < end and not tokens[start].text[0].isalnum():
        start += 1
    while kind == "PER" and start + 1 < end and is_role(tokens[start].text):
        start += 1
    while end > start and (tokens[end - 1].tag == "POS" or not any(char.isalnum() for char in tokens[end - 1].text)):
        end -= 1
    words = [token.text for token in tokens[start:end]]
    while len(words) > 1 and _is_loose(words):
        words.pop()
    end = start + len(words)
    follows = tokens[end].text[0] if end < len(tokens) else ""
    return None if _is_no_name(words) or (is_role(" ".join(words)) and follows.isupper()) else Run(start, end, None)


def _is_loose(words: Sequence[str]) -> bool:
    """Tell whether a name ends in a small word that heads no name: "Aceh province", but not "Bali airport"."""
    last = words[-1]
    headed = any(last.capitalize() in words_of(kind) for kind in ("ORG", "FAC", "LOC", "EVENT", "LAW"))
    return last.islower() and not headed and any(word[0].isupper() for word in words)


def _is_no_name(words: Sequence[str]) -> bool:
    """Tell whether words are no name: none, half a pair of quotation marks, "D-Ohio", "Oslo-based", "Peru-Chile"."""
    if not words or sum(word in _QUOTES for word in words) % 2:
        return True
    parts = words[0].split("-")
    paired = len(words) == 1 < len(parts) and all(part and match_known([part], 0) for part in parts)
    return paired or bool(_PARTY_TAG.fullmatch(words[0])) or words[-1].endswith(tuple(words_of("not_part")))


def _has_capital(tokens: Sequence[Token], run: Run) -> bool:
    return any(token.text != token.text.lower() for token in tokens[run.start : run.end])


def draft_ruled(reads: Sequence[ReadSentence]) -> list[Draft]:
    """Return what the rules take for names in an article's sentences."""
    drafts = [_weigh_run(read, run) for read in reads for run in find_runs(read.tokens)]
    return drafts + _find_directions(reads, drafts)


def _weigh_run(read: ReadSentence, run: Run) -> Draft:
    words = [token.text for token in read.tokens[run.start : run.end]]
    if len(words) > 1 and words[0] in words_of("courtesy"):
        return draft_run(read, Run(run.start + 1, run.end, None), _TOLD, {"PER": _SURE})
    if run.known:
        return draft_run(read, run, _LISTED if len(words) == 1 else _PHRASE, {run.known.kind: _SURE})
    if len(words) == 1 and is_domain(words[0]):
        return draft_run(read, run, _LISTED, {"ORG": _SURE})
    if kind := kind_by_words(words):
        if match_known(words, 0):
            return draft_run(read, run, _STATED, {kind: _SURE})
        return draft_run(read, run, _TOLD, {kind: _SURE / 2 if is_given_name(words[0]) else _SURE})
    titles = [at for at, word in enumerate(words[:-1]) if is_role(word)]
    if titles:
        return draft_run(read, Run(run.start + titles[-1] + 1, run.end, None), _TITLED, {"PER": _SURE})
    return draft_run(read, run, _CAPITALS, {})


def _find_directions(reads: Sequence[ReadSentence], drafts: Sequence[Draft]) -> list[Draft]:
    """Find "the North" and "the South" where a Korea is named in the article, and no sea or pole is meant."""
    korea = {draft.run.known.key for draft in drafts if draft.run.known} & {
        f"{sort}:{code}" for sort in ("country", "demonym") for code in ("KP", "KR")
    }
    if not korea:
        return []
    taken = {(id(draft.read), place) for draft in drafts for place in range(draft.run.start, draft.run.end)}
    found = []
    for read in reads:
        for place, token in enumerate(read.tokens[1:], 1):
            code = {"North": "KP", "South": "KR"}.get(token.text)
            if code and (id(read), place) not in taken and _stands_alone(read.tokens, place):
                run = Run(place, place + 1, Known("GPE", f"country:{code}"))
                found.append(draft_run(read, run, _PHRASE, {"GPE": _SURE}))
    return found


def _stands_alone(tokens: Sequence[Token], place: int) -> bool:
    before = tokens[place - 1].text.lower()
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if before not in ("the", "capitalistic", "socialist", "communist") and tokens[place - 1].tag != "JJ":
        return False
    return after is None or not (after.text[:1].isupper() or after.text in ("of", "-", "and/or"))
