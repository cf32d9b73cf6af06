"""The panel "Why this number?": its header, its body, and the value that it takes apart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QStackedLayout, QWidget

from convviz.core.base.spacing import filled
from convviz.core.explain.trace import ConvolutionTrace, PoolingTrace
from convviz.views.base import theme
from convviz.views.base.boxes import in_column, in_row
from convviz.views.base.colours import ColourScale
from convviz.views.base.icons import IconButton
from convviz.views.base.numbers import figure, magnitude
from convviz.views.base.painted import Adaptive, Cell
from convviz.views.base.plain import PlainLabel, set_tip
from convviz.views.base.scale import px
from convviz.views.base.stylesheet import hairline
from convviz.views.base.texts import stage_name
from convviz.views.controls.choices import Segmented
from convviz.views.controls.pieces import ElidedLabel
from convviz.views.explain.charts import formula
from convviz.views.explain.title import SwitchTitle
from convviz.views.explain.why import content as why_content
from convviz.views.explain.why.body import WhyBody, WhyScroll
from convviz.views.explain.why.content import NOTHING_LEFT, Left, Scales

STAGES = ("convolution", "activation", "pooling")
SEGMENT_PAD = 9
ValueRange = ColourScale | tuple[float, float] | float | None
Place = tuple[str, Cell]
"""A stage and (row, column) on it."""


class WhyHeader(Adaptive, QWidget):
    """Announces the stage (`stage_chosen`) and the pin (`pin_toggled`)."""

    stage_chosen = Signal(str)
    pin_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(px(theme.CARD_HEADER))
        self.title, self.caption = SwitchTitle("why", self), ElidedLabel("caption", self)
        self.stages = Segmented(STAGES, self, small=True)
        self.pin = IconButton("pin", self, size=18)
        self.pin.setCheckable(True)
        parts = (self.title, (self.caption, 1), self.stages, self.pin)
        in_row(*parts, on=self, margins=(theme.GAP, 0, 8, 0))
        self.stages.chosen.connect(self.stage_chosen)
        self.pin.clicked.connect(self.pin_toggled)
        self.retranslate()

    def show_stages(self, current: str, present: Sequence[str]) -> None:
        """Press the segment of ``current``; stages that are not ``present`` cannot be chosen."""
        self.stages.setVisible(bool(present))
        self.pin.setVisible(bool(present))
        for stage in STAGES:
            self.stages.button(stage).setEnabled(stage in present)
        if present:
            self.stages.show_key(current)

    def retranslate(self) -> None:
        self.stages.set_texts([stage_name(stage) for stage in STAGES])
        self._widen()
        self.stages.setAccessibleName(self.tr("Stage"))
        self.pin.set_help(self.tr("Keep this place while the pointer moves on"))

    def _widen(self) -> None:
        """Give every stage's segment the width of its text in bold, so that none is ever cut."""
        bold = QFontMetrics(theme.font("caption-strong", self.font()))
        for stage in STAGES:
            button = self.stages.button(stage)
            button.setFont(theme.font("caption", self.font()))
            button.setFixedWidth(bold.horizontalAdvance(button.text()) + 2 * px(SEGMENT_PAD))


