"""The card "Output size": the formula with the person's own numbers, and what it means in words."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QMenu, QStackedLayout, QToolButton, QWidget

from convviz.core.images.image import Image
from convviz.core.kernels.written import labelled_text, latex_matrix
from convviz.core.sizes.settings import Settings
from convviz.core.snippets import code as snippets
from convviz.core.snippets.loading import loading_lines
from convviz.core.stages.pipeline import Chain
from convviz.views.base import icons, theme
from convviz.views.base.boxes import in_column, in_row
from convviz.views.base.painted import Adaptive
from convviz.views.base.plain import set_tip
from convviz.views.base.scale import px
from convviz.views.base.stylesheet import hairline
from convviz.views.controls.pieces import ElidedLabel, role_label
from convviz.views.explain.formula import size_words
from convviz.views.explain.formula.view import Block, FormulaView
from convviz.views.explain.title import SwitchTitle

KINDS = ("text", "latex", "scipy", "keras", "pytorch")
CHEVRON = 14


class CopyMenu(Adaptive, QToolButton):
    """Offers the kinds of copies; ``chosen`` names the requested one of `KINDS`."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("outlined", True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setIconSize(QSize(px(16), px(16)))
        menu = QMenu(self)
        self._actions = {kind: QAction(menu) for kind in KINDS}
        for kind, action in self._actions.items():
            action.setData(kind)
            menu.addAction(action)
        menu.insertSeparator(self._actions["scipy"])
        menu.triggered.connect(self._announce)
        self.setMenu(menu)
        self.restyle()
        self.retranslate()

    def retranslate(self) -> None:
        self.setText(self.tr("Copy as"))
        set_tip(self, self.tr("Copy the formulas, or code that computes the same map"))
        self._actions["text"].setText(self.tr("Plain text"))
        self._actions["latex"].setText(self.tr("LaTeX"))
        self._actions["scipy"].setText(self.tr("Python with SciPy"))
        self._actions["keras"].setText(self.tr("Python with Keras"))
        self._actions["pytorch"].setText(self.tr("Python with PyTorch"))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + px(CHEVRON) + px(4), max(px(24), hint.height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        colour = theme.tokens(self).color("text2")
        picture = icons.pixmap(
            "chevron-down",
            colour,
            px(CHEVRON),
            self.devicePixelRatioF(),
            1.0 if self.isEnabled() else icons.OFF_OPACITY,
        )
        with QPainter(self) as painter:
            painter.drawPixmap(self.width() - px(CHEVRON) - 7, (self.height() - px(CHEVRON)) // 2, picture)

    def _announce(self, action: QAction) -> None:
        self.chosen.emit(action.data())

    def restyle(self) -> None:
        self.setIcon(icons.icon("copy", theme.tokens(self).color("text2"), px(16)))


class FormulaCard(Adaptive, QFrame):
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
        self._image: Image | None = None
        self.title, self._words = SwitchTitle("size", self), ElidedLabel("caption", self)
        self.copy_menu = CopyMenu(self)
        self.copy_menu.chosen.connect(self.copy)
        self.formulas = FormulaView(self)
        self._error = role_label("error", self)
        self._error.setWordWrap(True)
        self._error.setMargin(px(theme.GAP))
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

    def set_image(self, image: Image | None) -> None:
        """The picture that the code to copy brings along."""
        self._image = image

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
        text = copy_text(kind, self._chain, self._settings, self._range, self._shape, self._image)
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(kind)

    def retranslate(self) -> None:
        self.formulas.setAccessibleName(self.tr("Output size"))
        self.setAccessibleName(self.tr("Output size"))
        self._show()

    def _arrange(self) -> None:
        header = QWidget(self)
        header.setFixedHeight(px(theme.FORMULA_HEADER))
        in_row(
            self.title,
            (self._words, 1),
            self.copy_menu,
            on=header,
            margins=(theme.GAP, 0, 8, 0),
            spacing=10,
        )
        line = hairline(self)
        self._body = QStackedLayout()
        self._body.addWidget(self.formulas)
        self._body.addWidget(self._error)
        in_column(header, line, self._body, on=self, margins=(1, 1, 1, 1), spacing=0)

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
    image: Image | None = None,
) -> str:
    """What the clipboard gets for one kind of copy: formulas and the kernel, or code that runs as it is."""
    if kind == "text":
        return f"{snippets.plain_text(chain, settings)}\n\n{labelled_text(settings.kernel)}"
    if kind == "latex":
        return f"{snippets.latex(chain, settings)}\n{latex_matrix(settings.kernel)}"
    code = {"scipy": snippets.scipy_code, "keras": snippets.keras_code, "pytorch": snippets.pytorch_code}[
        kind
    ]
    return code(settings, image_shape or chain.input, image_range, loading_lines(image) if image else ())
