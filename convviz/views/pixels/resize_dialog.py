"""The question how large a picture is to be, and by which method."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QFormLayout, QWidget

from convviz.core.base.limits import LIMITS
from convviz.core.images.recipe import METHODS, Method, Resize
from convviz.views.base.boxes import in_column
from convviz.views.base.numbers import shape_text
from convviz.views.base.scale import px
from convviz.views.base.texts import method_name, reason_text
from convviz.views.controls.choices import Choice
from convviz.views.controls.number_box import NumberBox
from convviz.views.controls.pieces import role_label
from convviz.views.controls.refusing import Gate

WIDTH = 110


class ResizeDialog(QDialog):
    """Asks for rows, columns and a method; the proportions stay unless that is switched off."""

    def __init__(self, shape: tuple[int, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Resize"))
        self._shape = shape
        low, high = LIMITS["resized side"].ends
        self.rows = NumberBox(low, high, self, width=WIDTH, value=shape[0])
        self.columns = NumberBox(low, high, self, width=WIDTH, value=shape[1])
        self.locked = QCheckBox(self.tr("Keep the proportions"), self)
        self.locked.setChecked(True)
        self.method = Choice(METHODS, self, width=WIDTH)
        self.method.set_texts([method_name(method) for method in METHODS])
        self.method.show_key("box")
        self.note, self.result_label = role_label("caption", self, wraps=True), role_label("caption", self)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        self.ok = self.buttons.button(standard.Ok)
        self.ok.setText(self.tr("Resize"))
        form = QFormLayout()
        for title, part in ((self.tr("Rows"), self.rows), (self.tr("Columns"), self.columns)):
            part.setAccessibleName(title)
            form.addRow(title, part)
        form.addRow("", self.locked)
        form.addRow(self.tr("Method"), self.method)
        self.method.setAccessibleName(self.tr("Method"))
        parts = (form, self.note, self.result_label, self.buttons)
        in_column(*parts, on=self, margins=(14, 14, 14, 12), spacing=10)
        self.setMinimumWidth(px(360))
        Gate(self.ok, self.rows, self.columns).passed.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.rows.edited.connect(self._on_rows)
        self.columns.edited.connect(self._on_columns)
        self.locked.toggled.connect(self._on_locked)
        self.method.chosen.connect(self._tell)
        self.rows.selectAll()
        self._tell()

    def step(self) -> Resize:
        """What is chosen now; ValueError for more pixels than a picture may have."""
        return Resize(self.rows.value(), self.columns.value(), cast(Method, self.method.key()))

    def _on_rows(self, rows: int) -> None:
        if self.locked.isChecked():
            self.columns.show_value(self._held(rows * self._shape[1] / self._shape[0]))
        self._tell()

    def _on_columns(self, columns: int) -> None:
        if self.locked.isChecked():
            self.rows.show_value(self._held(columns * self._shape[0] / self._shape[1]))
        self._tell()

    def _on_locked(self, locked: bool) -> None:
        if locked:
            self._on_rows(self.rows.value())

    def _held(self, side: float) -> int:
        return int(LIMITS["resized side"].held(max(1, int(side + 0.5))))

    def _tell(self, _: object = None) -> None:
        self.note.setText(self._words())
        try:
            step = self.step()
        except ValueError as error:
            self.result_label.setText(reason_text(error))
            self.ok.setEnabled(False)
            return
        sizes = shape_text(self._shape), shape_text((step.rows, step.columns))
        self.result_label.setText(f"{sizes[0]} → {sizes[1]}")
        self.ok.setEnabled((step.rows, step.columns) != self._shape)

    def _words(self) -> str:
        """What the method does, in a sentence."""
        return {
            "nearest": self.tr("Each new pixel is a copy of the one that lies below its middle."),
            "box": self.tr("Each new pixel is the mean of the area that it covers."),
            "bilinear": self.tr("A weighted mean: neighbours count less the farther away they are."),
            "bicubic": self.tr("Cubic weights, some below 0: sharper, and edges may overshoot."),
            "lanczos": self.tr("Sinc weights over six pixels: sharpest, and edges may ring."),
        }[self.method.key()]


def ask_resize(parent: QWidget, shape: tuple[int, int]) -> Resize | None:
    """Ask for another size than (rows, columns); None where nothing was chosen."""
    dialog = ResizeDialog(shape, parent)
    chosen = dialog.exec() == QDialog.DialogCode.Accepted
    step = dialog.step() if chosen else None
    dialog.deleteLater()
    return step
