"""The one sum of products: its order, and that nothing but the window and the weights decides."""

from __future__ import annotations

import itertools
import os
import sys
import threading
import tracemalloc
from functools import partial
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import signal

from convviz.core import Image, Kernel, Settings, cross_correlate, run, trace, trace_window
from convviz.core.operations.convolution import prepare
from convviz.core.sizes.padding import pad
from convviz.core.sums import adding, job, maps
from convviz.core.sums.adding import agree, compiler
from convviz.core.sums.job import Cancelled, Control
from convviz.core.sums.native import Compiler
from convviz.core.sums.two_passes import factors


def in_order(window: np.ndarray, weights: np.ndarray) -> Any:
    """The order of addition, one rounding after the other: (kh, kw, C) both, of one type."""
    kind = window.dtype.type
    total = kind(0)
    with np.errstate(all="ignore"):
        for c in range(window.shape[2]):
            channel = kind(0)
            for i in range(window.shape[0]):
                row = kind(0)
                for j in range(window.shape[1]):
                    row = kind(row + kind(window[i, j, c] * weights[i, j, c]))
                channel = kind(channel + row)
            total = kind(total + channel)
    return total


def bits(values: Any) -> bytes:
    return np.ascontiguousarray(values).tobytes()


@st.composite
def problems(draw: st.DrawFn) -> Any:
    """An oblong picture, an oblong kernel, and settings that fit them."""
    number = partial(draw, st.integers(1, 3))
    kernel = (draw(st.integers(1, 5)), draw(st.integers(1, 9)), draw(st.sampled_from([1, 2, 3])))
    stride, dilation = (number(), number()), (number(), number())
    sides = tuple((draw(st.integers(0, 4)), draw(st.integers(0, 4))) for _ in range(2))
    reach = [d * (k - 1) + 1 for d, k in zip(dilation, kernel[:2], strict=True)]
    size = [max(1, r - a - b) + draw(st.integers(0, 40)) for r, (a, b) in zip(reach, sides, strict=True)]
    kind = draw(st.sampled_from(["f4", "f8", "u1", "u2", "i2"]))
    fill = draw(st.sampled_from(["zero", 0.3, "mean", "edge", "wrap", "reflect", "symmetric"]))
    numbers = np.random.default_rng(draw(st.integers(0, 2**32)))
    image = (numbers.uniform(0, 200, (*size, kernel[2]))).astype(kind)
    options = {"stride": stride, "dilation": dilation, "padding": sides, "fill": fill}
    return image, numbers.normal(size=kernel), options


@settings(max_examples=150, deadline=None)
@given(problem=problems(), data=st.data())
@pytest.mark.parametrize("machine", [True, False])
def test_every_value_is_added_up_in_the_written_order(machine: bool, problem: Any, data: Any) -> None:
    image, kernel, options = problem
    with pytest.MonkeyPatch.context() as patch:
        if machine:
            assert compiler.wait()
        else:
            patch.setattr(compiler, "loops", {})
        answer = cross_correlate(image, kernel, **options)
    kind = answer.dtype
    padded = pad(image.astype(np.float64), options["padding"], options["fill"]).astype(kind)
    row, column = (data.draw(st.integers(0, size - 1)) for size in answer.shape)
    (down, across), (apart, beside) = options["stride"], options["dilation"]
    window = padded[row * down :: apart, column * across :: beside][: kernel.shape[0], : kernel.shape[1]]
    assert bits(answer[row, column]) == bits(in_order(window, kernel.astype(kind)))


@pytest.mark.parametrize("kernel_shape", [(3, 3), (5, 2), (7, 7), (31, 31)])
@pytest.mark.parametrize("padding", ["valid", "same"])
@pytest.mark.parametrize("kind", ["f4", "u1"])
def test_equal_windows_give_equal_bits_wherever_they_lie(
    way: str, kernel_shape: Any, padding: str, kind: str
) -> None:
    """The same patch at every column of a wide picture, and in another row, block and picture."""
    numbers = np.random.default_rng(4)
    patch = numbers.uniform(0, 255, kernel_shape).astype(kind)
    kernel = numbers.normal(size=kernel_shape)
    alone = cross_correlate(patch, kernel)
    for width in (1, 3, 16, 70):
        tiled = np.tile(patch, (2, width))
        answer = cross_correlate(tiled, kernel, padding=padding)
        left = (kernel_shape[1] - 1) // 2 if padding == "same" else 0
        top = (kernel_shape[0] - 1) // 2 if padding == "same" else 0
        for row in (top, top + kernel_shape[0]):
            line = answer[row, left :: kernel_shape[1]][:width] if row < len(answer) else answer[:0, 0]
            assert {bits(value) for value in line} <= {bits(alone[0, 0])}
    many = cross_correlate(patch, np.repeat(kernel[:, :, None, None], 19, axis=3))
    assert bits(many[0, 0]) == bits(alone[0, 0]) * 19


