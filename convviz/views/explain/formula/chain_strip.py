"""The strip that says in one line what happens to the picture, in shapes: 9 × 9 → pad 1 → 3×3 → ..."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from convviz.core.base.spacing import filled
from convviz.core.sizes.settings import Pair, PoolSettings, Settings
from convviz.core.sizes.shapes import ShapeSize
from convviz.core.stages.pipeline import Chain
from convviz.views.base import theme
from convviz.views.base.boxes import in_row
from convviz.views.base.numbers import TIMES, figure, padding_text, shape_text
from convviz.views.base.painted import Adaptive, Painted
from convviz.views.base.plain import PlainLabel, set_tip
from convviz.views.base.scale import px
from convviz.views.base.texts import say
from convviz.views.controls.pieces import ElidedLabel

LINK_PAD = 10
LINKS = ("input", "padding", "kernel", "activation", "pooling")


def padding_link(settings: Settings, size: ShapeSize | None) -> str:
    """How much is added around the picture; the rule's name where the amounts are unknown."""
    if size is None:
        return (
            say("ChainStrip", "no padding") if settings.padding == "valid" else say("ChainStrip", "padding")
        )
    amount = padding_text(size.padding)
    if amount == "0":
        return say("ChainStrip", "no padding")
    if settings.fill in ("zero", 0, 0.0):
        return filled(say("ChainStrip", "pad {amount}"), amount=amount)
    return filled(say("ChainStrip", "pad {amount}, {fill}"), amount=amount, fill=fill_name(settings.fill))


def fill_name(fill: str | float) -> str:
    """What the padding is made of, in a word or as its number."""
    names = {
        "zero": say("ChainStrip", "zero"),
        "mean": say("ChainStrip", "mean"),
        "reflect": say("ChainStrip", "reflect"),
        "symmetric": say("ChainStrip", "symmetric"),
        "edge": say("ChainStrip", "edge"),
        "wrap": say("ChainStrip", "wrap"),
    }
    return names[fill] if isinstance(fill, str) and fill in names else figure(float(fill))


def kernel_link(settings: Settings, channels: int = 1) -> str:
    """The kernel's size, its stride, and its dilation if there is any."""
    rows, columns = settings.kernel.weights.shape[:2]
    size = f"{rows}{TIMES}{columns}"
    if settings.channels == "sum" and channels > 1:
        size += f"{TIMES}{channels}"
    stride = pair_text(settings.stride)
    if settings.dilation == (1, 1):
        return filled(say("ChainStrip", "{size}, stride {stride}"), size=size, stride=stride)
    text = say("ChainStrip", "{size}, stride {stride}, dilation {dilation}")
    return filled(text, size=size, stride=stride, dilation=pair_text(settings.dilation))


def activation_name(name: str) -> str:
    """An activation as people call it."""
    names = {
        "none": say("ChainStrip", "no activation"),
        "relu": say("ChainStrip", "ReLU"),
        "leaky_relu": say("ChainStrip", "leaky ReLU"),
        "sigmoid": say("ChainStrip", "sigmoid"),
        "tanh": say("ChainStrip", "tanh"),
        "absolute": say("ChainStrip", "absolute value"),
    }
    return names.get(name, name)


def pooling_link(pool: PoolSettings) -> str:
    """What the pooling gathers, and its stride where it is not the window's size."""
    if pool.kind == "none":
        return say("ChainStrip", "no pooling")
    size = f"{pool.size[0]}{TIMES}{pool.size[1]}"
    kind = say("ChainStrip", "max {size}") if pool.kind == "max" else say("ChainStrip", "average {size}")
    text = filled(kind, size=size)
    if pool.stride == pool.size:
        return text
    return filled(
        say("ChainStrip", "{pooling}, stride {stride}"), pooling=text, stride=pair_text(pool.stride)
    )


def captions(chain: Chain) -> list[str]:
    """What the shapes mean and what the layer costs; then the same in fewer words, down to none."""
    if len(chain.input) == 3:
        order = say("ChainStrip", "rows \u00d7 columns \u00d7 channels")
    else:
        order = say("ChainStrip", "rows \u00d7 columns")
    parameters = filled(say("ChainStrip", "{n} parameters"), n=figure(chain.parameters))
    sums = filled(say("ChainStrip", "{n} multiply-adds"), n=figure(chain.multiply_adds))
    parts = [order, parameters, sums]
    dot = "  \u00b7  "
    return [dot.join(parts), dot.join(parts[1:]), parameters, ""]


def pair_text(pair: Pair) -> str:
    """One number where rows and columns agree, else rows × columns."""
    return str(pair[0]) if pair[0] == pair[1] else f"{pair[0]}{TIMES}{pair[1]}"


class Arrow(Painted):
    """A small arrow to the right, in the text's colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(px(14), px(20))

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
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
        self.setFixedHeight(px(theme.STRIP))
        self._chain: Chain | None = None
        self._settings: Settings | None = None
        self._shape: tuple[int, ...] = ()
        self._problem = ""
        self.links = {name: self._link(name) for name in LINKS}
        self.convolution, self.pooling = PlainLabel(self), PlainLabel(self)
        for label in (self.convolution, self.pooling):
            label.setProperty("role", "strong")
            label.setContentsMargins(px(4), 0, px(4), 0)
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
            set_tip(button, tips[name])
        self.links["input"].setFont(theme.font("strong", self.font()))
        self._show()

    def _link(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setFixedHeight(px(26))
        if name != "input":
            button.setProperty("outlined", True)
        button.clicked.connect(self._announce)
        return button

    def _announce(self) -> None:
        self.link_clicked.emit(self.sender().objectName())

    def _arrange(self) -> None:
        links, arrows = self.links, self._arrows
        parts: list[QWidget] = [links["input"], arrows[0], links["padding"], arrows[1]]
        parts += [links["kernel"], arrows[2], self.convolution, arrows[3]]
        parts += [links["activation"], arrows[4], links["pooling"], arrows[5], self.pooling, self.error]
        in_row(*parts, (self.caption, 1), on=self, margins=(14, 0, theme.GAP, 0), spacing=5)
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
            "padding": padding_link(settings, chain.convolution_size if chain and known else None),
            "kernel": kernel_link(settings, channels),
            "activation": activation_name(settings.activation),
            "pooling": pooling_link(settings.pool),
        }
        for name, button in self.links.items():
            button.setText(texts[name])
            button.setFixedWidth(button.fontMetrics().horizontalAdvance(texts[name]) + 2 * px(LINK_PAD))
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
        self.caption.set_texts(*(captions(chain) if chain and known else [""]))
        self.setAccessibleDescription(self.text())

    def text(self) -> str:
        """The whole chain as plain text."""
        words = [self.links["input"].text(), self.links["padding"].text(), self.links["kernel"].text()]
        words += [self.convolution.text(), self.links["activation"].text(), self.links["pooling"].text()]
        words += [self._problem or self.pooling.text()]
        return " \u2192 ".join(word for word in words if word)
