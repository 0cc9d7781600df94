"""Runs a function in a process of its own and tells what it took: seconds, and the most memory held at once."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from dateline import bounds

T = TypeVar("T")

_PEAK = re.compile(r"VmHWM:\s+(\d+) kB")


def measure(function: Callable[..., T], *args: object) -> tuple[T, float, float]:
    """Return the result, the processor seconds, and the peak in MB of the process and of its bounded child, summed.

    What importing takes is in the peak: about 60 MB for each. Linux only: ``getrusage`` tells of a new process the peak
    of the one that started it.
    """
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_run, function, args).result()


def _run(function: Callable[..., T], args: tuple[object, ...]) -> tuple[T, float, float]:
    started = sum(_times())
    result = function(*args)
    child = bounds._CHILDREN._child
    peak = _read_peak("self") + (_read_peak(str(child.pid)) if child else 0.0)
    bounds._CHILDREN.stop()  # only the time of what has ended is told
    return result, sum(_times()) - started, peak


def _times() -> tuple[float, float]:
    import resource

    child = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time(), child.ru_utime + child.ru_stime


def _read_peak(process: str) -> float:
    try:
        found = _PEAK.search(Path(f"/proc/{process}/status").read_text(encoding="ascii"))
    except OSError:  # it was killed: its bound is known
        return 0.0
    return int(found.group(1)) / 1000 if found else 0.0
