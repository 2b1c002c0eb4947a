"""What the order of sentences adds."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.trace.order import order_gain

DIAGONAL = np.eye(9, dtype=np.float32) * np.float32(0.3)


def test_one_order_in_both_is_a_gain_and_the_reverse_none() -> None:
    assert order_gain(DIAGONAL) == pytest.approx((9 * 0.3 - 0.3) / 3, abs=1e-5)
    assert order_gain(DIAGONAL[::-1]) == 0.0


def test_one_subject_throughout_is_no_order() -> None:
    assert order_gain(np.full((6, 8), 0.5, np.float32)) == pytest.approx(0.0, abs=1e-5)


def test_chance_likenesses_count_nothing() -> None:
    assert order_gain(DIAGONAL * np.float32(0.5)) == 0.0


@given(st.integers(0, 7), st.integers(0, 7), st.integers(0, 99))
def test_any_likenesses_give_the_same_from_either_side(rows: int, columns: int, seed: int) -> None:
    cosines = np.random.default_rng(seed).random((rows, columns)).astype(np.float32)
    assert 0.0 <= order_gain(cosines) <= 1.0
    assert order_gain(cosines.T) == pytest.approx(order_gain(cosines), abs=1e-4)
