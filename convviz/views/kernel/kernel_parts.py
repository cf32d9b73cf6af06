"""The parts of the kernel panel around its grid: sizes, tools, facts and the header."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from convviz.core.base.limits import LIMITS
from convviz.core.kernels.kernel import Kernel
from convviz.core.kernels.results import output_range
from convviz.views.base import theme
from convviz.views.base.boxes import STRETCH, in_row
from convviz.views.base.icons import IconButton
from convviz.views.base.numbers import figure
from convviz.views.base.painted import Adaptive
from convviz.views.base.plain import PlainLabel, set_tip
from convviz.views.base.scale import px
from convviz.views.controls.choices import Segmented
from convviz.views.controls.number_box import DecimalBox, NumberBox, set_invalid
from convviz.views.controls.pieces import role_label
from convviz.views.kernel.chooser.kernel_library import LibraryBox

CHANGES = ("rotate", "mirror", "flip", "transpose", "negate", "normalise", "random")
FILES = ("copy", "paste", "folder")
ROOMY, LOW, WIDEST = 6, 1, 240
ICON, SIDE, NARROW = 18, 28, 24  # in a narrow column the buttons move together
BETWEEN = "  \u00b7  "
CHANNELS = ("0", "1", "2")


class SizeForm(Adaptive, QWidget):
    """How large the kernel is, what its sums are divided by, and what is added to them."""

    size_edited = Signal(int, int)
    divisor_edited, bias_edited = Signal(float), Signal(float)
    editing_finished = Signal()
    LEAST_WIDTH = 126
    """What the boxes take below each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # on the way to 31 there is a 3, which would cut weights off
        self.rows = NumberBox(*LIMITS["kernel side"].ends, self, value=3, live=False)
        self.columns = NumberBox(*LIMITS["kernel side"].ends, self, value=3, live=False)
        self.divisor = DecimalBox(LIMITS["divisor"].low, LIMITS["divisor"].high, self, value=1, nonzero=True)
        self.bias = DecimalBox(LIMITS["bias"].low, LIMITS["bias"].high, self)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(ROOMY))
        self._labels: list[QLabel] = []
        for box in self._boxes():
            label = role_label("label", self)
            label.setBuddy(box)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            box.setMinimumWidth(px(60))
            box.setMaximumWidth(px(96))
            box.editingFinished.connect(self.editing_finished)
            self._labels.append(label)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(len(self._labels), 1)
        self._wide: bool | None = None
        self.set_wide(False)
        self.rows.edited.connect(self._size_edited)
        self.columns.edited.connect(self._size_edited)
        self.divisor.edited.connect(self.divisor_edited)
        self.bias.edited.connect(self.bias_edited)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.retranslate()

    def show_values(self, rows: int, columns: int, divisor: float, bias: float) -> None:
        """Show the numbers; nothing is announced."""
        self.rows.show_value(rows)
        self.columns.show_value(columns)
        self.divisor.show_value(divisor)
        self.bias.show_value(bias)

    def set_invalid(self, invalid: bool) -> None:
        """Frame rows and columns in the colour of errors: the kernel does not fit."""
        set_invalid(self.rows, invalid)
        set_invalid(self.columns, invalid)

    def retranslate(self) -> None:
        names = (self.tr("Rows"), self.tr("Columns"), self.tr("Divisor"), self.tr("Bias"))
        for label, box, name in zip(self._labels, self._boxes(), names, strict=True):
            label.setText(name)
            box.setAccessibleName(name)
        set_tip(self.divisor, self.tr("The sum of the products is divided by this number"))
        set_tip(self.bias, self.tr("This number is added to every result"))

    def _boxes(self) -> tuple[NumberBox, NumberBox, DecimalBox, DecimalBox]:
        return (self.rows, self.columns, self.divisor, self.bias)

    def set_low(self, low: bool) -> None:
        """Draw the boxes together where there is little height."""
        self._grid.setVerticalSpacing(px(LOW) if low else px(ROOMY))

    def set_wide(self, wide: bool) -> None:
        """Put the boxes in two rows of two, for a place that is wide; else below each other."""
        if wide == self._wide:
            return
        self._wide = wide
        for index, widgets in enumerate(zip(self._labels, self._boxes(), strict=True)):
            row, column = divmod(index, 2) if wide else (index, 0)
            for offset, widget in enumerate(widgets):
                self._grid.addWidget(widget, row, 2 * column + offset)
        self._grid.setColumnStretch(2, int(wide))
        # further apart, no eye finds from a label to its box
        self.setMaximumWidth(px(2 * WIDEST if wide else WIDEST))

    def is_sizing(self) -> bool:
        """Whether the focus is in one of the two boxes of the size."""
        return self.rows.hasFocus() or self.columns.hasFocus()

    def _size_edited(self, _: int) -> None:
        self.size_edited.emit(self.rows.value(), self.columns.value())


