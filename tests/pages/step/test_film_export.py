"""Exported films are whole, hold the numbers they show, and leave nothing behind where they fail."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image as Pictures
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from convviz.core import Image as Picture
from convviz.core import Kernel, PoolSettings, Settings, run
from convviz.core.film.moments import film
from convviz.core.film.writers import RATE, encoder
from convviz.core.images.image import from_array
from convviz.core.samples.lessons import example
from convviz.core.stages.pipeline import Cancelled
from convviz.document.state.state import ColorRange
from convviz.film import export as film_export
from convviz.film import scene as step_scene
from convviz.film.export import FilmOptions, export_film, export_frame, film_format, moments_of
from convviz.film.scene import Pins
from convviz.film.sheet import HEAD, OPERATION, OUTPUT, SHEET, SUM, Frames, Sheet, paint_operation, sum_of
from convviz.film.texts import step_caption
from convviz.pages.step.page import StepPage
from convviz.views.base import theme
from convviz.views.base.colours import colour_of
from convviz.views.base.texts import image_title

needs_encoder = pytest.mark.skipif(encoder() is None, reason="imageio-ffmpeg has no encoder for this system")


def sheet(key: str = "x_diagonal", detail: str = "cell", *, dark: bool = False) -> Sheet:
    lesson = example(key)
    result = run(lesson.image(), lesson.settings)
    made = film(result.chain, detail, lesson.region)  # type: ignore[arg-type]
    stages = step_scene.stages(result, made, ColorRange(), 0)
    pins = Pins(*(lesson.pins or (None, None)))
    scheme = theme.DARK if dark else theme.LIGHT
    return Sheet(result, made, stages, "The X", pins, whole=lesson.region is None, scheme=scheme)


def pixels(made: Sheet, index: int, width: int = 960) -> np.ndarray:
    return Frames(made, width).pixels(index)


def painted_whole(made: Sheet, index: int, width: int) -> np.ndarray:
    """A moment without anything that was kept from another one."""
    picture = QImage(width, width * 9 // 16, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    painter.scale(width / SHEET.width(), width / SHEET.width())
    made.paint(painter, index)
    painter.end()
    rows = np.frombuffer(picture.constBits(), np.uint8).reshape(width * 9 // 16, width, 4)
    return rows[..., 2::-1].copy()


def cell_colour(made: Sheet, picture: QImage | np.ndarray, row: int, column: int) -> QColor:
    """The colour near the corner of an output cell, beside its figure, in a picture of 960 pixels."""
    content = made.stages["convolution"].output
    cell = content.cell_rect(row, column)
    place = made.view.to_screen(cell.top(), cell.left())
    x, y = round(OUTPUT.left() + 1 + place.x()) + 5, round(OUTPUT.top() + 30 + place.y()) + 5
    return QColor(*(int(v) for v in picture[y, x]))  # type: ignore[index]


@pytest.mark.parametrize(("index", "row"), [(0, "7"), (1, "−1"), (8, "9"), (48, "7")])
def test_every_frame_holds_the_sum_of_its_moment(qapp: object, index: int, row: str) -> None:
    made = sheet()
    assert sum_of(made.scene(index), lit=False).result == row


def test_the_whole_film_says_every_number_of_the_map(qapp: object) -> None:
    made = sheet()
    said = [sum_of(made.scene(i), lit=False).whole_result.replace("−", "-") for i in range(49)]
    assert np.array_equal(np.array(said, dtype=float).reshape(7, 7), made.result.convolution)


X_STRIDED = [[7, 1, 5, 3], [1, 9, 1, 5], [5, 1, 9, 1], [3, 5, 1, 7]]
POOLED_FLOOR = [[9, 3, 5], [3, 9, 3], [5, 3, 9]]
POOLED_CEIL = [[9, 3, 5, 3], [3, 9, 3, 5], [5, 3, 9, 1], [3, 5, 1, 7]]


@pytest.mark.parametrize(
    ("key", "stage", "rows"),
    [
        ("x_padding", "convolution", [[2, 0, 0, 2, 2, 2, 4, 0, 0]]),
        ("x_stride", "convolution", X_STRIDED),
        ("x_dilation", "convolution", [[7, 3, -3, 3, 3]]),
        ("x_pool_floor", "pooling", POOLED_FLOOR),
        ("x_pool_ceil", "pooling", POOLED_CEIL),
        ("edge_correlation", "convolution", [[0, 30, 30, 0]] * 4),
        ("edge_convolution", "convolution", [[0, -30, -30, 0]] * 4),
        ("stripes", "convolution", [[0, 30, 30, -30, -30, 0]] * 6),
        ("colour", "convolution", [[0, 120, 120, 0]] * 4),
    ],
)
def test_the_frames_of_every_example_say_its_numbers(
    qapp: object, key: str, stage: str, rows: list[list[int]]
) -> None:
    made = sheet(key)
    for row, line in enumerate(rows):
        for column, value in enumerate(line):
            index = made.film.index(stage, row, column)  # type: ignore[arg-type]
            assert index is not None
            shown = made.scene(index)
            assert sum_of(shown, lit=False).result.replace("−", "-") == str(value)
            assert shown.landed[row, column]
            assert shown.stage.values[row, column] == value


def test_an_oblong_film_says_every_number_and_its_frames_are_whole(qapp: object) -> None:
    settings = Settings(
        Kernel([[1, -2, 3], [4, 5, -6]]), stride=(2, 3), pool=PoolSettings("max", (2, 3), (1, 2))
    )
    values = np.random.default_rng(3).integers(0, 10, (9, 17)).astype(np.uint8)
    result = run(Picture(values), settings)
    made = film(result.chain, "cell")
    shown = Sheet(
        result, made, step_scene.stages(result, made, ColorRange(), 0), "", whole=True, scheme=theme.LIGHT
    )
    said = [float(sum_of(shown.scene(i), lit=False).result.replace("−", "-")) for i in range(len(made))]
    maps = [result.convolution.ravel(), result.pooling.ravel()]
    assert ([one.size for one in maps], said) == ([20, 6], np.concatenate(maps).tolist())
    frames = Frames(shown, 640)
    for index in (0, 7, 19, 20, 24):
        np.testing.assert_array_equal(frames.pixels(index), painted_whole(shown, index, 640))


@pytest.mark.parametrize("detail", ["sum", "product"])
def test_the_grids_of_the_arithmetic_are_painted(qapp: object, detail: str) -> None:
    made = sheet("x_diagonal", detail)
    index = made.film.index("convolution", 1, 1)
    assert index is not None
    area = QRectF(0, 0, 500, 240)
    picture = QImage(500, 240, QImage.Format.Format_RGB32)
    picture.fill(theme.LIGHT.color("card"))
    painter = QPainter(picture)
    paint_operation(painter, area, made.scene(index), made.film.detail, theme.LIGHT)
    painter.end()
    rows = np.frombuffer(picture.constBits(), np.uint8).reshape(240, 500, 4)[..., :3]
    painted = (rows[..., ::-1] != theme.LIGHT.color("card").getRgb()[:3]).any(axis=2)
    assert painted.mean() > 0.1  # the signs and titles between them cover less than a twentieth
    assert np.flatnonzero(painted[2]).tolist()[-1] == 500 - 5, "the parts of the step share the width"
    across = np.flatnonzero(painted[60:].any(axis=0))
    assert abs(int(across[0]) - (499 - int(across[-1]))) <= 6, "they stand in the middle"


def test_a_film_is_written_as_fast_as_it_is_read_unless_asked(qapp: object) -> None:
    made = film(run(example("x_diagonal").image(), example("x_diagonal").settings).chain, "cell")
    assert [shot.milliseconds for shot in film_export.shots_of(made, FilmOptions("gif", last=2))] == [
        200, 200, 1000
    ]  # fmt: skip


def test_one_picture_too_many_is_seen_and_the_last_that_fits_is_not_lost(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = film(run(example("x_diagonal").image(), example("x_diagonal").settings).chain, "cell")
    monkeypatch.setattr(film_export, "MOST_PICTURES", 5)
    assert len(film_export.shots_of(made, FilmOptions("gif", last=4))) == 5
    assert len(film_export.shots_of(made, FilmOptions("gif"))) == 6
    film_export.check_pictures(5)
    with pytest.raises(ValueError, match="more than 5 pictures"):
        film_export.check_pictures(6)


class Reader(QPainter):
    """Paints, and remembers the words with the places they were given."""

    def __init__(self, picture: QImage) -> None:
        super().__init__(picture)
        self.words: dict[str, QRectF] = {}

    def drawText(self, place: object, *more: object) -> None:
        if isinstance(place, QRectF) and isinstance(more[-1], str):
            self.words[more[-1]] = self.combinedTransform().mapRect(place)
        super().drawText(place, *more)  # type: ignore[call-overload]


def words_of(made: Sheet, index: int) -> dict[str, QRectF]:
    picture = QImage(960, 540, QImage.Format.Format_RGB32)
    painter = Reader(picture)
    made.paint(painter, index)
    painter.end()
    return painter.words


def test_a_moment_names_its_parts_and_its_result_once_it_is_known(qapp: object) -> None:
    made = sheet("x_diagonal", "product")
    begins, ends = (made.film.index("convolution", 1, 1, part) for part in ("place", "land"))
    assert begins is not None
    assert ends is not None
    words = words_of(made, ends)
    assert {"The X", step_caption(9, 49), "Operation", "= 9", "window", "kernel", "products"} <= set(words)
    assert not [word for word in words_of(made, begins) if word.startswith("= ")]
    assert SUM.contains(words["= 9"])
    assert OPERATION.contains(words["Operation"])
    assert HEAD.contains(words["The X"])


def test_what_is_painted_on_a_card_stays_inside_it(qapp: object) -> None:
    made = sheet()
    picture = QImage(960, 540, QImage.Format.Format_RGB32)
    picture.fill(0)
    painter = QPainter(picture)
    with made._on(painter, OUTPUT, made.stages["convolution"].output):
        painter.fillRect(QRectF(-2000, -2000, 4000, 4000), QColor("white"))
    painter.end()
    white = np.frombuffer(picture.constBits(), np.uint8).reshape(540, 960, 4)[..., 0] == 255
    rows, columns = np.flatnonzero(white.any(axis=1)), np.flatnonzero(white.any(axis=0))
    seen = QRectF(columns[0], rows[0], columns[-1] - columns[0] + 1, rows[-1] - rows[0] + 1)
    assert OUTPUT.contains(seen)
    assert seen.width() > 0.9 * OUTPUT.width()


def test_the_x_with_padding_holds_the_map_without_it(qapp: object) -> None:
    assert np.array_equal(sheet("x_padding").result.convolution[1:-1, 1:-1], sheet().result.convolution)


def test_a_frame_shows_what_has_landed_and_no_more(qapp: object) -> None:
    made = sheet()
    picture = pixels(made, 9)
    scale = made.stages["convolution"].output.scale
    assert picture.shape == (540, 960, 3)
    assert cell_colour(made, picture, 0, 4) == colour_of(5, scale, theme.LIGHT)
    assert cell_colour(made, picture, 0, 5) == colour_of(-1, scale, theme.LIGHT)
    assert cell_colour(made, picture, 2, 2) == theme.LIGHT.color("card")
    last = pixels(made, 48)
    assert cell_colour(made, last, 2, 2) == colour_of(9, scale, theme.LIGHT)


@pytest.mark.parametrize(("name", "form"), [("film.gif", "GIF"), ("film.webp", "WEBP"), ("film.png", "PNG")])
def test_an_animation_has_all_moments_and_their_times(
    qapp: object, tmp_path: Path, name: str, form: str
) -> None:
    made, path = sheet(), tmp_path / name
    options = FilmOptions(film_format(path), 640, 2.0, 7, 9)
    assert export_film(made, options, path) == 3
    with Pictures.open(path) as opened:
        assert (opened.format, opened.n_frames, opened.size) == (form, 3, (640, 360))  # type: ignore[attr-defined]
        times = []
        for number in range(3):
            opened.seek(number)
            frame = np.asarray(opened.convert("RGB")).astype(int)
            times.append(opened.info["duration"])
            wanted = pixels(made, 7 + number, 640).astype(int)
            assert np.abs(frame - wanted).mean() < 1.5  # a GIF has 256 colours
        assert times == [100, 100, 1000]


@pytest.mark.parametrize("width", [640, 960])
@pytest.mark.parametrize("key", ["x_diagonal", "x_padding", "x_pool_ceil", "colour", "mug"])
def test_what_is_kept_from_moment_to_moment_changes_no_pixel(qapp: object, key: str, width: int) -> None:
    made = sheet(key, "product", dark=True)
    frames, last = Frames(made, width), len(made.film) - 1
    first = next((i for i in range(last) if made.film.moment(i).landed), 0)
    for index in (0, first - 1, first, first + 1, first + 2, last // 2, last - 1, last, first, 1):
        assert np.array_equal(frames.pixels(index), painted_whole(made, index, width)), index


def test_frames_are_numbered(qapp: object, tmp_path: Path) -> None:
    assert export_film(sheet(), FilmOptions("frames", 640, first=0, last=1), tmp_path / "frames") == 2
    assert sorted(p.name for p in tmp_path.iterdir()) == ["frames"]
    assert sorted(p.name for p in (tmp_path / "frames").iterdir()) == ["frame-00001.png", "frame-00002.png"]


@pytest.mark.parametrize(
    "kind",
    [pytest.param(kind, marks=needs_encoder if kind == "mp4" else ()) for kind in film_export.FORMATS],
)
def test_a_cancelled_film_leaves_nothing(qapp: object, tmp_path: Path, kind: str) -> None:
    asked = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 3

    with pytest.raises(Cancelled):
        export_film(sheet(), FilmOptions(kind, 640), tmp_path / "film", cancelled=cancelled)  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_something_in_it_is_refused(qapp: object, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(FileExistsError):
        export_film(sheet(), FilmOptions("frames", 640), tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]


def test_progress_ends_at_one(qapp: object, tmp_path: Path) -> None:
    heard: list[float] = []
    export_film(sheet(), FilmOptions("gif", 640, 1.0, 0, 3), tmp_path / "a.gif", progress=heard.append)
    assert heard == [0.25, 0.5, 0.75, 1.0]


def test_a_moment_as_svg_is_text_and_rectangles(qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "moment.svg"
    export_frame(sheet(), 8, path)
    text = path.read_text(encoding="utf-8")
    assert "<image" not in text
    assert "= 9" in text
    renderer = QSvgRenderer(str(path))
    picture = QImage(960, 540, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    renderer.render(painter)
    painter.end()
    assert renderer.isValid()
    assert picture.pixelColor(4, 4) == theme.LIGHT.color("window")


@pytest.mark.parametrize(
    "name", ["<b>x</b><img src=/etc/passwd>", "&amp;", "two\nlines", "\x1b[2J", "\u202eabc", "<!-- ]]> -->"]
)
def test_names_in_an_svg_are_text(qapp: object, tmp_path: Path, name: str) -> None:
    title = image_title(from_array([[1.0]], name=name))
    path = tmp_path / "moment.svg"
    export_frame(replace(sheet(), title=title), 8, path)
    elements = [one for one in ElementTree.parse(path).getroot().iter() if isinstance(one.tag, str)]
    assert "img" not in {one.tag.rpartition("}")[2] for one in elements}
    assert title in [one.text for one in elements if one.tag.endswith("title")]
    assert title in [(one.text or "").strip() for one in elements if one.tag.endswith("}text")]


def test_a_moment_as_pdf_is_one_page(qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "moment.pdf"
    export_frame(sheet(), 8, path)
    data = path.read_bytes()
    assert data.startswith(b"%PDF-")
    assert b"/Count 1" in data
    assert b"/Subtype /Image" not in data


def test_a_moment_as_png_in_the_dark(qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "moment.png"
    export_frame(sheet(dark=True), 8, path, 1280)
    with Pictures.open(path) as opened:
        assert opened.size == (1280, 720)
        assert opened.convert("RGB").getpixel((3, 3)) == (0x12, 0x14, 0x17)


def test_another_ending_is_refused(qapp: object, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="a.bmp is no .png, .svg or .pdf"):
        export_frame(sheet(), 0, tmp_path / "a.bmp")
    with pytest.raises(ValueError, match="a.avi is no .gif, .webp, .png or .mp4, and no folder"):
        film_format(tmp_path / "a.avi")


@needs_encoder
def test_an_mp4_has_all_moments_for_as_long_as_they_last(qapp: object, tmp_path: Path) -> None:
    made, path = sheet(), tmp_path / "film.mp4"
    assert export_film(made, FilmOptions("mp4", 640, 2.0, 7, 9), path) == 3
    read = [str(encoder()), "-i", str(path), "-f", "rawvideo", "-pix_fmt", "rgb24", "-"]
    done = subprocess.run(read, capture_output=True, check=True)
    assert re.search(rf"Video: h264.* 640x360.* {RATE} fps", done.stderr.decode())
    seen = np.frombuffer(done.stdout, np.uint8).reshape(-1, 360, 640, 3).astype(int)
    assert len(seen) == 1.2 * RATE  # 0.1 + 0.1 + 1 seconds
    for number, at in [(7, 0), (8, 4), (9, 12)]:
        wanted = pixels(made, number, 640).astype(int)
        assert np.abs(seen[at] - wanted).mean() < 3  # colours at half the size
        others = [pixels(made, other, 640) for other in (7, 8, 9) if other != number]
        assert all(np.abs(seen[at] - other).mean() > np.abs(seen[at] - wanted).mean() for other in others)


def test_without_an_encoder_it_is_said_what_mp4_takes(
    qtbot: QtBot, step: StepPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("convviz.core.film.writers.encoder", lambda: None)
    monkeypatch.setattr("convviz.pages.step.files.encoder", lambda: None)
    with pytest.raises(OSError, match="MP4 needs the package imageio-ffmpeg; .gif, .webp"):
        export_film(sheet(), FilmOptions("mp4", 640), tmp_path / "film.mp4")
    assert list(tmp_path.iterdir()) == []
    step.export_film()
    dialog = step.files.dialog
    assert dialog is not None
    dialog.kind.setFocus()
    for _ in range(3):
        QTest.keyClick(dialog.kind, Qt.Key.Key_Down)
    assert dialog.kind.key() == "mp4"
    assert dialog.note.text() == "MP4 needs the Python package imageio-ffmpeg, which is not installed."
    assert not dialog.export_button.isEnabled()
    QTest.keyClick(dialog.kind, Qt.Key.Key_Up)
    assert dialog.export_button.isEnabled()
    assert dialog.path.text().endswith(".png")
    dialog.reject()


def test_steps_are_moments(qapp: object) -> None:
    made = film(run(example("x_pool_floor").image(), example("x_pool_floor").settings).chain, "sum")
    assert moments_of(made, 1, 58) == (0, 289)
    assert moments_of(made, 50, 50) == (245, 249)
    assert moments_of(made, 49, 50) == (240, 249)


# The dialog


def test_the_dialog_writes_the_film(qtbot: QtBot, step: StepPage, tmp_path: Path) -> None:
    step.export_film()
    dialog = step.files.dialog
    assert dialog is not None
    assert dialog.kind.key() == "gif"
    dialog.last.setValue(1)
    assert dialog.estimate.text() == "21 pictures, 2.2 seconds"
    dialog.path.setText(str(tmp_path / "x.gif"))
    with qtbot.waitSignal(step.message, timeout=20_000) as caught:
        QTest.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    assert caught.args == ["info", "Exported to x.gif."]
    with Pictures.open(tmp_path / "x.gif") as opened:
        assert opened.n_frames == 21  # type: ignore[attr-defined]
    assert step.files.dialog is None


def test_a_file_that_exists_is_asked_about(qtbot: QtBot, step: StepPage, tmp_path: Path) -> None:
    path = tmp_path / "x.gif"
    path.write_text("old")
    step.export_film()
    dialog = step.files.dialog
    assert dialog is not None
    dialog.last.setValue(1)
    dialog.path.setText(str(path))
    QTest.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    assert dialog.note.text() == "x.gif exists already. Press Replace to write over it."
    assert path.read_text() == "old"
    with qtbot.waitSignal(step.message, timeout=20_000):
        QTest.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    assert path.read_bytes().startswith(b"GIF89a")


def test_cancel_ends_the_work_and_the_dialog_stays(qtbot: QtBot, step: StepPage, tmp_path: Path) -> None:
    step.export_film()
    dialog = step.files.dialog
    assert dialog is not None
    dialog.path.setText(str(tmp_path / "x.gif"))
    QTest.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    assert dialog.close_button.text() == "Cancel"
    QTest.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.note.text() != "", timeout=20_000)
    assert dialog.note.text() == "Cancelled; nothing was written."
    assert list(tmp_path.iterdir()) == []
    assert dialog.close_button.text() == "Close"
    dialog.reject()


def test_what_cannot_be_written_is_said(qtbot: QtBot, step: StepPage, tmp_path: Path) -> None:
    step.export_film()
    dialog = step.files.dialog
    assert dialog is not None
    dialog.kind.show_key("png")
    dialog.path.setText(str(tmp_path / "nowhere" / "x.png"))
    QTest.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.note.text() != "", timeout=20_000)
    assert dialog.note.text() == "x.png cannot be written: there is no such file or folder."
    dialog.reject()
