"""Does what the grammar says to the window: real events, at random places of what is to be seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QWidget,
)
from shiboken6 import isValid

from convviz.app.preferences import LANGUAGES, THEMES
from convviz.app.window.main_window import MainWindow
from convviz.views.network.paper.drawing_canvas import DrawingCanvas
from tests.soak.grammar import KEYS, SHORTCUTS, TEXTS, Action
from tests.soak.habits import Habits

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NONE = Qt.KeyboardModifier.NoModifier
MODIFIERS = (NONE, NONE, NONE, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier)
NOT_PRESSED = ("quit", "about_qt")
"""Left out of the menus: one ends the run (`close_window` does that), the other is Qt's own box."""

SIZES = ((960, 620), (1024, 700), (1280, 680), (1366, 700), (1440, 900), (1920, 1080))
ANSWERED = 0.15
"""How often a dialog that is open is answered before the next action, most of which go to it."""

CLICKS = 6
"""Clicks after which a box that is still there is left with Escape."""


class Person(Habits):
    """Whoever sits before the window: does one action after the other, and tells what it was."""

    def __init__(self, window: MainWindow, files: list[Path], folder: Path) -> None:
        self.window, self.files, self.folder = window, files, folder
        self.told = ""
        self.note: Callable[[str], object] = str
        self.random = Random(0)
        self._patience = CLICKS
        self._seen: tuple[QWidget, list[QWidget]] | None = None
        """What was looked at last. A widget of Qt's own that was found in another of them, such as in the
        list of a box of choices, counts as "already deleted" once Python lets go of that other one.
        """

    def do(self, action: Action) -> None:
        """Do it; `told` is then its widget and place."""
        self.random, self.told, self._patience = action.random(), "", CLICKS
        if QApplication.activeModalWidget() is not None and self.random.random() < ANSWERED:
            self.answer()
        getattr(self, action.kind)()

    # What is there

    def top(self) -> QWidget:
        """The window that gets the mouse: a popup, a dialog that waits, or one of those that are open."""
        waiting = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if waiting is not None:
            return waiting
        tops = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.windowHandle() is not None]
        others = [w for w in tops if w is not self.window and not isinstance(w, QMenu)]
        return self.random.choice(others) if others and self.random.random() < 0.4 else self.window

    def some(self, kind: type[QWidget] = QWidget) -> QWidget | None:
        """One of the visible widgets of a kind."""
        top = self.top()
        found = [w for w in top.findChildren(kind) if w.isVisible() and w.isEnabled() and w.window() is top]
        found = [w for w in found if not w.visibleRegion().isEmpty()]
        self._seen = (top, found)
        if not found:
            return top if kind is QWidget else None
        chosen = self.random.choice(found)
        self.told += f"{type(chosen).__name__} {chosen.accessibleName() or chosen.objectName()} "
        return chosen

    def place(self, widget: QWidget) -> QPoint:
        """A place in a widget, as its window counts."""
        box = widget.visibleRegion().boundingRect()
        x = box.left() + int(self.random.random() * box.width())
        y = box.top() + int(self.random.random() * box.height())
        self.told += f"({x}, {y}) "
        return widget.mapTo(widget.window(), QPoint(x, y))

    # The mouse

    def _click(
        self, shell: QWidget, place: QPoint, button: Qt.MouseButton = LEFT, keys: Qt.KeyboardModifier = NONE
    ) -> None:
        """Press and release; where the press has ended the window, there is nothing to release in."""
        handle = shell.windowHandle()
        QTest.mousePress(handle, button, keys, place)
        if shell in QApplication.topLevelWidgets():
            QTest.mouseRelease(handle, button, keys, place)

    def click(self) -> None:
        widget = self.some()
        handle = widget.window().windowHandle()
        if handle is not None:
            button = RIGHT if self.random.random() < 0.05 else LEFT
            self._click(widget.window(), self.place(widget), button, self.random.choice(MODIFIERS))

    def double_click(self) -> None:
        widget = self.some()
        handle, place = widget.window().windowHandle(), self.place(widget)
        if handle is not None:
            self._click(widget.window(), place)
            if isValid(widget) and widget.isVisible():
                QTest.mouseDClick(handle, LEFT, NONE, place)

    def point(self) -> None:
        widget = self.some()
        handle = widget.window().windowHandle()
        if handle is not None:
            QTest.mouseMove(handle, self.place(widget))

    def drag(self) -> None:
        self._pull(self.some())

    def stroke(self) -> None:
        canvas = self.some(DrawingCanvas)
        if canvas is not None:
            self._pull(canvas)

    def _pull(self, widget: QWidget) -> None:
        shell = widget.window()
        handle, begin = shell.windowHandle(), self.place(widget)
        if handle is None:
            return
        QTest.mousePress(handle, LEFT, self.random.choice(MODIFIERS), begin)
        place = begin
        for _ in range(self.random.randint(1, 6)):
            place = self.place(widget) if isValid(widget) and widget.isVisible() else begin
            if shell in QApplication.topLevelWidgets():
                QTest.mouseMove(handle, place)
            QApplication.processEvents()
        if shell in QApplication.topLevelWidgets():
            QTest.mouseRelease(handle, LEFT, NONE, place)

    def wheel(self) -> None:
        widget = self.some()
        handle = widget.window().windowHandle()
        if handle is not None:
            turns = QPoint(0, self.random.choice((-240, -120, 120, 120, 360)))
            keys = self.random.choice(MODIFIERS)
            QTest.wheelEvent(handle, QPointF(self.place(widget)), turns, stateKey=keys)

    def button(self) -> None:
        button = self.some(QAbstractButton)
        if button is not None:
            self._click(button.window(), button.mapTo(button.window(), button.rect().center()))

    def context_menu(self) -> None:
        widget = self.some()
        handle, place = widget.window().windowHandle(), self.place(widget)
        if handle is not None:
            self._click(widget.window(), place, RIGHT)
            menu = QApplication.activePopupWidget()
            if isinstance(menu, QMenu):
                self.answer()

    # The keyboard

    def key(self) -> None:
        name = self.random.choice(KEYS)
        for _ in range(self.random.choice((1, 1, 1, 2, 5))):
            self._press(Qt.Key[f"Key_{name}"])

    def shortcut(self) -> None:
        keys = QKeySequence(self.random.choice(SHORTCUTS))[0]
        self._press(keys.key(), keys.keyboardModifiers())

    def _press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        target = QApplication.activePopupWidget() or QApplication.focusWidget() or self.top()
        if target.isVisible():  # a dialog that was just left still has the focus
            self.told += f"{modifiers.name if modifiers else ''} {key.name} "
            self.note(self.told)
            QTest.keyPress(target, key, modifiers)
            if isValid(target) and target.isVisible():
                QTest.keyRelease(target, key, modifiers)

    def type_text(self) -> None:
        edit = self.some(self.random.choice((QLineEdit, QLineEdit, QAbstractSpinBox)))
        if edit is None:
            return
        edit.setFocus()
        if self.random.random() < 0.8:
            edit.selectAll()
        text = self.random.choice(TEXTS)
        self.told += repr(text)
        for letter in text:
            if isValid(edit) and letter.isascii() and letter != "\n":
                QTest.keyClick(edit, letter)
        end = self.random.choice((Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape, None))
        if end is not None and isValid(edit):
            QTest.keyClick(edit, end)

    def choose(self) -> None:
        """Take another entry of a list."""
        box = self.some(QComboBox)
        if box is not None and box.count():
            box.setFocus()
            for _ in range(self.random.randint(1, 4)):
                if isValid(box):
                    QTest.keyClick(box, self.random.choice((Qt.Key.Key_Down, Qt.Key.Key_Up)))

    # Menus and questions

    def menu_action(self) -> None:
        """Trigger an entry of any menu, as a person does who opens it."""
        menus = [menu for menu in self.window.findChildren(QMenu) if menu.isEnabled()]
        menu = self.random.choice([menu for menu in menus if menu.parentWidget().isVisible()] or menus)
        if QApplication.activeModalWidget() is None:
            menu.aboutToShow.emit()
            self._take(menu)

    def _take(self, menu: QMenu) -> None:
        entries = [a for a in menu.actions() if a.isEnabled() and not a.isSeparator() and a.menu() is None]
        entries = [a for a in entries if a.objectName() not in NOT_PRESSED]
        if entries:
            entry: QAction = self.random.choice(entries)
            self.told += f"“{entry.text()}”"
            entry.trigger()

    def answer(self) -> None:
        """What a person does about a menu or a question that waits for an answer."""
        popup, box = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        self._patience -= 1
        if isinstance(popup, QMenu):
            self._answer_menu(popup)
        elif popup is not None:
            popup.close()
        elif isinstance(box, QDialog):
            buttons = [b for b in box.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled()]
            if buttons and self._patience > 0:
                button = self.random.choice(buttons)
                self.told += f"[{button.text()}] "
                button.click()
            else:
                box.reject()

    def _answer_menu(self, menu: QMenu) -> None:
        if self._patience <= 0:
            menu.close()
            return
        for _ in range(self.random.randint(0, max(1, len(menu.actions())))):
            QTest.keyClick(menu, Qt.Key.Key_Down)
        entry = menu.activeAction()
        leave = entry is None or entry.objectName() in NOT_PRESSED or self.random.random() < 0.3
        self.told += "leaves the menu " if leave else f"“{entry.text()}” "
        QTest.keyClick(menu, Qt.Key.Key_Escape if leave else Qt.Key.Key_Return)

    # The window

    def page(self) -> None:
        key = self.random.choice(self.window.pages.names())
        self.told += key
        if QApplication.activeModalWidget() is None:
            entry = self.window.rail.entry(key)
            self._click(self.window, entry.mapTo(self.window, entry.rect().center()))

    def undo(self) -> None:
        for _ in range(self.random.choice((1, 2, 3, 10))):
            self.window.actions_.undo.trigger()

    def redo(self) -> None:
        for _ in range(self.random.choice((1, 2, 3, 10))):
            self.window.actions_.redo.trigger()

    def theme(self) -> None:
        self.window.preferences.theme = self.random.choice(THEMES)

    def language(self) -> None:
        self.window.preferences.language = self.random.choice(LANGUAGES)

    def resize(self) -> None:
        size = self.random.choice(SIZES)
        self.told += str(size)
        self.window.resize(*size)

    def film(self) -> None:
        """Play the film, or stop it."""
        page = next((p for p in self.window.pages.ready() if hasattr(p, "player")), None)
        if page is not None and page.isVisible():
            self._press(Qt.Key.Key_Space)

    def close_window(self) -> None:
        self.window.close()

    def settle(self) -> None:
        """Sit back and look; what has to hold then is looked at by `Facts`."""

    def walk_history(self) -> None:
        """Undo everything and do it all again; `Facts` sees to that."""

    # Files

    def open_file(self) -> None:
        path = self.random.choice(self.files)
        self.told += path.name
        if QApplication.activeModalWidget() is None:
            self.window.files.open_path(path)

    def drop(self) -> None:
        mime, at = self._mime(), QPointF(self.window.rect().center())
        copy, none = Qt.DropAction.CopyAction, NONE
        enter = QDragEnterEvent(at.toPoint(), copy, mime, LEFT, none)
        QApplication.sendEvent(self.window, enter)
        if enter.isAccepted():
            QApplication.sendEvent(self.window, QDropEvent(at, copy, mime, LEFT, none))

    def copy(self) -> None:
        QGuiApplication.clipboard().setMimeData(self._mime())

    def paste(self) -> None:
        self.window.actions_.paste.trigger()

    def _mime(self) -> QMimeData:
        mime, kind = QMimeData(), self.random.randint(0, 3)
        if kind == 0:
            mime.setUrls([QUrl.fromLocalFile(str(self.random.choice(self.files)))])
        elif kind == 1:
            image = QImage(self.random.randint(1, 40), self.random.randint(1, 40), QImage.Format.Format_RGB32)
            image.fill(self.random.getrandbits(24))
            mime.setImageData(image)
        elif kind == 2:
            mime.setText(self.random.choice((*TEXTS, "1 0 -1\n2 0 -2\n1 0 -1", "1\t2\n3\t4")))
        else:
            mime.setUrls([QUrl("https://example.org/cat.png")])
        self.told += " ".join(mime.formats())
        return mime

    def save(self) -> None:
        actions = self.window.actions_
        self.random.choice((actions.save, actions.save_as)).trigger()

    def export(self) -> None:
        """Open the Export menu and take one of its entries."""
        menu = self.window.menus.export
        menu.aboutToShow.emit()
        self._take(menu)

    def train(self) -> None:
        """Start a training on a few digits, or stop the one that is running."""
        page = next((p for p in self.window.pages.ready() if hasattr(p, "training")), None)
        if page is None:
            return
        training = page.training
        if training.session.is_running:
            self.random.choice((training.stop, training.discard))()
            return
        training.show()
        training.dialog.set_file(next(path for path in self.files if path.name == "digits.npz"))
        training.begin()

    # What the system's own dialogs answer

    def file_to_open(self) -> str:
        """What is chosen in the system's dialog; "" for Cancel."""
        return "" if self.random.random() < 0.3 else str(self.random.choice(self.files))

    def file_to_write(self, start: str) -> str:
        """The same for a file to write: the suggestion, another name, one in a folder that is not there."""
        name = Path(start).name or "file.png"
        choice = self.random.choice(("", name, "other" + Path(name).suffix, "no/such/folder.png"))
        self.told += f"to {choice!r} "
        return str(self.folder / choice) if choice else ""
