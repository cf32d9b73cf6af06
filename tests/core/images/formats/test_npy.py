"""NPY: every order of axes that people keep pictures in, with the sentence that says how it was read."""

import io

import numpy as np
import pytest

from convviz.core.images.image import ImageError, Part, from_bytes

DICE = np.random.default_rng(2)


def npy(array: np.ndarray) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, array)
    return buffer.getvalue()


def test_one_axis_in_front() -> None:
    grey = DICE.random((5, 7))
    for values in (grey[None], grey[None, None], grey[None, None, None]):
        image = from_bytes(npy(values), "a.npy")
        assert np.array_equal(image.values, grey)
        assert str(image.note) == f"shape {values.shape}: the axes of length 1 in front are left out"
    assert from_bytes(npy(grey), "a.npy").note is None


def test_channels_first() -> None:
    colour = DICE.integers(0, 256, (5, 7, 3)).astype(np.uint8)
    image = from_bytes(npy(np.moveaxis(colour, 2, 0)), "a.npy")
    assert np.array_equal(image.values, colour)
    assert image.values.flags.c_contiguous
    assert str(image.note) == "shape (3, 5, 7): read as 3 channels of 5x7, red, green and blue"
    assert np.array_equal(from_bytes(npy(np.moveaxis(colour, 2, 0)[None]), "a.npy").values, colour)


@pytest.mark.parametrize("shape", [(9, 5, 7), (9, 5, 7, 3), (9, 3, 5, 7), (9, 5, 7, 1), (9, 1, 5, 7)])
@pytest.mark.parametrize("order", ["C", "F"])
def test_slices(shape: tuple[int, ...], order: str) -> None:
    stack = np.array(DICE.integers(0, 256, shape).astype(np.uint8), order=order)
    image = from_bytes(npy(stack), "a.npy", Part(4))
    slice_ = np.moveaxis(stack[4], 0, 2) if shape[1:] == (3, 5, 7) else stack[4].squeeze()
    assert np.array_equal(image.values, slice_)
    assert (image.frames, image.part.frame) == (9, 4)
    assert str(image.note) == f"shape {shape}: read as 9 pictures, one after the other"


def test_channels_that_are_no_colours_are_chosen() -> None:
    values = DICE.random((6, 7, 5))
    with pytest.raises(ImageError, match="^a.npy has 5 channels; one of them can be read as grey") as raised:
        from_bytes(npy(values), "a.npy")
    assert (raised.value.cause, raised.value.details["count"]) == ("channels", 5)
    assert np.array_equal(from_bytes(npy(values), "a.npy", Part(channels=(3,))).values, values[:, :, 3])
    image = from_bytes(npy(values), "a.npy", Part(channels=(4, 2, 0)))
    assert np.array_equal(image.values, values[:, :, [4, 2, 0]])
    with pytest.raises(ImageError, match="^a.npy has 5 channels; there is no number 6"):
        from_bytes(npy(values), "a.npy", Part(channels=(5,)))


def test_gaps_stay_gaps() -> None:
    values = np.array([[np.nan, 2.0], [5.0, np.nan]])
    image = from_bytes(npy(values), "a.npy")
    assert np.array_equal(image.values, values, equal_nan=True)
    assert (image.low, image.high) == (2, 5)


@pytest.mark.parametrize("shape", [(), (4,), (2, 3, 4, 5, 6), (0, 5), (7, 0, 5), (4, 5, 6, 7)])
def test_what_is_no_picture(shape: tuple[int, ...]) -> None:
    with pytest.raises(ImageError, match=r"^a.npy has (shape|no pixels)"):
        from_bytes(npy(np.zeros(shape)), "a.npy")


def test_only_the_slice_that_is_wanted_is_read() -> None:
    class Counted(io.BytesIO):
        count = 0

        def read(self, size: int | None = -1) -> bytes:
            data = super().read(size)
            Counted.count += len(data)
            return data

    from convviz.core.images.decode import PolledFile, decode

    stack = np.zeros((50, 100, 100), np.uint8)
    decode(PolledFile(Counted(npy(stack)), None), "a.npy", Part(49))
    assert Counted.count < 20_000