@pytest.mark.parametrize("shift", [(0, 1), (1, 0), (3, 17), (40, 5)])
@pytest.mark.parametrize("filters", [1, 7, 32])
def test_a_picture_that_moves_moves_its_maps(way: str, shift: tuple[int, int], filters: int) -> None:
    numbers = np.random.default_rng(5)
    image = np.zeros((120, 97, 3), np.float32)
    image[9:60, 20:70] = numbers.normal(size=(51, 50, 3))
    kernel = numbers.normal(size=(5, 3, 3, filters))
    moved = cross_correlate(np.roll(image, shift, (0, 1)), kernel, padding="same")
    expected = np.roll(cross_correlate(image, kernel, padding="same"), shift, (0, 1))
    assert bits(moved) == bits(expected)


@pytest.mark.parametrize("height", [1, 5, 64, 333])
def test_blocks_and_threads_change_nothing(way: str, height: int, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = np.random.default_rng(6)
    image = numbers.uniform(0, 255, (333, 90, 3)).astype(np.uint8)
    for kernel in (numbers.normal(size=(5, 4, 3)), numbers.normal(size=(3, 3, 3, 10)), np.ones((11, 12)) / 7):
        expected = cross_correlate(image, kernel, padding="same", stride=(1, 2))
        monkeypatch.setattr(maps, "BLOCK", height * image[0].size * 4)
        answer = cross_correlate(image, kernel, padding="same", stride=(1, 2))
        monkeypatch.undo()
        assert bits(answer) == bits(expected)


@pytest.mark.parametrize("dilation", [1, 2])
@pytest.mark.parametrize("stride", [1, 3])
@pytest.mark.parametrize("shape", [(11, 12), (31, 31), (12, 9)])
def test_large_columns_times_rows_take_two_passes(way: str, shape: Any, stride: int, dilation: int) -> None:
    numbers = np.random.default_rng(7)
    column, row = numbers.normal(size=shape[0]), numbers.normal(size=shape[1])
    kernel = np.outer(column, row)
    assert factors(kernel[:, :, None]) is not None
    image = numbers.uniform(0, 1, (90, 101, 2)).astype(np.float32)
    options = {"stride": stride, "dilation": dilation, "padding": 4, "fill": 0.5}
    if any(dilation * (k - 1) + 1 > size + 8 for k, size in zip(shape, image.shape, strict=False)):
        return
    answer = cross_correlate(image, kernel, **options)
    exact = cross_correlate(image.astype(np.float64), kernel[:, :, None, None].repeat(2, 2), **options)
    np.testing.assert_allclose(answer, exact[:, :, 0], rtol=1e-4, atol=2e-5)


def test_whole_kernels_that_are_split_stay_exact(way: str) -> None:
    numbers = np.random.default_rng(8)
    kernel = np.outer(numbers.integers(-3, 4, 13) * 2 + 1, numbers.integers(1, 5, 11))
    image = numbers.integers(0, 256, (60, 50))
    expected = signal.correlate2d(image, kernel, "valid")
    np.testing.assert_array_equal(cross_correlate(image, kernel), expected)


def test_nothing_is_known_of_machine_code_that_adds_up_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    """Loops whose bits are not NumPy's are never used."""
    assert compiler.wait()
    made = dict(compiler.loops)
    assert adding.agree(made)
    for name, function in made.items():
        wrong = {**made, name: lambda table, first, last, run=function: run(table, first, last - 1)}
        assert not adding.agree(wrong), name
    other = Compiler(agree)
    monkeypatch.setattr(
        other, "_compiled", lambda: iter([{"own_f4": made["own_f4"]}, {"lines_f4": made["own_f4"]}])
    )
    assert not other.wait()
    assert list(other.loops) == ["own_f4"]
    assert other.problem is not None
    assert "lines_f4" in other.problem


def test_without_llvmlite_numpy_serves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "llvmlite.binding", None)
    other = Compiler(agree)
    assert not other.wait()
    assert other.problem is not None
    assert "llvmlite" in other.problem


def test_much_work_by_numpy_asks_for_machine_code(monkeypatch: pytest.MonkeyPatch) -> None:
    other, begun = Compiler(agree), threading.Event()
    monkeypatch.setattr(other, "start", begun.set)
    other.spend(1000)
    assert not begun.is_set()
    other.spend(10**9)
    assert begun.is_set()


