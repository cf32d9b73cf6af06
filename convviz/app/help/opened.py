"""Dialogs are explained too: whatever opens over a window learns it when it gets the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from convviz.app.help.attach import DIALOGS, attach
from convviz.views.help.explainer import Explainer

_DONE = "explained dialog"


class DialogHelp(QObject):
    """Attaches the explanations to each dialog of ``window`` once, and gives it the keys that ask for them.

    A dialog that stands in the window's way has no use of the window's keys: it gets ``explain_keys`` of its
    own, and ``glossary_keys`` for ``open_glossary``. All of it ends with the dialog.
    """

    def __init__(
        self,
        explainer: Explainer,
        window: QWidget,
        explain_keys: QKeySequence,
        glossary_keys: QKeySequence,
        open_glossary: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._explainer = explainer
        self._keys = {explain_keys: explainer.explain_focused, glossary_keys: open_glossary}
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._on_focus)

    def _on_focus(self, shown: QWindow | None) -> None:
        for widget in QApplication.topLevelWidgets() if shown is not None else ():
            if isinstance(widget, QDialog) and widget.windowHandle() is shown:
                self.explain(widget)

    def explain(self, dialog: QDialog) -> None:
        """Explain the controls of a dialog of this window; harmless when repeated."""
        kind = type(dialog).__name__
        if kind not in DIALOGS or dialog.property(_DONE) or not self._is_ours(dialog):
            return
        dialog.setProperty(_DONE, True)
        attach(self._explainer, dialog, kind)
        for keys, slot in self._keys.items():
            QShortcut(keys, dialog, slot)

    def _is_ours(self, dialog: QDialog) -> bool:
        above: QWidget | None = dialog
        while above is not None and above is not self.parent():
            above = above.parentWidget()
        return above is not None
