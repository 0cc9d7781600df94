"""The local engine, over small stages of its own."""

from __future__ import annotations

import os
from collections.abc import Iterable

import pytest

from dateline.engine.local import run_batch, run_stages
from dateline.errors import DatelineError, InputError, WorkerError
from dateline.model import Article, Capture, Dropped, Outline, Pair, Record, Stated
from dateline.settings import Settings, SignSettings
from dateline.stage import Batch, Stage
from dateline.store.store import Store


def sign(batch: Batch, settings: SignSettings) -> Iterable[Record]:
    capture = batch.one(Capture)
    if capture.text == "bad":
        raise ValueError("cannot read this")
    yield Outline(
        page_id=capture.capture_id,
        capture_id=capture.capture_id,
        outlet=None,
        day=None,
        topics=(str(settings.run_words),),
        buckets=tuple(capture.text.split()),
    )


def match(batch: Batch, settings: object) -> Iterable[Record]:
    ids = sorted(outline.page_id for outline in batch.all(Outline))
    yield Pair(article_id=ids[-1], of=ids[0], shared=len(ids))


SIGN = Stage(name="sign", does="", per="capture", reads=(Capture,), writes=(Outline,), run=sign)
MATCH = Stage(name="match", does="", per="bucket", reads=(Outline,), writes=(Pair,), run=match)


def add(store: Store, *texts: str) -> None:
    with store.transaction():
        for text in texts:
            store.add_input(
                Capture(
                    capture_id=f"c-{text}",
                    uri=text,
                    sha256="",
                    body=b"",
                    media="text",
                    charset="",
                    text=text,
                    stated=Stated(),
                    had=None,
                )
            )


def test_second_run_computes_nothing_and_an_addition_only_what_depends_on_it() -> None:
    with Store() as store:
        add(store, "x y", "y z", "w")
        assert run_stages((SIGN, MATCH), store, Settings()).computed == {"sign": 3, "match": 1}
        assert run_stages((SIGN, MATCH), store, Settings()).computed == {"sign": 0, "match": 0}
        add(store, "w v")
        report = run_stages((SIGN, MATCH), store, Settings())
        assert report.computed == {"sign": 1, "match": 1}
        assert report.reused == {"sign": 3, "match": 1}
        assert len(store.rows(Pair)) == 2


def test_settings_and_version_are_part_of_what_is_known() -> None:
    with Store() as store:
        add(store, "x y")
        run_stages((SIGN,), store, Settings())
        changed = Settings(sign=SignSettings(run_words=5))
        assert run_stages((SIGN,), store, changed).computed == {"sign": 1}
        assert [outline.topics for outline in store.rows(Outline)] == [("5",)]
        newer = Stage(name="sign", does="", per="capture", reads=(Capture,), writes=(Outline,), run=sign, version=2)
        assert run_stages((newer,), store, changed).computed == {"sign": 1}


def test_data_of_another_version_recomputes_its_stage_and_what_depends_on_it() -> None:
    def use(version: str) -> Stage:
        return Stage(
            name="sign", does="", per="capture", reads=(Capture,), writes=(Outline,), run=sign, data=lambda _: version
        )

    with Store() as store:
        add(store, "x y", "y z")
        run_stages((use("one"), MATCH), store, Settings())
        assert run_stages((use("one"), MATCH), store, Settings()).computed == {"sign": 0, "match": 0}
        assert run_stages((use("two"), MATCH), store, Settings()).computed == {"sign": 2, "match": 0}
        assert len(store.rows(Outline)) == 2


def test_data_that_cannot_be_had_stops_the_run_before_it_begins() -> None:
    def name_data(settings: object) -> str:
        raise InputError("no such folder")

    wanting = Stage(name="match", does="", per="bucket", reads=(Outline,), writes=(Pair,), run=match, data=name_data)
    with Store() as store:
        add(store, "x y", "y z")
        with pytest.raises(InputError, match="no such folder"):
            run_stages((SIGN, wanting), store, Settings())
        assert not store.rows(Outline)


def test_a_bucket_of_one_is_no_part() -> None:
    with Store() as store:
        add(store, "x", "y")
        assert run_stages((SIGN, MATCH), store, Settings()).computed["match"] == 0


def test_a_batch_that_breaks_the_stage_is_dropped_and_the_run_goes_on() -> None:
    with Store() as store:
        add(store, "bad", "x")
        run_stages((SIGN, MATCH), store, Settings())
        assert len(store.rows(Outline)) == 1
        (dropped,) = store.rows(Dropped)
        assert (dropped.stage, dropped.subject, dropped.reason) == ("sign", "c-bad", "stage failed")
        assert "cannot read this" in dropped.detail


