"""The floating-point types that results have."""

from __future__ import annotations

from typing import Any

import numpy as np


def float_type(dtype: np.dtype[Any]) -> np.dtype[Any]:
    """The floating-point type that results of data of this type have (see `as_float`)."""
    if dtype.kind not in "buif":
        raise ValueError(f"values of type {dtype} are not real numbers")
    wide = dtype.itemsize > 4 if dtype.kind == "f" else dtype.itemsize > 2
    return np.dtype(np.float64 if wide else np.float32)
