"""Forms: rows of a label and its controls, with the error that they caused, in groups with a title."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from convviz.core.sizes.settings import Settings
from convviz.views.base import icons, theme
from convviz.views.base.boxes import in_column, in_row
from convviz.views.base.icons import IconButton
from convviz.views.base.painted import Adaptive, Painted
from convviz.views.base.scale import px
from convviz.views.base.stylesheet import hairline
from convviz.views.controls.pieces import role_label

ICON = 16
GAP = 2
LABEL_WIDTH = 88
LINK_SIDE = 24


class LabelledError(Painted):
    """A tinted band with a warning sign and a sentence; hidden while there is nothing to say.

    It lies over what is below its control (`lie_below`), so that nothing moves away from somebody who is
    typing; at the lower end of its card it lies above the control.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._control: QWidget | None = None
        self._over: QWidget | None = None
        self._indent = 0
        self._label = role_label("error", self)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        in_row(self._label, on=self, margins=(8 + ICON + 7, 6, 8, 6))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def lie_below(self, control: QWidget, indent: int = 0, *, over: QWidget | None = None) -> None:
        """Lie below ``control``, as wide as it is but for ``indent``.

        With ``over`` it is as wide as the card, and covers what is named rather than half of it.
        """
        if self._control is None:
            control.installEventFilter(self)
        self._control, self._indent, self._over = control, indent, over
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize) and self.text():
            self._settle()
        elif event.type() in (QEvent.Type.Hide, QEvent.Type.Show):
            self.setVisible(event.type() == QEvent.Type.Show and bool(self.text()))
        return False

    def _settle(self) -> None:
        control = self._control
        if control is None or not self.text():
            return
        ground = _ground_of(control)
        if ground is not self.parentWidget():
            self.setParent(ground)
        top = control.mapTo(ground, QPoint(0, 0))
        left = self._indent + (top.x() if self._over is None else 0)
        width = (top.x() + control.width() if self._over is None else ground.width() - self._indent) - left
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        below = top.y() + control.height() + GAP
        if self._over is not None:
            below = max(below, self._over.mapTo(ground, QPoint(0, self._over.height())).y() - height)
        above = max(0, top.y() - height - GAP)
        self.setGeometry(left, below if below + height <= ground.height() else above, width, height)
        self.setVisible(control.isVisibleTo(ground))
        self.raise_()

    def text(self) -> str:
        """The sentence, "" while hidden."""
        return self._label.text()

    def set_text(self, text: str) -> None:
        """Show ``text``, or hide the band where it is empty."""
        self._label.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self._settle()

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(scheme.color("errorbg"))
        painter.drawRoundedRect(QRectF(self.rect()), theme.RADIUS_CONTROL, theme.RADIUS_CONTROL)
        sign = icons.pixmap("warning", scheme.color("error"), px(ICON), self.devicePixelRatioF())
        painter.drawPixmap(px(8), px(7), sign)


def _ground_of(control: QWidget) -> QWidget:
    """The card that ``control`` is in, or what is scrolled in it."""
    ground = control
    while (parent := ground.parentWidget()) is not None:
        ground = parent
        around = ground.parentWidget()
        scrolled = around is not None and isinstance(around.parentWidget(), QScrollArea)
        if ground.property("card") or scrolled:
            break
    return ground


class FormRow(QWidget):
    """A labelled row. `apart` is a chain button after the label: pressed, it parts rows and columns."""

    def __init__(self, parent: QWidget | None = None, *, linkable: bool = False) -> None:
        super().__init__(parent)
        self.label = role_label("label", self)
        self.error = LabelledError(self)
        self.apart: IconButton | None = self._chain_button() if linkable else None
        self._column = QWidget(self)
        column = in_row((self.label, 1), on=self._column, margins=(0, 0, 4, 0), spacing=0)
        if self.apart is not None:
            column.addWidget(self.apart)
        self.controls = in_row(spacing=6)
        top = in_row(self._column, (self.controls, 1), spacing=0)
        in_column(top, on=self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.set_label_width(px(LABEL_WIDTH))

    def _chain_button(self) -> IconButton:
        button = IconButton("link", self, size=14, side=LINK_SIDE)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def add(self, *widgets: QWidget, stretch: int = 1) -> None:
        """Put controls into the row, each with the same share of its width."""
        for widget in widgets:
            widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            widget.setFixedHeight(px(theme.CONTROL))
            self.controls.addWidget(widget, stretch)

    def needed_label_width(self) -> int:
        """How wide the label's column has to be for its text not to be cut."""
        return self.label.sizeHint().width() + px(8) + (px(LINK_SIDE) if self.apart is not None else 0)

    def set_label_width(self, width: int) -> None:
        """Give the label's column the width all rows of the form share."""
        self._column.setFixedWidth(width)
        self.error.lie_below(self, width)


HEIGHT = 20


class SectionTitle(QWidget):
    """A heading such as "Pooling" over the controls that belong to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = role_label("heading", self)
        line = hairline(self)
        line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        in_row(self._label, (line, 1, Qt.AlignmentFlag.AlignVCenter), on=self, spacing=15)
        self.setFixedHeight(px(HEIGHT))

    def text(self) -> str:
        """The name of the group."""
        return self._label.text()

    def set_text(self, text: str) -> None:
        """Name the group."""
        self._label.setText(text)


class Form(Adaptive, QWidget):
    """A titled group of rows that shows one part of the settings.

    ``changed`` carries the fields of `Settings` that a person changed, and the key under which
    changes of one gesture are merged ("" for a step of its own).
    """

    changed = Signal(object, str)
    edit_finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = SectionTitle(self)
        self._rows: list[FormRow] = []
        self._body = in_column()
        self._column = in_column(self.title, self._body, on=self)

    def add_row(self, row: FormRow) -> FormRow:
        """Append a row."""
        self._rows.append(row)
        self._body.addWidget(row)
        return row

    def rows(self) -> list[FormRow]:
        """All rows, hidden ones too."""
        return list(self._rows)

    def set_spacing(self, gap: int, under_title: int, title_height: int) -> None:
        """Use ``gap`` pixels between rows, ``under_title`` under a title of ``title_height``."""
        self._body.setSpacing(gap)
        self._column.setSpacing(under_title)
        self.title.setFixedHeight(title_height)
        self.title.setVisible(title_height > 0)

    def show_settings(self, settings: Settings) -> None:
        """Show the part of ``settings`` that this group is about."""
        raise NotImplementedError

    def announce(self, changes: Mapping[str, Any], merge_key: str = "") -> None:
        """Announce what a person changed."""
        self.changed.emit(dict(changes), merge_key)
