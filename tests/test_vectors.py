"""Vectors keep their direction in few bytes."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dateline.vectors import pack_vector, unpack_vectors

WIDTH = 384


@given(st.integers(0, 10_000), st.floats(0.125, 1000, width=32))
def test_cosines_are_kept(seed: int, length: float) -> None:
    left, right = np.random.default_rng(seed).standard_normal((2, WIDTH)).astype(np.float32)
    kept = unpack_vectors([pack_vector(left * np.float32(length)), pack_vector(right)], WIDTH)
    true = float(left @ right / np.linalg.norm(left) / np.linalg.norm(right))
    assert abs(float(kept[0] @ kept[1]) - true) < 0.003


@given(arrays(np.float32, WIDTH, elements=st.floats(-1e6, 1e6, width=32)))
def test_any_vector_is_packed(vector: np.ndarray) -> None:
    packed = pack_vector(vector)
    assert len(packed) in (0, WIDTH)
    (row,) = unpack_vectors([packed], WIDTH)
    assert np.isfinite(row).all()
    assert np.linalg.norm(row) <= 1.001
