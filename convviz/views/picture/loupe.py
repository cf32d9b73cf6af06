"""A few cells around the pointed place, large: the number grid's stand-in on a photo."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz.views.base import theme
from convviz.views.base.colours import image, words
from convviz.views.picture.content import Content, Highlight
from convviz.views.picture.paint_cells import paint_padding
from convviz.views.picture.paint_highlights import paint_highlights
from convviz.views.picture.scene import Scene
from convviz.views.picture.viewport import Viewport

SIDE = 114


class Loupe(QWidget):
    """Shows about seven by seven input pixels around ``centre``, with the same highlights.

    It uses a viewport of its own, so cells lie exactly as in the stage's picture.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content: Content | None = None
        self._highlights: tuple[Highlight, ...] = ()
        self._centre: QPointF | None = None
        self._span = 7.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(SIDE, SIDE)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return QSize(SIDE, SIDE)

    def show_place(
        self, content: Content | None, centre: QPointF | None, span: float, highlights: Sequence[Highlight]
    ) -> None:
        """Show ``span`` input pixels around ``centre`` (x is the column); None shows nothing."""
        self._content, self._centre, self._span, self._highlights = content, centre, span, tuple(highlights)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scheme = theme.tokens(self)
        painter.fillRect(self.rect(), scheme.color("sunken"))
        if self._content is not None and self._centre is not None:
            view = Viewport()
            view.set_size(QSizeF(self.size()))
            view.set_content(QRectF(self._centre.x() - 5e8, self._centre.y() - 5e8, 1e9, 1e9))
            view.set_scale(SIDE / self._span)
            view.pan((view.to_ruler(QPointF(SIDE / 2, SIDE / 2)) - self._centre) * view.scale)
            self._paint_cells(Scene(painter, view, scheme, self._content))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(scheme.color("line"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _paint_cells(self, scene: Scene) -> None:
        content = scene.content
        rows, columns = scene.visible()
        if rows and columns:
            part = content.values[rows.start : rows.stop, columns.start : columns.stop]
            picture = image(words(content.to_colour(part), content.scale, scene.scheme))
            scene.painter.drawImage(scene.rect(rows.start, columns.start, len(rows), len(columns)), picture)
        paint_padding(scene)
        paint_highlights(scene, self._highlights)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.update()
        super().changeEvent(event)
