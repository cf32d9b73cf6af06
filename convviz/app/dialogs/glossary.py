"""The glossary as a window: a list that can be searched, and the meaning of a word with links to others."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from convviz.views.base import theme
from convviz.views.base.boxes import in_column, in_row
from convviz.views.base.painted import Adaptive
from convviz.views.base.plain import markup_browser, set_markup
from convviz.views.base.scale import px
from convviz.views.base.texts import labelled, listed
from convviz.views.help.glossary import language_of, search, terms

_KEY = Qt.ItemDataRole.UserRole


class GlossaryWindow(Adaptive, QDialog):
    """The words of the field. `show_term` opens it at one of them.

    Typing searches names in all languages and the meanings; Up and Down choose, Alt+Left goes back.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget(self)
        self.list.setFixedWidth(px(210))
        self.text = markup_browser(self)
        self.text.setOpenLinks(False)
        self.back = QPushButton(self)
        self._visited: list[str] = []
        self._key = ""
        left = in_column(self.search, (self.list, 1), spacing=8)
        right = in_column((self.text, 1), in_row(self.back, spacing=8), spacing=8)
        in_row(left, (right, 1), on=self, margins=(14, 14, 14, 12), spacing=12)
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self.list.setFocus)
        self.list.currentItemChanged.connect(self._on_chosen)
        self.text.anchorClicked.connect(self._on_link)
        self.back.clicked.connect(self.go_back)
        QShortcut(QKeySequence(Qt.Modifier.ALT | Qt.Key.Key_Left), self, self.go_back)
        self.retranslate()

    def term(self) -> str:
        """The key of the word on show, "" before one is chosen."""
        return self._key

    def show_term(self, key: str = "") -> None:
        """Open the window, at the word ``key`` if there is one."""
        if key in terms(self._language()):
            self.search.clear()
            self._show(key)
        self.show()
        self.raise_()
        self.activateWindow()
        (self.text if key else self.search).setFocus()

    def go_back(self) -> None:
        """Show the word that was on show before this one."""
        if self._visited:
            key = self._visited.pop()
            self._key = ""  # so that it is not visited again
            self._show(key)

    def sizeHint(self) -> QSize:
        return px(QSize(680, 460))

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Glossary"))
        self.search.setPlaceholderText(self.tr("Search the glossary"))
        self.search.setAccessibleName(self.tr("Search the glossary"))
        self.list.setAccessibleName(self.tr("Terms"))
        self.text.setAccessibleName(self.tr("Meaning"))
        self.back.setText(self.tr("Back"))
        self._fill()

    def restyle(self) -> None:
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LocaleChange:
            self.retranslate()

    @staticmethod
    def _language() -> str:
        return language_of(QLocale().name())

    def _fill(self, _text: str = "") -> None:
        """List what fits the search; the word on show stays chosen, else the first is shown."""
        found, shown = search(self.search.text(), self._language()), terms(self._language())
        self.list.blockSignals(True)
        self.list.clear()
        for key in found:
            item = QListWidgetItem(shown[key].title, self.list)
            item.setData(_KEY, key)
        self.list.blockSignals(False)
        if self._key in found:
            self.list.setCurrentRow(found.index(self._key))
            self._write()
        elif found:
            self.list.setCurrentRow(0)
        else:
            self.text.setPlainText(self.tr("Nothing in the glossary fits this."))

    def _show(self, key: str) -> None:
        if self._key and self._key != key:
            self._visited.append(self._key)
        self._key = key
        self.back.setEnabled(bool(self._visited))
        for row in range(self.list.count()):
            if self.list.item(row).data(_KEY) == key:
                self.list.setCurrentRow(row)
        self._write()

    def _write(self) -> None:
        term = terms(self._language()).get(self._key)
        if term is None:
            return
        tokens = theme.tokens(self)
        also = f'<p style="color: {tokens.text2}">{labelled(self.tr("Also"), listed(term.also))}</p>'
        set_markup(
            self.text, f"<h3>{term.title}</h3><p>{term.html(tokens.accent)}</p>{also if term.also else ''}"
        )

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_KEY) != self._key:
            self._show(item.data(_KEY))

    def _on_link(self, address: QUrl) -> None:
        key = address.toString()
        if key in terms(self._language()):
            self.search.clear()
            self._show(key)
