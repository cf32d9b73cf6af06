"""The stage settings as a card: convolution, activation, pooling, with errors beside their cause."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from convviz.core.base.limits import LIMITS
from convviz.core.kernels.kernel import Kernel
from convviz.core.sizes.settings import Amounts, PoolSettings, Settings
from convviz.views.base.boxes import in_column
from convviz.views.base.plain import set_tip
from convviz.views.base.scale import px
from convviz.views.controls.choices import Choice
from convviz.views.controls.form import LABEL_WIDTH, Form, FormRow
from convviz.views.controls.number_box import DecimalBox, PairBox
from convviz.views.settings.convolution_form import ConvolutionForm, expected_amounts

FUNCTIONS = ("none", "relu", "leaky_relu", "sigmoid", "tanh", "absolute")
ROOMY = (8, 12, 4, 6, 20)
TIGHT = (5, 4, 2, 3, 17)
LOW = (2, 1, 0, 1, 0)
"""Margin above, between groups, under a title, between rows; height of a title, 0 for none."""


class ActivationForm(Form):
    """What is done to every value on its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = self.add_row(FormRow(self))
        self.function = Choice(FUNCTIONS, self)
        self.slope = DecimalBox(LIMITS["slope"].low, LIMITS["slope"].high, self, value=0.01)
        self.slope.setSingleStep(0.05)
        self.row.add(self.function, stretch=5)
        self.row.add(self.slope, stretch=3)
        self.function.chosen.connect(self._function_chosen)
        self.slope.edited.connect(self._slope_edited)
        self.slope.editingFinished.connect(self.edit_finished)
        self.retranslate()

    def retranslate(self) -> None:
        self.title.set_text(self.tr("Activation"))
        self.row.label.setText(self.tr("Function"))
        self.function.setAccessibleName(self.tr("Activation function"))
        self.function.set_texts(
            (
                self.tr("none"),
                self.tr("ReLU"),
                self.tr("leaky ReLU"),
                self.tr("sigmoid"),
                self.tr("tanh"),
                self.tr("absolute value"),
            )
        )
        set_tip(self.slope, self.tr("Slope below zero"))
        self.slope.setAccessibleName(self.tr("Slope below zero"))

    def show_settings(self, settings: Settings) -> None:
        self.function.show_key(settings.activation)
        self.slope.show_value(settings.slope)
        self.slope.setVisible(settings.activation == "leaky_relu")

    def _function_chosen(self, key: str) -> None:
        self.announce({"activation": key})

    def _slope_edited(self, value: float) -> None:
        self.announce({"slope": value}, "slope")


