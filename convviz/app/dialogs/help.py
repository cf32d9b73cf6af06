"""What the Help menu opens: all keys on one sheet (F1), and the versions at work."""

from __future__ import annotations

import platform
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QWidget,
)

from convviz import __version__, paths
from convviz.views.base.boxes import STRETCH, in_column, in_row
from convviz.views.base.plain import PlainLabel
from convviz.views.base.scale import px
from convviz.views.base.texts import listed
from convviz.views.controls.pieces import scrolled
from convviz.views.stages.input_card import DRAW_KEY

Rows = Sequence[tuple[str, str]]

BETWEEN, SCROLL_BAR = 40, 12

_PACKAGES = ("PySide6", "numpy", "scipy", "pillow", "pyqtgraph", "tensorflow", "keras")


class ShortcutsSheet(QDialog):
    """Groups of keys and what they do: the window's from its actions, the pages' own written out.

    They fold into as many columns as the screen is wide, and scroll where it is too low.
    """

    def __init__(self, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._groups = [
            self._group(self.tr("Window"), self._window_rows(actions)),
            self._group(self.tr("Kernel"), self._kernel_rows()),
            self._group(self.tr("Pictures"), self._picture_rows()),
            self._group(self.tr("Editing pixels"), self._drawing_rows()),
            self._group(self.tr("Step"), self._film_rows()),
            self._group(self.tr("Network"), self._network_rows()),
            self._group(self.tr("Presenter mode"), self._presenter_rows()),
        ]
        self._inside = QWidget(self)
        self._inside.setProperty("transparent", True)
        self._columns = QHBoxLayout(self._inside)
        self._columns.setSpacing(px(BETWEEN))
        self._columns.setContentsMargins(0, 0, px(12), 0)
        self._area = scrolled(self._inside, self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.buttons.rejected.connect(self.reject)
        in_column((self._area, 1), self.buttons, on=self, margins=(24, 20, 12, 16), spacing=16)
        self._fold(parent.screen().availableSize() * 0.9)

    def _fold(self, room: QSize) -> None:
        """Fill as many columns as fit beside each other, all about as high; the rest scrolls."""
        sizes = [group.sizeHint() for group in self._groups]
        wide = max(size.width() for size in sizes)
        around = px(24 + 12 + 12) + px(SCROLL_BAR)
        most = max(1, (room.width() - around + px(BETWEEN)) // (wide + px(BETWEEN)))
        columns: list[list[QWidget]] = [[] for _ in range(min(most, len(sizes)))]
        heights = [0] * len(columns)
        for group, size in sorted(zip(self._groups, sizes, strict=True), key=lambda both: -both[1].height()):
            place = heights.index(min(heights))
            columns[place].append(group)
            heights[place] += size.height()
        for groups in columns:
            self._columns.addLayout(in_column(*groups, STRETCH, spacing=16))
        used = [max(group.sizeHint().width() for group in groups) for groups in columns]
        width = sum(used) + px(BETWEEN) * (len(used) - 1) + around
        self.resize(min(width, room.width()), min(self._inside.sizeHint().height() + px(90), room.height()))

    def _window_rows(self, actions: Sequence[QAction]) -> Rows:
        return [(keys_of(action), action.text().rstrip("…")) for action in actions if action.shortcuts()]

    def _kernel_rows(self) -> Rows:
        return [
            (self.tr("Arrow keys, Tab"), self.tr("move between weights")),
            (self.tr("Digits"), self.tr("type a weight; Enter takes it, Esc keeps the old one")),
            (self.tr("Wheel, drag"), self.tr("change a weight; with Ctrl by 0.1")),
            (keys_text("Ctrl+C", "Ctrl+V"), self.tr("copy and paste the kernel as a table")),
        ]

    def _picture_rows(self) -> Rows:
        return [
            (self.tr("Arrow keys"), self.tr("move the pointed cell")),
            (self.tr("Enter, click"), self.tr("pin the cell")),
            (keys_text("K"), self.tr("keep this result, to compare others with it")),
            (self.tr("← and →, on the line"), self.tr("more of the kept result, or of the present one")),
            (self.tr("+ and −, wheel"), self.tr("zoom all stages")),
            (self.tr("Drag"), self.tr("move all stages")),
            (self.tr("Drag, on a histogram"), self.tr("choose the darkest and the brightest value")),
            (keys_text("PgUp", "PgDown"), self.tr("the page before and the next one of a file")),
            (keys_text("Space"), self.tr("freeze a live picture, and go on")),
            (self.tr("Esc"), self.tr("show all cards again; end a live picture")),
        ]

    def _drawing_rows(self) -> Rows:
        return [
            (DRAW_KEY.toString(QKeySequence.SequenceFormat.NativeText), self.tr("edit pixels, and stop it")),
            (self.tr("Drag"), self.tr("draw with the pencil")),
            (self.tr("Right button, Alt+click"), self.tr("pick a value")),
            (self.tr("Arrow keys, Tab, Enter"), self.tr("go from cell to cell")),
            (self.tr("Digits, F2"), self.tr("type a value; Enter takes it, Esc keeps the old one")),
            (keys_text("Space"), self.tr("draw the framed cell")),
            (keys_text("Delete"), self.tr("make it 0")),
            (self.tr("Ctrl+wheel"), self.tr("change a pixel step by step")),
            (self.tr("Esc"), self.tr("stop editing pixels")),
        ]

    def _film_rows(self) -> Rows:
        return [
            (keys_text("Space"), self.tr("play and pause")),
            (keys_text("Left", "Right"), self.tr("one step back, one step on")),
            (keys_text("Home", "End"), self.tr("to the beginning, to the end")),
            ("+, \u2212", self.tr("faster, slower")),
            (keys_text("L"), self.tr("play over and over")),
            (keys_text("A", "B"), self.tr("pin the output on show; again: unpin")),
            (keys_text("Return"), self.tr("press the focused button")),
            (self.tr("Click"), self.tr("go to an output cell")),
            (self.tr("Double click, F2"), self.tr("change a pixel of a small picture")),
            (self.tr("Ctrl+wheel, Alt+drag"), self.tr("change a pixel step by step")),
            (self.tr("Esc"), self.tr("show all cards again")),
        ]

    def _network_rows(self) -> Rows:
        return [
            (self.tr("Drag"), self.tr("draw on the paper")),
            (self.tr("[ and ], wheel"), self.tr("thinner, thicker")),
            (keys_text("Delete"), self.tr("an empty paper")),
            (self.tr("Arrow keys"), self.tr("move between maps")),
            (keys_text("Return"), self.tr("go into a map, from value to value")),
            (self.tr("Double click, Shift+Enter"), self.tr("show a map large")),
            (keys_text("Backspace"), self.tr("back to the number before")),
            (self.tr("Esc"), self.tr("out of the map")),
        ]

    def _presenter_rows(self) -> Rows:
        return [
            (keys_text("PgDown", "PgUp"), self.tr("next cell, step or layer; the one before")),
            (keys_text("B"), self.tr("a black screen, and back")),
            (self.tr("Esc"), self.tr("as it was before")),
        ]

    def _group(self, title: str, rows: Rows) -> QWidget:
        group = QWidget(self)
        heading = PlainLabel(group, title)
        heading.setProperty("role", "heading")
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(6))
        for row, (keys, text) in enumerate(rows):
            key_label = PlainLabel(group, keys)
            key_label.setProperty("role", "strong")
            text_label = PlainLabel(group, text)
            text_label.setProperty("role", "label")
            grid.addWidget(key_label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text_label, row, 1)
        grid.setColumnStretch(1, 1)
        in_column(heading, grid, on=group, spacing=8)
        group.ensurePolished()
        return group


def keys_of(action: QAction) -> str:
    """The first key of an action, as the platform writes it."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def keys_text(*keys: str) -> str:
    """Keys as the platform writes them, with commas between."""
    return listed(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)


def versions() -> str:
    """The versions of ConvViz and its dependencies, one a line; nothing is imported for it."""
    from importlib import metadata  # at start-up it would cost as much as a page

    lines = [f"ConvViz {__version__}", f"Python {platform.python_version()}"]
    for name in _PACKAGES:
        try:
            lines.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            continue
    return "\n".join([*lines, platform.platform()])


class AboutDialog(QDialog):
    """Name, purpose, licence and versions, with a button that copies the versions."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About ConvViz"))
        picture = PlainLabel(self)
        icon = QIcon(str(paths.resource("convviz.svg")))
        picture.setPixmap(icon.pixmap(QSize(px(64), px(64)), self.devicePixelRatioF()))
        name = PlainLabel(self, f"ConvViz {__version__}")
        name.setProperty("role", "headline")
        purpose = PlainLabel(
            self, self.tr("See every number inside a convolution: your own photo, your own kernel, live.")
        )
        licence = PlainLabel(self, self.tr("Free software under the MIT licence."))
        licence.setProperty("role", "caption")
        for label in (purpose, licence):
            label.setWordWrap(True)
        self.versions = QPlainTextEdit(versions(), self)
        self.versions.setReadOnly(True)
        self.versions.setAccessibleName(self.tr("Versions"))
        self.versions.setMinimumSize(px(380), px(190))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.copy_button = self.buttons.addButton(
            self.tr("Copy versions"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.copy_button.clicked.connect(self._copy)
        self.buttons.rejected.connect(self.reject)
        words = in_column(name, purpose, licence)
        head = in_row((picture, 0, Qt.AlignmentFlag.AlignTop), (words, 1), spacing=16)
        in_column(head, (self.versions, 1), self.buttons, on=self, spacing=12)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(versions())
