"""Text is text: labels, tooltips and boxes that show what they are given, as it is.

Qt takes a text with a tag in it for HTML: a file called ``<img src=...>`` would be drawn as a picture.
So Qt's own labels, tooltips and message boxes are made here only, and where a text is markup on purpose,
its call says so.
"""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMessageBox, QTextBrowser, QToolTip, QWidget


class PlainLabel(QLabel):
    """A label that shows a text as it is."""

    def __init__(self, parent: QWidget | None = None, text: str = "") -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)


class MarkupLabel(QLabel):
    """A label for simple HTML; whoever composes it escapes what comes from outside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)


def markup_label(parent: QWidget | None = None) -> QLabel:
    """A label for simple HTML; see `MarkupLabel`."""
    return MarkupLabel(parent)


def markup_browser(parent: QWidget | None = None) -> QTextBrowser:
    """A page of simple HTML with links; see `set_markup`."""
    return QTextBrowser(parent)


def set_markup(browser: QTextBrowser, html: str) -> None:
    """Show simple HTML; whoever composes it escapes what comes from outside."""
    browser.setHtml(html)


def set_tip(owner: QWidget | QAction, text: str) -> None:
    """Give a widget or an action this text as its tooltip."""
    owner.setToolTip(_as_tip(text))


def set_markup_tip(owner: QWidget, html: str) -> None:
    """Give a widget simple HTML as its tooltip; whoever composes it escapes what comes from outside."""
    owner.setToolTip(html)
    owner.setProperty("markup_tip", True)


def has_markup_tip(owner: QWidget) -> bool:
    """Whether the tooltip of a widget is HTML of its own, set by `set_markup_tip`."""
    return bool(owner.property("markup_tip")) and bool(owner.toolTip())


def show_tip(place: QPoint, text: str, owner: QWidget) -> None:
    """Show this text as a tooltip at ``place``, in pixels of the screen."""
    QToolTip.showText(place, _as_tip(text), owner)


def show_markup_tip(place: QPoint, html: str, owner: QWidget) -> None:
    """Show simple HTML as a tooltip at ``place``; whoever composes it escapes what comes from outside."""
    QToolTip.showText(place, html, owner)


def message_box(parent: QWidget | None, icon: QMessageBox.Icon = QMessageBox.Icon.Question) -> QMessageBox:
    """A box that asks or tells, titled "ConvViz"."""
    box = QMessageBox(parent, icon=icon)
    box.setWindowTitle("ConvViz")
    box.setTextFormat(Qt.TextFormat.PlainText)
    return box


def answered(box: QMessageBox) -> int:
    """Show a box, wait for its answer, and see to it that the box goes: its parent would keep it for ever.

    The answer is that of `QMessageBox.exec`; `clickedButton` can be asked until the next turn of the loop.
    """
    answer = box.exec()
    box.deleteLater()
    return answer


def no_mnemonic(text: str) -> str:
    """A name as the text of a button or of an entry of a menu, where "&" would underline what follows.

    >>> no_mnemonic("R&D.png")
    'R&&D.png'
    """
    return text.replace("&", "&&")


def _as_tip(text: str) -> str:
    """Tooltips guess what they are given: what they could take for markup is given to them as such."""
    if "<" not in text and "&lt;" not in text:
        return text
    return f'<p style="white-space: pre-wrap">{escape(text)}</p>'
