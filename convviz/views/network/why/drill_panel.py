"""The card under the network: why a number is what it is, and what can be tried with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from convviz.views.base import theme
from convviz.views.base.icons import icon
from convviz.views.controls.segmented import Segmented
from convviz.views.network.why.drill_body import DrillBody

ORDERS = ("contribution", "channel")
ROOMY = 1560
"""From this width on the tools stand with their names."""

SIGN = "\u203a"
BETWEEN = 22.0
MORE = "\u2026"


class DrillPanel(QFrame):
    """Header with tabs, breadcrumb and buttons; below it the page of the chosen tab.

    ``tab_chosen(key)``, ``order_chosen(key)``, ``off_wanted()`` and ``lab_wanted()`` are wishes.
    """

    tab_chosen = Signal(str)
    order_chosen = Signal(str)
    off_wanted = Signal()
    lab_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.title = QLabel(self)
        self.title.setProperty("role", "title")
        self.crumbs = Crumbs(self)
        self.orders = Segmented(ORDERS, self, small=True, width=124)
        self.orders.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.orders.show_key("contribution")
        self.off = self._button("eye-off")
        self.lab = self._button("lab")
        self.body = DrillBody(self)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.body)
        self._compact = False
        self._tabs: Segmented | None = None
        self._tab_keys: list[str] = ["why"]
        self._tab_texts: dict[str, tuple[str, str]] = {}
        self._header = QHBoxLayout()
        self._header.setContentsMargins(theme.GAP, 0, 8, 0)
        self._header.setSpacing(8)
        self._header.addWidget(self.title)
        self._header.addSpacing(6)
        self.tools = QStackedWidget(self)
        self.tools.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.tools.addWidget(self._own_tools())
        self._header.addWidget(self.tools, 1)
        header = QWidget(self)
        header.setFixedHeight(theme.CARD_HEADER)
        header.setLayout(self._header)
        line = QFrame(self)
        line.setProperty("hairline", True)
        line.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 6)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(line)
        inner = QHBoxLayout()
        inner.setContentsMargins(theme.GAP, 4, theme.GAP, 0)
        inner.addWidget(self.pages)
        column.addLayout(inner, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(200)
        self.orders.chosen.connect(self.order_chosen)
        self.off.clicked.connect(self.off_wanted)
        self.lab.clicked.connect(self.lab_wanted)
        self.retranslate()

    def _own_tools(self) -> QWidget:
        tools = QWidget(self)
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.crumbs, 1)
        for widget in (self.orders, self.off, self.lab):
            row.addWidget(widget)
        return tools

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("outlined", True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(16, 16))
        button.setIcon(icon(name, theme.tokens(self).color("text2"), 16))
        button.setProperty("drawing", name)
        return button

    def sizeHint(self) -> QSize:
        return QSize(900, 238)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_compact(self.width() < ROOMY)

    def _set_compact(self, compact: bool) -> None:
        """In a narrow window the tools shrink to their icons, so that the breadcrumb can be read."""
        if compact == self._compact:
            return
        self._compact = compact
        only_icon, both = Qt.ToolButtonStyle.ToolButtonIconOnly, Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for button in (self.off, self.lab):
            button.setToolButtonStyle(only_icon if compact else both)
        self._name_orders()

    def _name_orders(self) -> None:
        texts = self.tr("By contribution"), self.tr("By channel")
        if self._compact:
            texts = self.tr("Largest"), self.tr("In order")
        tips = self.tr("The largest contributions first"), self.tr("In the maps' own order")
        self.orders.set_texts(texts, tips)
        bold = QFontMetrics(theme.font("caption-strong", self.font()))
        for key, text in zip(ORDERS, texts, strict=True):
            self.orders.button(key).setFixedWidth(bold.horizontalAdvance(text) + 24)

    def set_tools(self, *, sortable: bool, off: bool | None, lab: bool) -> None:
        """Which tools make sense: ``off`` is None where there is no filter, else whether it is off."""
        self.orders.setVisible(sortable)
        self.off.setVisible(off is not None)
        self.off.setText(self.tr("Switch on") if off else self.tr("Switch off"))
        self.lab.setVisible(lab)

    def add_tab(self, key: str, page: QWidget, tools: QWidget | None = None) -> None:
        """Put a page beside the numbers'; ``tools`` stand in the header while it is shown."""
        self.pages.addWidget(page)
        self.tools.addWidget(tools or QWidget(self))
        self._tab_keys.append(key)
        old = self._tabs
        self._tabs = Segmented(self._tab_keys, self, small=True, width=100)
        self._tabs.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tabs.show_key("why")
        self._tabs.chosen.connect(self.show_tab)
        self._tabs.chosen.connect(self.tab_chosen)
        if old is not None:
            self._header.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._header.insertWidget(0, self._tabs)
        self.title.hide()
        self.name_tab("why", self.title.text())
        for name, (text, tip) in self._tab_texts.items():
            self.name_tab(name, text, tip)

    def name_tab(self, key: str, text: str, tip: str = "") -> None:
        """Write on a tab, and say in a sentence what lies behind it."""
        self._tab_texts[key] = (text, tip)
        if self._tabs is not None:
            button = self._tabs.button(key)
            button.setText(text)
            button.setToolTip(tip)
            button.setFixedWidth(button.fontMetrics().horizontalAdvance(text) + 28)

    def tab_button(self, key: str) -> QToolButton:
        """The button of a tab."""
        assert self._tabs is not None
        return self._tabs.button(key)

    def show_tab(self, key: str) -> None:
        """Show a tab's page, without announcing it."""
        self.pages.setCurrentIndex(self._tab_keys.index(key))
        self.tools.setCurrentIndex(self._tab_keys.index(key))
        if self._tabs is not None:
            self._tabs.show_key(key)

    def tab(self) -> str:
        """Which tab is shown."""
        return self._tab_keys[self.pages.currentIndex()]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            for button in (self.off, self.lab):
                name = str(button.property("drawing"))
                button.setIcon(icon(name, theme.tokens(self).color("text2"), 16))

    def retranslate(self) -> None:
        self.title.setText(self.tr("Why this number?"))
        if self._tabs is not None:
            self.name_tab("why", self.title.text())
        self._name_orders()
        self.off.setText(self.tr("Switch off"))
        self.off.setToolTip(self.tr("Switch this filter off and see what becomes of the probabilities"))
        self.lab.setText(self.tr("Open in Lab"))
        self.lab.setToolTip(self.tr("Take these weights to the Lab, as its kernel"))


