"""Text is text: no label, tooltip or box takes what it is given for HTML, and none is made past them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QLabel, QMessageBox, QToolTip, QWidget

import convviz
from convviz.views.base.plain import PlainLabel, answered, message_box, set_tip, show_tip

NASTY = ["<b>x</b><img src=/etc/passwd>.png", "&amp;", "&lt;b>x", "<h1>BIG</h1><img src=x>", "a<b", "A & B"]
PAST = re.compile(
    r"\b(QLabel|QMessageBox|QTextBrowser|QTextEdit|QErrorMessage)\(|\(QLabel\)|\bQToolTip\."
    r"|\.(setToolTip|setTextFormat|setHtml)\(|\bQMessageBox\.(question|warning|information|critical|about)\("
)
KEPT = re.compile(r"\bbox\.exec\(")
"""A box that is shown past `answered` stays a child of its parent."""


def test_labels_tooltips_and_boxes_are_made_in_one_place():
    package = Path(convviz.__file__).parent
    found = [
        f"{path.relative_to(package)}: {line.strip()}"
        for path in package.rglob("*.py")
        if path.name != "plain.py"
        for line in path.read_text(encoding="utf-8").splitlines()
        if PAST.search(line) or KEPT.search(line)
    ]
    assert found == []


@pytest.mark.parametrize("text", NASTY)
def test_a_label_shows_every_character(qtbot, text):
    label, shown = PlainLabel(None, text), QLabel()
    shown.setTextFormat(Qt.TextFormat.PlainText)
    for one in (label, shown):
        qtbot.addWidget(one)
    shown.setText(text)
    assert label.grab().toImage() == shown.grab().toImage()
    assert label.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize("text", NASTY)
def test_a_tooltip_shows_every_character(qtbot, text):
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    set_tip(owner, text)
    show_tip(owner.mapToGlobal(QPoint(1, 1)), text, owner)
    assert QToolTip.text() == owner.toolTip()
    as_html = QTextDocumentFragment.fromHtml(QToolTip.text()).toPlainText()
    if "<" in QToolTip.text() or "&lt;" in QToolTip.text():  # what Qt may take for HTML
        assert as_html == text
    else:
        assert QToolTip.text() == text
    QToolTip.hideText()


def test_lines_and_spaces_of_a_tooltip_stay(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    set_tip(owner, "a  <b>\nsecond")
    assert owner.toolTip() == '<p style="white-space: pre-wrap">a  &lt;b&gt;\nsecond</p>'


def test_a_box_shows_text_and_details_as_they_are(qtbot):
    box = message_box(None)
    qtbot.addWidget(box)
    box.setText(NASTY[0])
    box.setInformativeText(NASTY[3])
    shown = {label.text(): label.textFormat() for label in box.findChildren(QLabel) if label.text()}
    assert shown == dict.fromkeys((NASTY[0], NASTY[3]), Qt.TextFormat.PlainText)


def test_a_box_that_was_answered_is_gone(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    for _ in range(3):
        box = message_box(window)
        button = box.addButton(QMessageBox.StandardButton.Yes)
        QTimer.singleShot(0, button.click)
        assert QMessageBox.StandardButton(answered(box)) == QMessageBox.StandardButton.Yes
        assert box.clickedButton() is button
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChildren(QMessageBox) == []