def test_data_that_breaks_on_use_is_no_fault_of_the_batch() -> None:
    def sign_blindly(batch: Batch, settings: SignSettings) -> Iterable[Record]:
        raise InputError("damaged")

    broken = Stage(name="sign", does="", per="capture", reads=(Capture,), writes=(Outline,), run=sign_blindly)
    with Store() as store:
        add(store, "x y")
        with pytest.raises(InputError, match="damaged"):
            run_stages((broken,), store, Settings())


def test_a_stage_may_write_only_what_it_declares() -> None:
    wrong = Stage(name="sign", does="", per="capture", reads=(Capture,), writes=(Pair,), run=sign)
    capture = Capture(
        capture_id="c", uri="", sha256="", body=b"", media="text", charset="", text="x", stated=Stated(), had=None
    )
    with pytest.raises(DatelineError, match="gave a Outline"):
        run_batch(wrong, SignSettings(), Batch("c", {Capture: (capture,)}))


def test_a_killed_run_goes_on_where_it_was() -> None:
    class Killed(BaseException):
        pass

    def sign_two(batch: Batch, settings: SignSettings) -> Iterable[Record]:
        if batch.key == "c-z":
            raise Killed
        yield from sign(batch, settings)

    dying = Stage(name="sign", does="", per="capture", reads=(Capture,), writes=(Outline,), run=sign_two)
    with Store() as store:
        add(store, "x y")
        run_stages((dying,), store, Settings())
        add(store, "y z", "z")
        with pytest.raises(Killed):
            run_stages((dying,), store, Settings())
        assert run_stages((SIGN,), store, Settings()).reused == {"sign": 1}
        assert len(store.rows(Outline)) == 3


def test_progress_is_told() -> None:
    class Log:
        def __init__(self) -> None:
            self.told: list[tuple[str, str, int]] = []

        def start(self, stage: str, total: int) -> None:
            self.told.append(("start", stage, total))

        def step(self, stage: str, done: int) -> None:
            self.told.append(("step", stage, done))

        def end(self, stage: str) -> None:
            self.told.append(("end", stage, 0))

    log = Log()
    with Store() as store:
        add(store, "x", "y")
        run_stages((SIGN,), store, Settings(), log)
    assert log.told == [("start", "sign", 2), ("step", "sign", 2), ("end", "sign", 0)]


@pytest.mark.slow
def test_more_workers_change_nothing() -> None:
    with Store() as alone, Store() as together:
        texts = [f"w{number} w{number % 7}" for number in range(60)]
        for store, workers in ((alone, 1), (together, 2)):
            add(store, *texts)
            run_stages((SIGN, MATCH), store, Settings(), workers=workers)
        assert alone.rows(Outline) == together.rows(Outline)
        assert alone.rows(Pair) == together.rows(Pair)


class Killer:
    """A stage function that ends the process to which it is sent, as the system does when memory runs out."""

    def __call__(self, batch: Batch, settings: SignSettings) -> Iterable[Record]:
        return ()

    def __reduce__(self) -> tuple[object, tuple[int]]:
        return os._exit, (9,)


def test_a_killed_worker_is_an_error_and_no_hang() -> None:
    with Store() as store:
        add(store, *(f"text{number}" for number in range(30)))
        stage = Stage(name="sign", does="", per="capture", reads=(Capture,), writes=(Outline,), run=Killer())
        with pytest.raises(WorkerError, match="fewer --workers"):
            run_stages((stage,), store, Settings(), workers=2)
        assert run_stages((SIGN,), store, Settings()).computed == {"sign": 30}


def note_articles(batch: Batch, settings: object) -> Iterable[Record]:
    """Tell which articles a batch holds."""
    told = " ".join(article.article_id for article in batch.all(Article))
    yield Dropped(stage="copies", subject=batch.key, reason="seen", detail=told)


def test_a_batch_per_repeat_holds_the_article_and_those_it_is_paired_with() -> None:
    stage = Stage(name="copies", does="", per="repeat", reads=(Pair, Article), writes=(), run=note_articles)
    rows: list[Record] = [
        Article(article_id=name, capture_id=name, uri=name, sha256="", text=name) for name in ("a", "b", "c", "d")
    ]
    rows += [Pair(article_id=later, of=earlier, shared=1) for later, earlier in ("ba", "ca", "cb")]
    with Store() as store:
        with store.transaction():
            store.write_part("p", "match", "", rows)
        assert run_stages((stage,), store, Settings()).computed == {"copies": 2}
        seen = {row.subject: row.detail for row in store.rows(Dropped)}
        assert seen == {"b": "a b", "c": "a b c"}
        assert run_stages((stage,), store, Settings()).computed == {"copies": 0}
