from __future__ import annotations

import pytest

from convviz.app.dialogs.dialogs import error_sentence
from convviz.core.images import image as images
from convviz.core.images.arrays import ImageError


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (ImageError("a.png", "missing", ""), "a.png does not exist."),
        (
            ImageError("a.png", "too_large", "", megapixels=100.5, limit=100),
            "a.png has 100.5 megapixels; up to 100 megapixels can be opened.",
        ),
        (
            ImageError("a.npy", "shape", "", shape=(5, 5, 2)),
            "a.npy has the shape (5, 5, 2); a picture is (rows, columns) or (rows, columns, 3).",
        ),
        (ImageError("a.npy", "type", "", type="object"), "a.npy holds object values, not real numbers."),
        (
            ImageError("a.npy", "not_finite", "", count=2),
            "a.npy has infinite values (2 of them).",
        ),
        (
            PermissionError(13, "Permission denied", "/x/a.png"),
            "/x/a.png: there is no permission for it.",
        ),
        (ValueError("kernel 5x5 does not fit 3x3"), "kernel 5x5 does not fit 3x3"),
        (RuntimeError(), "RuntimeError"),
    ],
)
def test_one_sentence_for_each(error, sentence):
    assert error_sentence(error) == sentence


def test_what_core_really_raises_is_said_with_its_name(tmp_path):
    (tmp_path / "empty.png").touch()
    for path in (tmp_path, tmp_path / "empty.png", tmp_path / "none.png"):
        with pytest.raises(ImageError) as raised:
            images.read(path)
        assert error_sentence(raised.value).startswith(path.name)


def test_a_cause_without_a_sentence_speaks_for_itself():
    assert error_sentence(ImageError("a.png", "no such cause", "is odd")) == "a.png is odd."
