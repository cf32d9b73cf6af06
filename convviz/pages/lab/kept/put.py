"""How the view of a comparison gets onto the card, the slider and the line above the stages."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from convviz.core.explain.links import Cells
from convviz.pages.lab.view import LOUPE_INPUT, LOUPE_POOLED, NO_LOUPE, KeptView, LoupeView
from convviz.views.base.spoken import announce
from convviz.views.base.texts import say
from convviz.views.picture.scene import Highlight
from convviz.views.picture.stage_picture import StagePicture
from convviz.views.stages.compare_bar import CompareBar
from convviz.views.stages.stages_row import StagesRow


def put_kept(stages: StagesRow, bar: CompareBar, view: KeptView | None) -> None:
    """Show the comparison ``view``; None puts everything of it away."""
    focus = QApplication.focusWidget()
    if view is None and focus is not None and bar.isAncestorOf(focus):
        stages.cards["convolution"].picture.setFocus()  # and not whatever follows the hidden button
    bar.setVisible(view is not None)
    if view is None:
        stages.compare("", None)
        stages.set_kept_bounds(QRectF())
        for picture in (stages.kept.picture, stages.both.pane):
            picture.set_content(None)
        return
    bar.look.show_key(view.kept.look)
    slides = view.kept.look == "slider"
    problem = view.problem if slides else ""  # else the card says it
    bar.set_problem(bool(problem))
    bar.show_words(problem or view.sentence, view.here)
    if view.here and any(card.picture.hasFocus() for card in (*stages.cards.values(), stages.kept)):
        announce(bar, view.here)  # who goes on with the keys hears both values
    stages.set_kept_bounds(view.bounds)
    stages.compare(view.kept.look, None if slides and view.problem else view.against)
    _put_card(stages, view)
    for picture in (stages.kept.picture, stages.both.pane):
        _put_picture(picture, view)


def _put_card(stages: StagesRow, view: KeptView) -> None:
    card, show = stages.kept, view.show
    card.set_stage(view.stage)
    card.set_shape_text(view.text)
    card.stale.set_text(escape(view.problem))
    card.bar.setVisible(show is not None)
    if show is not None:
        card.bar.set_values(show.content.scale, show.counts, show.beyond, show.ends)
        shared = say("Lab", "same range") if show.same_range else say("Kept", "a range of its own")
        card.set_captions(shared, "" if view.pointed is None else say("Lab", "its cell"))
    card.loupe.show_place(*_loupe(view))


def _loupe(view: KeptView) -> LoupeView:
    """The kept cell and its neighbours, as many as in the loupes of the present maps."""
    if view.show is None or view.pointed is None:
        return NO_LOUPE
    content = view.show.content
    across = LOUPE_POOLED if view.stage == "pooling" else LOUPE_INPUT
    centre = content.cell_rect(*view.pointed).center()
    return content, centre, across * content.grid.rows.pitch, _marks(view)


def _marks(view: KeptView) -> tuple[Highlight, ...]:
    cell = view.pointed
    return () if cell is None else (Highlight("out", Cells((cell[0],), (cell[1],))),)


def _put_picture(picture: StagePicture, view: KeptView) -> None:
    picture.set_content(None if view.show is None else view.show.content)
    picture.set_highlights(_marks(view))
    picture.set_pointed(view.pointed)