def test_cancelling_stops_every_kind_of_map(way: str) -> None:
    numbers = np.random.default_rng(7)
    for shape in ((3, 3), (16, 16), (3, 3, 1, 2)):
        job = prepare(numbers.standard_normal((600, 500)), numbers.standard_normal(shape))
        answers = iter(itertools.chain([False], itertools.repeat(True)))
        with pytest.raises(Cancelled):
            maps.compute(job, np.empty(job.shape), None, Control(cancelled=lambda a=answers: next(a)))


def test_progress_rises_to_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(maps, "share", partial(maps.share, threads=1))
    job = prepare(np.ones((900, 900)), np.random.default_rng(8).standard_normal((5, 5)))
    heard: list[float] = []
    maps.compute(job, np.empty(job.shape), None, Control(progress=heard.append))
    assert heard == sorted(heard)
    assert len(heard) > 2
    assert heard[-1] == 1


@pytest.mark.parametrize("kernel_shape", [(3, 3), (16, 16)])
def test_images_that_are_views_and_read_only(way: str, kernel_shape: Any) -> None:
    numbers = np.random.default_rng(9)
    image = numbers.standard_normal((200, 180))
    kernel = numbers.standard_normal(kernel_shape)
    view = np.ascontiguousarray(image.T).T[::-1][::-1]
    view.setflags(write=False)
    assert bits(cross_correlate(view, kernel)) == bits(cross_correlate(image, kernel))


@pytest.mark.parametrize("kernel_shape", [(3, 3), (9, 1), (7, 7), (31, 31)])
@pytest.mark.parametrize("padding", ["valid", "same"])
@pytest.mark.parametrize("channels", [1, 3])
def test_memory_stays_below_three_times_the_image(kernel_shape: Any, padding: str, channels: int) -> None:
    assert compiler.wait()
    image = np.random.default_rng(10).random((1500, 2000, channels), np.float32)
    kernel = np.random.default_rng(11).standard_normal(kernel_shape)
    tracemalloc.start()
    cross_correlate(image, kernel, padding=padding)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak + image.nbytes < 3 * image.nbytes


def test_the_interpreter_is_free_while_sums_are_added_up() -> None:
    """Another thread gets its turn though the interpreter would never take it away from this one."""
    assert compiler.wait()
    image = np.random.default_rng(12).random((60, 60), np.float32)
    kernel = np.random.default_rng(13).standard_normal((5, 5))
    usual, began, other_had_a_turn = sys.getswitchinterval(), threading.Event(), threading.Event()

    def window() -> None:
        began.set()
        go.wait()
        other_had_a_turn.set()

    go = threading.Event()
    other = threading.Thread(target=window)
    other.start()
    began.wait()
    try:
        sys.setswitchinterval(1000)
        go.set()
        for _ in range(10_000):
            cross_correlate(image, kernel)
            if other_had_a_turn.is_set():
                break
        assert other_had_a_turn.is_set()
    finally:
        sys.setswitchinterval(usual)
        other.join()


@settings(max_examples=100, deadline=None)
@given(problem=problems(), data=st.data())
def test_a_trace_ends_at_the_value_to_the_last_bit(problem: Any, data: Any) -> None:
    image, kernel, options = problem
    answer = cross_correlate(image, kernel, **options)
    row, column = (data.draw(st.integers(0, size - 1)) for size in answer.shape)
    trace = trace_window(image, kernel, row, column, **options)
    assert trace.value == trace.total == trace.running_sum[-1] == answer[row, column]
    assert trace.running_sum.size == kernel.size
    assert trace.channel_sums.shape == kernel.shape[2:]


def test_a_trace_of_a_split_kernel_ends_at_the_value(way: str) -> None:
    numbers = np.random.default_rng(14)
    image = numbers.uniform(0, 1, (40, 37, 3)).astype(np.float32)
    kernel = np.outer(numbers.normal(size=12), numbers.normal(size=13))
    answer = cross_correlate(image, kernel)
    for row, column in ((0, 0), (3, 20), (28, 24)):
        trace = trace_window(image, kernel, row, column)
        assert trace.running_sum[-1] == trace.total == answer[row, column]


def test_rows_are_added_up_before_they_are_added() -> None:
    """Numbers so unequal that the order shows: one by one they would give 7.5; the exact sum is 6."""
    image = np.array([[2.0**24, 1, 1], [1, -(2.0**24), 1]], np.float32)
    kernel = np.full((2, 3), 1.5)
    assert trace_window(image, kernel, 0, 0).running_sum.tolist() == [
        *(25165824, 25165826, 25165828),
        *(25165830, 6, 8),
    ]
    assert cross_correlate(image, kernel).tolist() == [[8.0]]


