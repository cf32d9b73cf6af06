"""The strip that says in one line what happens to the picture, in shapes: 9 × 9 → pad 1 → 3×3 → ..."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from convviz.core.sizes.settings import Settings
from convviz.core.stages.pipeline import Chain
from convviz.views.base import theme
from convviz.views.base.elided import ElidedLabel
from convviz.views.base.numbers import shape_text
from convviz.views.base.painted import Adaptive, Painted
from convviz.views.base.theme import Tokens
from convviz.views.explain.formula import chain_words

LINK_PAD = 10
LINKS = ("input", "padding", "kernel", "activation", "pooling")


class Arrow(Painted):
    """A small arrow to the right, in the text's colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(14, 20)

    def draw(self, painter: QPainter, scheme: Tokens) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(scheme.color("text2"), 1.2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        tip = QPointF(self.width() - 2.5, self.height() / 2 + 0.5)
        for start in (QPointF(2, tip.y()), tip + QPointF(-3, -3), tip + QPointF(-3, 3)):
            painter.drawLine(start, tip)


class ChainStrip(Adaptive, QWidget):
    """Every stage's shape, and between the shapes what turns one into the next.

    ``link_clicked`` names the setting a person wants to go to, one of `LINKS`.
    """

    link_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme.STRIP)
        self._chain: Chain | None = None
        self._settings: Settings | None = None
        self._shape: tuple[int, ...] = ()
        self._problem = ""
        self.links = {name: self._link(name) for name in LINKS}
        self.convolution, self.pooling = QLabel(self), QLabel(self)
        for label in (self.convolution, self.pooling):
            label.setProperty("role", "strong")
            label.setContentsMargins(4, 0, 4, 0)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.error = ElidedLabel("error", self)
        self.caption = ElidedLabel("caption", self)
        self.caption.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._arrows = [Arrow(self) for _ in range(6)]
        self._arrange()
        self.retranslate()

    def set_chain(self, chain: Chain | None, settings: Settings) -> None:
        """Show the shapes of ``chain``; None (no picture yet) shows the settings alone."""
        self._chain, self._settings, self._problem = chain, settings, ""
        self._shape = chain.input if chain is not None else ()
        self._show()

    def set_error(
        self, text: str, settings: Settings | None = None, shape: tuple[int, ...] | None = None
    ) -> None:
        """Keep the links, and say in place of the output shapes why there are none.

        ``shape`` is that of the picture, where it is another one than in the last chain.
        """
        if settings is not None:
            self._settings = settings
        if shape is not None:
            self._shape = shape
        self._problem = text
        self._show()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Chain of shapes"))
        tips = {
            "input": self.tr("Go to the picture"),
            "padding": self.tr("Go to the padding"),
            "kernel": self.tr("Go to the kernel"),
            "activation": self.tr("Go to the activation"),
            "pooling": self.tr("Go to the pooling"),
        }
        for name, button in self.links.items():
            button.setToolTip(tips[name])
        self._show()

    def _link(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setFixedHeight(26)
        if name == "input":
            button.setFont(theme.font("strong", button.font()))
        else:
            button.setProperty("outlined", True)
        button.clicked.connect(self._announce)
        return button

    def _announce(self) -> None:
        self.link_clicked.emit(self.sender().objectName())

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, theme.GAP, 0)
        row.setSpacing(5)
        parts: list[QWidget] = [self.links["input"], self._arrows[0], self.links["padding"], self._arrows[1]]
        parts += [self.links["kernel"], self._arrows[2], self.convolution, self._arrows[3]]
        parts += [
            self.links["activation"],
            self._arrows[4],
            self.links["pooling"],
            self._arrows[5],
            self.pooling,
        ]
        for part in parts:
            row.addWidget(part)
        row.addWidget(self.error)
        row.addWidget(self.caption, 1)
        self.error.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def _show(self) -> None:
        settings, chain = self._settings, self._chain
        self.setEnabled(settings is not None)
        if settings is None:
            return
        known = chain is not None and not self._problem
        shape = self._shape
        channels = shape[2] if len(shape) == 3 else 1
        texts = {
            "input": shape_text(shape) if shape else self.tr("no picture"),
            "padding": chain_words.padding_link(
                settings, chain.convolution_size if chain and known else None
            ),
            "kernel": chain_words.kernel_link(settings, channels),
            "activation": chain_words.activation_name(settings.activation),
            "pooling": chain_words.pooling_link(settings.pool),
        }
        for name, button in self.links.items():
            button.setText(texts[name])
            button.setFixedWidth(button.fontMetrics().horizontalAdvance(texts[name]) + 2 * LINK_PAD)
        self.convolution.setText(shape_text(chain.convolution) if chain and known else "\u2026")
        pooled = chain.pooling if chain and known else None
        self.pooling.setText(shape_text(pooled) if pooled else "")
        self.convolution.setVisible(known)
        self._arrows[3].setVisible(known)
        self.pooling.setVisible(pooled is not None)
        self._arrows[5].setVisible(pooled is not None or bool(self._problem))
        self.error.setVisible(bool(self._problem))
        self.error.set_texts(self._problem)
        self.caption.setVisible(not self._problem)
        self.caption.set_texts(*(chain_words.captions(chain) if chain and known else [""]))
        self.setAccessibleDescription(self.text())

    def text(self) -> str:
        """The whole chain as plain text."""
        words = [self.links["input"].text(), self.links["padding"].text(), self.links["kernel"].text()]
        words += [self.convolution.text(), self.links["activation"].text(), self.links["pooling"].text()]
        words += [self._problem or self.pooling.text()]
        return " \u2192 ".join(word for word in words if word)
