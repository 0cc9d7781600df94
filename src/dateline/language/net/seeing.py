"""What the scores of a window say beyond its syntax: names, attributions, events, what numbers count."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dateline.language.data import load_rows
from dateline.language.net.network import Network, WindowScores
from dateline.language.net.spans import Run, find_role_runs, find_runs, softmax
from dateline.language.reading import Seen, SeenAttribution, SeenEvent, SeenName, Span

LEAST_TRIGGER = 0.2
"""Triggers below are not shown to the finders, which set their own thresholds above it."""
LEAST_CUE = 0.2
"""The same for words that are no best guess for a cue."""
_VAGUE = frozenset(word for row in load_rows("vague_counts.tsv") for word in row[0].split()) - {"a"}
"""Words that may count something, besides those that are tagged as numbers: "dozens", "several"."""


@dataclass(frozen=True, slots=True)
class Window:
    """The words of a window: as written, their spans and parts of speech, and which open a sentence."""

    words: Sequence[str]
    spans: Sequence[Span]
    coarse: Sequence[str]
    starts: Sequence[int]

    def find_sentence(self, at: int) -> range:
        """Return the places of the words of a word's sentence."""
        number = bisect_right(self.starts, at)
        return range(self.starts[number - 1], self.starts[number] if number < len(self.starts) else len(self.spans))


def see_window(network: Network, scores: WindowScores, window: Window) -> Seen:
    """Return what the network sees in a window. Names, cues and sources never cross a sentence border; contents may."""
    tables, spans = network.tables, window.spans
    names = find_runs(scores.heads["names"], tables.names, window.starts)
    return Seen(
        names=tuple(SeenName(_cover(spans, run), run.label, run.score) for run in names),
        attributions=_see_attributions(network, scores, window),
        events=_see_events(network, scores, window),
        sources=_list_runs(find_runs(scores.heads["source"], tables.spans, window.starts), spans),
        contents=_list_runs(find_runs(scores.heads["content"], tables.spans), spans),
        counted=_see_counted(network, scores, window),
    )


def join_seen(parts: Sequence[Seen]) -> Seen:
    """Return what was seen in all windows of an article."""
    return Seen(
        names=tuple(name for seen in parts for name in seen.names),
        attributions=tuple(found for seen in parts for found in seen.attributions),
        events=tuple(event for seen in parts for event in seen.events),
        sources=tuple(span for seen in parts for span in seen.sources),
        contents=tuple(span for seen in parts for span in seen.contents),
        counted={at: span for seen in parts for at, span in seen.counted.items()},
    )


def _cover(spans: Sequence[Span], run: Run) -> Span:
    return spans[run.start][0], spans[run.end - 1][1]


def _list_runs(runs: Sequence[Run], spans: Sequence[Span], label: str = "") -> tuple[tuple[Span, float], ...]:
    return tuple((_cover(spans, run), run.score) for run in runs if run.label == label)


def _find_cues(scores: WindowScores, starts: Sequence[int]) -> list[Run]:
    """Return the likely cues: runs of words whose chance to be part of one is high enough."""
    chances = softmax(scores.heads["cue"])
    inside = 1 - chances[:, 0]
    runs: list[Run] = []
    for at in (int(place) for place in np.flatnonzero(inside >= LEAST_CUE)):
        goes_on = runs and runs[-1].end == at and at not in starts and chances[at, 2] > chances[at, 1]
        start = runs.pop().start if goes_on else at
        runs.append(Run(start, at + 1, "", float(inside[start : at + 1].mean())))
    return runs


def _see_attributions(network: Network, scores: WindowScores, window: Window) -> tuple[SeenAttribution, ...]:
    cues = _find_cues(scores, window.starts)
    anchors = [range(cue.start, cue.end) for cue in cues]
    stances = softmax(scores.heads["stance"])
    found = []
    for cue, anchor, chances in zip(cues, anchors, network.find_roles(scores, "cue", anchors), strict=True):
        runs = find_role_runs(chances, network.tables.roles, anchor, window.find_sentence(cue.start), across="content")
        found.append(
            SeenAttribution(
                cue=_cover(window.spans, cue),
                score=cue.score,
                stance=network.tables.stances[int(stances[cue.start : cue.end].mean(0).argmax())],
                sources=_list_runs(runs, window.spans, "source"),
                contents=_list_runs(runs, window.spans, "content"),
            )
        )
    return tuple(found)


def _see_events(network: Network, scores: WindowScores, window: Window) -> tuple[SeenEvent, ...]:
    likely = softmax(scores.heads["trigger"])[:, 1]
    anchors = [(int(at),) for at in np.flatnonzero(likely >= LEAST_TRIGGER)]
    tables = network.tables
    kinds, statuses = softmax(scores.heads["event_type"]), softmax(scores.heads["status"])
    found = []
    for anchor, chances in zip(anchors, network.find_roles(scores, "trigger", anchors), strict=True):
        at = anchor[0]
        runs = find_role_runs(chances, tables.roles, anchor, window.find_sentence(at))
        found.append(
            SeenEvent(
                trigger=window.spans[at],
                score=float(likely[at]),
                kind=tables.event_types[int(kinds[at].argmax())],
                kind_score=float(kinds[at].max()),
                statuses={name: float(chance) for name, chance in zip(tables.statuses, statuses[at], strict=True)},
                roles=tuple((run.label, _cover(window.spans, run), run.score) for run in runs),
            )
        )
    return tuple(found)


def _see_counted(network: Network, scores: WindowScores, window: Window) -> dict[int, tuple[Span, float]]:
    """Return what every number and every word that may be a vague count ("dozens", "several") counts."""
    words = zip(window.words, window.coarse, strict=True)
    anchors = [(at,) for at, (word, tag) in enumerate(words) if tag == "NUM" or word.lower() in _VAGUE]
    found = {}
    for anchor, chances in zip(anchors, network.find_roles(scores, "quantity", anchors), strict=True):
        at = anchor[0]
        runs = find_role_runs(chances, network.tables.roles, anchor, window.find_sentence(at))
        if runs:
            near = min((max(run.start - at, at - run.end + 1), run.start, run) for run in runs)[2]
            found[window.spans[at][0]] = (_cover(window.spans, near), near.score)
    return found
