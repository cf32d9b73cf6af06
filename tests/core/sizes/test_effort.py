"""What a computation costs is known before it begins; what costs too much is refused with the figures."""

import numpy as np
import pytest

from convviz.core.kernels.kernel import Kernel
from convviz.core.sizes.effort import MOST_BYTES, MOST_WORK, Effort, effort
from convviz.core.sizes.settings import PoolSettings, Settings
from convviz.core.sizes.shapes import output_size
from convviz.core.stages.pipeline import chain

LARGE = Kernel(np.ones((31, 31)))


def test_every_comparison_of_a_pooling_is_counted():
    size = output_size((6, 10), (2, 3), stride=(2, 3))
    found = effort(((7, 12, 3), (6, 10, 3), (6, 10, 3), (3, 3, 3)), 1000, size)
    rows, columns = 3 * 10 * 2, 3 * 3 * 3  # of one map: along the rows, then along the columns
    assert found == Effort(1000 + 3 * (rows + columns), 4 * 3 * (7 * 12 + 2 * 60 + 9), 3 * 84)


def test_the_limits_themselves_fit():
    Effort(MOST_WORK, MOST_BYTES, 1).check()
    with pytest.raises(ValueError, match="this takes 6.1 GB of memory; the limit is 6 GB"):
        Effort(0, MOST_BYTES + 10**8, 1).check()
    with pytest.raises(ValueError, match="100,001,000,000 steps of arithmetic; the limit is 100,000,000,000"):
        Effort(MOST_WORK + 10**6, 0, 1).check()
    Effort(3000 * 10**8, 0, 10**8).check()


@pytest.mark.parametrize(
    ("shape", "changes"),
    [
        ((9, 9), {"padding": "full", "dilation": (500, 500)}),
        ((500, 500, 3), {"padding": "full", "dilation": (500, 500), "channels": "each"}),
    ],
)
def test_a_small_picture_that_would_become_a_huge_one_is_refused(shape, changes):
    with pytest.raises(ValueError, match=r"^this takes .*; the limit is |the limit is 1,000,000,000$"):
        chain(shape, Settings(LARGE, **changes))


def test_the_largest_picture_with_the_largest_kernel_is_not():
    pool = PoolSettings("max", (1000, 1000), (1, 1), "same")
    found = chain((10_000, 10_000, 3), Settings(LARGE, padding="same", channels="each", pool=pool))
    assert found.pooling == (10_000, 10_000, 3)
