"""From what may be a name to names: one choice of spans for each sentence, one kind for each name of an article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.language.gazetteer import find_known
from dateline.language.names_drafts import Draft, draft_run
from dateline.language.names_kinds import is_everyday
from dateline.language.names_runs import Run
from dateline.language.reading import ReadSentence
from dateline.model import NameKind

LEAST = 0.5
"""Least weight of a name. On Wikinews dev and UNER dev F1 is highest between .5 and .6."""
_COVERS = 0.45
"""Chance from which a longer name that the network sees covers the rules' names inside it. A choice."""
_AGAIN = 1.5
"""Weight of a name of several words where it stands again: more than any part of it can have. A choice."""
_NAMED = 0.5
"""Weight of PER at every place where part of a person's full name stands alone. A choice: less than the network's
chance of another kind where it is sure, more than its doubts."""
Votes = Mapping[NameKind, float]


@dataclass(frozen=True, slots=True)
class Name:
    """A run of a sentence with its kind."""

    read: ReadSentence
    run: Run
    words: tuple[str, ...]
    kind: NameKind


def join_names(ruled: Sequence[Draft], seen: Sequence[Draft], reads: Sequence[ReadSentence]) -> list[Name]:
    """Return an article's names out of the rules' drafts and the network's."""
    first = _drop_weak(choose_spans(ruled, seen))
    again = _find_again({draft.words for draft in first}, reads)
    return settle_kinds(_drop_weak(choose_spans([*ruled, *again], seen)))


def _drop_weak(drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out names that weigh too little wherever they stand; a full name's weight holds for its parts."""
    weights: dict[str, float] = defaultdict(float)
    for draft in drafts:
        for text in {" ".join(draft.words), *(person_parts(draft.words) if _best(draft.votes) == "PER" else ())}:
            weights[text] = max(weights[text], draft.weight)
    return [draft for draft in drafts if weights[" ".join(draft.words)] >= LEAST]


def choose_spans(ruled: Iterable[Draft], seen: Iterable[Draft]) -> list[Draft]:
    """Return drafts that do not overlap, the weightier first; what both found counts together."""
    lines: dict[str, dict[tuple[int, int], Draft]] = defaultdict(dict)
    for draft in (*ruled, *seen):
        line, place = lines[draft.read.sentence.sentence_id], (draft.run.start, draft.run.end)
        line[place] = _add(line[place], draft) if place in line else draft
    return [draft for line in lines.values() for draft in _choose_in_line(list(line.values()))]


def _add(left: Draft, right: Draft) -> Draft:
    votes = _sum_votes([left.votes, right.votes])
    return replace(left, weight=left.weight + right.weight, votes=votes, seen=left.seen + right.seen)


def _sum_votes(parts: Iterable[Votes]) -> dict[NameKind, float]:
    votes: dict[NameKind, float] = defaultdict(float)
    for part in parts:
        for kind, vote in part.items():
            votes[kind] += vote
    return votes


def _absorb(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """Let a run take the weight of what the network sees inside it, where its words tell that kind or end in a number.

    "Information Commissioner's Office", of which the network sees two words; "Euro 2016", of which it sees one.
    """
    if draft.seen or draft.run.known:
        return draft
    inner = [other for other in drafts if other.seen and _covers(draft, other)]
    if draft.votes:
        inner = [other for other in inner if _best(other.votes) == _best(draft.votes)]
    elif len(inner) != 1 or not draft.words[-1].isdigit():
        return draft
    weight = draft.weight + max((other.weight for other in inner), default=0.0)
    return replace(draft, weight=weight, votes=draft.votes or inner[0].votes)


def _choose_in_line(candidates: Sequence[Draft]) -> list[Draft]:
    drafts = [_absorb(draft, candidates) for draft in candidates]
    covering = [draft for draft in drafts if draft.seen >= _COVERS]
    chosen: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: (-draft.weight, draft.run.start - draft.run.end, draft.run.start)):
        listed = draft.run.known is not None and len(draft.words) > 1
        if not draft.seen and not listed and any(_covers(wide, draft) for wide in covering):
            continue
        if not any(_overlap(draft, other) for other in chosen):
            chosen.append(draft)
    return sorted(chosen, key=lambda draft: draft.run.start)


def _covers(wide: Draft, draft: Draft) -> bool:
    return wide is not draft and wide.run.start <= draft.run.start and draft.run.end <= wide.run.end


def _overlap(left: Draft, right: Draft) -> bool:
    return left.run.start < right.run.end and right.run.start < left.run.end


def _find_again(names: Collection[tuple[str, ...]], reads: Sequence[ReadSentence]) -> list[Draft]:
    """Return all places where the very words of names stand; a single everyday word is not looked for."""
    openers: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in sorted(names):
        if len(words) > 1 or not is_everyday(words[0]):
            openers[words[0]].append(words)
    found = []
    for read in reads:
        texts = tuple(token.text for token in read.tokens)
        for start, text in enumerate(texts):
            for words in openers.get(text, ()):
                if texts[start : start + len(words)] == words:
                    run = Run(start, start + len(words), None)
                    found.append(draft_run(read, run, LEAST if len(words) == 1 else _AGAIN, {}))
    return found


def settle_kinds(drafts: Sequence[Draft]) -> list[Name]:
    """Give all equal names of an article the kind that most speaks for; part of a person's name names the person."""
    told: dict[tuple[str, ...], list[Votes]] = defaultdict(list)
    for draft in drafts:
        told[draft.words].append(draft.votes)
    full = {words for words, votes in told.items() if len(words) > 1 and _best(_sum_votes(votes)) == "PER"}
    people = {part.casefold() for words in full for part in person_parts(words)}
    for words, votes in told.items():
        if " ".join(words).casefold() in people:
            votes.append({"PER": _NAMED * len(votes)})
    kinds = {words: _best(_sum_votes(votes)) for words, votes in told.items()}
    return [_settle(draft, kinds[draft.words]) for draft in drafts]


def person_parts(words: Sequence[str]) -> set[str]:
    """Return the words by which a person may be named again."""
    parts = {word for word in (words[0], words[-1]) if len(word) > 1 and not word.endswith(".")}
    if len(words) > 2:
        parts |= {" ".join(words[-2:]), " ".join(words[1:])}
    return parts


def _settle(draft: Draft, kind: NameKind) -> Name:
    known = draft.run.known or find_known(" ".join(draft.words))
    run = Run(draft.run.start, draft.run.end, known if known and known.kind == kind else None)
    return Name(draft.read, run, draft.words, kind)


def _best(votes: Votes) -> NameKind:
    return max(sorted(votes), key=lambda kind: votes[kind], default="OTHER")