class PoolingForm(Form):
    """How neighbouring values are gathered into one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pool = PoolSettings()
        self.kind_row = self.add_row(FormRow(self, linkable=True))
        self.size_row = self.add_row(FormRow(self))
        self.stride_row = self.add_row(FormRow(self))
        self.rest_row = self.add_row(FormRow(self))
        self.count_row = self.add_row(FormRow(self))
        self.kind = Choice(("none", "max", "average"), self)
        self.window_size = PairBox(*LIMITS["pool size"].ends, self)
        self.stride = PairBox(*LIMITS["pool stride"].ends, self)
        self.rest = Choice(("floor", "ceil", "same"), self)
        self.count_padding = QCheckBox(self)
        self.kind_row.add(self.kind, stretch=5)
        self.size_row.add(self.window_size)
        self.stride_row.add(self.stride, stretch=4)
        self.rest_row.add(self.rest, stretch=5)
        self.count_row.controls.addWidget(self.count_padding)
        self._linked = False
        self._arrange(linked=True)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.kind.chosen.connect(self._kind_chosen)
        self.window_size.edited.connect(self._size_edited)
        self.stride.edited.connect(self._stride_edited)
        self.rest.chosen.connect(self._rest_chosen)
        self.count_padding.clicked.connect(self._count_clicked)
        self.window_size.editing_finished.connect(self.edit_finished)
        self.stride.editing_finished.connect(self.edit_finished)
        if self.kind_row.apart is not None:
            self.kind_row.apart.clicked.connect(self._apart_clicked)

    def retranslate(self) -> None:
        self.title.set_text(self.tr("Pooling"))
        kinds = self.tr("Kind, size") if self._linked else self.tr("Kind")
        untitled = self.title.isHidden()
        self.kind_row.label.setText(self.tr("Pooling") if untitled else kinds)
        self.size_row.label.setText(self.tr("Size"))
        self.stride_row.label.setText(self.tr("Its stride") if untitled else self.tr("Stride"))
        self.rest_row.label.setText(self.tr("Rest"))
        self.kind.setAccessibleName(self.tr("Kind of pooling"))
        self.kind.set_texts((self.tr("none"), self.tr("max"), self.tr("average")))
        self.window_size.set_names(
            self.tr("Rows of a window"), self.tr("Columns of a window"), self.tr("Size of a window")
        )
        self.stride.set_names(self.tr("Stride of rows"), self.tr("Stride of columns"), self.tr("Stride"))
        self.rest.setAccessibleName(self.tr("What becomes of incomplete windows"))
        set_tip(self.rest, self.tr("What becomes of windows that do not fit at the bottom and on the right"))
        self.rest.set_texts((self.tr("drop the rest"), self.tr("keep the rest"), self.tr("same")))
        self.count_padding.setText(self.tr("count padding"))
        set_tip(self.count_padding, self.tr("Divide by the whole window even where part of it is padding"))
        if self.kind_row.apart is not None:
            self.kind_row.apart.set_help(self.tr("Rows and columns apart"))

    def set_spacing(self, gap: int, under_title: int, title_height: int) -> None:
        super().set_spacing(gap, under_title, title_height)
        self.retranslate()  # without a title the labels say what they are about

    def show_settings(self, settings: Settings) -> None:
        pool = self._pool = settings.pool
        self.kind.show_key(pool.kind)
        self.window_size.show_value(pool.size)
        self.stride.show_value(pool.stride)
        if self._linked and not (self.window_size.is_linked() and self.stride.is_linked()):
            self._arrange(linked=False)
        self.rest.show_key("same" if pool.padding == "same" else "ceil" if pool.ceil else "floor")
        on = pool.kind != "none"
        for widget in (self.window_size, self.stride, self.rest):
            widget.setEnabled(on)
        self.count_row.setVisible(pool.kind == "average" and pool.padding != "valid")
        self.count_padding.setChecked(pool.count_padding)

    def _arrange(self, linked: bool) -> None:
        """Two rows while single numbers do; a row for each part when rows and columns differ."""
        if linked == self._linked:
            return
        self._linked = linked
        (self.kind_row if linked else self.size_row).add(self.window_size, stretch=3)
        (self.stride_row if linked else self.rest_row).add(self.rest, stretch=7)
        self.size_row.setVisible(not linked)
        self.rest_row.setVisible(not linked)
        self.window_size.set_linked(linked)
        self.stride.set_linked(linked)
        if self.kind_row.apart is not None:
            self.kind_row.apart.setChecked(not linked)
        self.retranslate()

    def _apart_clicked(self, apart: bool) -> None:
        self._arrange(linked=not apart)
        if not apart:
            self._say("", size=self.window_size.value(), stride=self.stride.value())

    def _say(self, merge_key: str, **changes: object) -> None:
        self.announce({"pool": replace(self._pool, **changes)}, merge_key)  # type: ignore[arg-type]

    def _kind_chosen(self, key: str) -> None:
        self._say("", kind=key)

    def _size_edited(self, pair: object) -> None:
        self._say("pool size", size=pair)

    def _stride_edited(self, pair: object) -> None:
        self._say("pool stride", stride=pair)

    def _rest_chosen(self, key: str) -> None:
        explicit = self._pool.padding not in ("valid", "same")
        padding = "same" if key == "same" else self._pool.padding if explicit else "valid"
        self._say("", padding=padding, ceil=key == "ceil")

    def _count_clicked(self, on: bool) -> None:
        self._say("", count_padding=on)


class SettingsPanel(QFrame):
    """Every setting of the chain except the kernel, in one form.

    ``settings_edited`` carries the whole new `Settings` and the key under which the changes of
    one gesture are merged; ``edit_finished`` says that such a gesture is over.
    """

    settings_edited = Signal(object, str)
    edit_finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._settings = Settings(Kernel([[1.0]]))
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setStyleSheet("QScrollArea { background: transparent; border: none; }")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inner = QWidget()
        self._inner.setProperty("transparent", True)
        self._scroll.setWidget(self._inner)  # while it is empty: whatever moves is styled again
        self.convolution = ConvolutionForm(self._inner)
        self.activation = ActivationForm(self._inner)
        self.pooling = PoolingForm(self._inner)
        self._column = QVBoxLayout(self._inner)
        for form in self._forms():
            self._column.addWidget(form)
            form.changed.connect(self._changed)
            form.edit_finished.connect(self.edit_finished)
        self._column.addStretch(1)
        self._inner.installEventFilter(self)
        in_column(self._scroll, on=self, margins=(1, 1, 1, 1))
        self.setMinimumWidth(px(260))
        self._fitted: tuple[tuple[int, ...], bool] | None = None
        self._fit()
        self.retranslate()
        self._show()

    def set_settings(self, settings: Settings) -> None:
        """Show ``settings``; nothing is announced."""
        old, self._settings = self._settings, settings
        if settings.frame() != old.frame():
            self._show()

    def _show(self) -> None:
        for form in self._forms():
            form.show_settings(self._settings)

    def set_padding_amounts(self, amounts: Amounts | None) -> None:
        """Show what the padding rule comes to on this picture: ((top, bottom), (left, right)).

        None stands for what the rule itself says, where there is no picture that it fits.
        """
        self.convolution.show_padding(self._settings, amounts or expected_amounts(self._settings))

    def set_error(self, field: str, text: str) -> None:
        """Say what is wrong under its control: "kernel", "padding", "stride", "dilation" or "pool"."""
        self._row(field).error.set_text(text)
        self._mark(field, bool(text))

    def mark(self, field: str) -> None:
        """Frame a control in the colour of errors; the sentence stands elsewhere."""
        self._mark(field, True)

    def clear_errors(self) -> None:
        """Take every error away."""
        for field in ("kernel", "padding", "stride", "dilation", "pool"):
            self.set_error(field, "")

    def focus_field(self, name: str) -> None:
        """Move the focus to "padding", "kernel", "stride", "dilation", "activation" or "pooling"."""
        targets: dict[str, QWidget] = {
            "padding": self.convolution.padding.rule,
            "kernel": self.convolution.operation.button(self.convolution.operation.key()),
            "stride": self.convolution.stride.rows,
            "dilation": self.convolution.dilation.rows,
            "activation": self.activation.function,
            "pooling": self.pooling.kind,
        }
        target = targets[name]
        self._scroll.ensureWidgetVisible(target)
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Stage settings"))
        self._align_labels()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._inner and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _forms(self) -> tuple[ConvolutionForm, ActivationForm, PoolingForm]:
        return (self.convolution, self.activation, self.pooling)

    def _changed(self, changes: object, merge_key: str) -> None:
        settings = replace(self._settings, **changes)  # type: ignore[arg-type]
        if settings == self._settings:
            return
        self.set_settings(settings)
        self.settings_edited.emit(settings, merge_key)

    def _row(self, field: str) -> FormRow:
        form = self.convolution
        dilation = form.stride_row if form.dilation_row.isHidden() else form.dilation_row
        return {
            "kernel": form.operation_row,
            "padding": form.padding.row,
            "stride": form.stride_row,
            "dilation": dilation,
            "pool": self.pooling.kind_row,
        }[field]

    def _mark(self, field: str, invalid: bool) -> None:
        if field == "padding":
            self.convolution.padding.set_invalid(invalid)
        elif field in ("stride", "dilation"):
            getattr(self.convolution, field).set_invalid(invalid)
        elif field == "pool":
            self.pooling.window_size.set_invalid(invalid)

    def _align_labels(self) -> None:
        rows = [row for form in self._forms() for row in form.rows()]
        width = max(px(LABEL_WIDTH), *(row.needed_label_width() for row in rows))
        for row in rows:
            row.set_label_width(width)

    def _fit(self) -> None:
        """Use the airiest spacing that there is height for; the lowest room has no titles, and may scroll."""
        room = self.height() - 2
        spacing = next((one for one in (px(ROOMY), px(TIGHT), px(LOW)) if self._height(one) <= room), px(LOW))
        scrolled = self._height(spacing) > room
        if (spacing, scrolled) == self._fitted:
            return
        self._fitted = (spacing, scrolled)
        top, between, under_title, between_rows, title = spacing
        # The scroll bar stands in the margin: no control is cut off by it.
        self._column.setContentsMargins(px(8) if scrolled else px(12), top, 0 if scrolled else px(11), top)
        self._column.setSpacing(between)
        for form in self._forms():
            form.set_spacing(between_rows, under_title, title)

    def _height(self, spacing: tuple[int, ...]) -> int:
        top, between, under_title, between_rows, title = spacing
        total = 2 * top + between * (len(self._forms()) - 1)
        for form in self._forms():
            rows = [row.sizeHint().height() for row in form.rows() if not row.isHidden()]
            total += title + under_title + sum(rows) + between_rows * (len(rows) - 1)
        return total
