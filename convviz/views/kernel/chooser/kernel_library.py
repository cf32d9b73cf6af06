"""The kernel library: a box that names the kernel in use, and the list it opens."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QImage, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from convviz.core.kernels.kernel_library import LIBRARY, library
from convviz.views.base import icons, theme
from convviz.views.base.boxes import in_column
from convviz.views.base.painted import Adaptive
from convviz.views.base.plain import set_tip
from convviz.views.base.scale import px
from convviz.views.controls.pieces import role_label
from convviz.views.kernel.chooser.kernel_texts import kernel_text, own_kernel_name
from convviz.views.kernel.chooser.previews import PreviewPicture, paint_picture, paint_weights, result_image

ROW, PICTURE_WIDTH, PICTURE_HEIGHT, WEIGHTS = 48, 43, 40, 30
MARGIN, GAP = 11, 10
KEY = Qt.ItemDataRole.UserRole
WIDTH, ROWS_SHOWN = 352, 7
USUAL = 150  # the width of the box for most names
AROUND = 34  # borders, margins and the arrow of the box
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -5, Qt.Key.Key_PageDown: 5}


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
        return QSize(0, px(ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        key = str(index.data(KEY))
        scheme = theme.tokens(self._owner.window())  # the list's own palette is transparent
        place: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(place, scheme.color("accentsoft"))
        left = place.left() + px(MARGIN)
        if self._picture is not None:
            frame = QRect(
                left, place.top() + (px(ROW) - px(PICTURE_HEIGHT)) // 2, px(PICTURE_WIDTH), px(PICTURE_HEIGHT)
            )
            paint_picture(painter, self._result(key, scheme), frame, scheme)
            left = frame.right() + 1 + px(GAP)
        cells = QRect(left, place.top() + (px(ROW) - px(WEIGHTS)) // 2, px(WEIGHTS), px(WEIGHTS))
        paint_weights(painter, library(key), cells, scheme)
        text = QRect(cells.right() + px(GAP), place.top() + px(5), 0, px(19))
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
        painter.drawText(place.translated(0, px(18)), flags, texts.sentence)

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
        """Name the rows in the present language."""
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


class LibraryPopup(Adaptive, QFrame):
    """A search box over the list of kernels. Typing filters, arrow keys move, Enter takes, Esc leaves."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("card", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.search = QLineEdit(self)
        self.search.setFixedHeight(px(30))
        self._sign = QAction(self.search)
        self.search.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self.list = LibraryList(self)
        self._nothing = role_label("caption", self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.hide()
        above = in_column(self.search, margins=(10, 0, 10, 0))
        in_column(above, (self.list, 1), (self._nothing, 1), on=self, margins=(1, 10, 1, 8), spacing=8)
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._filter)
        self.list.itemClicked.connect(self._clicked)
        self.retranslate()

    def open_at(self, anchor: QWidget, key: str) -> None:
        """Open under ``anchor`` (or above it, where the screen ends) with a kernel marked."""
        self._sign.setIcon(icons.icon("search", theme.tokens(anchor).color("text2"), px(16)))
        self.search.clear()
        height = 10 + 30 + 8 + ROWS_SHOWN * px(ROW) + 10
        screen = anchor.screen().availableGeometry()
        self.resize(min(px(WIDTH), screen.width()), min(height, screen.height()))
        place = anchor.mapToGlobal(QPoint(anchor.width() - self.width(), anchor.height() + 2))
        if place.y() + self.height() > screen.bottom():
            place.setY(anchor.mapToGlobal(QPoint(0, -self.height() - 2)).y())
        place.setY(max(screen.top(), place.y()))
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        self.move(place)
        self.show()
        self.search.setFocus()
        self.list.show_key(key)

    def set_picture(self, picture: PreviewPicture | None) -> None:
        """Preview on this thumbnail."""
        self.list.set_picture(picture)

    def retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("Search kernels"))
        self.search.setAccessibleName(self.tr("Search kernels"))
        self.list.setAccessibleName(self.tr("Kernel library"))
        self._nothing.setText(self.tr("No kernel is called that"))
        self.list.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in STEPS:
                self.list.step(STEPS[key])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.key())
                return True
        return super().eventFilter(watched, event)

    def _filter(self, text: str) -> None:
        self.list.filter_by(text)
        found = bool(self.list.keys())
        self.list.setVisible(found)
        self._nothing.setVisible(not found)

    def _clicked(self, item: QListWidgetItem) -> None:
        self._take(str(item.data(KEY)))

    def _take(self, key: str) -> None:
        if key:
            self.close()
            self.chosen.emit(key)


class LibraryBox(Adaptive, QComboBox):
    """Looks like a combo box with the name of the kernel in use; opens the library."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self.setProperty("small", True)
        self.addItem("")
        self.popup = LibraryPopup(self if parent is None else parent)  # a combo box's own frames go unstyled
        self.popup.chosen.connect(self.chosen)
        self.setFixedHeight(px(theme.HEADER_CONTROL))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def show_key(self, key: str) -> None:
        """Name the kernel in use; "" is one of the person's own."""
        self._key = key
        self._write()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Kernel library"))
        self._write()

    def showPopup(self) -> None:
        self.popup.open_at(self, self._key)

    def sizeHint(self) -> QSize:
        return QSize(px(USUAL), px(theme.HEADER_CONTROL))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(84), px(theme.HEADER_CONTROL))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._write()

    def _write(self) -> None:
        """The name, or its short form where the box is narrow."""
        texts = kernel_text(self._key)
        name, sentence = (texts.name, texts.sentence) if self._key else (own_kernel_name(), "")
        needed = self._needs(name)
        shorter = [t for t in (name, texts.short, texts.label) if self._needs(t) <= self.width()]
        self.setMaximumWidth(max(px(USUAL), needed))
        self.setItemText(0, shorter[0] if shorter else texts.label if self._key else name)
        set_tip(self, f"{name}\n{sentence}".strip())
        self.setAccessibleDescription(name)

    def _needs(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text) + px(AROUND)
