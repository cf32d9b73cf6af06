"""At every text size no text is wider than the label, button, choice or number box it stands in."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QStyle,
    QStyleOptionComboBox,
    QToolButton,
    QWidget,
)

from convviz.app.dialogs.help import AboutDialog
from convviz.core.kernels.kernel_library import library
from convviz.core.sizes.settings import Settings
from convviz.document.state.state import KeptResult
from convviz.views.controls.pieces import ElidedLabel


def needed(widget):
    """The width and height of a widget's text, and the room it has; None where it has none to show."""
    metrics = widget.fontMetrics()
    text = re.sub(r"&(?=[^&])", "", widget.text()) if isinstance(widget, QAbstractButton) else ""
    if isinstance(widget, QLabel):
        return _of_label(widget, metrics)
    if isinstance(widget, QComboBox):
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = widget.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, widget)
        return metrics.horizontalAdvance(widget.currentText()), 0, room.width() + 1, 0
    if isinstance(widget, QAbstractSpinBox):
        edit = widget.lineEdit()
        room = edit.width() - edit.textMargins().left()
        return metrics.horizontalAdvance(widget.text()), metrics.ascent(), room, edit.height()
    bare = isinstance(widget, QToolButton) and (
        widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    )
    if not text or bare:
        return None
    beside = 0 if widget.icon().isNull() else widget.iconSize().width()
    beside += widget.fontMetrics().height() if isinstance(widget, QCheckBox) else 0
    return metrics.horizontalAdvance(text) + beside, metrics.ascent(), widget.width(), widget.height()


def _of_label(label, metrics):
    if not label.text() or not label.pixmap().isNull():
        return None
    if label.wordWrap():
        return 0, label.heightForWidth(label.width()), 1, label.height() + 1
    if isinstance(label, ElidedLabel):  # what it cuts stands in its tooltip
        whole = label.toolTip() or metrics.horizontalAdvance(label.text()) <= label.width() + 1
        return (0 if whole else 1), metrics.ascent(), 0, label.height()
    wide = label.sizeHint().width()
    return wide, metrics.ascent(), label.width() + 1, label.height()


def cut(root):
    """What does not fit, as one line each."""
    found = []
    for widget in root.findChildren(QWidget):
        fits = needed(widget) if widget.isVisible() else None
        if fits is not None and (fits[0] > fits[2] or fits[1] > fits[3]):
            text = widget.currentText() if isinstance(widget, QComboBox) else widget.text()
            found.append((type(widget.parent()).__name__, type(widget).__name__, text, fits))
    return found


def dialogs(window):
    for show in (window.show_preferences, window.show_shortcuts, window.show_about):
        show()
        dialog = QApplication.activeModalWidget()
        yield dialog
        dialog.close()


CASES = [(100, (1366, 700)), (125, (1366, 700)), (150, (1366, 700)), (200, (1366, 700)), (200, (940, 480))]


@pytest.mark.parametrize(("percent", "size"), CASES)
def test_no_text_is_wider_than_what_it_stands_in(window, qapp, percent, size):
    window.resize(*size)
    window.preferences.text_size = percent
    found = {}
    for language in ("en", "zh_Hans"):
        window.preferences.language = language
        for page in ("lab", "step", "network"):
            window.show_page(page)
            for _ in range(3):  # Qt tells every window of its language later, and lays it out after that
                qapp.processEvents()
            found[language, page] = cut(window)
        for dialog in dialogs(window):
            if not isinstance(dialog, AboutDialog):
                dialog.resize(dialog.minimumSizeHint())  # the screen of the tests is 800 pixels wide
            dialog.grab()
            found[language, type(dialog).__name__] = cut(dialog)
    assert {place: texts for place, texts in found.items() if texts} == {}


@pytest.mark.parametrize(("percent", "size"), CASES)
def test_no_text_is_cut_where_results_are_compared(window, qapp, percent, size):
    window.resize(*size)
    window.preferences.text_size = percent
    window.show_page("lab")
    kept = KeptResult(Settings(library("sobel_horizontal"), padding="full", bias=1.5))
    found = {}
    for language in ("en", "zh_Hant"):
        window.preferences.language = language
        for look in ("beside", "slider"):
            window.document.edit("Keep", kept=replace(kept, look=look))
            window.page("lab").kept.complete()
            for _ in range(3):
                qapp.processEvents()
            assert window.page("lab").compare.isVisible()
            found[language, look] = cut(window)
    assert {place: texts for place, texts in found.items() if texts} == {}
