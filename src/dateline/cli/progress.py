"""Progress on a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn


class Bars:
    """A progress bar per stage on standard error; draws nothing where that is no terminal."""

    def __init__(self, quiet: bool) -> None:
        console = Console(stderr=True)
        columns = (TextColumn("{task.description:<10}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self._progress = Progress(*columns, console=console, transient=True, disable=quiet or not console.is_terminal)
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Bars:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def start(self, stage: str, total: int) -> None:
        """Show a stage's bar; a stage with nothing to do gets none."""
        if total:
            self._tasks[stage] = self._progress.add_task(stage, total=total)

    def step(self, stage: str, done: int) -> None:
        """Move a stage's bar."""
        if stage in self._tasks:
            self._progress.update(self._tasks[stage], completed=done)

    def end(self, stage: str) -> None:
        """Take a stage's bar away."""
        if stage in self._tasks:
            self._progress.remove_task(self._tasks.pop(stage))
