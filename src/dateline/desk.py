"""The desk: a store, and the road over it. What the CLI and the Python API work on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import msgspec

from dateline.engine.local import Report, Watch, run_stages
from dateline.errors import InputError, NotFoundError
from dateline.export.contract import Document
from dateline.export.document import build_document
from dateline.judging import find_judgement, is_same, make_judgement, number_judgement
from dateline.model import ROWS, Article, Capture, Cite, Dropped, Judgement, Record, Recurrence
from dateline.read.inputs import read_inputs
from dateline.settings import Settings
from dateline.stage import Batch
from dateline.stages import STAGES
from dateline.store.store import Store

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Added:
    """How many inputs were new, were there already, or were refused."""

    captures: int
    known: int
    dropped: int
    refused: tuple[Dropped, ...] = ()
    """Those refused, each with its reason."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A cite or span that does not say what its source says, or a source that does not match its capture."""

    record_kind: str
    article_id: str
    start: int
    end: int
    expected: str
    found: str


class Desk:
    """A store with the road over it. Use as a context manager."""

    def __init__(self, store: Store, settings: Settings | None = None) -> None:
        self._store = store
        self.settings = settings or Settings()

    @classmethod
    def open(cls, path: str | Path | None = None, settings: Settings | None = None) -> Self:
        """Open the desk over a store file (made when there is none); ``None`` is a temporary store."""
        return cls(Store(path), settings)

    def add(self, inputs: Sequence[str], *, allow_private: bool = False) -> Added:
        """Read inputs (files, folders, globs, web addresses, ``-``) into the store.

        ``allow_private`` lets addresses of the user's own network be fetched. Raises InputError for an input that
        cannot be had.
        """
        count = {True: 0, False: 0}
        refused: list[Dropped] = []
        with self._store.transaction():
            for record in read_inputs(inputs, allow_private=allow_private):
                added = self._store.add_input(record)
                if isinstance(record, Dropped):
                    refused.append(record)
                else:
                    count[added] += 1
        return Added(count[True], count[False], len(refused), tuple(refused))

    def judge(self, kind: str, subjects: Sequence[str], note: str = "") -> Judgement:
        """Keep a person's correction: merge, split, move, same, not_same or rename; later runs apply it.

        Subjects are named as for ``dateline show``: a story's number or id, an article's file or id. Raises InputError
        for subjects that the kind does not take, NotFoundError for one that is not there.
        """
        record = make_judgement(build_document(self), kind, subjects, note, self._next_number())
        with self._store.transaction():
            self._store.add_input(record)
        return record

    def judgements(self) -> list[Judgement]:
        """Return the judgements kept, in the order in which they were given: where two disagree, the later wins."""
        return sorted(self.rows(Judgement), key=lambda row: (row.number, row.judgement_id))

    def unjudge(self, key: str) -> Judgement:
        """Take a judgement back, by its number or id, and return it; raise NotFoundError when there is none."""
        record = find_judgement(self.judgements(), key)
        self._store.remove_input(record)
        return record

    def load_judgements(self, lines: Iterable[str | bytes]) -> list[Judgement]:
        """Keep judgements that were exported as JSON lines, after those that are there; return the new ones.

        Those about articles that are not there yet apply when these come. Raises InputError for a line that is none.
        """
        kept = self.judgements()
        new: list[Judgement] = []
        for at, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                read = msgspec.json.decode(line, type=Judgement)
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                raise InputError(
                    f"line {at} is no judgement: {error}; give what `dateline judge save` wrote"
                ) from error
            if not any(is_same(read, row) for row in (*kept, *new)):
                new.append(number_judgement(read, self._next_number() + len(new)))
        with self._store.transaction():
            for record in new:
                self._store.add_input(record)
        return new

    def _next_number(self) -> int:
        return max((row.number for row in self.rows(Judgement)), default=0) + 1

    def run(self, until: str | None = None, watch: Watch | None = None, workers: int = 1) -> Report:
        """Bring the road up to date, to the end or up to and with the stage ``until``.

        Raises NotFoundError when there is no such stage.
        """
        names = [stage.name for stage in STAGES]
        if until is not None and until not in names:
            raise NotFoundError(f"no stage is called {until!r}; the stages are {', '.join(names)}")
        stages = STAGES if until is None else STAGES[: names.index(until) + 1]
        return run_stages(stages, self._store, self.settings, watch, workers)

    def rows(self, kind: type[R]) -> tuple[R, ...]:
        """Return every stored record of a kind, in the order of their content."""
        return self._store.rows(kind)

    def search(self, query: str, limit: int = 20) -> list[tuple[str, str]]:
        """Return (article id, snippet) of the articles that match a full-text query, best first."""
        return self._store.search(query, limit)

    def verify(self) -> list[Mismatch]:
        """Check every capture's hash, every article against its capture, and every cite against its article."""
        articles = {article.article_id: article for article in self.rows(Article)}
        return [*self._check_captures(articles), *self._check_cites(articles)]

    def _check_captures(self, articles: dict[str, Article]) -> Iterator[Mismatch]:
        by_capture = group_by(articles.values(), lambda article: article.capture_id)
        recurring = group_by(self.rows(Recurrence), lambda row: row.capture_id)
        for capture in self.rows(Capture):
            kept = by_capture.get(capture.capture_id, [])
            found = sha256(capture.body).hexdigest()
            if found != capture.sha256:
                yield Mismatch("Capture", kept[0].article_id if kept else "", 0, 0, capture.sha256, found)
            again = self._read_again(capture, recurring.get(capture.capture_id, []))
            for article in kept:
                text = again.get(article.article_id, "")
                if text != article.text:
                    yield Mismatch("Article", article.article_id, 0, len(article.text), article.text[:80], text[:80])

    def _read_again(self, capture: Capture, recurring: Sequence[Recurrence]) -> dict[str, str]:
        """Take the articles out of their capture again; return their texts by id."""
        rows: dict[type[Record], list[Record]] = {Capture: [capture], Recurrence: list(recurring)}
        for stage in (stage for stage in STAGES if stage.per == "capture"):
            batch = Batch(capture.capture_id, {kind: tuple(rows.get(kind, ())) for kind in stage.reads})
            for record in stage.run(batch, getattr(self.settings, stage.name)):
                rows.setdefault(type(record), []).append(record)
        return {row.article_id: row.text for row in rows.get(Article, ()) if isinstance(row, Article)}

    def _check_cites(self, articles: dict[str, Article]) -> Iterator[Mismatch]:
        for kind in ROWS:
            for record in self.rows(kind):
                for cite in find_cites(record):
                    text = articles[cite.article_id].text if cite.article_id in articles else ""
                    found = text[cite.start : cite.end]
                    if found != cite.quote or not found:
                        yield Mismatch(kind.__name__, cite.article_id, cite.start, cite.end, cite.quote, found)

    def close(self) -> None:
        """Close the store; a temporary one is deleted."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_desk(path: str | Path | None = None, settings: Settings | None = None) -> Desk:
    """Open a desk over a store file, made when there is none; ``None`` is a temporary store, gone when closed.

    Raises StoreError when the file is no store of this version.
    """
    return Desk.open(path, settings)


def brief(inputs: Sequence[str], settings: Settings | None = None) -> Document:
    """Read inputs (files, folders, globs, web addresses) and return the finished document.

    It is the contract of docs/design.md, as data. Raises InputError for an input that cannot be had.
    """
    with open_desk(None, settings) as desk:
        desk.add(inputs)
        desk.run()
        return build_document(desk)


def group_by(rows: Iterable[R], key: Callable[[R], str]) -> dict[str, list[R]]:
    """Return rows in lists by their key, each in the order given."""
    groups: dict[str, list[R]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return groups


def find_cites(value: Any) -> Iterator[Cite]:
    """Yield every cite in a record, however deep."""
    if isinstance(value, Cite):
        yield value
    elif isinstance(value, Record):
        for name in type(value).__dataclass_fields__:
            yield from find_cites(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from find_cites(item)


def to_json(record: Record) -> str:
    """Return a record as one line of JSON."""
    return msgspec.json.encode(record).decode()
