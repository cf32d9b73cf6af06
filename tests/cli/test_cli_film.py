"""Films from the command line, without a screen."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import PIL.Image
import pytest

from convviz.__main__ import main
from convviz.cli import steps
from convviz.core import Image, Kernel, Settings, run
from convviz.core.film.moments import Region, film

RUN = "import sys; from convviz.__main__ import main; sys.exit(main(sys.argv[1:]))"


def test_a_film_is_written_without_a_screen(fresh_python, tmp_path: Path) -> None:
    path = tmp_path / "film.gif"
    told = fresh_python(
        RUN,
        environment={"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""},
        arguments=["steps", "x", "-o", str(path), "--detail", "cell", "--width", "320", "--step", "48-50"],
    )
    assert told == f"{path}: 3 pictures, 1.4 seconds\n"
    with PIL.Image.open(path) as film:
        assert (film.format, film.n_frames, film.size) == ("GIF", 3, (320, 180))


def test_a_film_needs_no_page_of_the_window(fresh_python, tmp_path: Path) -> None:
    code = """
import sys
from convviz.__main__ import main
main(sys.argv[1:])
print([name for name in sys.modules if name.startswith(("convviz.pages", "convviz.app"))])
"""
    arguments = ["steps", "x", "-o", str(tmp_path / "x.gif"), "--detail", "cell", "--step", "1"]
    assert fresh_python(code, arguments=arguments).splitlines()[-1] == "[]"


def test_a_name_without_ending_is_a_folder_of_pictures(fresh_python, tmp_path: Path) -> None:
    arguments = [
        "steps",
        "edge",
        "-o",
        str(tmp_path / "frames"),
        "--detail",
        "cell",
        "--step",
        "1-2",
        "--dark",
    ]
    fresh_python(RUN, arguments=arguments)
    assert sorted(p.name for p in (tmp_path / "frames").iterdir()) == ["frame-00001.png", "frame-00002.png"]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--speed", "3"], "--speed 3 is none of 0.25, 0.5, 1, 2, 4, 8, 16"),
        (["--step", "59"], "--step 59: the film has steps 1 to 58"),
        (["--step", "a"], "--step a: FIRST or FIRST-LAST, whole numbers"),
        (["--width", "10"], "--width 10 is not from 160 to 3840"),
        (["--region", "0,0,a,9"], "--region 0,0,a,9: four whole numbers, ROW,COLUMN,ROWS,COLUMNS"),
        (["--region", "0,0,1,1"], "no window is centred in this region"),
        (["--region", "0,0,9,10"], "--region 0,0,9,10: 1 to 32 rows and columns inside 9x9"),
    ],
)
def test_what_cannot_be_is_said_in_a_line(
    capsys: pytest.CaptureFixture[str], qapp: object, tmp_path: Path, arguments: list[str], complaint: str
) -> None:
    assert main(["steps", "x", "-o", str(tmp_path / "a.gif"), *arguments]) == 2
    assert capsys.readouterr().err == f"convviz steps: {complaint}\n"
    assert list(tmp_path.iterdir()) == []


def test_one_moment_as_a_drawing(capsys: pytest.CaptureFixture[str], qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "moment.svg"
    assert main(["steps", "x", "-o", str(path), "--step", "3"]) == 0
    assert capsys.readouterr().out == f"{path}: one moment\n"
    assert path.read_text(encoding="utf-8").startswith("<?xml")


@pytest.mark.parametrize(
    ("size", "rows", "columns"), [((40, 90), (14, 26), (39, 51)), ((7, 90), (0, 7), (39, 51))]
)
def test_the_middle_of_an_oblong_picture_is_twelve_by_twelve_or_less(
    size: tuple[int, int], rows: tuple[int, int], columns: tuple[int, int]
) -> None:
    settings = Settings(Kernel([[1, 2, 3]]))
    found = steps._region(None, run(Image(np.zeros(size)), settings))
    assert found == Region(rows[0], columns[0], rows[1] - rows[0], columns[1] - columns[0])


def test_a_film_of_three_maps_shows_the_first() -> None:
    picture = np.random.default_rng(1).integers(0, 256, (5, 7, 3)).astype(np.uint8)
    result = run(Image(picture), Settings(Kernel([[1, 2, 3]]), channels="each"))
    sheet = steps._sheet(result, film(result.chain), whole=True, dark=False)
    np.testing.assert_array_equal(sheet.stages["convolution"].values, result.convolution[..., 0])


def test_of_a_large_picture_the_middle_is_shown(
    capsys: pytest.CaptureFixture[str], qapp: object, tmp_path: Path
) -> None:
    path = tmp_path / "moment.pdf"
    assert main(["steps", "mug", "-o", str(path), "--step", "1", "--kernel", "box"]) == 0
    assert path.read_bytes().startswith(b"%PDF")
