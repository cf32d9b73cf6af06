"""Icons drawn for ConvViz: one set of line drawings, tinted with the theme's text colour.

The drawings lie in ``resources/icons`` on a grid of 20 pixels, with strokes in ``currentColor``.
Asking the system's icon theme would leave most platforms with empty buttons.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QToolButton, QWidget

from convviz import paths
from convviz.views.base import theme
from convviz.views.base.painted import Adaptive
from convviz.views.base.plain import set_tip
from convviz.views.base.scale import px

OFF_OPACITY = 0.5  # controls that are off stand at half strength


@lru_cache(maxsize=128)
def drawing(name: str) -> str:
    """The SVG text of the icon ``name``; FileNotFoundError when there is none."""
    return paths.resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, colour: QColor, size: int = 20, ratio: float = 1.0, opacity: float = 1.0) -> QPixmap:
    """The icon ``name`` in ``colour``, ``size`` logical pixels wide and high.

    ``ratio`` is the number of screen pixels for a logical one, so that strokes stay sharp.
    """
    result = QPixmap.fromImage(_drawn(name, colour.name(), round(size * ratio), opacity * colour.alphaF()))
    result.setDevicePixelRatio(ratio)
    return result


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, side: int, opacity: float) -> QImage:
    """The drawing as pixels, drawn once: the same few icons stand on dozens of buttons."""
    renderer = QSvgRenderer(QByteArray(drawing(name).replace("currentColor", colour).encode("utf-8")))
    picture = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setOpacity(opacity)
        renderer.render(painter, QRectF(0, 0, side, side))
    return picture


def icon(name: str, colour: QColor, size: int = 20) -> QIcon:
    """A QIcon of the drawing ``name`` in ``colour``; its disabled state stands at 50 %."""
    screen = QGuiApplication.primaryScreen()
    ratio = screen.devicePixelRatio() if screen is not None else 1.0
    result = QIcon()
    for scale in sorted({1.0, ratio, 2.0}):
        result.addPixmap(pixmap(name, colour, size, scale), QIcon.Mode.Normal)
        result.addPixmap(pixmap(name, colour, size, scale, OFF_OPACITY), QIcon.Mode.Disabled)
    return result


class IconButton(Adaptive, QToolButton):
    """A flat square button that shows one icon and keeps it in the colour of the theme.

    Give it a tooltip and an accessible name: an icon alone says nothing to a screen reader.
    """

    def __init__(self, name: str, parent: QWidget | None = None, *, size: int = 20, side: int = 28) -> None:
        super().__init__(parent)
        self._name = name
        self._drawn: tuple[object, ...] = ()
        self.setIconSize(QSize(px(size), px(size)))
        self.setFixedSize(px(side), px(side))
        self.setAutoRaise(True)
        self.toggled.connect(self.restyle)
        self.restyle()

    def icon_name(self) -> str:
        """Which drawing the button shows."""
        return self._name

    def set_icon_name(self, name: str) -> None:
        """Show another drawing."""
        self._name = name
        self.restyle()

    def set_help(self, text: str) -> None:
        """Set tooltip and accessible name at once."""
        set_tip(self, text)
        self.setAccessibleName(text)

    def restyle(self) -> None:
        role = "accent" if self.isCheckable() and self.isChecked() else "text2"
        wanted = self._name, getattr(theme.tokens(self), role), self.iconSize().width()
        if wanted != self._drawn:  # most changes of style, several for each new button, change nothing here
            self._drawn = wanted
            self.setIcon(icon(self._name, QColor(wanted[1]), wanted[2]))
