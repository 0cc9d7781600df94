"""The fuzzer: sound inputs are read, broken ones are made again from their numbers, none crashes, hangs or vanishes."""

from __future__ import annotations

from io import BytesIO

import pytest
from evals.alone import clean_alone
from evals.fuzz_readers import FLOOR, Case, Tally, make_case, run_all, run_case, run_one
from evals.fuzz_seeds import Seed, make_seeds

from dateline.errors import BoundsError
from dateline.model import Article, Capture, Dropped
from dateline.read.readers import READERS, read_source
from dateline.read.source import Source
from evals import fuzz_readers


@pytest.mark.parametrize("seed", make_seeds(), ids=lambda seed: seed.name)
def test_sound_inputs_are_read(seed: Seed) -> None:
    records = list(read_source(Source(seed.name, seed.name, BytesIO(seed.data), None)))
    captures = [record for record in records if isinstance(record, Capture)]
    assert captures
    for capture in captures:
        assert any(isinstance(row, Article) for row in clean_alone(capture)), capture.uri
    assert {record.reason for record in records if isinstance(record, Dropped)} <= {
        "not a page"
    }  # of a crawl's records


def test_every_reader_is_fuzzed() -> None:
    assert {reader.name for reader in READERS} == {seed.reader for seed in make_seeds()}


def test_an_input_depends_on_its_numbers_alone() -> None:
    assert [make_case(1, 7), make_case(1, 8)] == [make_case(1, 7), make_case(1, 8)]
    assert make_case(1, 7).data != make_case(2, 7).data


def test_crashes_and_inputs_that_vanish_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    seed = make_seeds()[0]
    case = Case(0, seed, seed.name, seed.data, ())
    assert run_case(case) == ("article",)
    monkeypatch.setattr(fuzz_readers, "read_source", lambda _: [])
    assert run_case(case)[0].startswith("FAILED: the reader gave no record")
    monkeypatch.setattr(
        fuzz_readers, "read_source", lambda _: [Dropped(stage="read", subject="a", reason="x", detail="")]
    )
    assert run_case(case)[0].startswith("FAILED: a refusal without words")
    monkeypatch.setattr(fuzz_readers, "read_source", lambda _: 1 // 0)
    assert run_case(case)[0].startswith("FAILED: ZeroDivisionError")


def test_hangs_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def run_out(*_: object, **__: object) -> None:
        raise BoundsError("too slow", "it took too long")

    monkeypatch.setattr(fuzz_readers, "run_bounded", run_out)
    assert run_one(1, 5)[0][3] == ("FAILED: too slow",)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_two_thousand_broken_inputs() -> None:
    tally = Tally()
    run_all(3, range(2_000), tally)
    assert sum(tally.readers.values()) == 2_000
    assert len(tally.failures) <= FLOOR["failures"], tally.failures[:5]
    assert tally.outcomes["article"] > 1_000