@pytest.mark.parametrize("kind", ["f4", "f8", "u1"])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_many_large_filters_are_single_maps(way: str, kind: str, count: int) -> None:
    numbers = np.random.default_rng(15)
    image = numbers.uniform(0, 200, (40, 37)).astype(kind)
    kernel = numbers.normal(size=(11, 12, 1, count))
    kernel[..., 0] = np.outer(kernel[:, 0, 0, 0], kernel[0, :, 0, 0])[:, :, None]
    single = [cross_correlate(image, kernel[..., k], padding="same") for k in range(count)]
    assert bits(cross_correlate(image, kernel, padding="same")) == bits(np.stack(single, axis=2))


def test_a_trace_without_padding_does_not_know_the_fill() -> None:
    """The fill decides the type of the sums only where it stands in a window."""
    image, kernel = np.array([[2.0**23 + 1, 2.0**23 + 3]], np.float32), [[1, 2]]
    for fill in ("zero", 0.5, "mean"):
        answer = cross_correlate(image, kernel, fill=fill)
        assert trace_window(image, kernel, 0, 0, fill=fill).value == answer[0, 0] == 25165831


def test_large_columns_times_rows_stay_in_the_range_of_their_type(way: str) -> None:
    bell = np.exp(-(np.arange(-5.0, 6) ** 2) / 8)
    image = np.zeros((31, 31), np.float32)
    image[0] = 1e38
    kernel = np.outer(bell, bell)
    expected = signal.correlate2d(image, kernel, "valid")[0, 0]
    assert cross_correlate(image, kernel)[0, 0] == pytest.approx(expected, rel=1e-5)


@pytest.mark.parametrize("weight", [1e-31, 1e-42, 1e-50])
def test_tiny_weights_keep_their_digits(weight: float) -> None:
    answer = cross_correlate(np.full((1, 1), 1e20, np.float32), [[weight]])
    assert answer[0, 0] == pytest.approx(1e20 * weight, rel=1e-7)


def test_the_sign_of_zero_is_the_same_in_a_trace() -> None:
    result = run(Image(np.zeros((3, 3), np.float32)), Settings(Kernel(np.ones((2, 2)), -2.0)))
    told = trace(result, "convolution", 0, 0).before_activation
    assert np.signbit(result.convolution[0, 0]) == np.signbit(told) == True  # noqa: E712


def test_without_threads_one_does_it_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: Any) -> None:
        raise RuntimeError("can't start new thread")

    image, kernel = np.random.default_rng(16).random((700, 600)), np.ones((3, 3))
    expected = cross_correlate(image, kernel)
    monkeypatch.setattr(job._helpers, "submit", refused)
    assert bits(cross_correlate(image, kernel)) == bits(expected)
    monkeypatch.setattr(threading.Thread, "start", refused)
    other = Compiler(agree)
    assert not other.wait()
    assert other.problem == "RuntimeError: can't start new thread"


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux to forbid machine code")
def test_where_memory_may_not_be_executed_numpy_serves(fresh_python: Any) -> None:
    """PR_SET_MDWE (65): from now on no memory becomes executable; LLVM would end in a segmentation fault."""
    code = "import ctypes; refused = ctypes.CDLL(None).prctl(65, 1, 0, 0, 0)\n"
    code += "from convviz.core.sums.adding import compiler\n"
    code += "print('unknown here' if refused else compiler.wait(), compiler.problem)"
    told = fresh_python(code)
    assert told.startswith("unknown here") or "False PermissionError" in told


@pytest.mark.skipif(sys.platform != "linux", reason="sets Linux' limit of memory")
def test_with_little_memory_numpy_serves(fresh_python: Any) -> None:
    code = "import resource, numpy\n"
    code += "used = 4096 * int(open('/proc/self/statm').read().split()[0])\n"
    code += "resource.setrlimit(resource.RLIMIT_AS, (used + (400 << 20),) * 2)\n"
    code += "from convviz.core.sums.adding import compiler; print(compiler.wait(), compiler.problem)"
    assert fresh_python(code).strip() == "False MemoryError: less than 512 MB of address space are left"


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="only Unix splits processes")
def test_a_process_split_off_meanwhile_adds_up_by_numpy(fresh_python: Any) -> None:
    code = "import os, warnings; warnings.simplefilter('ignore')\n"
    code += "from convviz.core.sums.adding import compiler; compiler.start(); child = os.fork()\n"
    code += "from convviz.core import cross_correlate\n"
    code += "ok = cross_correlate([[1, 2]], [[3, 4]])[0, 0] == 11\n"
    code += "told = compiler.wait() or compiler.problem\n"
    code += "if child == 0: os._exit(0 if ok and 'split off' in str(told) else 1)\n"
    code += "print(os.waitpid(child, 0)[1], compiler.wait())"
    assert fresh_python(code).strip() == "0 True"
