"""The question which part of a picture is kept: a rectangle that is dragged, or rows and columns typed."""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QWidget

from convviz.core.film.moments import Region
from convviz.core.images.recipe import Crop
from convviz.views.base.boxes import in_column
from convviz.views.base.colours import ColourScale
from convviz.views.base.numbers import shape_text
from convviz.views.base.painted import ENTER_KEYS
from convviz.views.base.plain import PlainLabel
from convviz.views.base.scale import px
from convviz.views.controls.number_box import NumberBox
from convviz.views.controls.pieces import role_label
from convviz.views.controls.refusing import Gate
from convviz.views.pixels.region_picker import RegionPicker


class CropPicker(RegionPicker):
    """The picture with the part that is kept; a drag draws another one of any size."""

    most, least = None, 1

    def sizeHint(self) -> QSize:
        return QSize(px(440), px(320))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc are the dialog's."""
        if Qt.Key(event.key()) in (Qt.Key.Key_Escape, *ENTER_KEYS):
            QWidget.keyPressEvent(self, event)
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("The part of the picture that is kept"))
        self._caption = self.tr("Drag a rectangle; arrow keys move it")
        self.update()


class CropDialog(QDialog):
    """Asks for the rows and columns that stay; counted from 0, both ends included."""

    def __init__(self, values: NDArray[Any], scale: ColourScale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Crop"))
        self._shape = values.shape[:2]
        rows, columns = self._shape
        self.picker = CropPicker(self)
        self.picker.set_picture(values, scale)
        self.picker.set_region(Region(0, 0, rows, columns))
        self.picker.setMinimumSize(px(240), px(160))
        self.top, self.bottom = self._box(0, rows), self._box(rows - 1, rows)
        self.left, self.right = self._box(0, columns), self._box(columns - 1, columns)
        self.size_label = role_label("caption", self)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        self.ok = self.buttons.button(standard.Ok)
        self.ok.setText(self.tr("Crop"))
        boxes = (self.top, self.bottom, self.left, self.right)
        Gate(self.ok, *boxes).passed.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        in_column(
            (self.picker, 1), self._form(), self.size_label, self.buttons, on=self, margins=(14, 14, 14, 12)
        )
        self.picker.region_chosen.connect(self._on_region)
        for box in boxes:
            box.edited.connect(self._on_typed)
        self._tell()
        self.resize(self.sizeHint().boundedTo(self.screen().availableSize() * 0.9))

    def crop(self) -> Crop:
        """The part that is chosen now."""
        top, left = self.top.value(), self.left.value()
        return Crop(top, left, self.bottom.value() - top + 1, self.right.value() - left + 1)

    def _box(self, value: int, count: int) -> NumberBox:
        return NumberBox(0, count - 1, self, width=84, value=value)

    def _form(self) -> QGridLayout:
        form = QGridLayout()
        form.setHorizontalSpacing(px(8))
        form.setVerticalSpacing(px(6))
        names = (
            (self.tr("Rows"), self.tr("First row"), self.tr("Last row"), self.top, self.bottom),
            (self.tr("Columns"), self.tr("First column"), self.tr("Last column"), self.left, self.right),
        )
        for at, (title, first_name, last_name, first, last) in enumerate(names):
            first.setAccessibleName(first_name)
            last.setAccessibleName(last_name)
            parts = (PlainLabel(self, title), first, PlainLabel(self, self.tr("to", "first to last")), last)
            for column, part in enumerate(parts):
                form.addWidget(part, at, column)
        form.setColumnStretch(4, 1)
        return form

    def _on_region(self, region: Region) -> None:
        self.top.show_value(region.row)
        self.bottom.show_value(region.row + region.rows - 1)
        self.left.show_value(region.column)
        self.right.show_value(region.column + region.columns - 1)
        self._tell()

    def _on_typed(self, _: int) -> None:
        """The end that was not typed goes along where they would cross."""
        for first, last in ((self.top, self.bottom), (self.left, self.right)):
            if first.value() > last.value():
                other = first if self.sender() is last else last
                other.show_value(self.sender().value())  # type: ignore[attr-defined]
        chosen = self.crop()
        self.picker.set_region(Region(chosen.top, chosen.left, chosen.rows, chosen.columns))
        self._tell()

    def _tell(self) -> None:
        chosen = self.crop()
        text = self.tr("{size} of {whole} pixels, counted from 0")
        sizes = {"size": shape_text((chosen.rows, chosen.columns)), "whole": shape_text(self._shape)}
        self.size_label.setText(text.format(**sizes))
        self.ok.setEnabled((chosen.rows, chosen.columns) != self._shape)


def ask_crop(parent: QWidget, values: NDArray[Any], scale: ColourScale) -> Crop | None:
    """Ask which part of the picture (H, W) or (H, W, 3) stays; None where nothing was chosen."""
    dialog = CropDialog(values, scale, parent)
    chosen = dialog.exec() == QDialog.DialogCode.Accepted
    crop = dialog.crop()
    dialog.deleteLater()
    return crop if chosen else None
