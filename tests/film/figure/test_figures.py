"""Figures as files that are opened again: sizes to the pixel, numbers that are text, names that are text."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from base64 import b64decode

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from convviz.app.preferences import Languages
from convviz.core import PoolSettings, Settings
from convviz.core.images.image import from_array
from convviz.core.kernels.kernel_library import library
from convviz.core.samples.pictures import load_sample
from convviz.core.stages.pipeline import run
from convviz.film.figure.figures import figure_of
from convviz.film.figure.material import Material, material
from convviz.film.figure.vector import EVERYWHERE
from convviz.film.figure.write import image_of, pdf_of, png_of, svg_of, write_figure

pytestmark = pytest.mark.usefixtures("qapp")

SVG = "{http://www.w3.org/2000/svg}"
LESSON = Settings(library("diagonal"), padding="same", activation="relu", pool=PoolSettings("max"))
FIRST_ROW = "2 0 0 2 2 2 4 0 0"
"""Of the X under its diagonal, with a ring of zeros: the tutorial's own numbers."""

FORMULA = "9 + 1 + 1 \u2212 3"


@pytest.fixture(scope="module")
def x() -> Material:
    return material(run(load_sample("x"), LESSON), "The X")


@pytest.fixture
def speak():
    """Speaks another language; English again in the end."""
    languages = Languages(QApplication.instance())
    yield languages.apply
    languages.apply("en")


def svg_texts(data: bytes) -> list[str]:
    return [element.text or "" for element in ET.fromstring(data).iter(f"{SVG}text")]


def labels(data: bytes) -> list[str]:
    return [
        element.attrib["aria-label"]
        for element in ET.fromstring(data).iter()
        if "aria-label" in element.attrib
    ]


def pdf_text(data: bytes) -> str:
    buffer = QBuffer()
    buffer.setData(data)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    assert document.pageCount() == 1
    return document.getAllText(0).text()


@pytest.mark.parametrize("name", ["input", "pooling"])
def test_a_cards_title_begins_a_little_inside_of_it(x, name):
    image = image_of(figure_of(x, name))
    ground = image.pixel(4, 20)
    inked = [column for column in range(2, 60) if any(image.pixel(column, y) != ground for y in range(8, 28))]
    assert 12 <= inked[0] <= 15


@pytest.mark.parametrize(("name", "scale"), [("chain", 1), ("chain", 4), ("pooling", 3), ("input", 2)])
def test_a_png_is_exactly_so_many_times_as_large(x, name, scale):
    figure = figure_of(x, name)
    image = QImage.fromData(png_of(figure, scale))
    assert (image.width(), image.height()) == tuple(scale * side for side in figure.size.toTuple())
    assert figure_of(x, "chain").size.toTuple() == (1280, 720)


def test_a_size_beyond_four_times_is_refused(x):
    with pytest.raises(ValueError, match="scale 5 is not from 1 to 4"):
        image_of(figure_of(x, "chain"), 5)


@pytest.mark.parametrize("name", ["chain", "convolution"])
def test_numbers_are_text_in_an_svg_and_keep_their_width_in_any_font(x, name):
    data = svg_of(figure_of(x, name))
    numbers = [text for text in svg_texts(data) if text.lstrip("\u2212").isdigit()]
    assert FIRST_ROW in " ".join(numbers)
    for element in ET.fromstring(data).iter(f"{SVG}text"):
        assert float(element.attrib["textLength"]) > 0
        assert EVERYWHERE.fullmatch(element.text or "")
    families = [e.attrib["font-family"] for e in ET.fromstring(data).iter() if "font-family" in e.attrib]
    assert families
    assert all(family.endswith(", sans-serif") for family in families)


def test_the_chain_shows_its_kernel_and_its_formulas(x):
    texts, text = svg_texts(svg_of(figure_of(x, "chain"))), pdf_text(pdf_of(figure_of(x, "chain")))
    for wanted in (
        "Input",
        "Convolution",
        "Activation",
        "Pooling",
        "Kernel",
        FORMULA,
        "9 \u2212 2",
        "3\u00d73",
    ):
        assert wanted in texts
        assert wanted in text
    assert "9 \u00d7 9 \u2192 pad 1 \u2192 3\u00d73, stride 1" in text


