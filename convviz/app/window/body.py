"""The parts of the window and its menu: where they are, how F6 walks through them, how sizes are kept."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QMainWindow,
    QMenu,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from convviz.app.actions import Actions
from convviz.app.preferences import LANGUAGES, OWN_NAMES, THEMES, Preferences, own_name
from convviz.core.base.visible import visible
from convviz.views.base.boxes import in_column, in_row
from convviz.views.base.menus import add_action, add_menu
from convviz.views.base.plain import no_mnemonic, set_tip
from convviz.views.base.scale import px
from convviz.views.base.texts import sample_title
from convviz.views.window.messages import MessageBand, StatusStrip
from convviz.views.window.rail import Rail
from convviz.views.window.samples_popup import SamplesPopup
from convviz.views.window.start_page import StartPage
from convviz.views.window.tool_bar import TopBar


class Menus(QObject):
    """The menus; recent files, samples and choices are set afterwards.

    ``recent_chosen(path)``, ``sample_chosen(key)``, ``theme_chosen(choice)``,
    ``language_chosen(choice)`` and ``page_chosen(key)`` are requests.
    """

    recent_chosen = Signal(str)
    sample_chosen = Signal(str)
    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    page_chosen = Signal(str)

    def __init__(self, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._actions = actions
        self.main = QMenu(window)
        self.export = QMenu(window)
        self.file = add_menu(self.main)
        self.edit = add_menu(self.main)
        self.view = add_menu(self.main)
        self.language = add_menu(self.main)
        self.help = add_menu(self.main)
        self.recent = QMenu(window)
        self.samples = QMenu(window)
        self.theme = QMenu(window)
        self.text_size = QMenu(window)
        self._themes = self._choices(self.theme, THEMES, self.theme_chosen)
        self._languages = self._choices(self.language, LANGUAGES, self.language_chosen)
        self._sample_keys: list[str] = []
        self.pages: dict[str, QAction] = {}
        self._fill()
        self.retranslate()

    def add_page(self, key: str) -> QAction:
        """Give the page ``key`` a place in the View menu, and Ctrl with its number."""
        action = QAction(self)
        action.setObjectName(key)
        action.setShortcut(QKeySequence(f"Ctrl+{len(self.pages) + 1}"))
        action.triggered.connect(partial(_emit, self.page_chosen, key))
        self.view.insertAction(self._under_pages, action)
        self.pages[key] = action
        return action

    def set_recent(self, paths: Sequence[Path]) -> None:
        """List these files under "Recent files"."""
        self.recent.clear()
        for path in paths:
            slot = partial(_emit, self.recent_chosen, str(path))
            action = add_action(self.recent, no_mnemonic(visible(path.name)), slot)
            set_tip(action, visible(str(path)))
        if paths:
            self.recent.addSeparator()
            self.recent.addAction(self._actions.clear_recent)
        self.recent.setEnabled(bool(paths))

    def set_samples(self, keys: Sequence[str]) -> None:
        """List these samples under "New from a sample"."""
        self._sample_keys = list(keys)
        self.samples.clear()
        for key in keys:
            add_action(self.samples, sample_title(key), partial(_emit, self.sample_chosen, key))

    def set_theme(self, choice: str) -> None:
        """Show which theme is chosen."""
        self._themes[choice].setChecked(True)

    def set_language(self, choice: str) -> None:
        """Show which language is chosen."""
        self._languages[choice].setChecked(True)

    def retranslate(self) -> None:
        """Set all texts in the language of the moment."""
        self.file.setTitle(self.tr("File"))
        self.edit.setTitle(self.tr("Edit"))
        self.view.setTitle(self.tr("View"))
        self.language.setTitle(self.tr("Language"))
        self.help.setTitle(self.tr("Help"))
        self.recent.setTitle(self.tr("Recent files"))
        self.samples.setTitle(self.tr("New from a sample"))
        self.export.setTitle(self.tr("Export"))
        self.text_size.setTitle(self.tr("Text size"))
        self.theme.setTitle(self.tr("Theme"))
        self._themes["system"].setText(self.tr("As the system"))
        self._themes["light"].setText(self.tr("Light"))
        self._themes["dark"].setText(self.tr("Dark"))
        self._languages["system"].setText(self.tr("As the system"))
        for key in OWN_NAMES:
            self._languages[key].setText(own_name(key))
        self.set_samples(self._sample_keys)

    def _fill(self) -> None:
        a = self._actions
        self.recent.setToolTipsVisible(True)
        self.file.addActions([a.new_picture, a.open, a.camera])
        self.file.addAction(a.go_on)
        self.file.addMenu(self.recent)
        self.file.addMenu(self.samples)
        self.file.addAction(a.open_kernel)
        self.file.addSeparator()
        self.file.addActions([a.save, a.save_as])
        self.file.addMenu(self.export)
        self.file.addSeparator()
        self.file.addAction(a.quit)
        self.edit.addActions([a.undo, a.redo])
        self.edit.addSeparator()
        self.edit.addAction(a.paste)
        self.edit.addSeparator()
        self.edit.addAction(a.preferences)
        self._under_pages = self.view.addSeparator()
        self.view.addMenu(self.theme)
        self.view.addMenu(self.text_size)
        self.text_size.addActions([a.larger_text, a.smaller_text, a.usual_text])
        self.view.addSeparator()
        self.view.addActions([a.next_region, a.previous_region, a.present, a.full_screen])
        self.help.addActions([a.shortcuts, a.glossary])
        self.help.addSeparator()
        self.help.addActions([a.explain_focused, a.whats_this])
        self.help.addSeparator()
        self.help.addActions([a.about, a.about_qt])

    def _choices(self, menu: QMenu, choices: Sequence[str], signal: SignalInstance) -> dict[str, QAction]:
        group = QActionGroup(menu)
        result = {}
        for choice in choices:
            action = add_action(menu, "", partial(_emit, signal, choice))
            action.setObjectName(choice)
            action.setCheckable(True)
            group.addAction(action)
            result[choice] = action
            if choice == "system":
                menu.addSeparator()
        return result


def _emit(signal: SignalInstance, value: str, _checked: bool = False) -> None:
    signal.emit(value)


FIRST_SIZE = QSize(1440, 900)
LEAST_WIDTH, LEAST_HEIGHT = 884, 550
"""Smaller than this, at a text size of 100 %, a page scrolls; its ``least_height`` may be another."""


class PageRoom(QScrollArea):
    """Gives the pages its own size, or at least the size that they need; then it scrolls."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._least, self._free = 0, False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_least(self, height: int) -> None:
        """What is shown now needs this height."""
        self._least = height
        self._fit()

    def set_free(self, free: bool) -> None:
        """Whether the page takes the room there is, however small: in presenter mode."""
        self._free = free
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        pages, room = self.widget(), self.maximumViewportSize()
        if pages is None:
            return
        if self._free:
            pages.resize(room)
            return
        wide, high = px(LEAST_WIDTH), px(self._least)
        bar = self.verticalScrollBar().sizeHint().width()
        scrolls = wide > room.width(), high > room.height()
        scrolls = wide > room.width() - bar * scrolls[1], high > room.height() - bar * scrolls[0]
        pages.resize(max(room.width() - bar * scrolls[1], wide), max(room.height() - bar * scrolls[0], high))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:  # a change of the text size says so, too
            self._fit()


