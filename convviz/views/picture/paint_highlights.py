"""Painting the highlight language: the same shape and colour always mean the same thing.

Window under the kernel and output cell: solid frames. Context: dashed. Pins: dashed, lettered.
Winner of a max pool: a ring. Every one has a halo, so that it shows on any data. Where cells are
too small for a frame, a reticle marks the place instead.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from convviz.core.explain.links import Cells
from convviz.views.base import theme
from convviz.views.base.scale import px
from convviz.views.picture.scene import Highlight, Scene

HALO = 1.25
RETICLE_BELOW = 9.0
ARM_FROM, ARM_TO, RETICLE_SIDE = 6.0, 15.0, 9.0

STYLE: dict[str, tuple[str, float, tuple[float, float] | None]] = {
    # kind: (colour token, line width in number grids, dashes)
    "window": ("win", 3.0, None),
    "out": ("out", 3.0, None),
    "fed": ("out", 1.5, (4, 3)),
    "context": ("win", 1.5, (4, 3)),
    "pin": ("pinA", 2.0, (5, 4)),
    "pinA": ("pinA", 2.0, (5, 4)),
    "pinB": ("pinB", 2.0, (5, 4)),
}
ORDER = ("taps", "context", "fed", "window", "out", "pin", "pinB", "pinA", "winner")
TAB, ROOM_FOR_TABS, ROOM_FOR_PIN = 14.0, 26.0, 18.0
CORNERS = {"pinA": ("bottomLeft", "topLeft", "topRight", "bottomRight"),
           "pinB": ("topLeft", "bottomLeft", "topRight", "bottomRight")}  # fmt: skip
"""Where the letter of a pin goes: the first of these that no other letter has."""


def paint_highlights(scene: Scene, highlights: Sequence[Highlight]) -> None:
    """Paint ``marks`` in an order in which none hides a more important one."""
    scene.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for mark in sorted(highlights, key=lambda m: ORDER.index(m.kind)):
        if mark.cells.empty:
            continue
        if mark.kind == "taps":
            _paint_taps(scene, mark.cells)
        elif mark.kind == "winner":
            _paint_ring(scene, mark.cells)
        else:
            _paint_framed(scene, mark)
    _paint_letters(scene, [mark for mark in highlights if mark.kind in CORNERS and not mark.cells.empty])


def _paint_letters(scene: Scene, pins: Sequence[Highlight]) -> None:
    """The letters of pins A and B, each at a corner of its frame that is still free."""
    taken: list[QRectF] = []
    for mark in sorted(pins, key=lambda m: m.kind):
        area = _extent(scene, mark.cells)
        if max(area.width(), area.height()) < RETICLE_BELOW:
            continue
        away = max(0.0, (px(ROOM_FOR_TABS) - area.height()) / 2)  # off a cell that it would cover
        wider = area.adjusted(-away, -away, away, away)
        tabs = []
        for name in CORNERS[mark.kind]:
            tab = QRectF(0, 0, px(TAB), px(TAB))
            tab.moveCenter(getattr(wider, name)() + QPointF(1, 1))
            tabs.append(tab)
        free = next((t for t in tabs if not any(t.intersects(other) for other in taken)), tabs[0])
        taken.append(free)
        tab_letter(scene.painter, free, mark.kind[-1], scene.scheme.color(STYLE[mark.kind][0]), scene.scheme)


def _extent(scene: Scene, cells: Cells) -> QRectF:
    first_row, last_row = min(cells.rows), max(cells.rows)
    first_column, last_column = min(cells.columns), max(cells.columns)
    return scene.rect(first_row, first_column, last_row - first_row + 1, last_column - first_column + 1)


def _paint_framed(scene: Scene, mark: Highlight) -> None:
    token, width, dashes = STYLE[mark.kind]
    colour = scene.scheme.color(token)
    area = _extent(scene, mark.cells)
    if max(area.width(), area.height()) < RETICLE_BELOW:
        if mark.kind in ("window", "out", "pin", "pinA", "pinB", "fed"):
            reticle(scene.painter, area.center(), colour, scene.scheme)
        return
    if mark.kind in CORNERS and min(area.width(), area.height()) < px(ROOM_FOR_PIN):
        return  # its letter says it all
    if mark.kind.startswith("pin"):
        area = area.adjusted(4, 4, -3, -3)
    if not scene.is_grid:
        width = min(width, 2.25)
    frame(scene.painter, area, colour, scene.scheme, width, dashes)
    if mark.kind in ("window", "out") and _spread(mark.cells) and scene.cell >= 8:
        for row in mark.cells.rows:
            for column in mark.cells.columns:
                frame(
                    scene.painter, scene.rect(row, column).adjusted(3, 3, -2, -2), colour, scene.scheme, 1.25
                )
    if mark.kind == "pin":
        letter(scene.painter, area.topLeft() + QPointF(1, 1), "A", colour, scene.scheme)


def _spread(cells: Cells) -> bool:
    """True when a dilation leaves gaps between the cells."""
    return any(len(line) > 1 and line[1] - line[0] > 1 for line in (cells.rows, cells.columns))


def frame(
    painter: QPainter,
    area: QRectF,
    colour: QColor,
    scheme: theme.Tokens,
    width: float,
    dashes: tuple[float, float] | None = None,
) -> None:
    """A rectangle with a halo, square-cornered and on whole pixels."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    halo = scheme.color("halo", 0.85)
    pen = QPen(halo, width + 2 * HALO)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawRect(area)
    pen = QPen(colour, width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin if dashes is None else Qt.PenJoinStyle.MiterJoin)
    if dashes is not None:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([d / width for d in dashes])
    painter.setPen(pen)
    painter.drawRect(area)


