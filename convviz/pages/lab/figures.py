"""What the Lab offers for slides and print: its stages and the whole chain, as they are on show."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF

from convviz.core.base.visible import visible
from convviz.film.figure.figures import Figure, figure_of
from convviz.film.figure.material import Material
from convviz.pages.lab.view import LabView
from convviz.views.base.texts import image_title, say, stage_name
from convviz.views.picture.viewport import Viewport


def lab_figures(view: LabView) -> list[tuple[str, str]]:
    """Names and titles of the figures there are at the moment."""
    pictures = view.pictures
    if pictures is None:
        return []
    stages: list[tuple[str, str]] = [(stage, stage_name(stage)) for stage in pictures.shows]
    return stages if pictures.alone else [("chain", say("LabFigures", "The whole chain")), *stages]


def lab_figure(view: LabView, screen: Viewport, name: str, background: str) -> Figure:
    """One of them; zoomed in, what is shown is the stretch that the screen shows."""
    pictures = view.pictures
    assert pictures is not None  # `lab_figures` offered it
    title = visible(view.title or image_title(pictures.result.image))
    return figure_of(Material(pictures.result, pictures.shows, title, part_of(screen)), name, background)


def part_of(screen: Viewport) -> QRectF | None:
    """The whole pixels that the screen shows of the ruler; None where it shows everything."""
    seen = screen.visible().intersected(screen.content)
    if screen.fitted or seen.isEmpty() or seen == screen.content:
        return None
    left, top = math.floor(seen.left()), math.floor(seen.top())
    return QRectF(left, top, math.ceil(seen.right()) - left, math.ceil(seen.bottom()) - top)
