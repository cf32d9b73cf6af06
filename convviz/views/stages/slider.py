"""Before and after on one picture: the kept map lies on the present one, left of a line that is dragged."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QWidget

from convviz.views.base import theme
from convviz.views.base.painted import Adaptive, fill_rounded
from convviz.views.base.plain import set_tip
from convviz.views.base.scale import px
from convviz.views.picture.stage_picture import StagePicture
from convviz.views.picture.viewport import Viewport

WHOLE = 100
"""The slider counts in percent of the picture's width."""

GRIP = 26
"""Width of what can be taken hold of, around the line."""

TAG_HEIGHT, TAG_MARGIN = 20, 8


class KeptPane(StagePicture):
    """The kept map over the present one, as far as the line; the mouse goes through it."""

    def __init__(self, viewport: Viewport, parent: QWidget | None = None) -> None:
        super().__init__(viewport, parent)
        self.share = 0.5
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(0, 0)
        self.hide()

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        edge = self.width() * self.share
        painter.save()
        painter.setClipRect(QRectF(0, 0, edge, self.height()))
        super().draw(painter, scheme)
        painter.restore()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_tags(painter, scheme, edge)

    def _paint_tags(self, painter: QPainter, scheme: theme.Tokens, edge: float) -> None:
        """Which side is which, at the lower corners, where there is room."""
        font = theme.font("caption", self.font())
        painter.setFont(font)
        margin, height = px(TAG_MARGIN), px(TAG_HEIGHT)
        top = self.height() - height - margin
        for text, right in ((self.tr("Kept"), False), (self.tr("Now"), True)):
            wide = painter.fontMetrics().horizontalAdvance(text) + 2 * margin
            left = self.width() - wide - margin if right else margin
            room = self.width() - edge if right else edge
            if wide + 2 * margin > room:
                continue
            tag = QRectF(left, top, wide, height)
            fill_rounded(painter, tag, px(theme.RADIUS_CONTROL), scheme.color("card", 0.9))
            painter.setPen(scheme.color("text1"))
            painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, text)


class Divider(Adaptive, QSlider):
    """The line between kept and now: dragged, or moved by the arrow keys, Home and End."""

    moved = Signal(float)
    """The share of the picture's width that lies left of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.share = 0.5
        self.setRange(0, WHOLE)
        self.setValue(WHOLE // 2)
        self.setSingleStep(2)
        self.setPageStep(10)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.valueChanged.connect(self._on_value)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        set_tip(self, self.tr("Drag, or press ← and →: kept on the left, now on the right"))
        self.setAccessibleName(self.tr("Line between the kept and the present result"))
        self.setAccessibleDescription(self.tr("Percent of the picture that shows the kept result"))

    def place(self) -> None:
        """Stand on the line, over the whole height of the picture."""
        picture = self.parentWidget()
        if picture is not None:
            wide = px(GRIP)
            middle = round(picture.width() * self.share)
            self.setGeometry(middle - wide // 2, 0, wide, picture.height())

    def _move(self, share: float) -> None:
        self.share = min(max(share, 0.0), 1.0)
        self.setValue(round(self.share * WHOLE))
        self.place()
        self.moved.emit(self.share)

    def _on_value(self, value: int) -> None:
        if value != round(self.share * WHOLE):
            self._move(value / WHOLE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        picture = self.parentWidget()
        if picture is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._move(self.mapTo(picture, event.position()).x() / max(1, picture.width()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click brings the line back to the middle."""
        self._move(0.5)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # a line that stands upright goes left and right
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._draw(painter, theme.tokens(self))

    def _draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        for colour, width in (("halo", 4.5), ("accent", 2.0)):
            painter.setPen(QPen(scheme.color(colour), width))
            painter.drawLine(QPointF(middle.x(), 0), QPointF(middle.x(), self.height()))
        radius = px(10)
        painter.setPen(QPen(scheme.color("accent"), 3 if self.hasFocus() else 1.5))
        painter.setBrush(scheme.color("accentsoft" if self.hasFocus() else "card"))
        painter.drawEllipse(middle, radius, radius)
        painter.setPen(QPen(scheme.color("accent"), 1.75))
        for side in (-1, 1):
            tip = middle + QPointF(side * px(6), 0)
            for up in (-1, 1):
                painter.drawLine(tip, tip + QPointF(-side * px(3), up * px(3)))


class BeforeAfter(QObject):
    """Lays pane and line on the picture of a stage, wherever that is."""

    def __init__(self, viewport: Viewport, picture: StagePicture) -> None:
        super().__init__(picture)
        self._picture = picture
        self.pane = KeptPane(viewport, picture)
        self.divider = Divider(picture)
        self.divider.moved.connect(self._on_moved)

    def lie_on(self, picture: StagePicture | None) -> None:
        """Lie on this picture; None for nowhere."""
        self._picture.removeEventFilter(self)
        if picture is not None and picture is not self._picture:
            self._picture = picture
            self.setParent(picture)
            for part in (self.pane, self.divider):
                part.setParent(picture)
        for part in (self.pane, self.divider):
            part.setVisible(picture is not None)
        if picture is not None:
            picture.installEventFilter(self)
            self._place()
            QWidget.setTabOrder(picture, self.divider)

    def _place(self) -> None:
        self.pane.setGeometry(QRect(0, 0, self._picture.width(), self._picture.height()))
        self.divider.place()
        self.pane.raise_()
        self.divider.raise_()

    def _on_moved(self, share: float) -> None:
        self.pane.share = share
        self.pane.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.pane.isHidden():
            self._place()
        return False
