"""The settings of the convolution stage: operation, padding, fill, stride, dilation."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from convviz.core.sizes.settings import Amounts, Settings
from convviz.views.controls.choice import Choice
from convviz.views.controls.form_row import FormRow
from convviz.views.controls.number_box import DecimalBox
from convviz.views.controls.pair_box import PairBox
from convviz.views.controls.segmented import Segmented
from convviz.views.settings.form import Form
from convviz.views.settings.padding_rows import PaddingRows, expected_amounts

NUMBER = "number"
FILLS = ("zero", NUMBER, "mean", "reflect", "symmetric", "edge", "wrap")


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
        self.fill_value = DecimalBox(-1e6, 1e6, self)
        self.fill_row.add(self.fill, stretch=5)
        self.fill_row.add(self.fill_value, stretch=3)
        self._build_strides()
        self._connect()
        self.retranslate()

    def _build_strides(self) -> None:
        self.stride_row = self.add_row(FormRow(self, linkable=True))
        self.dilation_row = self.add_row(FormRow(self))
        self.stride = PairBox(1, 99, self)
        self.dilation = PairBox(1, 99, self)
        self.dilation_label = QLabel(self)
        self.dilation_label.setProperty("role", "label")
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
            self.stride_row.controls.addSpacing(2)
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
            self.say({"stride": self.stride.value(), "dilation": self.dilation.value()})

    def _operation_chosen(self, key: str) -> None:
        self.say({"operation": key})

    def _padding_edited(self, rule: object, merge_key: str) -> None:
        self.say({"padding": rule}, merge_key)

    def _fill_chosen(self, key: str) -> None:
        self.say({"fill": self.fill_value.value() if key == NUMBER else key})

    def _fill_edited(self, value: float) -> None:
        self.say({"fill": value}, "fill")

    def _stride_edited(self, pair: object) -> None:
        self.say({"stride": pair}, "stride")

    def _dilation_edited(self, pair: object) -> None:
        self.say({"dilation": pair}, "dilation")