class KernelTools(Adaptive, QWidget):
    """Buttons for everything that changes a kernel as a whole, or carries it elsewhere."""

    chosen = Signal(str)
    """One of `CHANGES`, "copy" or "paste"."""
    open_requested, save_requested = Signal(), Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, IconButton] = {}
        changes, files = ([self._button(name) for name in names] for names in (CHANGES, FILES))
        row = in_row(*changes, STRETCH, *files, on=self, spacing=0)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._menu = QMenu(self)
        self._open = QAction(self._menu)
        self._save = QAction(self._menu)
        self._open.setObjectName("open")
        self._save.setObjectName("save")
        self._menu.addActions([self._open, self._save])
        self._open.triggered.connect(self.open_requested)
        self._save.triggered.connect(self.save_requested)
        folder = self._buttons["folder"]
        folder.setMenu(self._menu)
        folder.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFixedHeight(px(SIDE))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def button(self, name: str) -> IconButton:
        """The button of one of `CHANGES` or `FILES`."""
        return self._buttons[name]

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Kernel tools"))
        for name, text in self._texts().items():
            self._buttons[name].set_help(text)
        self._open.setText(self.tr("Open kernel\u2026"))
        self._save.setText(self.tr("Save kernel\u2026"))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(NARROW) * len(self._buttons), px(SIDE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        each = max(px(NARROW), min(px(SIDE), self.width() // len(self._buttons)))
        for button in self._buttons.values():
            button.setFixedWidth(each)

    def _button(self, name: str) -> IconButton:
        button = IconButton(name, self, size=ICON, side=SIDE)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if name != "folder":
            button.clicked.connect(self._clicked)
        self._buttons[name] = button
        return button

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, IconButton):
            self.chosen.emit(button.icon_name())

    def _texts(self) -> dict[str, str]:
        return {
            "rotate": self.tr("Turn by 90\u00b0 clockwise"),
            "mirror": self.tr("Mirror: swap left and right"),
            "flip": self.tr("Flip: swap top and bottom"),
            "transpose": self.tr("Transpose: rows become columns"),
            "negate": self.tr("Negate every weight"),
            "normalise": self.tr(
                "Normalise: divide by the sum, or by the number of weights where that is not positive"
            ),
            "random": self.tr("Random weights"),
            "copy": self.tr("Copy the weights as text for a spreadsheet"),
            "paste": self.tr("Paste weights from a spreadsheet"),
            "folder": self.tr("Open or save a kernel file"),
        }


class KernelFacts(PlainLabel):
    """One line of facts; what does not fit is left out whole and stands in the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "facts")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._kernel = Kernel([[1.0]])
        self._bias, self._low, self._high = 0.0, 0.0, 255.0
        self._channels, self._summed = 1, 1

    def show_kernel(
        self,
        kernel: Kernel,
        bias: float,
        low: float,
        high: float,
        *,
        channels: int,
        summed: bool = True,
    ) -> None:
        """Say what is true of ``kernel`` on inputs between ``low`` and ``high``.

        ``channels`` is how many it meets; ``summed`` whether they add up to one result.
        """
        self._kernel, self._bias, self._low, self._high = kernel, bias, low, high
        self._channels, self._summed = channels, channels if summed else 1
        self._show()

    def facts(self) -> list[str]:
        """Every fact, the most important first."""
        kernel = self._kernel
        facts = [self._sum(), self._rank()]
        if self._channels > 1 and not kernel.has_channels:
            facts.append(self.tr("same for R, G, B"))
        if kernel.is_half_turn_symmetric:
            facts.append(self.tr("unchanged by a half turn"))
        facts.append(self._range())
        return facts

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def _sum(self) -> str:
        total, divisor = self._kernel.total, self._kernel.divisor
        if divisor == 1:
            return self.tr("Sum {sum}").format(sum=figure(total))
        text = self.tr("Sum {sum} \u00f7 {divisor} = {result}")
        return text.format(sum=figure(total), divisor=figure(divisor), result=figure(total / divisor))

    def _rank(self) -> str:
        rank = self._kernel.rank()
        text = self.tr("rank {rank}, separable") if rank == 1 else self.tr("rank {rank}")
        return text.format(rank=rank)

    def _range(self) -> str:
        low, high = output_range(self._kernel, self._bias, self._low, self._high, self._summed)
        if low == -high:
            return self.tr("range \u00b1{high}").format(high=figure(high))
        return self.tr("range {low} to {high}").format(low=figure(low), high=figure(high))

    def _show(self) -> None:
        facts = self.facts()
        metrics = self.fontMetrics()
        set_tip(self, "\n".join(facts))
        count = len(facts)
        while count > 1 and metrics.horizontalAdvance(BETWEEN.join(facts[:count])) > self.width():
            count -= 1
        self.setText(BETWEEN.join(facts[:count]))


class KernelHeader(Adaptive, QWidget):
    """Title and library; for colour pictures also R, G, B, and whether each has its own weights."""

    channel_chosen = Signal(int)
    apart_chosen = Signal(bool)
    kernel_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = role_label("title", self)
        self.channels = Segmented(CHANNELS, self, small=True, width=24)
        self.channels.show_key("0")
        for key in CHANNELS:
            self.channels.button(key).setStyleSheet("QToolButton { padding: 0; }")
        self.apart = IconButton("link", self, size=14, side=theme.HEADER_CONTROL)
        self.apart.setCheckable(True)
        self.apart.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.kernels = LibraryBox(self)
        parts = (self.title, 4, self.channels, self.apart, STRETCH, (self.kernels, 100))
        in_row(*parts, on=self, margins=(12, 0, 8, 0), spacing=4)
        self.setFixedHeight(px(theme.CARD_HEADER))
        self.channels.chosen.connect(self._channel_chosen)
        self.apart.clicked.connect(self.apart_chosen)
        self.kernels.chosen.connect(self.kernel_chosen)
        self.set_channels(1)
        self.retranslate()

    def set_channels(self, count: int) -> None:
        """Show R, G, B for colour pictures only."""
        self.channels.setVisible(count > 1)
        self.apart.setVisible(count > 1)

    def show_channel(self, channel: int) -> None:
        """Press the channel whose weights are shown."""
        self.channels.show_key(CHANNELS[channel])

    def show_apart(self, apart: bool) -> None:
        """Show whether every channel has weights of its own."""
        self.apart.setChecked(apart)

    def retranslate(self) -> None:
        self.title.setText(self.tr("Kernel"))
        self.channels.set_texts(
            (self.tr("R"), self.tr("G"), self.tr("B")), (self.tr("Red"), self.tr("Green"), self.tr("Blue"))
        )
        self.apart.set_help(self.tr("Weights of its own for every channel"))

    def _channel_chosen(self, key: str) -> None:
        self.channel_chosen.emit(CHANNELS.index(key))
