"""The card "Output size": the formula with the person's own numbers, and what it means in words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from convviz.core.sizes.settings import Settings
from convviz.core.snippets import code as snippets
from convviz.core.stages.pipeline import Chain
from convviz.views.base import theme
from convviz.views.base.elided import ElidedLabel
from convviz.views.explain.formula import size_words
from convviz.views.explain.formula.blocks import Block
from convviz.views.explain.formula.copy_menu import CopyMenu
from convviz.views.explain.formula.view import FormulaView


class FormulaCard(QFrame):
    """Where the sizes come from, for rows, columns and pooling.

    ``copied`` says that one of `copy_menu.KINDS` was put on the clipboard.
    """

    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._chain: Chain | None = None
        self._settings: Settings | None = None
        self._range = (0.0, 255.0)
        self._shape: tuple[int, ...] | None = None
        self._title, self._words = QLabel(self), ElidedLabel("caption", self)
        self._title.setProperty("role", "title")
        self.copy_menu = CopyMenu(self)
        self.copy_menu.chosen.connect(self.copy)
        self.formulas = FormulaView(self)
        self._error = QLabel(self)
        self._error.setProperty("role", "error")
        self._error.setWordWrap(True)
        self._error.setMargin(theme.GAP)
        self._error.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._arrange()
        self.retranslate()
        self._show()

    def set_chain(
        self,
        chain: Chain | None,
        settings: Settings | None,
        image_range: tuple[float, float] = (0.0, 255.0),
        image_shape: tuple[int, ...] | None = None,
    ) -> None:
        """Show the sizes of ``chain``; None empties the card (no picture is open).

        ``image_range`` is black and white of the picture and ``image_shape`` its shape before a
        colour picture is made grey; the copied code needs them.
        """
        self._chain, self._settings, self._range = chain, settings, image_range
        self._shape = image_shape
        self._error.clear()
        self._show()

    def set_settings(self, settings: Settings) -> None:
        """Settings of the same sizes: the code to copy is of these, what is shown stays."""
        if self._settings is not None:
            self._settings = settings

    def set_error(self, text: str) -> None:
        """Say why there are no sizes, in place of the formulas."""
        self._chain = None
        self._error.setText(text)
        self._show()

    def words(self) -> str:
        """The sentence in the header."""
        return self._words.text()

    def copy(self, kind: str) -> None:
        """Put the sizes ("text", "latex") or code ("scipy", "keras", "pytorch") on the clipboard."""
        if self._chain is None or self._settings is None:
            return
        text = copy_text(kind, self._chain, self._settings, self._range, self._shape)
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(kind)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Output size"))
        self.formulas.setAccessibleName(self.tr("Output size"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _arrange(self) -> None:
        header = QWidget(self)
        header.setFixedHeight(theme.FORMULA_HEADER)
        row = QHBoxLayout(header)
        row.setContentsMargins(theme.GAP, 0, 8, 0)
        row.setSpacing(10)
        row.addWidget(self._title)
        row.addWidget(self._words, 1)
        row.addWidget(self.copy_menu)
        line = QFrame(self)
        line.setProperty("hairline", True)
        line.setFixedHeight(1)
        self._body = QStackedLayout()
        self._body.addWidget(self.formulas)
        self._body.addWidget(self._error)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(line)
        column.addLayout(self._body)

    def _show(self) -> None:
        chain, settings = self._chain, self._settings
        self.copy_menu.setEnabled(chain is not None)
        if chain is None or settings is None:
            self._words.set_texts("")
            self._words.set_details("")
            self.formulas.set_blocks([])
            self._body.setCurrentWidget(self._error if self._error.text() else self.formulas)
            self.setAccessibleDescription(self._error.text())
            return
        self._words.set_texts(
            size_words.headline(chain, settings), size_words.short_headline(chain, settings)
        )
        self._words.set_details("\n".join(size_words.details(chain, settings)))
        self.formulas.set_blocks(self._blocks(chain))
        self._body.setCurrentWidget(self.formulas)
        self.setAccessibleDescription(self.formulas.text() + "\n" + self._words.text())

    def _blocks(self, chain: Chain) -> list[Block]:
        size = chain.convolution_size
        blocks = [Block(self.tr("Rows"), size.rows), Block(self.tr("Columns"), size.columns)]
        pool = chain.pooling_size
        if pool is None:
            return blocks
        return [*blocks, Block(self.tr("Pooling"), pool.rows, pool=True, other=pool.columns.output)]


def copy_text(
    kind: str,
    chain: Chain,
    settings: Settings,
    image_range: tuple[float, float] = (0.0, 255.0),
    image_shape: tuple[int, ...] | None = None,
) -> str:
    """What the clipboard gets for one kind of copy."""
    if kind == "text":
        return snippets.plain_text(chain, settings)
    if kind == "latex":
        return snippets.latex(chain, settings)
    code = {"scipy": snippets.scipy_code, "keras": snippets.keras_code, "pytorch": snippets.pytorch_code}[
        kind
    ]
    return code(settings, image_shape or chain.input, image_range)
