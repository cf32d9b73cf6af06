"""A picture from the window's Export menu and from `convviz render` are the same, pixel for pixel."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import PIL.Image
import pytest
from numpy.typing import NDArray
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from convviz.__main__ import main
from convviz.app.window.main_window import MainWindow
from convviz.cli import render as cli_render
from convviz.core import Image, Kernel, PoolSettings, Settings
from convviz.core.colours.scales import ColourScale, signed_picture
from convviz.core.colours.stages import ColorRange, stage_picture
from convviz.core.images.image import from_array
from convviz.core.sizes.settings import STAGES
from convviz.document.state.state import DocumentState
from convviz.pages.lab.page import LabPage
from convviz.views.base import theme

RNG = np.random.default_rng(3)
GREY = RNG.integers(0, 256, (90, 120), dtype=np.uint8)
COLOUR = RNG.integers(0, 256, (90, 120, 3), dtype=np.uint8)
OBLONG = RNG.integers(0, 256, (61, 300), dtype=np.uint8)
SIGNED = RNG.normal(0, 3, (90, 120))
LARGE = np.outer(np.hanning(760), np.hanning(1000)).astype(np.float32) * 200
HOLED = np.where(RNG.random((90, 120)) < 0.1, np.nan, RNG.random((90, 120)))

SOBEL = "1 0 -1; 2 0 -2; 1 0 -1"
BOX = "1 1 1; 1 1 1; 1 1 1"
SHARPEN = "0 -1 0; -1 5 -1; 0 -1 0"

PICTURES = {
    "grey": from_array(GREY),
    "colour": from_array(COLOUR),
    "oblong": from_array(OBLONG),
    "around zero": from_array(SIGNED),
    "0 to 1": from_array(GREY / 255),
    "large": from_array(LARGE),
    "not numbers": Image(HOLED, 0, 1),
    "colour, not numbers": Image(np.stack([HOLED, HOLED.T.reshape(90, 120), HOLED * 0.5], axis=2), 0, 1),
}

CASES = [
    ("grey", SOBEL, {}),
    ("grey", BOX, {"divisor": 9.0}),
    ("grey", BOX, {"divisor": 9.0, "unit_range": True}),
    ("grey", SOBEL, {"unit_range": True, "pool": PoolSettings("max")}),
    ("grey", SHARPEN, {"activation": "relu", "pool": PoolSettings("average")}),
    ("grey", SOBEL, {"divisor": 100.0, "activation": "sigmoid", "pool": PoolSettings("max")}),
    ("grey", BOX, {"divisor": 9.0, "activation": "tanh"}),
    ("grey", BOX, {"divisor": 9.0, "bias": 3.0}),
    ("colour", SOBEL, {}),
    ("colour", BOX, {"divisor": 9.0, "channels": "each"}),
    ("colour", BOX, {"divisor": 9.0, "channels": "each", "activation": "sigmoid"}),
    ("colour", SOBEL, {"channels": "each", "activation": "relu", "pool": PoolSettings("max")}),
    ("colour", SOBEL, {"channels": "sum"}),
    ("colour", BOX, {"divisor": 9.0, "channels": "sum"}),
    ("oblong", SOBEL, {"stride": (1, 2)}),
    ("around zero", SOBEL, {}),
    ("around zero", BOX, {"divisor": 9.0}),
    ("0 to 1", SHARPEN, {}),
    ("large", SOBEL, {"activation": "relu"}),
    ("not numbers", SOBEL, {"activation": "relu", "pool": PoolSettings("max")}),
    ("not numbers", BOX, {"divisor": 9.0}),
    ("colour, not numbers", BOX, {"divisor": 9.0, "channels": "each"}),
]


@pytest.fixture
def lab_window(qtbot, preferences, dialogs) -> Iterator[MainWindow]:
    """The real window with the real Lab."""
    shown = MainWindow(preferences, LabPage, dialogs=dialogs)
    shown.resize(1280, 800)
    shown.show()
    qtbot.waitExposed(shown)
    yield shown
    shown.shut_down()
    shown.close()
    shown.deleteLater()


def pixels(path: Path) -> NDArray[np.uint8]:
    """(H, W, 3); the command line writes grey with one channel, the window with three equal ones."""
    with PIL.Image.open(path) as picture:
        assert picture.mode in ("L", "RGB")
        return np.asarray(picture.convert("RGB"))


class Exporting:
    """A person who opens experiments in the window and exports every stage."""

    def __init__(self, window: MainWindow, qtbot: QtBot, folder: Path) -> None:
        self.window, self._qtbot, self._folder = window, qtbot, folder
        self.lab = window.page("lab")

    def open(self, state: DocumentState) -> None:
        """Show a state, and wait for its whole maps."""
        self.window.document.open(state)
        self._qtbot.waitUntil(lambda: self._has(state), timeout=30_000)
        assert self.lab.queue.wait_idle(30)
        QApplication.processEvents()

    def _has(self, state: DocumentState) -> bool:
        result = self.lab.result
        return result is not None and result.image is state.image and result.settings == state.settings

    def pictures(self) -> dict[str, NDArray[np.uint8]]:
        """What the Export menu writes as PNG for every stage it offers."""
        menu, found = self.window.menus.export, {}
        menu.aboutToShow.emit()
        for action in menu.actions():
            if action.data() in STAGES:
                self.window.dialogs.path = self._folder / f"window {action.data()}.png"
                action.trigger()
                assert self.lab.writing.wait_idle()
                found[action.data()] = pixels(self.window.dialogs.path)
        return found


def rendered(stage: str, name: str, settings: Settings, folder: Path, channel: int = 0) -> NDArray[np.uint8]:
    """What the command line writes for the same."""
    path = folder / f"render {stage}.png"
    words = ["render", name, "--kernel", settings.kernel.to_text(), "--stage", stage, "-o", str(path)]
    words += ["--divisor", str(settings.kernel.divisor), "--bias", str(settings.bias)]
    words += ["--channels", settings.channels, "--activation", settings.activation, "--map", str(channel)]
    words += ["--stride", ",".join(map(str, settings.stride)), "--padding", str(settings.padding)]
    if settings.pool.kind != "none":
        words += ["--pool", {"max": "max:2", "average": "avg:2"}[settings.pool.kind]]
    words += ["--unit-range"] if settings.unit_range else []
    assert main(words) == 0
    return pixels(path)


@pytest.fixture
def exporting(lab_window, qtbot, tmp_path) -> Exporting:
    return Exporting(lab_window, qtbot, tmp_path)


@pytest.fixture
def same(exporting, tmp_path, monkeypatch):
    """Compare what is exported of every stage with what is rendered; returns what was exported."""
    monkeypatch.setattr(cli_render, "picture", lambda name, *_, **__: PICTURES[name])

    def compare(name: str, settings: Settings, channel: int = 0) -> dict[str, NDArray[np.uint8]]:
        found = exporting.pictures()
        assert {"input", "convolution", "activation"} <= set(found)
        for stage, picture in found.items():
            other = rendered(stage, name, settings, tmp_path, channel)
            np.testing.assert_array_equal(picture, other, err_msg=stage, strict=True)
        return found

    return compare


def settings_of(weights: str, changes: dict) -> Settings:
    changes = dict(changes)
    kernel = Kernel.from_text(weights).with_divisor(changes.pop("divisor", 1.0))
    return replace(Settings(kernel, padding="same"), **changes)


@pytest.mark.parametrize(("name", "weights", "changes"), CASES)
def test_the_window_exports_what_render_writes(exporting, same, name, weights, changes):
    settings = settings_of(weights, changes)
    exporting.open(DocumentState(image=PICTURES[name], settings=settings))
    found = same(name, settings)
    assert found["input"].shape[:2] == PICTURES[name].shape[:2]  # a pixel a value: no grid of numbers
    assert all(np.ptp(picture) > 0 for picture in found.values())


@pytest.mark.parametrize("channel", [0, 1, 2])
def test_of_several_signed_maps_the_one_that_is_chosen(exporting, same, channel):
    settings = settings_of(SOBEL, {"channels": "each"})
    exporting.open(DocumentState(image=PICTURES["colour"], settings=settings, shown_channel=channel))
    found = same("colour", settings, channel)
    one = exporting.lab.result.convolution[:, :, channel]
    np.testing.assert_array_equal(found["convolution"], signed_picture(one, exporting.lab.result.magnitude))


def test_the_theme_of_the_window_leaves_files_alone(exporting, same):
    for widget in (exporting.window, exporting.lab):
        widget.setPalette(theme.palette(theme.DARK))
    settings = settings_of(SOBEL, {})
    exporting.open(DocumentState(image=PICTURES["not numbers"], settings=settings))
    assert theme.tokens(exporting.lab.stages.cards["convolution"]) is theme.DARK
    same("not numbers", settings)


def test_colours_that_stayed_while_a_large_picture_was_edited_leave_files_alone(exporting, same):
    settings = settings_of(SOBEL, {"activation": "relu"})
    exporting.open(DocumentState(image=PICTURES["large"], settings=settings))
    for stage in ("convolution", "activation"):
        picture = exporting.lab.stages.cards[stage].picture
        content = picture.content()
        picture.set_content(replace(content, scale=ColourScale.signed(1.3 * content.scale.high)))
    same("large", settings)


@pytest.mark.parametrize("wanted", [ColorRange("symmetric"), ColorRange("fixed", -90, 90)])
def test_a_chosen_range_is_exported_too(exporting, wanted):
    settings = settings_of(BOX, {"divisor": 9.0})
    exporting.open(DocumentState(image=PICTURES["grey"], settings=settings, color_range=wanted))
    found = exporting.pictures()["convolution"]
    np.testing.assert_array_equal(found, stage_picture(exporting.lab.result, "convolution", wanted))
    assert (found[..., 0] != found[..., 2]).any()  # signed, though the kernel keeps brightness
