"""Rounding of weights that looks at the states they meet. Left out where torch is absent."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch")
rounding = pytest.importorskip("training.reader.rounding")


def make_product() -> tuple[np.ndarray, np.ndarray]:
    """Return weights and states of channels that go together, one of them twenty times as loud."""
    chance = np.random.default_rng(4)
    states = chance.normal(size=(500, 6)) @ chance.normal(size=(6, 24)) + 0.1 * chance.normal(size=(500, 24))
    states = states.astype(np.float32)
    states[:, 3] *= 20
    return chance.normal(size=(24, 16)).astype(np.float32), states


def test_factors_change_no_product_and_even_the_channels() -> None:
    weight, states = make_product()
    factors = rounding.find_factors(weight, states)
    assert np.allclose((states / factors) @ (weight * factors[:, None]), states @ weight, atol=1e-3)
    before, after = np.abs(states).max(0), np.abs(states / factors).max(0)
    assert after.max() / after.min() < before.max() / before.min()


@pytest.mark.parametrize("steps", [7, 63])
def test_rounding_stays_in_bounds_and_loses_less_than_plain_rounding(steps: int) -> None:
    weight, states = make_product()
    whole, scale = rounding.round_weights(weight, states, steps)
    assert whole.dtype == np.int8 and np.abs(whole).max() <= steps
    plain = np.round(weight / scale) * scale
    mine, theirs = (np.square(states @ (rounded - weight)).mean() for rounded in (whole * scale, plain))
    assert mine < 0.8 * theirs
