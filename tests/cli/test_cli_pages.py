"""`--page` and `--array`: which picture of a file the commands read."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from convviz.__main__ import main

STACK = np.arange(4)[:, None, None] * np.ones((4, 6, 6)) * 60


@pytest.fixture
def stack(tmp_path: Path) -> Path:
    np.savez(tmp_path / "stack.npz", a=STACK.astype(np.uint8), labels=np.arange(4), b=STACK[:2, :5] + 7)
    return tmp_path / "stack.npz"


@pytest.mark.parametrize(
    ("options", "value", "rows"),
    [
        ([], 0, 6),
        (["--page", "3"], 120, 6),
        (["--array", "b"], 7, 5),
        (["--array", "b", "--page", "2"], 67, 5),
    ],
)
def test_a_page_is_rendered(stack: Path, tmp_path: Path, options: list[str], value: int, rows: int) -> None:
    out = tmp_path / "out.npy"
    assert (
        main(["render", str(stack), "--kernel", "identity", "--stage", "input", *options, "-o", str(out)])
        == 0
    )
    found = np.load(out)
    assert found.shape == (rows, 6)
    assert (found == value).all()


def test_a_page_is_walked_through(stack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["steps", str(stack), "--page", "2", "--kernel", "1 1; 1 1"]) == 0
    assert "240" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--page", "5"], "stack.npz has 4 pictures in it; there is no number 5"),
        (["--page", "0"], "'0' is no page: the first one is 1"),
        (["--page", "two"], "'two' is no page: the first one is 1"),
        (["--array", "labels"], "stack.npz holds no picture 'labels', but a, b"),
    ],
)
def test_what_is_not_there_is_said(
    stack: Path, capsys: pytest.CaptureFixture[str], options: list[str], sentence: str
) -> None:
    try:
        status = main(["render", str(stack), "--kernel", "identity", *options])
    except SystemExit as ended:
        status = int(ended.code or 0)
    assert status == 2
    assert sentence in capsys.readouterr().err


def test_a_sample_has_no_pages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", "x", "--kernel", "identity", "--page", "2"]) == 2
    assert "the sample x has one picture" in capsys.readouterr().err
