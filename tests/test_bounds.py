"""Calls in a child process with bounds: what they return, how they end, and that nothing of them stays behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from dateline import bounds
from dateline.bounds import run_bounded
from dateline.errors import BoundsError

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is bounded where the system can")


def add(left: int, right: int) -> int:
    return left + right


def tell_process() -> int:
    return os.getpid()


def spin() -> None:
    while True:
        pass


def rest() -> None:
    time.sleep(600)


def take(megabytes: int) -> int:
    return len(bytes(megabytes * 1_000_000))


def die() -> None:
    os._exit(7)


def fail(word: str) -> None:
    raise KeyError(word)


class OddError(Exception):
    """Cannot be read again once it was pickled."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(one)
        self.two = two


def fail_oddly() -> None:
    raise OddError("odd", "more")


def speak() -> str:
    sys.stdout.write("this goes nowhere\n")
    os.write(1, b"nor this")
    return sys.stdin.read()


def call_within(number: int) -> int:
    return run_bounded(add, (number, 1), seconds=5, megabytes=100)


def run_out(function: object, *args: object, seconds: float = 5.0, megabytes: int = 300) -> str:
    assert callable(function)
    with pytest.raises(BoundsError) as error:
        run_bounded(function, args, seconds=seconds, megabytes=megabytes)
    assert "MB for one input" in error.value.detail
    return error.value.reason


def test_result_comes_back_and_the_child_is_kept() -> None:
    assert run_bounded(add, (2, 3), seconds=5, megabytes=100) == 5
    first, second = (run_bounded(tell_process, (), seconds=5, megabytes=100) for _ in range(2))
    assert first == second != os.getpid()


def test_what_is_too_slow_is_killed_and_the_next_call_works() -> None:
    before = run_bounded(tell_process, (), seconds=5, megabytes=100)
    started = time.monotonic()
    assert run_out(spin, seconds=0.3) == "too slow"
    assert time.monotonic() - started < 20
    assert run_bounded(add, (1, 1), seconds=5, megabytes=100) == 2
    with pytest.raises(ProcessLookupError):  # neither alive nor a zombie
        os.kill(before, 0)


def test_a_child_that_only_waits_is_killed_by_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    run_bounded(add, (1, 1), seconds=5, megabytes=100)
    monkeypatch.setattr(bounds, "_START_SECONDS", 0.2)
    assert run_out(rest, seconds=0.1) == "too slow"


@linux
def test_memory_is_bounded_and_the_next_call_works() -> None:
    assert run_out(take, 900, megabytes=300) == "too much memory"
    assert run_bounded(take, (100,), seconds=5, megabytes=300) == 100_000_000


def test_a_child_that_dies_is_told_from_a_slow_one() -> None:
    assert run_out(die) == "crashed"
    assert run_bounded(add, (1, 1), seconds=5, megabytes=100) == 2


def test_a_child_killed_between_calls_is_replaced() -> None:
    child = run_bounded(tell_process, (), seconds=5, megabytes=100)
    os.kill(child, signal.SIGTERM)
    time.sleep(0.3)
    assert run_bounded(tell_process, (), seconds=5, megabytes=100) != child


def test_errors_of_the_function_are_raised_here() -> None:
    with pytest.raises(KeyError, match="word"):
        run_bounded(fail, ("word",), seconds=5, megabytes=100)
    with pytest.raises(RuntimeError, match="OddError: odd"):
        run_bounded(fail_oddly, (), seconds=5, megabytes=100)


def test_large_arguments_and_results_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    large = os.urandom(1000) * 40_000
    assert run_bounded(bytes.upper, (large,), seconds=20, megabytes=400) == large.upper()


def test_what_a_parser_prints_does_not_break_the_talk() -> None:
    assert run_bounded(speak, (), seconds=5, megabytes=100) == ""


def test_threads_take_turns() -> None:
    results: list[int] = []
    threads = [threading.Thread(target=lambda at=at: results.append(call_within(at))) for at in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(results) == list(range(1, 9))


@pytest.mark.parametrize("method", ["spawn", "fork"])
def test_works_in_worker_processes(method: str) -> None:
    call_within(0)
    with ProcessPoolExecutor(2, mp_context=get_context(method)) as pool:
        assert list(pool.map(call_within, range(6))) == list(range(1, 7))
    assert call_within(1) == 2


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGKILL], ids=["Ctrl-C", "kill -9"])
def test_no_child_outlives_its_parent(tmp_path: Path, sent: signal.Signals) -> None:
    note = tmp_path / "pid"
    code = (
        f"import sys; sys.path[:] = {sys.path!r}\n"
        "from pathlib import Path\nimport os\nfrom dateline.bounds import run_bounded\n"
        f"Path({str(note)!r}).write_text(str(run_bounded(os.getpid, (), seconds=5, megabytes=100)))\n"
        "run_bounded(eval, ('sum(1 for _ in iter(int, 1))',), seconds=2, megabytes=100)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE, start_new_session=True)
    until = time.monotonic() + 30
    while not (note.exists() and note.read_text()) and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(0.2)
    parent.send_signal(sent)
    _, told = parent.communicate(timeout=30)
    assert (b"KeyboardInterrupt" in told) == (sent == signal.SIGINT)
    child = int(note.read_text())
    while Path(f"/proc/{child}").exists() and time.monotonic() < until:
        time.sleep(0.05)
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)
