"""What the scores of a window say beyond its syntax: names, attributions, events, what numbers count."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dateline.language.net.network import Network, WindowScores
from dateline.language.net.spans import Run, find_role_runs, find_runs, softmax
from dateline.language.reading import Seen, SeenAttribution, SeenEvent, SeenName

Span = tuple[int, int]
LEAST_TRIGGER = 0.2
"""Triggers below are not shown to the finders, which set their own thresholds above it."""
LEAST_CUE = 0.2
"""The same for words that are no best guess for a cue."""


def see_window(network: Network, scores: WindowScores, spans: Sequence[Span], coarse: Sequence[str]) -> Seen:
    """Return what the network sees in a window whose words have the given spans and parts of speech."""
    tables = network.tables
    names = find_runs(scores.heads["names"], tables.names)
    return Seen(
        names=tuple(SeenName(_cover(spans, run.start, run.end), run.label, run.score) for run in names),
        attributions=_see_attributions(network, scores, spans),
        events=_see_events(network, scores, spans),
        sources=_list_runs(find_runs(scores.heads["source"], tables.spans), spans),
        contents=_list_runs(find_runs(scores.heads["content"], tables.spans), spans),
        counted=_see_counted(network, scores, spans, coarse),
    )


def _cover(spans: Sequence[Span], start: int, end: int) -> Span:
    return spans[start][0], spans[end - 1][1]


def _list_runs(runs: Sequence[Run], spans: Sequence[Span]) -> tuple[tuple[Span, float], ...]:
    return tuple((_cover(spans, run.start, run.end), run.score) for run in runs)


def _find_cues(scores: WindowScores) -> list[Run]:
    """Return the likely cues: runs of words whose chance to be part of one is high enough."""
    chances = softmax(scores.heads["cue"])
    inside = 1 - chances[:, 0]
    runs: list[Run] = []
    for at in range(len(inside)):
        if inside[at] < LEAST_CUE:
            continue
        goes_on = runs and runs[-1].end == at and chances[at, 2] > chances[at, 1]
        start = runs.pop().start if goes_on else at
        runs.append(Run(start, at + 1, "", float(inside[start : at + 1].mean())))
    return runs


def _see_attributions(network: Network, scores: WindowScores, spans: Sequence[Span]) -> tuple[SeenAttribution, ...]:
    cues = _find_cues(scores)
    if not cues:
        return ()
    roles = network.find_roles(scores, "cue", [list(range(cue.start, cue.end)) for cue in cues])
    stances = softmax(scores.heads["stance"])
    found = []
    for cue, chances in zip(cues, roles, strict=True):
        runs = find_role_runs(chances, network.tables.roles)
        found.append(
            SeenAttribution(
                cue=_cover(spans, cue.start, cue.end),
                score=cue.score,
                stance=network.tables.stances[int(stances[cue.start : cue.end].mean(0).argmax())],
                sources=_list_runs([run for run in runs if run.label == "source"], spans),
                contents=_list_runs([run for run in runs if run.label == "content"], spans),
            )
        )
    return tuple(found)


def _see_events(network: Network, scores: WindowScores, spans: Sequence[Span]) -> tuple[SeenEvent, ...]:
    likely = softmax(scores.heads["trigger"])[:, 1]
    words = [int(at) for at in np.flatnonzero(likely >= LEAST_TRIGGER)]
    if not words:
        return ()
    tables = network.tables
    kinds, statuses = softmax(scores.heads["event_type"]), softmax(scores.heads["status"])
    roles = network.find_roles(scores, "trigger", [[at] for at in words])
    return tuple(
        SeenEvent(
            trigger=spans[at],
            score=float(likely[at]),
            kind=tables.event_types[int(kinds[at].argmax())],
            kind_score=float(kinds[at].max()),
            statuses={name: float(chance) for name, chance in zip(tables.statuses, statuses[at], strict=True)},
            roles=tuple(
                (run.label, _cover(spans, run.start, run.end), run.score)
                for run in find_role_runs(chances, tables.roles)
            ),
        )
        for at, chances in zip(words, roles, strict=True)
    )


def _see_counted(
    network: Network, scores: WindowScores, spans: Sequence[Span], coarse: Sequence[str]
) -> dict[int, tuple[Span, float]]:
    """Return what every number and noun or adjective that may be a vague count ("dozens", "several") counts."""
    words = [at for at, tag in enumerate(coarse) if tag in ("NUM", "NOUN", "ADJ", "DET", "SYM", "PRON")]
    if not words:
        return {}
    roles = network.find_roles(scores, "quantity", [[at] for at in words])
    number = network.tables.roles.index("counted")
    found = {}
    for at, chances in zip(words, roles, strict=True):
        runs = [run for run in find_role_runs(chances, network.tables.roles) if run.label == network.tables.roles[number]]
        if runs:
            near = min(runs, key=lambda run: min(abs(run.start - at), abs(run.end - at)))
            found[spans[at][0]] = (_cover(spans, near.start, near.end), near.score)
    return found
