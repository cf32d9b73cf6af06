"""The card under the network: why a number is what it is, and what can be tried with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
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
from convviz.views.network.why.crumbs import Crumbs
from convviz.views.network.why.drill_body import DrillBody

ORDERS = ("contribution", "channel")
ROOMY = 1560
"""From this width on the tools stand with their names."""


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
        """Set all texts in the language of the moment."""
        self.title.setText(self.tr("Why this number?"))
        if self._tabs is not None:
            self.name_tab("why", self.title.text())
        self._name_orders()
        self.off.setText(self.tr("Switch off"))
        self.off.setToolTip(self.tr("Switch this filter off and see what becomes of the probabilities"))
        self.lab.setText(self.tr("Open in Lab"))
        self.lab.setToolTip(self.tr("Take these weights to the Lab, as its kernel"))
