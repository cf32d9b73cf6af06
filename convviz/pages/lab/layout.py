"""How the Lab shares its room: pictures above, panels below, explanations beside or behind each other."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QTabWidget, QWidget

from convviz.views.base import theme
from convviz.views.base.scale import px
from convviz.views.explain.formula.card import FormulaCard
from convviz.views.explain.title import Explanation
from convviz.views.explain.why.panel import WhyPanel
from convviz.views.kernel.kernel_panel import LOWEST

TABS_BELOW = 1040
"""Narrower than this, the panels become tabs."""

SIDE_BY_SIDE_FROM = 1060
"""From this shared width on, formula and explanation stand beside each other."""

STACKED_FROM, STACKED_HEIGHT, FORMULA_WIDTH = 900, 352, 330
"""In cards this high they do so earlier, with the formulas below each other: larger figures for "Why?"."""

FORMULA_HEIGHT = 110
WHY_LEAST = 190
PANEL_MOST = 640

TAB_BAR = 36
LEAST_SEEN = 96
PICTURES_LEAST = 300
"""A 9x9 picture with its padding shows its numbers in cards of this height."""

AROUND_PICTURE = 64
"""Height of a card's header and of its colour bar."""


class Explanations(QWidget):
    """The output size and "Why this number?": beside or above each other, or one at a time in low rooms."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.formula = FormulaCard(self)
        self.why = WhyPanel(self)
        self._alone: Explanation = "why"
        for title in (self.formula.title, self.why.header.title):
            title.chosen.connect(self._on_chosen)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(380), px(LOWEST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        width, height, gap = self.width(), self.height(), px(theme.GAP)
        above = max(px(FORMULA_HEIGHT), self.formula.minimumSizeHint().height())
        stacked = px(STACKED_FROM) <= width < px(SIDE_BY_SIDE_FROM) and height >= px(STACKED_HEIGHT)
        apart = stacked or width >= px(SIDE_BY_SIDE_FROM)
        self.formula.formulas.set_stacked(stacked)
        alone = not apart and height < above + gap + px(WHY_LEAST)
        for card, title in ((self.formula, self.formula.title), (self.why, self.why.header.title)):
            title.set_switch(alone)
            card.setVisible(not alone or (card is self.why) == (self._alone == "why"))
        if alone:
            formula = why = self.rect()
        elif apart:
            left = px(FORMULA_WIDTH) if stacked else (width - gap) // 2
            formula, why = QRect(0, 0, left, height), QRect(left + gap, 0, width - left - gap, height)
        else:
            formula, why = QRect(0, 0, width, above), QRect(0, above + gap, width, height - above - gap)
        self.formula.setGeometry(formula)
        self.why.setGeometry(why)

    def _on_chosen(self, key: Explanation) -> None:
        self._alone = key
        self._arrange()
        (self.why.header.title if key == "why" else self.formula.title).switch.button(key).setFocus()


class LowerPanels(QWidget):
    """Kernel, settings and explanations side by side, or as tabs where they would be too narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panels: tuple[QWidget, ...] = ()
        self._tabs: QTabWidget | None = None
        self._presenting = False

    def set_presenting(self, presenting: bool) -> None:
        """Stand in a column beside the pictures: the explanation, below it the kernel; no settings."""
        self._presenting = presenting
        if self._panels:
            if presenting:
                self._use_tabs(False)
            kernel, settings, explanations = self._panels
            settings.setVisible(not presenting)
            for panel in (kernel, explanations):
                panel.show()
        self.updateGeometry()
        self._arrange()

    def hold(self, kernel: QWidget, settings: QWidget, explanations: QWidget) -> None:
        """Lay these out, which are children already: a new parent has every widget in them styled again."""
        self._panels = (kernel, settings, explanations)

    def sizeHint(self) -> QSize:
        return QSize(px(1280), px(340))

    def minimumSizeHint(self) -> QSize:
        if self._presenting:
            return QSize(px(260), 2 * px(LOWEST) + px(theme.GAP))
        return QSize(px(640), px(LOWEST) + (px(TAB_BAR) if self._tabs is not None else 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if not self._panels:
            return
        if self._presenting:
            kernel, _, explanations = self._panels
            above = (self.height() - px(theme.GAP)) // 2
            explanations.setGeometry(0, 0, self.width(), above)
            kernel.setGeometry(0, above + px(theme.GAP), self.width(), self.height() - above - px(theme.GAP))
            return
        self._use_tabs(self.width() < px(TABS_BELOW))
        if self._tabs is not None:
            self._tabs.setGeometry(self.rect())
            return
        gap, height = px(theme.GAP), self.height()
        column = min(round((self.width() - 3 * gap) / 4), px(PANEL_MOST))
        for number, panel in enumerate(self._panels):
            left = number * (column + gap)
            panel.setGeometry(QRect(left, 0, self.width() - left if number == 2 else column, height))

    def _use_tabs(self, wanted: bool) -> None:
        if wanted == (self._tabs is not None):
            return
        if wanted:
            self._tabs = QTabWidget(self)
            for panel in self._panels:
                self._tabs.addTab(panel, "")
            self._name_tabs()
            self._tabs.show()
            self.updateGeometry()
            return
        assert self._tabs is not None
        for panel in self._panels:
            panel.setParent(self)
            panel.show()
        self._tabs.deleteLater()
        self._tabs = None
        self.updateGeometry()

    def _name_tabs(self) -> None:
        if self._tabs is not None:
            texts = (self.tr("Kernel"), self.tr("Settings"), self.tr("Why this number?"))
            for index, text in enumerate(texts):
                self._tabs.setTabText(index, text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name_tabs()


class LabSplitter(QSplitter):
    """Pictures above, panels below: the pictures get the height they can use until a person drags the line.

    ``moved`` is True from then on, so that only a person's own choice is kept for the next start; a double
    click on the line gives it back.
    """

    moved = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.splitterMoved.connect(self._on_moved)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share()

    def restoreState(self, state: QByteArray | bytes | bytearray | memoryview) -> bool:
        self.moved = super().restoreState(state)
        return self.moved

    def createHandle(self) -> QSplitterHandle:
        handle = super().createHandle()
        handle.installEventFilter(self)
        return handle

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self.moved = False
            self.share()
        return False

    def share(self) -> None:
        """Give the pictures about a square each, and at most what the panels can spare; half of the width."""
        if self.orientation() == Qt.Orientation.Horizontal:
            shares = 52
            wide = self.width() - self.handleWidth()
            self.setSizes([wide * shares // 100, wide - wide * shares // 100])
            return
        if self.moved or self.count() < 2:
            return
        room = self.height() - self.handleWidth()
        square = (self.width() - 3 * px(theme.GAP)) // 4 + px(AROUND_PICTURE)
        least = max(px(LEAST_SEEN), min(px(LOWEST), room - px(PICTURES_LEAST)))
        upper = min(max(square, room * 6 // 11), room - least)
        self.setSizes([upper, room - upper])

    def _on_moved(self, _place: int, _index: int) -> None:
        self.moved = True
