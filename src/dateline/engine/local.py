"""The local engine: runs the stages over a store, in this process or in a few. The reference for any other."""

from __future__ import annotations

import signal
import time
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import active_children, get_context
from typing import Protocol

from dateline.errors import DatelineError, InputError, WorkerError
from dateline.ids import content_id
from dateline.model import Dropped, Record
from dateline.settings import Settings
from dateline.stage import Batch, Stage
from dateline.store.store import Store

_COMMIT_SECONDS = 0.5
"""Finished parts are committed this often, so a killed run loses no more than that."""

_POOL_PARTS = 24
"""Fewer pending parts than this are not worth starting processes for (a spawned worker takes about a second)."""

_MOST_CHUNK = 16
"""At most so many parts go to a worker at once: small parts cost more to send than to compute."""

_CHUNKS_AHEAD = 4
"""So many chunks a worker are sent ahead of what is written, so that none waits and memory stays bounded."""


class Watch(Protocol):
    """Told of progress; the CLI draws bars with it."""

    def start(self, stage: str, total: int) -> None:
        """A stage begins, with so many parts to compute."""

    def step(self, stage: str, done: int) -> None:
        """So many parts of the stage are computed."""

    def end(self, stage: str) -> None:
        """The stage is finished."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did: parts computed and parts that were there already, and seconds spent, by stage."""

    computed: dict[str, int] = field(default_factory=dict)
    reused: dict[str, int] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of work: its id and the row ids it reads."""

    part_id: str
    key: str
    inputs: Mapping[type[Record], tuple[str, ...]]


def run_stages(
    stages: Sequence[Stage],
    store: Store,
    settings: Settings,
    watch: Watch | None = None,
    workers: int = 1,
) -> Report:
    """Bring every stage up to date, in order: compute what is not there, keep what is, drop what is stale.

    Raises InputError, before anything is computed, when the settings name data that cannot be had.
    """
    report = Report()
    prints = {stage.name: _fingerprint(stage, getattr(settings, stage.name)) for stage in stages}
    with _open_pool(workers) as pool:
        for stage in stages:
            started = time.perf_counter()
            own = getattr(settings, stage.name)
            parts = list(_find_parts(stage, store, prints[stage.name]))
            there = store.parts_of(stage.name)
            pending = [part for part in parts if part.part_id not in there]
            if watch:
                watch.start(stage.name, len(pending))
            _compute(stage, store, own, pending, watch, pool if len(pending) >= _POOL_PARTS else None)
            store.delete_parts(sorted(there - {part.part_id for part in parts}))
            if watch:
                watch.end(stage.name)
            report.computed[stage.name] = len(pending)
            report.reused[stage.name] = len(parts) - len(pending)
            report.seconds[stage.name] = time.perf_counter() - started
    return report


@dataclass(frozen=True, slots=True)
class _Pool:
    """Worker processes, started when the first chunk is sent."""

    executor: ProcessPoolExecutor
    workers: int


@contextmanager
def _open_pool(workers: int) -> Iterator[_Pool | None]:
    """Give a pool, or None for one worker. On an error or Ctrl-C the workers are stopped at once.

    Raises WorkerError when a worker died.
    """
    if workers <= 1:
        yield None
        return
    others = set(active_children())
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as executor:
        try:
            yield _Pool(executor, workers)
        except BaseException as error:
            executor.shutdown(wait=False, cancel_futures=True)
            for process in set(active_children()) - others:
                process.terminate()
            if isinstance(error, BrokenProcessPool):
                raise WorkerError(
                    "a worker process was killed, most often for want of memory; run again with fewer --workers:"
                    " what is finished is kept in the store"
                ) from error
            raise


@contextmanager
def _shielded() -> Iterator[None]:
    """Processes started meanwhile never see Ctrl-C: it is for this one to stop them."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows has none
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _fingerprint(stage: Stage, settings: object) -> str:
    """Return what a stage's records depend on beside the rows it reads: name, version, settings, data."""
    data = (stage.data(settings),) if stage.data else ()
    return content_id(stage.name, stage.version, repr(settings), *data)


