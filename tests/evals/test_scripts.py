"""The scripts beside the package still run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-m", "evals.check_floors"], "0 of "),
        (["benchmarks/bench_road.py", "examples/harbour", "--runs", "1"], "4 articles, 1 runs"),
    ],
)
def test_a_script_runs(arguments: list[str], said: str) -> None:
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert said in done.stdout
