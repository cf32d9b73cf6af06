"""The film of a 28x28 picture in the real window: frames a second, and what each of them costs."""

import pytest
from PySide6.QtWidgets import QApplication
from window import Lab

from convviz.core.kernels.kernel_library import library
from convviz.core.samples.pictures import load_sample
from convviz.core.sizes.settings import Settings
from convviz.document.state.state import DocumentState

SECTION = "Film of a 28x28 picture, 1920 x 1080"
FRAMES = 60


@pytest.fixture
def lab(qapp):
    shown = Lab(qapp)
    yield shown
    shown.close()


def test_frames(record, lab, alternate):
    page = film_of(lab, "five")
    for detail in ("cell", "sum", "product"):
        page.drive.set_detail(detail)
        middle = len(page.film) // 2

        def play(start=middle):
            for index in range(start, start + FRAMES):
                page.player.seek(index)
                QApplication.processEvents()

        record(SECTION, f"frames, detail “{detail}”", FRAMES / alternate(play)[0], 60, "frames/s", more=True)


def test_a_frame_costs_as_much_at_the_end_as_at_the_beginning(record, lab, alternate):
    page = film_of(lab, "five")
    last = len(page.film) - 1

    def play(start):
        for index in range(start, start + FRAMES):
            page.player.seek(index)
            QApplication.processEvents()

    first, end = alternate(lambda: play(0), lambda: play(last - FRAMES))
    record(SECTION, "the last frames against the first", end / first, 3)


def film_of(lab, key):
    """The Step page with the film of a sample, paused."""
    lab.document.open(DocumentState(image=load_sample(key), settings=Settings(library("sobel_vertical"))))
    lab.window.show_page("step")
    page = lab.window.page("step")
    lab.until(lambda: page.result is not None and page.result.image is lab.document.state.image)
    page.player.pause()
    return page