def reticle(painter: QPainter, centre: QPointF, colour: QColor, scheme: theme.Tokens) -> None:
    """A small square with four arms: a place on a photo too fine for frames."""
    halo = scheme.color("halo", 0.85)
    side = RETICLE_SIDE
    square = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(halo, 2 + 2 * HALO), QPen(colour, 2)):
        painter.setPen(pen)
        painter.drawRect(square)
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            direction = QPointF(dx, dy)
            painter.drawLine(centre + direction * ARM_FROM, centre + direction * ARM_TO)


def letter(painter: QPainter, corner: QPointF, text: str, colour: QColor, scheme: theme.Tokens) -> None:
    """A pin's letter on a small tab at the corner of its frame."""
    tab_letter(
        painter, QRectF(corner.x() - px(9), corner.y() - px(9), px(TAB), px(TAB)), text, colour, scheme
    )


def tab_letter(painter: QPainter, tab: QRectF, text: str, colour: QColor, scheme: theme.Tokens) -> None:
    """A letter on a rounded tab, as pins carry it everywhere."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(tab, 3, 3)
    painter.setFont(theme.font("ruler-strong", painter.font(), pixels=px(10)))
    painter.setPen(scheme.color("onaccent"))
    painter.drawText(tab, Qt.AlignmentFlag.AlignCenter, text)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def ring(painter: QPainter, centre: QPointF, radius: float, scheme: theme.Tokens) -> None:
    """The ring around the winner of a max pool."""
    halo = scheme.color("halo", 0.85)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(halo, 1.75 + 2 * HALO), QPen(scheme.color("ring"), 1.75)):
        painter.setPen(pen)
        painter.drawEllipse(centre, radius, radius)


def _paint_ring(scene: Scene, cells: Cells) -> None:
    if scene.cell < RETICLE_BELOW:
        return
    area = scene.rect(cells.rows[0], cells.columns[0])
    ring(scene.painter, area.center(), max(3.0, scene.cell * 0.38), scene.scheme)


def _paint_taps(scene: Scene, cells: Cells) -> None:
    """Every input that one kernel weight touches: a dot in each, or the stretch they cover."""
    rows, columns = scene.visible(padded=True)
    if scene.cell < 7:
        frame(scene.painter, _extent(scene, cells), scene.scheme.color("win"), scene.scheme, 1.5, (4, 3))
        return
    radius = max(1.5, scene.cell * 0.09)
    halo = scene.scheme.color("halo")
    scene.painter.setBrush(scene.scheme.color("win"))
    scene.painter.setPen(QPen(halo, HALO))
    shown = [column for column in cells.columns if column in columns]
    for row in cells.rows:
        if row in rows:
            for column in shown:
                selection = scene.rect(row, column).bottomRight() - QPointF(radius + 2.5, radius + 2.5)
                scene.painter.drawEllipse(selection, radius, radius)
    scene.painter.setBrush(Qt.BrushStyle.NoBrush)
