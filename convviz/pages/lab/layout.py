"""Where the lower panels of the Lab stand: on the columns of the stages above them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from convviz.views.base import theme

TABS_BELOW = 1040
"""Narrower than this, the panels become tabs."""

SIDE_BY_SIDE_FROM = 1060
"""From this shared width on, formula and explanation stand beside each other."""

FORMULA_HEIGHT = 110
PANEL_MOST = 640


class LowerPanels(QWidget):
    """Kernel, settings, and the output size over the explanation, in four equal columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panels: tuple[QWidget, ...] = ()
        self._tabs: QTabWidget | None = None
        self._explain = QWidget(self)
        self._explain_column = QVBoxLayout(self._explain)
        self._explain_column.setContentsMargins(0, 0, 0, 0)
        self._explain_column.setSpacing(theme.GAP)
        self._explain.hide()

    def hold(self, kernel: QWidget, settings: QWidget, formula: QWidget, why: QWidget) -> None:
        """Lay these out, which are children already: a new parent has every widget in them styled anew."""
        self._panels = (kernel, settings, formula, why)

    def sizeHint(self) -> QSize:
        return QSize(1280, 340)

    def minimumSizeHint(self) -> QSize:
        return QSize(640, 318)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if not self._panels:
            return
        width, height = self.width(), self.height()
        self._use_tabs(width < TABS_BELOW)
        if self._tabs is not None:
            self._tabs.setGeometry(self.rect())
            return
        kernel, settings, formula, why = self._panels
        gap = theme.GAP
        column = (width - 3 * gap) / 4
        first = second = min(round(column), PANEL_MOST)
        kernel.setGeometry(QRect(0, 0, first, height))
        settings.setGeometry(QRect(first + gap, 0, second, height))
        left = first + second + 2 * gap
        rest = width - left
        if rest >= SIDE_BY_SIDE_FROM:
            half = (rest - gap) // 2
            formula.setGeometry(QRect(left, 0, half, height))
            why.setGeometry(QRect(left + half + gap, 0, rest - half - gap, height))
        else:
            wanted = max(FORMULA_HEIGHT, formula.minimumSizeHint().height())
            formula.setGeometry(QRect(left, 0, rest, wanted))
            why.setGeometry(QRect(left, wanted + gap, rest, max(0, height - wanted - gap)))

    def _use_tabs(self, wanted: bool) -> None:
        if wanted == (self._tabs is not None):
            return
        kernel, settings, formula, why = self._panels
        if wanted:
            self._tabs = QTabWidget(self)
            self._explain_column.addWidget(formula)
            self._explain_column.addWidget(why, 1)
            for panel in (kernel, settings, self._explain):
                self._tabs.addTab(panel, "")
            self._name_tabs()
            self._tabs.show()
            return
        assert self._tabs is not None
        for panel in self._panels:
            panel.setParent(self)
            panel.show()
        self._explain.setParent(self)
        self._explain.hide()
        self._tabs.deleteLater()
        self._tabs = None

    def _name_tabs(self) -> None:
        if self._tabs is not None:
            texts = (self.tr("Kernel"), self.tr("Settings"), self.tr("Why this number?"))
            for index, text in enumerate(texts):
                self._tabs.setTabText(index, text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name_tabs()
