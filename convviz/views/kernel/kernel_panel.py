"""The kernel editor: weights, size, tools and favourites in one card."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from convviz.core.kernels.kernel import Kernel
from convviz.core.kernels.kernel_library import LIBRARY, library
from convviz.views.base import theme
from convviz.views.base.boxes import STRETCH, in_column, in_row
from convviz.views.base.painted import Adaptive
from convviz.views.base.scale import px
from convviz.views.base.stylesheet import hairline
from convviz.views.base.texts import reason_text
from convviz.views.controls.form import LabelledError
from convviz.views.kernel.chooser.previews import HEIGHT as FAVOURITES_HEIGHT
from convviz.views.kernel.chooser.previews import TINY, Favourites, PreviewPicture
from convviz.views.kernel.grid.cells import RING
from convviz.views.kernel.grid.grid_area import GridArea
from convviz.views.kernel.kernel_parts import KernelFacts, KernelHeader, KernelTools, SizeForm

_TOOLS: dict[str, Callable[[Kernel], Kernel]] = {
    "rotate": Kernel.rotated,
    "mirror": Kernel.mirrored,
    "flip": Kernel.flipped,
    "transpose": Kernel.transposed,
    "negate": Kernel.negated,
    "normalise": Kernel.normalised,
}
INSET = 12
FAVOURITES_MARGIN = 14
USUAL_WIDTH, LARGE_WIDTH, MOST_GROWTH = 331, 451, 0.4
LOWEST = 216
"""The panel needs so much height; with less it has to be scrolled."""
SMALL_CELLS = 0.64
"""So large, of their usual size, may cells be to leave room for the turned kernel and the favourites."""
LOW = 236
"""Lower than this, the facts give way, and what is in the card moves together."""


def changed_by(tool: str, kernel: Kernel, rng: np.random.Generator) -> Kernel:
    """The kernel after one of the tools: "rotate", "mirror", ..., "random"."""
    if tool == "random":
        channels = kernel.channels if kernel.has_channels else None
        return Kernel.random(kernel.rows, kernel.columns, rng, channels)
    return _TOOLS[tool](kernel)


def pasted(text: str, kernel: Kernel, cell: tuple[int, int], channel: int) -> Kernel:
    """The kernel after pasting ``text``; ValueError says what is wrong with it.

    A single number goes into ``cell``; weights of the same size into the plane that is shown, where
    channels have their own; anything else becomes the whole kernel.
    """
    new = Kernel.from_text(text)
    if new.taps == 1 and kernel.taps > 1:
        return kernel.with_weight(*cell, float(new.weights.flat[0]), channel)
    if kernel.has_channels and not new.has_channels:
        if new.size == kernel.size:
            weights = kernel.weights.copy()
            weights[:, :, channel] = new.weights
            return Kernel(weights, kernel.divisor)
        return new.for_channels(kernel.channels)
    return new


def library_key(kernel: Kernel) -> str:
    """The key of the library kernel that ``kernel`` is or equals, "" for one of the person's own."""
    return kernel.name if kernel.name in LIBRARY else _KEYS.get(_numbers(kernel), "")


def _numbers(kernel: Kernel) -> tuple[float, tuple[int, ...], bytes]:
    return kernel.divisor, kernel.weights.shape, (kernel.weights + 0.0).tobytes()  # 0.0: no minus zero


_KEYS = {_numbers(entry.kernel): key for key, entry in reversed(list(LIBRARY.items()))}


