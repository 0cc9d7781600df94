"""Measures taking articles out of pages on one core: Dateline's ``extract`` beside trafilatura alone.

    python -m benchmarks.bench_extract [FOLDER …] [--rounds 5]

FOLDER holds pages as ``.html`` or ``.html.gz``; without one it takes those of ``data/extraction/{aeb,sites}`` under
DATELINE_DATA (default ``../shared``). Every reader takes all pages in turn, round after round, so that a busy machine
slows all alike. Printed are pages a second of processor time, least, median and most of the rounds, and the time
that the slowest page took in the median round, in milliseconds.
"""

from __future__ import annotations

import argparse
import gzip
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from trafilatura import bare_extraction

from dateline.clean.extract import extract_capture
from dateline.ids import content_id
from dateline.model import Capture, Stated
from dateline.read.decode import decode_bytes
from dateline.settings import ExtractSettings
from dateline.stage import Batch


def read_dateline(markup: str) -> object:
    """The whole stage: text, fields, dates, live blog or not, language, outline."""
    capture = Capture(
        capture_id=content_id(markup),
        uri="page.html",
        sha256="",
        body=b"",
        media="html",
        charset="utf-8",
        text=markup,
        stated=Stated(),
        had=None,
    )
    return list(extract_capture(Batch(capture.capture_id, {Capture: (capture,)}), ExtractSettings()))


def read_text(markup: str) -> object:
    """trafilatura, fast, the text alone."""
    return bare_extraction(markup, fast=True, include_comments=False, with_metadata=False)


def read_fields(markup: str) -> object:
    """trafilatura, fast, with its metadata."""
    return bare_extraction(markup, fast=True, include_comments=False, with_metadata=True)


def read_default(markup: str) -> object:
    """trafilatura as it comes, with its metadata."""
    return bare_extraction(markup, include_comments=False, with_metadata=True)


READERS: dict[str, Callable[[str], object]] = {
    "dateline extract": read_dateline,
    "trafilatura fast, text": read_text,
    "trafilatura fast, fields": read_fields,
    "trafilatura, fields": read_default,
}
"""What is measured, by name."""


def main() -> None:
    """Print one row for each reader."""
    data = Path(os.environ.get("DATELINE_DATA", "../shared")) / "data" / "extraction"
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[data / "aeb", data / "sites"])
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    pages = load_pages(args.folders)
    print(f"{len(pages)} pages, {sum(map(len, pages)) / 1e6:.1f} million characters, {args.rounds} rounds")
    print(f"{'reader':26} {'pages/s least':>13} {'median':>7} {'most':>7} {'slowest page ms':>16}")
    rounds: dict[str, list[list[float]]] = {name: [] for name in READERS}
    for _ in range(args.rounds):
        for name, read in READERS.items():
            rounds[name].append(measure(read, pages))
    for name, times in rounds.items():
        rates = sorted(len(pages) / sum(each) for each in times)
        slowest = median(max(each) for each in times)
        print(f"{name:26} {rates[0]:13.1f} {median(rates):7.1f} {rates[-1]:7.1f} {1000 * slowest:16.0f}")


def load_pages(folders: Sequence[Path]) -> list[str]:
    """Read the pages of folders, decoded as Dateline decodes them."""
    found = []
    for path in sorted(path for folder in folders for path in folder.rglob("*.html*")):
        body = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        decoded = decode_bytes(body, markup=True)
        if decoded:
            found.append(decoded.text)
    return found


def measure(read: Callable[[str], object], pages: Sequence[str]) -> list[float]:
    """Return the seconds of processor time that each page takes."""
    times = []
    for page in pages:
        start = time.process_time()
        read(page)
        times.append(time.process_time() - start)
    return times


if __name__ == "__main__":
    main()
