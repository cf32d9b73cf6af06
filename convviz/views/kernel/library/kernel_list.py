"""The rows of the kernel library: result, weights, name, sentence."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from convviz.core.kernels.library import LIBRARY, library
from convviz.views.base import theme
from convviz.views.kernel.library.kernel_texts import kernel_text
from convviz.views.kernel.library.preview import PreviewPicture, paint_picture, paint_weights, result_image

ROW, PICTURE_WIDTH, PICTURE_HEIGHT, WEIGHTS = 48, 43, 40, 30
MARGIN, GAP = 11, 10
KEY = Qt.ItemDataRole.UserRole


class LibraryRow(QStyledItemDelegate):
    """Draws one kernel of the library."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._owner = parent
        self._picture: PreviewPicture | None = None
        self._drawn: dict[tuple[str, bool], QImage] = {}

    def set_picture(self, picture: PreviewPicture | None) -> None:
        """Preview on this thumbnail; None leaves the results out."""
        self._picture = picture
        self._drawn.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        key = str(index.data(KEY))
        scheme = theme.tokens(self._owner.window())  # the list's own palette is transparent
        place: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(place, scheme.color("accentsoft"))
        left = place.left() + MARGIN
        if self._picture is not None:
            frame = QRect(left, place.top() + (ROW - PICTURE_HEIGHT) // 2, PICTURE_WIDTH, PICTURE_HEIGHT)
            paint_picture(painter, self._result(key, scheme), frame, scheme)
            left = frame.right() + 1 + GAP
        cells = QRect(left, place.top() + (ROW - WEIGHTS) // 2, WEIGHTS, WEIGHTS)
        paint_weights(painter, library(key), cells, scheme)
        text = QRect(cells.right() + GAP, place.top() + 5, 0, 19)
        text.setRight(place.right() - 6)
        self._write(painter, scheme, text, key, selected)

    def _write(self, painter: QPainter, scheme: theme.Tokens, place: QRect, key: str, selected: bool) -> None:
        texts = kernel_text(key)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        name_font = theme.font("strong" if selected else "body", painter.font())
        painter.setFont(name_font)
        painter.setPen(scheme.color("accent" if selected else "text1"))
        painter.drawText(place, flags, texts.name)
        painter.setFont(theme.font("caption", painter.font()))
        painter.setPen(scheme.color("text2"))
        painter.drawText(place.translated(0, 18), flags, texts.sentence)

    def _result(self, key: str, scheme: theme.Tokens) -> QImage:
        made_of = (key, scheme.dark)
        if made_of not in self._drawn:
            assert self._picture is not None
            self._drawn[made_of] = result_image(self._picture, library(key), scheme)
        return self._drawn[made_of]


class LibraryList(QListWidget):
    """All kernels of the library; `filter_by` leaves those whose words contain what was typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = LibraryRow(self)
        self.setItemDelegate(self._row)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setStyleSheet("QListWidget { border: none; background: transparent; }")
        self.itemEntered.connect(self.setCurrentItem)
        for key in LIBRARY:
            item = QListWidgetItem(self)
            item.setData(KEY, key)
        self.retranslate()

    def set_picture(self, picture: PreviewPicture | None) -> None:
        """Preview on this thumbnail."""
        self._row.set_picture(picture)
        self.viewport().update()

    def retranslate(self) -> None:
        """Name the rows in the language of the moment."""
        for index in range(self.count()):
            texts = kernel_text(str(self.item(index).data(KEY)))
            self.item(index).setText(f"{texts.name}. {texts.sentence}")

    def key(self) -> str:
        """The key of the current row, "" where none is shown."""
        item = self.currentItem()
        return "" if item is None or item.isHidden() else str(item.data(KEY))

    def keys(self) -> list[str]:
        """The keys of the rows that are shown."""
        return [str(self.item(i).data(KEY)) for i in range(self.count()) if not self.item(i).isHidden()]

    def show_key(self, key: str) -> None:
        """Make the row of a kernel current; the first one for a kernel of one's own."""
        index = list(LIBRARY).index(key) if key in LIBRARY else 0
        self.scrollToItem(self.item(index), QListWidget.ScrollHint.PositionAtCenter)
        self.setCurrentRow(index)  # last: scrolling moves rows under a resting pointer

    def filter_by(self, text: str) -> None:
        """Hide the kernels whose name, sentence and key lack one of the words of ``text``."""
        wanted = text.casefold().split()
        first = None
        for index in range(self.count()):
            item = self.item(index)
            words = f"{item.text()} {item.data(KEY)}".casefold()
            item.setHidden(not all(word in words for word in wanted))
            if first is None and not item.isHidden():
                first = item
        current = self.currentItem()
        if first is not None and (wanted or current is None or current.isHidden()):
            self.setCurrentItem(first)

    def step(self, rows: int) -> None:
        """Go down (or up) by so many of the shown rows."""
        keys = self.keys()
        if keys:
            at = keys.index(self.key()) if self.key() in keys else 0
            index = list(LIBRARY).index(keys[min(max(at + rows, 0), len(keys) - 1)])
            self.setCurrentRow(index)
