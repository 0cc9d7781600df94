"""Vectors in records: directions only, one signed byte for each of their numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

STEPS = 400
"""Steps to a length of 1: numbers up to .3175 keep their value, and 99.99 % of those in the reader's vectors are below;
cosines keep within .003."""


def pack_vector(vector: npt.NDArray[np.float32]) -> bytes:
    """Return a vector's direction as signed bytes; nothing for one of length 0."""
    length = float(np.linalg.norm(vector))
    if not length:
        return b""
    return bytes(np.clip(np.rint(vector * (STEPS / length)), -127, 127).astype(np.int8).tobytes())


def unpack_vectors(packed: Sequence[bytes], width: int) -> npt.NDArray[np.float32]:
    """Return the directions of packed vectors, a row each of length 1; a row of zeros for an empty one."""
    rows = np.zeros((len(packed), width), np.float32)
    for at, row in enumerate(packed):
        if row:
            rows[at] = np.frombuffer(row, np.int8)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: npt.NDArray[np.float32] = (rows / np.where(lengths, lengths, 1)).astype(np.float32)
    return unit
