"""What a field leaves to the window: the wheel while it has no focus, Undo while nothing is typed in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLineEdit, QSlider, QSpinBox, QWidget

from convviz.views.controls.refusing import Refusing

_KINDS = (QSpinBox, QDoubleSpinBox, QComboBox, QSlider, QLineEdit)


class FieldManners(QObject):
    """Makes number boxes, choices, sliders and lines of text behave as people expect of a page that scrolls.

    The wheel changes only what has the focus; elsewhere it scrolls. Undo and Redo first take back what is
    being typed, as long as it is not yet entered; otherwise they are the window's.
    """

    def watch(self, root: QWidget) -> None:
        """Look after all fields inside ``root``, from now on."""
        for kind in _KINDS:
            for field in root.findChildren(kind):
                field.installEventFilter(self)
                if field.focusPolicy() == Qt.FocusPolicy.WheelFocus:
                    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # else the wheel would give it the focus
                if isinstance(field, (QSpinBox, QDoubleSpinBox, QLineEdit)):
                    field.editingFinished.connect(self._on_entered)

    def _on_entered(self) -> None:
        line = _line_of(self.sender())
        if line is not None:
            line.setModified(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Wheel:
            return isinstance(watched, QWidget) and _is_elsewhere(watched, event)
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return _is_for_the_window(watched, event)
        return False


def _is_elsewhere(field: QWidget, event: QEvent) -> bool:
    """Whether the wheel turns over a field without the focus; it then goes on to what the field is in."""
    if field.hasFocus():
        return False
    event.ignore()
    return True


def _is_for_the_window(field: QObject, event: QKeyEvent) -> bool:
    """Whether the key takes something back, but nothing that is being typed into ``field``."""
    line = _line_of(field)
    if line is None or field.property("own-undo"):  # as a cell that is typed into, which it leaves in the end
        return False
    if event.matches(QKeySequence.StandardKey.Undo):
        refused = isinstance(field, Refusing) and field.is_refused()
        typed = refused or (line.isUndoAvailable() and line.isModified())
    elif event.matches(QKeySequence.StandardKey.Redo):
        typed = line.isRedoAvailable()
    else:
        return False
    if not typed:
        event.ignore()
    return not typed


def _line_of(field: QObject) -> QLineEdit | None:
    if isinstance(field, (QSpinBox, QDoubleSpinBox)):
        return field.lineEdit()
    return field if isinstance(field, QLineEdit) else None