@pytest.mark.parametrize("name", ["chain", "convolution"])
def test_numbers_are_text_in_a_pdf_and_its_fonts_are_inside(x, name):
    data = pdf_of(figure_of(x, name))
    assert FIRST_ROW in " ".join(pdf_text(data).split())
    assert data.count(b"/FontDescriptor") > 0
    assert data.count(b"/FontFile") >= data.count(b"/Type /FontDescriptor") > 0


@pytest.mark.parametrize(("language", "kernel"), [("zh_Hans", "卷积核"), ("zh_Hant", "卷積核")])
def test_chinese_looks_the_same_without_its_font(x, speak, language, kernel):
    speak(language)
    figure = figure_of(x, "chain")
    data = svg_of(figure)
    assert kernel in labels(data)  # an outline, with its text beside it
    assert all(EVERYWHERE.fullmatch(text) for text in svg_texts(data))
    assert FORMULA in svg_texts(data)
    assert kernel in pdf_text(pdf_of(figure))


@pytest.mark.parametrize("title", ["<b>a & b</b>", 'quote " quote', "图片 <1>"])
def test_a_name_is_a_text_and_nothing_else(x, title):
    figure = figure_of(Material(x.result, x.shows, title), "chain")
    root = ET.fromstring(svg_of(figure))
    assert root.findtext(f"{SVG}title") == title
    assert title in [*svg_texts(svg_of(figure)), *labels(svg_of(figure))]
    assert title in pdf_text(pdf_of(figure))


def test_nothing_of_how_an_svg_is_made_is_left_in_it(x):
    data = svg_of(figure_of(x, "chain"))
    assert b"convviz-mark" not in data
    clips = [e.attrib["id"] for e in ET.fromstring(data).iter(f"{SVG}clipPath")]
    assert len(clips) == len(set(clips)) == 4  # one a card


def test_the_background_is_white_paper_unless_another_is_chosen(x):
    def corner(background):
        return image_of(figure_of(x, "chain", background)).pixelColor(0, 0)

    assert corner("light") == QColor("#FFFFFF")
    assert corner("none").alpha() == 0
    assert corner("dark").lightness() < 64


def test_a_picture_alone_has_the_colour_of_every_value():
    values = np.arange(60 * 50, dtype=np.uint16).reshape(60, 50).astype(np.uint8)
    shown = material(run(from_array(values), Settings(library("identity"))), "")
    figure = figure_of(shown, "input")
    for scale in (1, 3):
        image = image_of(figure, scale)
        cell = 640 // 60
        left = (image.width() / scale - 50 * cell) / 2
        for row, column in ((0, 0), (31, 7), (59, 49)):
            x, y = left + (column + 0.5) * cell, 34 + (row + 0.5) * cell
            level = int(values[row, column])
            assert image.pixelColor(int(x * scale), int(y * scale)) == QColor(level, level, level)


def test_a_photo_is_in_a_vector_file_in_fine_pixels():
    shown = material(run(load_sample("colour"), Settings(library("identity"), channels="each")), "")
    data = svg_of(figure_of(shown, "input"))
    (image,) = ET.fromstring(data).iter(f"{SVG}image")
    pixels = QImage.fromData(b64decode(image.attrib["{http://www.w3.org/1999/xlink}href"].partition(",")[2]))
    assert (pixels.width(), pixels.height()) == (4 * 600, 4 * 400)
    assert len(pdf_of(figure_of(shown, "input"))) > 100_000


def test_a_part_of_a_picture_is_shown_with_its_numbers():
    values = np.arange(300 * 300, dtype=np.float64).reshape(300, 300)
    result = run(from_array(values), Settings(library("identity"), padding="same"))
    whole = material(result, "")
    part = Material(result, whole.shows, "", QRectF(100, 200, 8, 6))
    texts = svg_texts(svg_of(figure_of(part, "convolution")))
    assert f"{200 * 300 + 100:,}" in texts
    assert f"{205 * 300 + 107:,}" in texts
    assert "60,100" not in svg_texts(svg_of(figure_of(whole, "convolution")))


def test_what_cannot_be_written_leaves_nothing(x, tmp_path):
    with pytest.raises(ValueError, match=r"a\.jpg: the ending must be one of \.png, \.svg, \.pdf"):
        write_figure(figure_of(x, "chain"), tmp_path / "a.jpg")
    with pytest.raises(OSError, match="no such file|No such file"):
        write_figure(figure_of(x, "chain"), tmp_path / "no" / "a.pdf")
    write_figure(figure_of(x, "input"), tmp_path / "a.SVG")
    assert [path.name for path in tmp_path.iterdir()] == ["a.SVG"]