class WindowBody(QWidget):
    """The rail at the left; beside it, from the top: tools, message, pages, status."""

    def __init__(self, actions: Actions, menus: Menus, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # so that no button has the focus to begin with
        self.rail = Rail(self)
        self.bar = TopBar(menus.main, self)
        self.band = MessageBand(self)
        self.place = PageRoom(self)
        self.stack = QStackedWidget(self.place.viewport())
        self.start_page = StartPage(self.stack)
        self.stack.addWidget(self.start_page)
        self.samples = SamplesPopup(self)
        self.strip = StatusStrip(self)
        self._fill_bar(actions, menus)
        self.place.setWidget(self.stack)
        self.column = column = in_column(self.bar, (self.place, 1), self.strip, spacing=0)
        in_row(self.rail, (column, 1), on=self, margins=(0, 0, 0, 0), spacing=0)
        self.band.lie_over(self.place)

    def show_page(self, page: QWidget) -> None:
        """Show ``page``; where the window is lower than the page can be, it scrolls."""
        self.place.set_least(getattr(page, "least_height", LEAST_HEIGHT))
        self.stack.setCurrentWidget(page)

    def _show_samples(self) -> None:
        self.samples.show_below(self.samples_button)

    def _fill_bar(self, actions: Actions, menus: Menus) -> None:
        self.bar.add_action(actions.open)
        self.samples_button = self.bar.add_action(actions.samples)
        actions.samples.triggered.connect(self._show_samples)
        for action in (actions.paste, actions.save):
            self.bar.add_action(action)
        self.bar.add_separator()
        self.bar.add_action(actions.undo)
        self.bar.add_action(actions.redo)
        self.bar.add_separator()
        self.bar.add_menu(actions.export, menus.export)


def save_place(window: QMainWindow, preferences: Preferences) -> None:
    """Remember where ``window`` is and how its named splitters are divided."""
    preferences.set_bytes("geometry", window.saveGeometry())
    for splitter in window.findChildren(QSplitter):
        if splitter.objectName() and getattr(splitter, "moved", True):
            preferences.set_bytes(splitter.objectName(), splitter.saveState())
    preferences.flush()


def restore_place(window: QMainWindow, preferences: Preferences) -> None:
    """Put ``window`` where it was; the first time it takes its full size, or what the screen has."""
    geometry = preferences.bytes("geometry")
    if geometry.isEmpty() or not window.restoreGeometry(geometry):
        screen = window.screen().availableGeometry()
        window.resize(FIRST_SIZE.boundedTo(screen.size() * 0.94))
    restore_splitters(window, preferences)


def restore_splitters(widget: QWidget, preferences: Preferences) -> None:
    """Divide the named splitters in ``widget`` as they were; pages that are built later ask again."""
    for splitter in widget.findChildren(QSplitter):
        state = preferences.bytes(splitter.objectName()) if splitter.objectName() else None
        if state is not None and not state.isEmpty():
            splitter.restoreState(state)


def focus_next(regions: Sequence[QWidget], forward: bool = True) -> None:
    """Move the focus from the region it is in to the next one; hidden regions are passed over."""
    shown = [region for region in regions if region.isVisible() and region.isEnabled()]
    if not shown:
        return
    focused = QApplication.focusWidget()
    here = next((i for i, region in enumerate(shown) if _holds(region, focused)), None)
    if here is None:
        place = 0 if forward else len(shown) - 1
    else:
        place = (here + (1 if forward else -1)) % len(shown)
    target = first_stop(shown[place])
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)


def first_stop(region: QWidget) -> QWidget:
    """Where the focus lands in a region: the region itself or the first widget in it that takes keys."""
    if region.focusPolicy() & Qt.FocusPolicy.TabFocus or region.focusProxy() is not None:
        return region
    widget = region.nextInFocusChain()
    while widget is not None and widget is not region:
        takes_keys = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes_keys and region.isAncestorOf(widget) and widget.isVisible() and widget.isEnabled():
            return widget
        widget = widget.nextInFocusChain()
    return region


def _holds(region: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (region is focused or region.isAncestorOf(focused))
