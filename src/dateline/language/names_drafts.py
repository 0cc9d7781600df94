"""What may be a name: runs that the rules find and runs that the network sees, each with what speaks for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.language.gazetteer import Known, name_kind
from dateline.language.names_kinds import kind_by_words, may_be_person
from dateline.language.names_runs import Run, find_runs, is_role, words_of
from dateline.language.reading import ReadSentence, SeenName, Token
from dateline.model import NameKind

_PHRASE, _LISTED, _TOLD, _CAPITALS = 0.9, 0.5, 0.6, 0.3
"""Weight of a run as a name, beside the network's chance of one (0 to 1): a gazetteer name of several words, of one
word, a run whose own words tell its kind, any other run of capitals. A choice: on Wikinews dev and UNER dev
F1 moves by less than .01 when any of them moves by .2."""
_KNOWN, _SURE = 1.5, 1.0
"""Weight of a kind that the gazetteer tells, and of one that the name's own words tell or that is a person's name too,
beside the network's chance. Chosen alike."""


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
    """Return the names that the network sees in some sentences of an article."""
    by_start = {name.span[0]: name for name in names}
    drafts = []
    for read in reads:
        ends = {token.end: place for place, token in enumerate(read.tokens, 1)}
        for place, token in enumerate(read.tokens):
            name = by_start.get(token.start)
            if name and (end := ends.get(name.span[1])):
                start = _skip_titles(read.tokens, place, end) if name.kind == "PER" else place
                votes = {name_kind(name.kind): name.score}
                drafts.append(draft_run(read, Run(start, end, None), name.score, votes, name.score))
    return drafts


def _skip_titles(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return where a person's name begins behind the titles before it: "Queen", "Mr"."""
    while start + 1 < end and is_role(tokens[start].text):
        start += 1
    return start


def draft_ruled(reads: Sequence[ReadSentence]) -> list[Draft]:
    """Return what the rules take for names in an article's sentences."""
    drafts = [_weigh_run(read, run) for read in reads for run in find_runs(read.tokens)]
    return drafts + _find_directions(reads, drafts)


def _weigh_run(read: ReadSentence, run: Run) -> Draft:
    words = [token.text for token in read.tokens[run.start : run.end]]
    if len(words) > 1 and words[0] in words_of("courtesy"):
        return draft_run(read, Run(run.start + 1, run.end, None), _TOLD, {"PER": _SURE})
    if run.known:
        vote = _SURE if may_be_person(run.known, words) else _KNOWN
        return draft_run(read, run, _LISTED if len(words) == 1 else _PHRASE, {run.known.kind: vote})
    kind = kind_by_words(words)
    return draft_run(read, run, _TOLD, {kind: _SURE}) if kind else draft_run(read, run, _CAPITALS, {})


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
                found.append(draft_run(read, run, _PHRASE, {"GPE": _KNOWN}))
    return found


def _stands_alone(tokens: Sequence[Token], place: int) -> bool:
    before = tokens[place - 1].text.lower()
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if before not in ("the", "capitalistic", "socialist", "communist") and tokens[place - 1].tag != "JJ":
        return False
    return after is None or not (after.text[:1].isupper() or after.text in ("of", "-", "and/or"))
