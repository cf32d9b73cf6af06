"""The part of PyTorch that our snippets use, in NumPy: what is handed out runs where PyTorch is not.

It is as strict as PyTorch where the snippets could go wrong: no negative strides, one type of number, the
sides of the last axis first in ``pad``, bias by position.
"""

from __future__ import annotations

import sys
import types

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


class Tensor(np.ndarray):
    def permute(self, *axes):
        return self.transpose(axes)

    def numpy(self):
        return np.asarray(self)


def from_numpy(array):
    if any(stride < 0 for stride in array.strides):
        raise ValueError("PyTorch does not take arrays with negative strides")
    return array.view(Tensor)


def conv2d(x, weight, bias=None, stride=(1, 1), padding=0, dilation=(1, 1), groups=1):
    assert x.ndim == weight.ndim == 4
    assert x.dtype == weight.dtype
    assert padding == 0
    assert x.shape[1] == weight.shape[1] * groups
    assert weight.shape[0] % groups == 0
    reach = [d * (k - 1) + 1 for d, k in zip(dilation, weight.shape[2:], strict=True)]
    windows = sliding_window_view(np.asarray(x), reach, axis=(2, 3))
    windows = windows[:, :, :: stride[0], :: stride[1], :: dilation[0], :: dilation[1]]
    maps = [
        np.einsum("ncyxij,ocij->noyx", some, of)
        for some, of in zip(np.split(windows, groups, axis=1), np.split(weight, groups), strict=True)
    ]
    made = np.concatenate(maps, axis=1)
    if bias is not None:
        assert bias.shape == (weight.shape[0],)
        made = made + bias[:, None, None]
    return made.view(Tensor)


def pad(x, amounts, mode="constant", value=0.0):
    assert mode == "constant"
    left, right, top, bottom = amounts
    return np.pad(x, ((0, 0), (0, 0), (top, bottom), (left, right)), constant_values=value).view(Tensor)


def _pooled(x, size, stride):
    return sliding_window_view(np.asarray(x), size, axis=(2, 3))[:, :, :: stride[0], :: stride[1]]


def torch():
    """``torch`` with ``torch.nn.functional``, as entries of ``sys.modules``; the real one if it is there."""
    if "torch" in sys.modules:
        return {}
    names = ("torch", "torch.nn", "torch.nn.functional")
    top, nn, functional = modules = [types.ModuleType(name) for name in names]
    top.nn, nn.functional, top.float64 = nn, functional, np.float64
    top.from_numpy, top.tanh, top.abs = from_numpy, np.tanh, np.abs
    top.full = lambda shape, value, dtype: np.full(shape, value, dtype).view(Tensor)
    top.ones_like = np.ones_like
    top.sigmoid = lambda x: 1 / (1 + np.exp(-x))
    functional.conv2d, functional.pad = conv2d, pad
    functional.relu = lambda x: np.maximum(x, 0)
    functional.leaky_relu = lambda x, negative_slope: np.where(x < 0, negative_slope * x, x).view(Tensor)
    functional.max_pool2d = lambda x, size, stride: _pooled(x, size, stride).max((-2, -1)).view(Tensor)
    functional.avg_pool2d = lambda x, size, stride: _pooled(x, size, stride).mean((-2, -1)).view(Tensor)
    return dict(zip(names, modules, strict=True))
