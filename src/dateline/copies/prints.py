"""Fingerprints of a text's word runs, by winnowing (Schleimer, Wilkerson and Aiken 2003)."""

from __future__ import annotations

from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from dateline.words import fold

Hashes = NDArray[np.uint64]

_LETTERS = bytes(byte if chr(byte).isalnum() or byte >= 0x80 else 0x20 for byte in range(256))
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_MIX = (np.uint64(0xFF51AFD7ED558CCD), np.uint64(0xC4CEB9FE1A85EC53))
_SHIFT = np.uint64(33)


def split_words(text: str) -> list[bytes]:
    """Return a text's folded words. They part at hyphens and apostrophes, since houses differ in these."""
    return fold(text).encode("utf-8", "surrogatepass").translate(_LETTERS).split()


def hash_runs(words: list[bytes], size: int) -> Hashes:
    """Return a 64-bit hash of every run of ``size`` neighbouring words, the same on every machine."""
    if len(words) < size:
        return np.empty(0, np.uint64)
    hashes = _mix(np.fromiter(map(crc32, words), np.uint64, len(words)))
    runs = np.zeros(len(words) - size + 1, np.uint64)
    for at in range(size):
        runs = runs * _FACTOR + hashes[at : at + len(runs)]
    return _mix(runs)


def _mix(hashes: Hashes) -> Hashes:
    """Spread hashes evenly over 64 bits (the finalizer of MurmurHash3)."""
    for factor in _MIX:
        hashes = (hashes ^ (hashes >> _SHIFT)) * factor
    return hashes ^ (hashes >> _SHIFT)


def winnow(runs: Hashes, window: int) -> Hashes:
    """Keep the smallest hash of every ``window`` neighbouring ones; sorted, each once."""
    if len(runs) <= window:
        return runs.min(keepdims=True) if len(runs) else runs
    least, span = runs, 1
    while span < window:
        step = min(span, window - span)
        least = np.minimum(least[:-step], least[step:])
        span += step
    kept = _drop_repeats(least)
    kept.sort()
    return _drop_repeats(kept)


def _drop_repeats(hashes: Hashes) -> Hashes:
    """Return each stretch of equal hashes as one."""
    is_new = np.empty(len(hashes), np.bool_)
    is_new[0] = True
    np.not_equal(hashes[1:], hashes[:-1], out=is_new[1:])
    return hashes[is_new]