class Crumbs(QWidget):
    """Shows the steps, the last one bold, and in grey where it leads; ``chosen(index)`` goes back.

    Where there is no room the first steps give way to "…".
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: list[str] = []
        self._tail = ""
        self._pointed = self._focus = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.retranslate()

    def set_steps(self, texts: list[str], tail: str = "") -> None:
        """Show these steps; ``tail`` is what the last one reads."""
        self._texts, self._tail = list(texts), tail
        self._focus = min(self._focus, len(texts) - 1)
        self.setAccessibleDescription(f" {SIGN} ".join(texts))
        self.setToolTip(self.accessibleDescription())
        self.update()

    def texts(self) -> list[str]:
        """The steps."""
        return list(self._texts)

    def sizeHint(self) -> QSize:
        return QSize(400, 24)

    def places(self) -> list[tuple[int, QRectF]]:
        """Where each step stands: (index, area); those that found no room are missing."""
        widths = [self._width(index) for index in range(len(self._texts))]
        first = 0
        while (
            first < len(widths) - 1 and sum(widths[first:]) + BETWEEN * (len(widths) - first) > self.width()
        ):
            first += 1
        x, areas = (BETWEEN if first else 0.0), []
        for index in range(first, len(widths)):
            areas.append((index, QRectF(x, 0, widths[index], self.height())))
            x += widths[index] + BETWEEN
        return areas

    def _width(self, index: int) -> float:
        role = "strong" if index == len(self._texts) - 1 else "body"
        return QFontMetricsF(theme.font(role, self.font())).horizontalAdvance(self._texts[index])

    def _at(self, place: QPointF) -> int:
        found = (index for index, area in self.places() if area.contains(place))
        index = next(found, -1)
        return -1 if index == len(self._texts) - 1 else index

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointed = self._at(event.position())
        hand = Qt.CursorShape.PointingHandCursor if self._pointed >= 0 else Qt.CursorShape.ArrowCursor
        self.setCursor(hand)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._pointed = -1
        self.update()
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and index >= 0:
            self.chosen.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None and self._texts:
            start = self._focus if self._focus >= 0 else len(self._texts) - 1
            self._focus = min(max(start + step, 0), len(self._texts) - 1)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= self._focus < len(self._texts) - 1:
            self.chosen.emit(self._focus)
        elif event.key() == Qt.Key.Key_Backspace and len(self._texts) > 1:
            self.chosen.emit(len(self._texts) - 2)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.tokens(self)
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        middle = int(Qt.AlignmentFlag.AlignCenter)
        places = self.places()
        if places and places[0][0] > 0:
            painter.setPen(colours.color("text3"))
            painter.drawText(QRectF(0, 0, BETWEEN, self.height()), left, MORE)
        for index, area in places:
            last = index == len(self._texts) - 1
            font = theme.font("strong" if last else "body", self.font())
            font.setUnderline(index == self._pointed or (self.hasFocus() and index == self._focus))
            painter.setFont(font)
            painter.setPen(colours.color("text1" if last else "accent"))
            text = painter.fontMetrics().elidedText(
                self._texts[index], Qt.TextElideMode.ElideRight, int(self.width() - area.left())
            )
            painter.drawText(area.adjusted(0, 0, 4, 0), left, text)
            painter.setFont(theme.font("body", self.font()))
            painter.setPen(colours.color("text3"))
            sign = QRectF(area.right(), 0, BETWEEN, self.height())
            tail = painter.fontMetrics().horizontalAdvance(self._tail)
            if last and (not self._tail or sign.right() + tail > self.width()):
                break  # what it leads to is a hint; it gives way whole
            painter.drawText(sign, middle, SIGN)
            if last:
                painter.drawText(QRectF(sign.right(), 0, 300, self.height()), left, self._tail)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("The way from the answer to this number"))
