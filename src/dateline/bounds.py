"""A call with bounds: run in a child process that is killed when it takes too long or too much memory.

For parsers of other people's that a hostile input can drive into hours or gigabytes. What runs within a bound of time
may end otherwise on a slower machine, so this is the last net: bounds that depend on the input alone (bytes, depth,
number of tags, of objects, of pages) stand before it and refuse all that is known to be bad, and the bound of time is
set many times above what the worst input within them takes. The time is the child's own processor time, which other
work on the machine changes little; a much longer bound on the clock catches a child that waits.

One child is kept for many calls, as its start costs a second (the package and its parsers are imported); it is started
by the first call, and replaced after it was killed. This bounds accidents and bombs. It is no sandbox: what runs in the
child may read and write whatever Dateline may.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import pickle
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, TypeVar

from dateline.errors import BoundsError

T = TypeVar("T")

_START_SECONDS = 30.0
"""Allowed on the clock on top of the bound, for starting the child and for importing what it calls: 1.2 s on an idle
core, many times that on a busy one."""
_CLOCK_FACTOR = 4.0
"""Clock time allowed for a second of processor time: the machine may be at other work."""
_MOST_HELD_MB = 600
"""A child that holds more after a call is replaced: what a parser does not give back adds up."""
_DYING_SECONDS = 5.0
"""Waited for the end of a child that closed its side, before it is killed: its exit code tells what it died of."""
_LENGTH = struct.Struct("!Q")
_CHILD = "import sys; sys.path[:] = {path!r}; from dateline.bounds import serve; serve()"
_MB = 1_000_000


def run_bounded(function: Callable[..., T], args: tuple[object, ...], *, seconds: float, megabytes: int) -> T:
    """Return ``function(*args)``, computed in a child process that may use so much processor time and memory.

    ``function`` stands at the top of an importable module; arguments and result can be pickled. ``megabytes`` is what
    the call may take beyond what the child holds at its start; it is held only where the system can (``RLIMIT_AS``).
    Raises BoundsError when the call goes beyond its bounds or kills its process, and what the function itself raises.
    """
    request = pickle.dumps((function, args, seconds, megabytes), protocol=pickle.HIGHEST_PROTOCOL)
    return _CHILDREN.call(request, seconds, megabytes)  # type: ignore[no-any-return]


class _Children:
    """The one warm child of this process, and the lock that keeps two threads from talking to it at once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None

    def call(self, request: bytes, seconds: float, megabytes: int) -> Any:
        """Send a pickled request to the child and return the result; see ``run_bounded``."""
        with self._lock:
            child = self._child if self._child and self._child.poll() is None else self._start()
            clock = seconds * (_CLOCK_FACTOR if hasattr(signal, "setitimer") else 1.0) + _START_SECONDS
            late = threading.Event()
            watchdog = threading.Timer(clock, _kill_late, (child, late))
            watchdog.daemon = True
            watchdog.start()
            try:
                kind, value, held = _talk(child, request)
            except (OSError, EOFError, pickle.UnpicklingError):
                with contextlib.suppress(subprocess.TimeoutExpired):  # it is about to die: learn of what
                    child.wait(_DYING_SECONDS)
                raise BoundsError(_name_death(self.stop(), late.is_set()), _say(seconds, megabytes)) from None
            except BaseException:  # Ctrl-C: the child works on, and what it then says answers no question
                self.stop()
                raise
            finally:
                watchdog.cancel()
            if kind == "memory" or held > _MOST_HELD_MB * _MB:
                self.stop()
        if kind == "memory":
            raise BoundsError("too much memory", _say(seconds, megabytes))
        if kind == "raised":
            raise value
        return value

    def stop(self) -> int | None:
        """Kill the child and wait for its end, so that no zombie stays; return its exit code."""
        child, self._child = self._child, None
        if child is None:
            return None
        child.kill()
        for pipe in (child.stdin, child.stdout):
            with contextlib.suppress(OSError):  # what was not sent yet has nobody to go to
                if pipe:
                    pipe.close()
        return child.wait()

    def forget(self) -> None:
        """Give up the child without a word to it: after a fork it belongs to the parent."""
        self.__init__()  # type: ignore[misc]

    def _start(self) -> subprocess.Popen[bytes]:
        self.stop()
        code = _CHILD.format(path=sys.path)
        self._child = subprocess.Popen(
            [sys.executable, "-c", code],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for the parent, which ends the child
        )
        return self._child