class KernelPanel(Adaptive, QFrame):
    """Shows a kernel and says what a person wants it to become.

    ``kernel_edited`` and ``bias_edited`` carry a key under which the changes of one gesture are
    merged ("" for a step of its own); ``edit_finished`` says that the gesture is over. Setters
    announce nothing.
    """

    kernel_edited = Signal(object, str)
    bias_edited = Signal(float, str)
    edit_finished = Signal()
    tap_pointed = Signal(object)
    """(row, column) in the window, or None."""
    channel_chosen = Signal(int)
    copy_requested = Signal()
    """The kernel was copied to the clipboard."""
    open_requested, save_requested = Signal(), Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._kernel = library("identity")
        self._key: str | None = None
        self._sized: tuple[Kernel, Kernel] | None = None  # before this visit to the size boxes, and now
        self._bias = 0.0
        self._channels, self._channel, self._summed = 1, 0, True
        self._turned = False
        self._below: bool | None = None
        self._low, self._high = 0.0, 255.0
        self.header = KernelHeader(self)
        self.area = GridArea(self)
        self.grid = self.area.grid
        self.form = SizeForm(self)
        self.error = LabelledError(self)
        self.notice = LabelledError(self)
        self.facts = KernelFacts(self)
        self.tools = KernelTools(self)
        self.favourites = Favourites(self)
        self._line = self._hairline()
        self._arrange()
        self._connect()
        self.header.set_channels(self._channels)
        self.setMinimumWidth(px(260))
        self._show()

    def set_kernel(self, kernel: Kernel) -> None:
        """Show a kernel: (rows, columns), or with a plane for every channel."""
        old, self._kernel = self._kernel, kernel
        self.clear_notice()
        if kernel.weights.shape == old.weights.shape and kernel.divisor == old.divisor:
            if kernel is not old:
                self._show_weights()
        else:
            self._show()

    def clear_notice(self) -> None:
        """Take away what was said of the clipboard."""
        if not self.notice.isHidden():
            self.notice.set_text("")
            self._fit()

    def set_bias(self, bias: float) -> None:
        """Show the number that is added to every result."""
        if bias != self._bias:
            self._bias = bias
            self._show()

    def set_channels(self, count: int, *, summed: bool = True) -> None:
        """Say how many channels the kernel meets: 3 shows R, G, B; 1 does not.

        ``summed``: they add up to one map; otherwise each has a map of its own.
        """
        if (count, summed) == (self._channels, self._summed):
            return
        self._channels, self._summed = count, summed
        self._channel = min(self._channel, count - 1)
        self.header.set_channels(count)
        self._show()

    def set_channel(self, channel: int) -> None:
        """Show the weights of this channel (0 is red)."""
        self._channel = min(channel, self._channels - 1)
        self._show()

    def set_turned(self, turned: bool) -> None:
        """Say whether the kernel is multiplied turned by 180 degrees; if so, that is shown beside it."""
        if turned != self._turned:
            self._turned = turned
            self.area.show_turned(turned)
            self._show()

    def set_input_range(self, low: float, high: float) -> None:
        """Say between which values the input lies, for the range of the results."""
        if (low, high) != (self._low, self._high):
            self._low, self._high = low, high
            self._show_facts()

    def set_error(self, text: str) -> None:
        """Say under the size what is wrong with it; "" takes it away."""
        self.error.set_text(text)
        self.form.set_invalid(bool(text))
        self._fit()

    def set_preview_image(
        self, picture: NDArray[Any], low: float, high: float, small: bool | None = None
    ) -> None:
        """Preview kernels on a picture, (H, W) or (H, W, 3); tiny ones show weights instead.

        ``picture`` may be the image itself or a thumbnail of it; ``small`` says whether the image
        itself is tiny (up to 32 x 32), where a thumbnail could not tell.
        """
        tiny = max(picture.shape[:2]) <= TINY if small is None else small
        preview = None if tiny else PreviewPicture.of(picture, low, high)
        self.favourites.set_picture(preview)
        self.header.kernels.popup.set_picture(preview)

    def set_pointed_tap(self, tap: tuple[int, int] | None) -> None:
        """Frame the weight at (row, column) of the window, or none."""
        self.grid.set_pointed_tap(self._across(tap))
        self.area.turned.set_pointed(tap)

    def kernel(self) -> Kernel:
        """The kernel shown."""
        return self._kernel

    def sizeHint(self) -> QSize:
        return QSize(px(331), px(352))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(260), px(LOWEST))

    def _hairline(self) -> QFrame:
        return hairline(self)

    def _arrange(self) -> None:
        self._upper = upper = QGridLayout()
        upper.setContentsMargins(px(INSET - RING - 2), 0, px(INSET - 1), 0)
        upper.setSpacing(px(INSET - RING + 3))
        upper.setColumnStretch(2, 1)
        self._place_form(False)
        for band in (self.error, self.notice):
            band.lie_below(self.area, px(INSET) - 1, over=self.tools)
        texts = in_column(self.facts, margins=(INSET - 1, 0, INSET - 1, 0))
        lower = in_column(self._hairline(), self.tools, self._line, margins=(8, 0, 8, 0), spacing=3)
        self._row = in_row(self.favourites, margins=(INSET - 3, FAVOURITES_MARGIN, INSET - 3, 0))
        above = (self.header, self._hairline(), INSET - RING, upper, 6, texts, 8)
        in_column(*above, lower, self._row, STRETCH, on=self, margins=(1, 0, 1, 3), spacing=0)

    def _connect(self) -> None:
        self.header.channel_chosen.connect(self._channel_clicked)
        self.header.apart_chosen.connect(self._apart_clicked)
        self.header.kernel_chosen.connect(self._library_chosen)
        self.favourites.chosen.connect(self._library_chosen)
        self.grid.weight_edited.connect(self._weight_edited)
        self.grid.edit_finished.connect(self.edit_finished)
        self.grid.tap_pointed.connect(lambda cell: self.tap_pointed.emit(self._across(cell)))
        self.grid.copy_requested.connect(self.copy)
        self.grid.paste_requested.connect(self.paste)
        self.form.size_edited.connect(self._size_edited)
        self.form.divisor_edited.connect(self._divisor_edited)
        self.form.bias_edited.connect(self._bias_edited)
        self.form.editing_finished.connect(self._form_left)
        self.tools.chosen.connect(self._tool_chosen)
        self.tools.open_requested.connect(self.open_requested)
        self.tools.save_requested.connect(self.save_requested)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def retranslate(self) -> None:
        self._show()

    def _show(self) -> None:
        kernel = self._kernel
        self.setAccessibleName(self.tr("Kernel"))
        self.form.show_values(kernel.rows, kernel.columns, kernel.divisor, self._bias)
        self.header.show_channel(self._channel)
        self.header.show_apart(kernel.has_channels)
        self._show_weights()
        self._fit()

    def _show_weights(self) -> None:
        """The part that a dragged weight changes."""
        kernel, key = self._kernel, library_key(self._kernel)
        plane = kernel.plane(self._plane())
        limit = float(np.abs(kernel.weights).max())
        self.grid.set_weights(plane, limit)
        if self._turned:
            self.area.turned.set_weights(plane, limit)
        if key != self._key:
            self._key = key
            self.header.kernels.show_key(key)
            self.favourites.set_current(key)
        self._show_facts()

    def _plane(self) -> int:
        """Which plane of the kernel is shown: it may have fewer than the picture has channels."""
        return min(self._channel, self._kernel.channels - 1) if self._kernel.has_channels else 0

    def _show_facts(self) -> None:
        """Of the plane on show, where each makes a map of its own."""
        kernel, channels = self._kernel, self._channels
        if kernel.has_channels and not self._summed:
            kernel, channels = Kernel(kernel.plane(self._plane()), kernel.divisor, kernel.name), 1
        reach = self._bias, self._low, self._high
        self.facts.show_kernel(kernel, *reach, channels=channels, summed=self._summed)

    def _fit(self) -> None:
        """At little height the favourites go first, then cells draw together; in a large card they grow."""
        low = self.height() < px(LOW)
        self._place_form(not low and self.grid.least_width() > self._width_beside())
        self.facts.setVisible(not low)
        self.form.set_low(low)
        room = self.height() - self._height_around()
        below = px(FAVOURITES_HEIGHT) + px(FAVOURITES_MARGIN)
        request = (
            1.0
            + min(max((self.width() - px(USUAL_WIDTH)) / (px(LARGE_WIDTH) - px(USUAL_WIDTH)), 0.0), 1.0)
            * MOST_GROWTH
        )
        scales = (request, 1.0, *((SMALL_CELLS,) if self._turned else ()))
        scale = next((one for one in scales if self._upper_height(one) + below <= room), 1.0)
        self.grid.set_scale(scale)
        self.area.refresh()
        shown = self._upper_height(scale) + below <= room
        self.favourites.setVisible(shown)
        self._line.setVisible(shown)
        self._row.setContentsMargins(px(INSET) - 3, px(FAVOURITES_MARGIN) if shown else 0, px(INSET) - 3, 0)

    def _place_form(self, below: bool) -> None:
        """Put the boxes of the size beside the weights, or below those that need all of the width."""
        if below == self._below:
            return
        self._below = below
        top = Qt.AlignmentFlag.AlignTop
        self._upper.addWidget(self.area, 0, 0, 1, 3 if below else 1, top)
        self._upper.addWidget(self.form, int(below), 0 if below else 1, 1, 3 if below else 1, top)
        self.form.setContentsMargins(0, 0 if below else RING + 1, 0, 0)  # level with the cells
        self.form.set_wide(below)

    def _width_beside(self) -> int:
        """How wide the weights can be with the boxes of their size beside them."""
        return self.width() - px(SizeForm.LEAST_WIDTH) - px(INSET - RING + 3) - 2 * px(INSET)

    def _upper_height(self, scale: float) -> int:
        self.grid.set_scale(scale)
        area, form = self.area.sizeHint().height(), self.form.sizeHint().height()
        return area + self._upper.verticalSpacing() + form if self._below else max(area, form + RING + 1)

    def _height_around(self) -> int:
        """The height of everything but the weights and the favourites."""
        facts = 0 if self.facts.isHidden() else self.facts.sizeHint().height()
        return px(theme.CARD_HEADER) + px(INSET) + px(6) + facts + px(8) + self.tools.height() + px(12)

    def _take(self, make: Callable[[], Kernel], merge_key: str = "") -> None:
        """Say the kernel that an edit makes, or why there is none: its numbers are beyond the limits."""
        try:
            kernel = make()
        except ValueError as error:
            self._show()
            self.notice.set_text(reason_text(error))
            self._fit()
            return
        self._say(kernel, merge_key)

    def _say(self, kernel: Kernel, merge_key: str = "") -> None:
        if kernel == self._kernel:
            return
        self.set_kernel(kernel)
        self.kernel_edited.emit(kernel, merge_key)

    def copy(self) -> None:
        """Put the weights on the clipboard, one row a line, as spreadsheets do."""
        QGuiApplication.clipboard().setText(self._kernel.to_text())
        self.copy_requested.emit()

    def paste(self) -> None:
        """Take weights from the clipboard, or say why its text is none."""
        cell = self.grid.cell()
        try:
            self._say(pasted(QGuiApplication.clipboard().text(), self._kernel, cell, self._plane()))
        except ValueError as error:
            text = self.tr("No kernel in the clipboard: {reason}")
            self.notice.set_text(text.format(reason=reason_text(error)))
            self._fit()

    def _across(self, cell: tuple[int, int] | None) -> tuple[int, int] | None:
        """The place in the window of a weight of the kernel, and the other way round."""
        if cell is None or not self._turned:
            return cell
        return self._kernel.rows - 1 - cell[0], self._kernel.columns - 1 - cell[1]

    def _weight_edited(self, row: int, column: int, value: float, merge_key: str) -> None:
        channel = self._plane() if self._kernel.has_channels else None
        key = f"{merge_key} {channel}" if merge_key and channel is not None else merge_key
        self._take(lambda: self._kernel.with_weight(row, column, value, channel), key)

    def _size_edited(self, rows: int, columns: int) -> None:
        """Cut off or add rims; while the focus stays, what was cut off comes back with its size."""
        kept = self._sized is not None and self._sized[1] == self._kernel
        first = self._sized[0] if kept and self._sized is not None else self._kernel
        kernel = first.resized(rows, columns)
        self._sized = (first, kernel)
        self._say(kernel, "kernel size")

    def _form_left(self) -> None:
        if not self.form.is_sizing():
            self._sized = None
        self.edit_finished.emit()

    def _divisor_edited(self, value: float) -> None:
        self._take(lambda: self._kernel.with_divisor(value), "divisor")

    def _bias_edited(self, value: float) -> None:
        self._bias = value
        self._show_facts()
        self.bias_edited.emit(value, "bias")

    def _tool_chosen(self, tool: str) -> None:
        if tool == "copy":
            self.copy()
        elif tool == "paste":
            self.paste()
        else:
            self._take(lambda: changed_by(tool, self._kernel, np.random.default_rng()))

    def _library_chosen(self, key: str) -> None:
        kernel = library(key)
        self._say(kernel.for_channels(self._kernel.channels) if self._kernel.has_channels else kernel)

    def _channel_clicked(self, channel: int) -> None:
        self.set_channel(channel)
        self.channel_chosen.emit(channel)

    def _apart_clicked(self, apart: bool) -> None:
        if apart:
            self._say(self._kernel.for_channels(self._channels))
        else:
            self._say(Kernel(self._kernel.plane(self._plane()), self._kernel.divisor, self._kernel.name))
