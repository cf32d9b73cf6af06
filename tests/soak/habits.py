"""What a person does with a few moves that belong together: larger text, presenting, figures, stacks."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider, QApplication, QComboBox, QDialog, QLineEdit, QWidget
from shiboken6 import isValid

from convviz.app.dialogs.figure import FigureDialog
from convviz.app.dialogs.glossary import GlossaryWindow
from convviz.views.base.icons import IconButton
from convviz.views.picture.range_bar import RangeBar
from convviz.views.stages.frame_bar import FrameBar

KERNELS = (
    "1 0 -1\n2 0 -2\n1 0 -1",
    "np.array([[1, 2], [3, 4], [5, 6]]) / 21",
    "torch.tensor([[0., 1.], [-1., 0.]])",
    "{{1, 2, 1}, {2, 4, 2}, {1, 2, 1}}/16",
    "[1 2; 3 4]",
    r"\frac{1}{9}\begin{bmatrix}1&1\\1&1\end{bmatrix}",
    "\uff11 \uff12\n\uff13 \uff14",
    "1/3\t1/3\t1/3",
    "| 1 | 2 |\n|---|---|\n| 3 | 4 |",
    "1e308 1\n1 1",
    "1 2\n3",
    "[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]",
    "nan 1\n1 1",
    "def f(): pass",
    "",
)
"""Kernels as programs write them, and what is none."""

PRESENTED = ("PageDown", "PageUp", "B", "Escape", "F5", "Right", "Left", "Space", "Plus", "1", "Tab")


class Habits:
    """Stands before `Person`, and uses its hands."""

    def text_size(self) -> None:
        """Ctrl with +, - and 0."""
        actions = self.window.actions_
        for _ in range(self.random.randint(1, 3)):
            action = self.random.choice(
                (actions.larger_text, actions.larger_text, actions.smaller_text, actions.usual_text)
            )
            self.told += f"{action.text()} "
            if QApplication.activeModalWidget() is None:
                action.trigger()

    def present(self) -> None:
        """F5, a few keys, and mostly back again."""
        if QApplication.activeModalWidget() is not None:
            return
        if not self.window.presenter.is_on and self.window.actions_.present.isEnabled():
            self.window.actions_.present.trigger()
        for _ in range(self.random.randint(0, 6)):
            self._press(Qt.Key[f"Key_{self.random.choice(PRESENTED)}"])
        if self.window.presenter.is_on and self.random.random() < 0.7:
            self._press(Qt.Key.Key_Escape)

    def alone(self) -> None:
        """One card over the whole page, or all of them again."""
        buttons = [b for b in self.window.findChildren(IconButton) if b.isVisible() and b.isEnabled()]
        buttons = [b for b in buttons if b.icon_name() in ("expand", "collapse")]
        if buttons and QApplication.activeModalWidget() is None:
            button = self.random.choice(buttons)
            self.told += button.accessibleName()
            self._click(self.window, button.mapTo(self.window, button.rect().center()))

    def figure(self) -> None:
        """The dialog for slides and print: other choices, then copied, exported, cancelled or left."""
        if QApplication.activeModalWidget() is None:
            self.window.exporter.export_figure()
        dialog = self._open_window(FigureDialog)
        if dialog is None:
            return
        for box in dialog.findChildren(QComboBox):
            for _ in range(self.random.randint(0, 2)):
                if isValid(box):
                    QTest.keyClick(box, self.random.choice((Qt.Key.Key_Down, Qt.Key.Key_Up)))
        buttons = (dialog.copy_button, dialog.export_button, dialog.close_button)
        button = self.random.choice(buttons)
        self.told += button.text()
        button.click()
        if isValid(dialog) and self.random.random() < 0.8:
            dialog.reject()

    def glossary(self) -> None:
        """Look a word up, or leave the glossary."""
        window = self._open_window(GlossaryWindow)
        if window is None:
            if QApplication.activeModalWidget() is None:
                self.window.show_glossary(self.random.choice(("", "window", "feature map", "no such word")))
            return
        for edit in window.findChildren(QLineEdit)[:1]:
            edit.setText(self.random.choice(("", "k", "pad", "\u5377\u79ef", "<b>")))
        self._press(self.random.choice((Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return)))
        if isValid(window) and self.random.random() < 0.4:
            window.close()

    def samples(self) -> None:
        """The sheet of samples, and one of them or none."""
        if QApplication.activeModalWidget() is not None:
            return
        self.window.actions_.samples.trigger()
        sheet = self.window.body.samples
        for _ in range(self.random.randint(0, 8)):
            if sheet.isVisible():
                key = self.random.choice(("Right", "Down", "Left", "Up", "Tab"))
                QTest.keyClick(QApplication.focusWidget() or sheet, Qt.Key[f"Key_{key}"])
        if sheet.isVisible():
            leave = self.random.random() < 0.4
            key = Qt.Key.Key_Escape if leave else Qt.Key.Key_Return
            QTest.keyClick(sheet if leave else QApplication.focusWidget() or sheet, key)
        if sheet.isVisible():
            sheet.close()

    def stack(self) -> None:
        """Go through the pages of a stack; open one where there is none."""
        bars = [b for b in self.window.findChildren(FrameBar) if b.isVisible()]
        if not bars:
            stacks = [path for path in self.files if path.name.startswith("stack")]
            path = self.random.choice(stacks)
            self.told += path.name
            if QApplication.activeModalWidget() is None:
                self.window.files.open_path(path)
            return
        for part in bars[0].findChildren(QAbstractSlider) + bars[0].findChildren(QComboBox):
            for _ in range(self.random.randint(1, 5)):
                if isValid(part) and part.isVisible() and QApplication.activeModalWidget() is None:
                    name = self.random.choice(("PageDown", "PageUp", "Right", "Left", "Home", "End", "Down"))
                    QTest.keyClick(part, Qt.Key[f"Key_{name}"])

    def window_level(self) -> None:
        """Drag an end of the colours on a histogram."""
        bar = self.some(RangeBar)
        if bar is not None:
            self._pull(bar)

    def paste_kernel(self) -> None:
        """Text from somewhere else, into the kernel or as a picture."""
        mime = QMimeData()
        mime.setText(self.random.choice(KERNELS))
        self.told += repr(mime.text())
        QGuiApplication.clipboard().setMimeData(mime)
        lab = next((page for page in self.window.pages.ready() if hasattr(page, "kernel_panel")), None)
        if lab is not None and lab.isVisible() and self.random.random() < 0.8:
            lab.kernel_panel.grid.setFocus()
            self._press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        elif QApplication.activeModalWidget() is None:
            self.window.actions_.paste.trigger()

    def cancel(self) -> None:
        """Press a Cancel that is to be seen over the window."""
        if self.window.band._cancel.isVisible() and QApplication.activeModalWidget() is None:
            self.window.band._cancel.click()
        for page in self.window.pages.ready():
            note = getattr(page, "busy_note", None)
            if note is not None and note.isVisible() and self.random.random() < 0.5:
                note._button.click()

    def _open_window(self, kind: type[QDialog | QWidget]) -> QWidget | None:
        """The window of a kind that is open."""
        return next(
            (w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()), None
        )
