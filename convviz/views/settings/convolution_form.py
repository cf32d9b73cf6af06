"""The settings of the convolution stage: operation, padding, fill, stride, dilation."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz.core.base.limits import LIMITS
from convviz.core.sizes.numbers import MOST_PADDING
from convviz.core.sizes.settings import Amounts, PaddingRule, Settings
from convviz.views.base.numbers import TIMES, padding_text
from convviz.views.base.plain import set_tip
from convviz.views.base.scale import px
from convviz.views.controls.choices import Choice, Segmented
from convviz.views.controls.form import Form, FormRow
from convviz.views.controls.number_box import DecimalBox, NumberBox, PairBox, set_invalid
from convviz.views.controls.pieces import role_label

CUSTOM = "custom"
NUMBER = "number"
FILLS = ("zero", NUMBER, "mean", "reflect", "symmetric", "edge", "wrap")


def expected_amounts(settings: Settings) -> Amounts:
    """The padding a rule leads to as far as it does not depend on the picture's size.

    "same" is worked out for stride 1; the page that knows the picture shows the real one.
    """
    if not isinstance(settings.padding, str):
        return settings.padding
    reach = [d * (k - 1) for k, d in zip(settings.kernel.weights.shape[:2], settings.dilation, strict=True)]
    if settings.padding == "full":
        return ((reach[0], reach[0]), (reach[1], reach[1]))
    if settings.padding == "same":
        return ((reach[0] // 2, reach[0] - reach[0] // 2), (reach[1] // 2, reach[1] - reach[1] // 2))
    return ((0, 0), (0, 0))


class PaddingRows(QObject):
    """The rows "Padding" and, for sides that differ, "Top, bottom" and "Left, right"."""

    edited = Signal(object, str)
    """The new padding rule, and its merge key."""
    editing_finished = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = FormRow(parent, linkable=True)
        self.rule = Choice(("valid", "same", "full", CUSTOM), self.row, width=92)
        self.amount = NumberBox(*LIMITS["padding"].ends, self.row, width=79, value=0)
        self.row.add(self.rule, stretch=5)
        self.row.add(self.amount, stretch=3)
        self.vertical, self.top, self.bottom = self._side_row(parent)
        self.horizontal, self.left, self.right = self._side_row(parent)
        self.rule.chosen.connect(self._rule_chosen)
        self.amount.edited.connect(self._amount_edited)
        self.amount.editingFinished.connect(self.editing_finished)
        self._amounts: Amounts = ((0, 0), (0, 0))
        self._linked = True
        if self.row.apart is not None:
            self.row.apart.clicked.connect(self._apart_clicked)

    def rows(self) -> list[FormRow]:
        """The rows in their order."""
        return [self.row, self.vertical, self.horizontal]

    def retranslate(self) -> None:
        self.row.label.setText(self.tr("Padding"))
        self.rule.set_texts((self.tr("valid (none)"), self.tr("same"), self.tr("full"), self.tr("custom")))
        self.rule.setAccessibleName(self.tr("Padding"))
        self.amount.setAccessibleName(self.tr("Padding on every side"))
        self.vertical.label.setText(self.tr("Top, bottom"))
        self.horizontal.label.setText(self.tr("Left, right"))
        names = (self.tr("Top"), self.tr("Bottom"), self.tr("Left"), self.tr("Right"))
        for box, name in zip((self.top, self.bottom, self.left, self.right), names, strict=True):
            box.setAccessibleName(name)
            set_tip(box, name)
        if self.row.apart is not None:
            self.row.apart.set_help(self.tr("A number for each side"))
        self._show_tip()

    def show_rule(self, rule: PaddingRule, amounts: Amounts) -> None:
        """Show a rule and the amounts it comes to."""
        (top, bottom), (left, right) = self._amounts = amounts
        custom = not isinstance(rule, str)
        self.rule.show_key(CUSTOM if custom else str(rule))
        even = len({top, bottom, left, right}) == 1
        if custom and not even:
            self._linked = False
        uneven = "" if even else padding_text(amounts, TIMES)
        self.amount.show_value(max(top, bottom, left, right), uneven)
        self._show_tip()
        for box, value in ((self.top, top), (self.bottom, bottom), (self.left, left), (self.right, right)):
            box.show_value(value)
        self._show_sides(custom)

    def _show_tip(self) -> None:
        (top, bottom), (left, right) = self._amounts
        tip = self.tr("{top} above, {bottom} below, {left} on the left, {right} on the right")
        set_tip(self.amount, tip.format(top=top, bottom=bottom, left=left, right=right))

    def set_invalid(self, invalid: bool) -> None:
        """Frame the inputs in the colour of errors."""
        for box in (self.amount, self.top, self.bottom, self.left, self.right):
            set_invalid(box, invalid)

    def _side_row(self, parent: QWidget) -> tuple[FormRow, NumberBox, NumberBox]:
        row = FormRow(parent)
        boxes = [NumberBox(*LIMITS["padding"].ends, row, value=0) for _ in range(2)]
        row.add(*boxes)
        for box in boxes:
            box.edited.connect(self._side_edited)
            box.editingFinished.connect(self.editing_finished)
        row.hide()
        return row, boxes[0], boxes[1]

    def _show_sides(self, custom: bool) -> None:
        if self.row.apart is not None:
            self.row.apart.setVisible(custom)
            self.row.apart.setChecked(not self._linked)
        open_sides = custom and not self._linked
        self.amount.setVisible(not open_sides)
        self.vertical.setVisible(open_sides)
        self.horizontal.setVisible(open_sides)

    def _rule_chosen(self, key: str) -> None:
        # What "full" makes of large kernels and dilations may be more than can be asked for by number.
        vertical, horizontal = ((min(a, MOST_PADDING), min(b, MOST_PADDING)) for a, b in self._amounts)
        self.edited.emit((vertical, horizontal) if key == CUSTOM else key, "")

    def _amount_edited(self, value: int) -> None:
        self._linked = True  # else the boxes of the sides would take the place of the one that is typed into
        self.edited.emit(((value, value), (value, value)), "padding")

    def _side_edited(self, _: int) -> None:
        amounts = ((self.top.value(), self.bottom.value()), (self.left.value(), self.right.value()))
        self.edited.emit(amounts, "padding sides")

    def _apart_clicked(self, apart: bool) -> None:
        self._linked = not apart
        most = max(*self._amounts[0], *self._amounts[1])
        even: Amounts = ((most, most), (most, most))
        self._show_sides(True)
        if not apart and self._amounts != even:
            self.edited.emit(even, "")


class ConvolutionForm(Form):
    """How the kernel slides over the picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.operation_row = self.add_row(FormRow(self))
        self.operation = Segmented(("correlate", "convolve"), self)
        self.operation_row.add(self.operation)
        self.padding = PaddingRows(self)
        for row in self.padding.rows():
            self.add_row(row)
        self.fill_row = self.add_row(FormRow(self))
        self.fill = Choice(FILLS, self)
        self.fill_value = DecimalBox(LIMITS["fill"].low, LIMITS["fill"].high, self)
        self.fill_row.add(self.fill, stretch=5)
        self.fill_row.add(self.fill_value, stretch=3)
        self._build_strides()
        self._connect()
        self.retranslate()

    def _build_strides(self) -> None:
        self.stride_row = self.add_row(FormRow(self, linkable=True))
        self.dilation_row = self.add_row(FormRow(self))
        self.stride = PairBox(*LIMITS["stride"].ends, self)
        self.dilation = PairBox(*LIMITS["dilation"].ends, self)
        self.dilation_label = role_label("label", self)
        self.dilation_label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.stride_row.add(self.stride)
        self.dilation_row.add(self.dilation)
        self._linked = False
        self._arrange(linked=True)

    def _connect(self) -> None:
        self.operation.chosen.connect(self._operation_chosen)
        self.padding.edited.connect(self._padding_edited)
        self.fill.chosen.connect(self._fill_chosen)
        self.fill_value.edited.connect(self._fill_edited)
        self.stride.edited.connect(self._stride_edited)
        self.dilation.edited.connect(self._dilation_edited)
        if self.stride_row.apart is not None:
            self.stride_row.apart.clicked.connect(self._apart_clicked)
        self.padding.editing_finished.connect(self.edit_finished)
        self.stride.editing_finished.connect(self.edit_finished)
        self.dilation.editing_finished.connect(self.edit_finished)
        self.fill_value.editingFinished.connect(self.edit_finished)

    def retranslate(self) -> None:
        self.title.set_text(self.tr("Convolution"))
        self.operation_row.label.setText(self.tr("Operation"))
        self.operation.set_texts(
            (self.tr("Correlation"), self.tr("Convolution")),
            (
                self.tr("The kernel as it stands, as every deep-learning library computes it"),
                self.tr("The kernel turned by 180\u00b0 first, as mathematics defines it"),
            ),
        )
        self.padding.retranslate()
        self.fill_row.label.setText(self.tr("Fill with"))
        self.fill.setAccessibleName(self.tr("Fill the padding with"))
        self.fill.set_texts(
            (
                self.tr("zero"),
                self.tr("a number"),
                self.tr("mean"),
                self.tr("reflect"),
                self.tr("symmetric"),
                self.tr("edge"),
                self.tr("wrap"),
            )
        )
        self.fill_value.setAccessibleName(self.tr("Number the padding is filled with"))
        self.stride_row.label.setText(self.tr("Stride"))
        self.dilation_label.setText(self.tr("Dilation"))
        self.dilation_row.label.setText(self.tr("Dilation"))
        self.stride.set_names(self.tr("Stride of rows"), self.tr("Stride of columns"), self.tr("Stride"))
        self.dilation.set_names(
            self.tr("Dilation of rows"), self.tr("Dilation of columns"), self.tr("Dilation")
        )
        if self.stride_row.apart is not None:
            self.stride_row.apart.set_help(self.tr("Rows and columns apart"))

    def show_settings(self, settings: Settings) -> None:
        self.operation.show_key(settings.operation)
        self.show_padding(settings, expected_amounts(settings))
        number = not isinstance(settings.fill, str)
        self.fill.show_key(NUMBER if number else str(settings.fill))
        self.fill_value.setVisible(number)
        if number:
            self.fill_value.show_value(float(settings.fill))
        self.stride.show_value(settings.stride)
        self.dilation.show_value(settings.dilation)
        if self._linked and not (self.stride.is_linked() and self.dilation.is_linked()):
            self._arrange(linked=False)

    def show_padding(self, settings: Settings, amounts: Amounts) -> None:
        """Show the padding rule with the amounts it comes to on this picture."""
        self.padding.show_rule(settings.padding, amounts)

    def _arrange(self, linked: bool) -> None:
        """One row for stride and dilation while single numbers do; a row for each when not."""
        if linked == self._linked:
            return
        self._linked = linked
        home = self.stride_row if linked else self.dilation_row
        if linked:
            self.stride_row.controls.addSpacing(px(2))
            self.stride_row.controls.addWidget(self.dilation_label)
        home.add(self.dilation)
        self.dilation_label.setVisible(linked)
        self.dilation_row.setVisible(not linked)
        self.stride.set_linked(linked)
        self.dilation.set_linked(linked)
        if self.stride_row.apart is not None:
            self.stride_row.apart.setChecked(not linked)

    def _apart_clicked(self, apart: bool) -> None:
        self._arrange(linked=not apart)
        if not apart:
            self.announce({"stride": self.stride.value(), "dilation": self.dilation.value()})

    def _operation_chosen(self, key: str) -> None:
        self.announce({"operation": key})

    def _padding_edited(self, rule: object, merge_key: str) -> None:
        self.announce({"padding": rule}, merge_key)

    def _fill_chosen(self, key: str) -> None:
        self.announce({"fill": self.fill_value.value() if key == NUMBER else key})

    def _fill_edited(self, value: float) -> None:
        self.announce({"fill": value}, "fill")

    def _stride_edited(self, pair: object) -> None:
        self.announce({"stride": pair}, "stride")

    def _dilation_edited(self, pair: object) -> None:
        self.announce({"dilation": pair}, "dilation")
