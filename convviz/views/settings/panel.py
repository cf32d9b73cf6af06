"""The stage settings as a card: convolution, activation, pooling, with errors beside their cause."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from convviz.core.kernels.kernel import Kernel
from convviz.core.sizes.settings import Amounts, Settings
from convviz.views.controls.form_row import LABEL_WIDTH, FormRow
from convviz.views.settings.activation_form import ActivationForm
from convviz.views.settings.convolution_form import ConvolutionForm
from convviz.views.settings.padding_rows import expected_amounts
from convviz.views.settings.pooling_form import PoolingForm

ROOMY = (8, 12, 4, 6, 20)
TIGHT = (5, 4, 2, 3, 17)
"""Margin above, between groups, under a title, between rows; height of a title."""


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
        self._scroll.setWidget(self._inner)  # while it is empty: whatever moves is styled anew
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
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(self._scroll)
        self.setMinimumWidth(260)
        self._fitted: tuple[bool, bool] | None = None
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
        """Set every text anew in the language of the moment."""
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
        width = max(LABEL_WIDTH, *(row.needed_label_width() for row in rows))
        for row in rows:
            row.set_label_width(width)

    def _fit(self) -> None:
        """Use the airy spacing where there is height for it, the tight one where there is not."""
        tight = self._height(ROOMY) > self.height() - 2
        scrolled = self._height(TIGHT) > self.height() - 2
        if (tight, scrolled) == self._fitted:
            return
        self._fitted = (tight, scrolled)
        top, between, under_title, between_rows, title = TIGHT if tight else ROOMY
        # The scroll bar stands in the margin: no control is cut off by it.
        self._column.setContentsMargins(8 if scrolled else 12, top, 0 if scrolled else 11, top)
        self._column.setSpacing(between)
        for form in self._forms():
            form.set_spacing(between_rows, under_title, title)

    def _height(self, spacing: tuple[int, int, int, int, int]) -> int:
        top, between, under_title, between_rows, title = spacing
        total = 2 * top + between * (len(self._forms()) - 1)
        for form in self._forms():
            rows = [row.sizeHint().height() for row in form.rows() if not row.isHidden()]
            total += title + under_title + sum(rows) + between_rows * (len(rows) - 1)
        return total