def _find_parts(stage: Stage, store: Store, fingerprint: str) -> Iterator[_Part]:
    """Yield the parts that a stage consists of now, by key.

    A bucket in which a single row stands is no part: nothing meets there.
    """
    grouped: dict[str, dict[type[Record], list[str]]] = defaultdict(lambda: defaultdict(list))
    everywhere: dict[type[Record], list[str]] = defaultdict(list)
    for kind in stage.reads:
        for key, rid in store.keyed_row_ids(kind, stage.per):
            (everywhere if key is None else grouped[key])[kind].append(rid)
    for key in sorted(grouped):
        if stage.per == "bucket" and sum(map(len, grouped[key].values())) < 2:
            continue
        inputs = {kind: tuple(sorted([*grouped[key][kind], *everywhere[kind]])) for kind in stage.reads}
        yield _Part(content_id(fingerprint, key, *(ids for ids in inputs.values())), key, inputs)


def _compute(
    stage: Stage,
    store: Store,
    settings: object,
    pending: Sequence[_Part],
    watch: Watch | None,
    pool: _Pool | None,
) -> None:
    """Compute parts and write them, committing as it goes."""
    results = _run_parts(stage, store, settings, pending, pool)
    done = 0
    while done < len(pending):
        began = time.monotonic()
        ready: list[tuple[_Part, list[Record]]] = []
        for part, records in zip(pending[done:], results, strict=False):
            ready.append((part, records))
            if time.monotonic() - began > _COMMIT_SECONDS:
                break
        with store.transaction():
            for part, records in ready:
                store.write_part(part.part_id, stage.name, part.key, records)
        done += len(ready)
        if watch:
            watch.step(stage.name, done)


def _run_parts(
    stage: Stage, store: Store, settings: object, pending: Sequence[_Part], pool: _Pool | None
) -> Iterator[list[Record]]:
    """Yield the records of each pending part, in order."""
    batches = (_load_batch(store, part) for part in pending)
    if pool is None:
        return (run_batch(stage, settings, batch) for batch in batches)
    size = max(1, min(_MOST_CHUNK, len(pending) // (_CHUNKS_AHEAD * pool.workers)))
    return _run_in_pool(stage, settings, batches, pool, size)


def _run_in_pool(
    stage: Stage, settings: object, batches: Iterator[Batch], pool: _Pool, size: int
) -> Iterator[list[Record]]:
    """Keep a bounded number of chunks of ``size`` batches under way; yield results in the order of the batches."""
    waiting: deque[Future[list[list[Record]]]] = deque()
    while chunk := list(islice(batches, size)):
        with _shielded():
            waiting.append(pool.executor.submit(_run_chunk, stage, settings, chunk))
        if len(waiting) >= _CHUNKS_AHEAD * pool.workers:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def _run_chunk(stage: Stage, settings: object, batches: Sequence[Batch]) -> list[list[Record]]:
    return [run_batch(stage, settings, batch) for batch in batches]


def _load_batch(store: Store, part: _Part) -> Batch:
    return Batch(part.key, {kind: store.load(kind, ids) for kind, ids in part.inputs.items()})


def run_batch(stage: Stage, settings: object, batch: Batch) -> list[Record]:
    """Run a stage on one batch. A batch that breaks the stage becomes a Dropped record, and the run goes on.

    Raises InputError when the stage's data cannot be had: no batch would fare better.
    """
    try:
        records = list(stage.run(batch, settings))
    except InputError:
        raise
    except Exception as error:  # a bad input must never stop a run: the failure itself is the record
        detail = f"{type(error).__name__}: {error}"
        return [Dropped(stage=stage.name, subject=batch.key, reason="stage failed", detail=detail)]
    allowed = (*stage.writes, Dropped)
    for record in records:
        if not isinstance(record, allowed):
            raise DatelineError(f"stage {stage.name} gave a {type(record).__name__}; it may write {stage.writes}")
    return records
