"""A film of a 28x28 picture draws at 60 frames a second (of this process' own time)."""

from __future__ import annotations

import time

from PySide6.QtWidgets import QApplication

from convviz.core.examples import load_sample
from convviz.core.kernel_library import library
from convviz.core.settings import Settings
from convviz.pages.step_page import StepPage

FRAMES = 60


def seconds_a_frame(page: StepPage, start: int) -> float:
    begun = time.process_time()
    for index in range(start, start + FRAMES):
        page.player.seek(index)
        QApplication.processEvents()
    return (time.process_time() - begun) / FRAMES


def test_frames_of_28_by_28_pixels(step: StepPage) -> None:
    step.document.edit("Open", image=load_sample("five"), settings=Settings(library("sobel_vertical")))
    assert step.queue.wait_idle()
    middle = len(step.film) // 2
    step.player.seek(middle)
    QApplication.processEvents()
    assert min(seconds_a_frame(step, middle + 1 + FRAMES * n) for n in range(3)) < 1 / 60
