"""The question how large a picture is that is made from nothing, and of which values."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QWidget

from convviz.core.base.limits import LIMITS
from convviz.core.images.drawing import RANGES, new_picture
from convviz.core.images.image import Image
from convviz.views.base.boxes import in_column
from convviz.views.base.numbers import MINUS
from convviz.views.base.scale import px
from convviz.views.controls.choices import Choice
from convviz.views.controls.number_box import DecimalBox, NumberBox
from convviz.views.controls.refusing import Gate

SIDE = 9
"""Rows and columns to begin with: those of the X."""

WIDTH = 110


class NewPictureDialog(QDialog):
    """Asks for rows and columns, the range of the values, and the value that all pixels begin with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New picture"))
        low, high = LIMITS["picture side"].ends
        self.rows = NumberBox(low, high, self, width=WIDTH, value=SIDE)
        self.columns = NumberBox(low, high, self, width=WIDTH, value=SIDE)
        self.range = Choice([str(at) for at in range(len(RANGES))], self, width=WIDTH)
        self.range.set_texts(
            [self.tr("0 to 255 (bytes)"), self.tr("0 to 1"), self.tr("{minus}1 to 1, as in the X")]
        )
        self.range.setItemText(2, self.range.itemText(2).format(minus=MINUS))
        self.value = DecimalBox(0, 255, self, width=WIDTH)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        self.ok = self.buttons.button(standard.Ok)
        self.ok.setText(self.tr("Create"))
        form = QFormLayout()
        for title, part in (
            (self.tr("Rows"), self.rows),
            (self.tr("Columns"), self.columns),
            (self.tr("Values"), self.range),
            (self.tr("Every pixel begins as"), self.value),
        ):
            part.setAccessibleName(title)
            form.addRow(title, part)
        in_column(form, self.buttons, on=self, margins=(14, 14, 14, 12), spacing=12)
        self.setMinimumWidth(px(320))
        Gate(self.ok, self.rows, self.columns, self.value).passed.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.range.chosen.connect(self._on_range)
        self.rows.selectAll()

    def image(self) -> Image:
        """The picture as it is chosen now."""
        low, high = RANGES[int(self.range.key())]
        name = self.tr("New picture")
        return new_picture(self.rows.value(), self.columns.value(), low, high, self.value.value(), name)

    def _on_range(self, key: str) -> None:
        """Another range begins with its dark end."""
        low, high = RANGES[int(key)]
        self.value.setRange(low, high)
        self.value.show_value(low)
        self.value.setSingleStep(1 if high - low > 2 else 0.1)
