"""What the Lab offers for slides and print: its stages and the whole chain, as they are on show."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF

from convviz.core.base.visible import visible
from convviz.film.figure.compare import CompareFigure, Side
from convviz.film.figure.figures import Figure, StageFigure, figure_of
from convviz.film.figure.look import Look, look_of
from convviz.film.figure.material import Material
from convviz.film.texts import card_shape
from convviz.pages.lab.view import KeptView, LabView
from convviz.views.base.texts import image_title, kept_name, say, stage_name
from convviz.views.picture.viewport import Viewport


def lab_figures(view: LabView) -> list[tuple[str, str]]:
    """Names and titles of the figures there are at the moment."""
    pictures, kept = view.pictures, view.kept
    if pictures is None:
        return []
    figures: list[tuple[str, str]] = [(stage, stage_name(stage)) for stage in pictures.shows]
    if pictures.alone:
        return figures
    if kept is not None and kept.result is not None:
        figures.append(("kept", kept_name(kept.stage)))
        if kept.against in pictures.shows:
            figures.append(("compare", say("LabFigures", "Before and after")))
    return [("chain", say("LabFigures", "The whole chain")), *figures]


def lab_figure(view: LabView, screen: Viewport, name: str, background: str) -> Figure:
    """One of them; zoomed in, what is shown is the stretch that the screen shows."""
    pictures, kept = view.pictures, view.kept
    assert pictures is not None  # `lab_figures` offered it
    title = visible(view.title or image_title(pictures.result.image))
    material = Material(pictures.result, pictures.shows, title, part_of(screen))
    if name not in ("kept", "compare") or kept is None:
        return figure_of(material, name, background)
    return _kept_figure(kept, material, name, look_of(background))


def _kept_figure(kept: KeptView, present: Material, name: str, look: Look) -> Figure:
    """The kept map alone, or beside the present one."""
    assert kept.result is not None
    assert kept.show is not None
    if name == "kept":
        own = Material(kept.result, {kept.stage: kept.show}, present.title, present.part)
        return StageFigure(own, look, kept.stage)
    now = card_shape(kept.against, present.result.chain, present.result.settings)
    sides = (
        Side(kept_name(kept.stage), kept.text, kept.show),
        Side(stage_name(kept.against), now, present.shows[kept.against]),
    )
    return CompareFigure(present, look, sides, kept.sentence)


def part_of(screen: Viewport) -> QRectF | None:
    """The whole pixels that the screen shows of the ruler; None where it shows everything."""
    seen = screen.visible().intersected(screen.content)
    if screen.fitted or seen.isEmpty() or seen == screen.content:
        return None
    left, top = math.floor(seen.left()), math.floor(seen.top())
    return QRectF(left, top, math.ceil(seen.right()) - left, math.ceil(seen.bottom()) - top)
