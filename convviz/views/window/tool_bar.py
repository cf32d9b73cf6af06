"""The bar at the top: what can be done with the whole experiment, and its title."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QToolButton, QWidget

from convviz.views.base import theme
from convviz.views.base.boxes import in_row
from convviz.views.base.icons import IconButton
from convviz.views.base.painted import Adaptive
from convviz.views.base.plain import set_tip
from convviz.views.base.scale import px
from convviz.views.base.stylesheet import restyle
from convviz.views.controls.pieces import role_label


class TopBar(Adaptive, QFrame):
    """Buttons for actions from the left; the title and the menu button at the right.

    The buttons show the text, icon and state of their actions; where the bar is too narrow for the
    texts, the icons alone, whose tooltips say what they are.
    """

    def __init__(self, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topbar")
        self.setFixedHeight(px(theme.TOP_BAR))
        self._buttons: list[QToolButton] = []
        self._title = role_label("strong", self)
        self._title.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._title.installEventFilter(self)
        self._full_title = ""
        self.menu_button = IconButton("menu", self, side=32)
        self.menu_button.setMenu(menu)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row = in_row(
            (self._title, 1), 8, self._line(), self.menu_button, on=self, margins=(10, 0, 10, 1), spacing=4
        )
        self.retranslate()

    def add_action(self, action: QAction) -> QToolButton:
        """Add a button for ``action`` at the end of the row."""
        button = QToolButton(self)
        button.setProperty("bar", "action")
        button.setDefaultAction(action)
        return self._add(button)

    def add_menu(self, action: QAction, menu: QMenu) -> QToolButton:
        """Add a button that opens ``menu``; text, icon and state are those of ``action``."""
        button = self.add_action(action)
        button.setProperty("bar", "menu")
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        restyle(button)
        return button

    def add_separator(self) -> None:
        """Add a hairline between two groups."""
        self._row.insertSpacing(self._end(), 6)
        self._row.insertWidget(self._end(), self._line())
        self._row.insertSpacing(self._end(), 6)

    def set_title(self, title: str) -> None:
        """Show what is being worked on; shortened in the middle where there is no room."""
        self._full_title = title
        set_tip(self._title, title)
        self._fit_title()

    def title(self) -> str:
        """The title in full."""
        return self._full_title

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit_texts()
        self._fit_title()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit_title()
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fit_texts()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Tools"))
        self.menu_button.set_help(self.tr("Menu"))

    def _add(self, button: QToolButton) -> QToolButton:
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(px(20), px(20)))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where the work is
        self._row.insertWidget(self._end(), button)
        self._buttons.append(button)
        return button

    def _end(self) -> int:
        return self._row.count() - 4  # before title, space, line and menu button

    def _line(self) -> QFrame:
        line = QFrame(self)
        line.setProperty("hairline", True)
        line.setFixedSize(1, px(20))
        return line

    def _fit_texts(self) -> None:
        style = Qt.ToolButtonStyle
        for one in (style.ToolButtonTextBesideIcon, style.ToolButtonIconOnly):
            for button in self._buttons:
                button.setToolButtonStyle(one)
            self._row.invalidate()
            if self._row.minimumSize().width() <= self.width():
                break

    def _fit_title(self) -> None:
        metrics = self._title.fontMetrics()
        room = self._title.width()
        self._title.setText(metrics.elidedText(self._full_title, Qt.TextElideMode.ElideMiddle, room))