_CHILDREN = _Children()
atexit.register(_CHILDREN.stop)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_CHILDREN.forget)


def _kill_late(child: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    child.kill()


def _talk(child: subprocess.Popen[bytes], request: bytes) -> tuple[str, Any, int]:
    assert child.stdin
    assert child.stdout
    _send(child.stdin, request)
    kind, value, held = pickle.loads(_receive(child.stdout))
    return kind, value, held


def _name_death(code: int | None, late: bool) -> str:
    slow = late or (hasattr(signal, "SIGPROF") and code == -signal.SIGPROF)
    return "too slow" if slow else "crashed"


def _say(seconds: float, megabytes: int) -> str:
    return f"a parser may take {seconds:g} s and {megabytes:,} MB for one input"


def _send(stream: IO[bytes], message: bytes) -> None:
    stream.write(_LENGTH.pack(len(message)))
    stream.write(message)
    stream.flush()


def _receive(stream: IO[bytes]) -> bytes:
    """Read one message; raises EOFError when the other side is gone."""
    (length,) = _LENGTH.unpack(_read_exactly(stream, _LENGTH.size))
    return _read_exactly(stream, length)


def _read_exactly(stream: IO[bytes], length: int) -> bytes:
    message = stream.read(length)
    if len(message) < length:
        raise EOFError
    return message


def serve() -> None:
    """Be the child: answer requests until the parent closes its end. What a parser prints goes nowhere."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    with contextlib.suppress(EOFError, OSError):
        while True:
            _send(answers, _answer(_receive(requests)))


def _answer(request: bytes) -> bytes:
    """Run one request and return the pickled answer: (returned, raised or memory; value; bytes held)."""
    try:
        function, args, seconds, megabytes = pickle.loads(request)
        del request
        with _bounds(seconds, megabytes):
            value = function(*args)
            return pickle.dumps(("returned", value, _held()), protocol=pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        return pickle.dumps(("memory", None, 0))
    except Exception as error:
        return _pack_error(error)


def _pack_error(error: Exception) -> bytes:
    """Pickle an exception; one that cannot be pickled, or not read again, goes as its words."""
    try:
        answer = pickle.dumps(("raised", error, _held()))
        pickle.loads(answer)
    except Exception:
        answer = pickle.dumps(("raised", RuntimeError(f"{type(error).__name__}: {error}"), _held()))
    return answer


@contextlib.contextmanager
def _bounds(seconds: float, megabytes: int) -> Iterator[None]:
    """Hold the bounds of this process; both are lifted before the answer is sent."""
    limit = _limit_memory(megabytes)
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)  # its signal kills where nobody handles it
    try:
        yield
    finally:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_PROF, 0)
        if limit is not None:
            _set_memory(*limit)


def _limit_memory(megabytes: int) -> tuple[int, int] | None:
    """Bound the address space; return the bounds before, or None where the system cannot do it."""
    try:
        import resource
    except ImportError:  # Windows
        return None
    mapped = _statm(0)
    if not mapped:  # without it nobody knows what to allow
        return None
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = mapped + megabytes * _MB
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    return (soft, hard) if _set_memory(wanted, hard) else None


def _set_memory(soft: int, hard: int) -> bool:
    import resource

    try:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
    except (OSError, ValueError):
        return False
    return True


def _held() -> int:
    return _statm(1)


def _statm(field: int) -> int:
    """Bytes of address space (field 0) or of memory (1) that this process has; 0 where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_bytes().split()[field]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, AttributeError):
        return 0