class WhyPanel(Adaptive, QFrame):
    """Shows where a value comes from, stage by stage.

    ``stage_chosen`` says which stage a person wants to look at (the panel shows it at once),
    ``pin_toggled`` that the place should stay, ``operand_pointed`` which cell of the window,
    (row, column), is pointed at, or None.
    """

    stage_chosen = Signal(str)
    pin_toggled = Signal(bool)
    operand_pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._convolution: ConvolutionTrace | None = None
        self._pooling: PoolingTrace | None = None
        self._scales = Scales(ColourScale(), ColourScale.signed(1.0))
        self._stage, self._channel, self._slope = "convolution", 0, 0.01
        self._place: Place | None = None
        self._left: Left = NOTHING_LEFT
        self.header, self.body, self._empty = WhyHeader(self), WhyBody(self), PlainLabel(self)
        self._empty.setProperty("role", "caption")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self.header.stage_chosen.connect(self._choose_stage)
        self.header.pin_toggled.connect(self.pin_toggled)
        self.body.pointed.connect(self._point)
        self._arrange()
        self.retranslate()

    def set_traces(
        self,
        convolution: ConvolutionTrace | None,
        pooling: PoolingTrace | None,
        *,
        place: Place | None = None,
        channel: int = 0,
        image_low: float = 0.0,
        image_high: float = 255.0,
        value_range: ValueRange = None,
        slope: float = 0.01,
        left: Left = NOTHING_LEFT,
    ) -> None:
        """Show how a value came about.

        ``convolution`` is the trace up to the activation, ``pooling`` that of the pooled cell it
        belongs to, if any. ``place`` is the stage and the cell that are asked about: a new one opens on
        its own stage, else the stage on view stays. ``channel`` is the colour channel whose window is shown;
        ``image_low`` and ``image_high`` are black and white of the picture; ``value_range`` is the
        range of the results' colours; ``slope`` is leaky ReLU's. ``left`` is what rounding left in stages
        whose values read 0.
        """
        self._convolution, self._pooling = convolution, pooling
        self._slope, self._left, self._channel = slope, left, channel
        if place != self._place:
            self._place = place
            self._stage = "convolution" if place is None or place[0] == "input" else place[0]
        self._scales = Scales(
            ColourScale.spanning(image_low, image_high), _value_scale(value_range, convolution, pooling)
        )
        self._show()

    def clear(self) -> None:
        """Nothing is pointed at: ask for it."""
        self._convolution = self._pooling = None
        self._show()

    def set_pinned(self, pinned: bool) -> None:
        """Show whether the place is pinned."""
        self.header.pin.setChecked(pinned)

    def set_stage(self, stage: str) -> None:
        """Show another stage of the same value."""
        self._stage = stage
        self._show()

    def set_operand(self, cell: Cell | None) -> None:
        """Light one cell of the window, e.g. the weight that is pointed at in the kernel."""
        self.body.grids.set_cell(cell if self.stage() == "convolution" else None)

    def stage(self) -> str:
        """The stage that is on view: the one asked for, or the nearest that exists."""
        present = self._present()
        return self._stage if self._stage in present else present[0] if present else ""

    def channel(self) -> int:
        """The colour channel whose window is on view."""
        return min(self._channel, max(self._channels() - 1, 0))

    def text(self) -> str:
        """Everything the panel says, as plain text."""
        return "\n".join([self.header.caption.text(), self.body.lines.text(), self.body.running.text()])

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Why this number?"))
        self._empty.setText(self.tr("Point at a value in any picture to see how it was made."))
        self._show()

    def _arrange(self) -> None:
        line = hairline(self)
        pages = QWidget(self)
        self._pages = QStackedLayout(pages)
        self.scroll_area = WhyScroll(self.body, pages)
        self._pages.addWidget(self.scroll_area)
        self._pages.addWidget(self._empty)
        in_column(self.header, line, (pages, 1), on=self, margins=(1, 1, 1, 1), spacing=0)

    def _choose_stage(self, stage: str) -> None:
        self.set_stage(stage)
        self.stage_chosen.emit(stage)

    def _point(self, cell: Cell | None) -> None:
        """Only the cells of a kernel's window are operands; those of a pool are not."""
        if cell is None or self.stage() == "convolution":
            self.operand_pointed.emit(cell)

    def _present(self) -> list[str]:
        """The stages that have something to show."""
        stages = []
        if self._convolution is not None:
            stages.append("convolution")
            if self._convolution.activation != "none":
                stages.append("activation")
        return stages + (["pooling"] if self._pooling is not None else [])

    def _channels(self) -> int:
        trace = self._convolution
        return trace.window.shape[2] if trace is not None and trace.window.ndim == 3 else 1

    def _show(self) -> None:
        stage = self.stage()
        self.header.show_stages(stage, self._present())
        self._pages.setCurrentWidget(self.scroll_area if stage else self._empty)
        if not stage:
            self.header.caption.set_texts("")
            self.setAccessibleDescription(self._empty.text())
            return
        self._show_caption(stage)
        self.body.set_content(self._content(stage), self._tip, plot=stage == "activation")
        self.setAccessibleDescription(self.text())

    def _content(self, stage: str) -> why_content.Content:
        trace = self._convolution
        left = {stage: self._left[stage]} if stage in self._left else NOTHING_LEFT
        if stage == "pooling" and self._pooling is not None:
            return why_content.pooling(self._pooling, self._scales, left)
        assert trace is not None
        if stage == "convolution":
            return why_content.convolution(trace, self._pooling, self._scales, self.channel(), left)
        reach = magnitude(self._scales.values.low, self._scales.values.high)
        self.body.plot.set_point(trace.activation, trace.before_activation, reach, self._slope)
        set_tip(self.body.plot, formula(trace.activation, self._slope))
        return why_content.activation(trace, self._pooling, self._scales, self._slope, left)

    def _show_caption(self, stage: str) -> None:
        if stage == "pooling" and self._pooling is not None:
            row, column, value = self._pooling.row, self._pooling.column, self._pooling.value
            places = why_content.value_decimals(self._pooling)
        else:
            trace = self._convolution
            assert trace is not None
            row, column, places = (
                trace.row,
                trace.column,
                why_content.value_places(trace, after=stage == "activation"),
            )
            value = trace.before_activation if stage == "convolution" else trace.value
        plain = full = figure(value, places)
        if stage in self._left:
            full = why_content.noise_text(self._left[stage])
        texts = [
            filled(self.tr("({row}, {column}) = {value}"), row=row, column=column, value=number)
            for number in dict.fromkeys((full, plain))
        ]
        text = filled(self.tr("{stage} {short}"), stage=stage_name(stage), short=texts[0])
        self.header.caption.set_texts(text, *texts, f"= {plain}", plain, "")

    def _tip(self, key: str, cell: Cell) -> str:
        if self.stage() == "pooling" and self._pooling is not None:
            return why_content.pooling_tip(self._pooling, key, cell)
        if self.stage() == "convolution" and self._convolution is not None:
            return why_content.convolution_tip(self._convolution, cell, self.channel())
        return ""


def _value_scale(
    given: ValueRange, convolution: ConvolutionTrace | None, pooling: PoolingTrace | None
) -> ColourScale:
    if isinstance(given, ColourScale):
        return given
    if isinstance(given, tuple):
        return ColourScale.spanning(*given)
    if given is not None:
        return ColourScale.signed(abs(given))
    values = [] if convolution is None else [convolution.before_activation, convolution.value]
    return ColourScale.signed(magnitude(values, [] if pooling is None else pooling.window))
