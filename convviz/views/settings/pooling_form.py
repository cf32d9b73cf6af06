"""The settings of the pooling stage: kind, window, stride, and what becomes of the rest."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QWidget

from convviz.core.sizes.settings import PoolSettings, Settings
from convviz.views.controls.choice import Choice
from convviz.views.controls.form_row import FormRow
from convviz.views.controls.pair_box import PairBox
from convviz.views.settings.form import Form


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
        self.window_size = PairBox(1, 99, self)
        self.stride = PairBox(1, 99, self)
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
        self.kind_row.label.setText(self.tr("Kind, size") if self._linked else self.tr("Kind"))
        self.size_row.label.setText(self.tr("Size"))
        self.stride_row.label.setText(self.tr("Stride"))
        self.rest_row.label.setText(self.tr("Rest"))
        self.kind.setAccessibleName(self.tr("Kind of pooling"))
        self.kind.set_texts((self.tr("none"), self.tr("max"), self.tr("average")))
        self.window_size.set_names(
            self.tr("Rows of a window"), self.tr("Columns of a window"), self.tr("Size of a window")
        )
        self.stride.set_names(self.tr("Stride of rows"), self.tr("Stride of columns"), self.tr("Stride"))
        self.rest.setAccessibleName(self.tr("What becomes of incomplete windows"))
        self.rest.setToolTip(
            self.tr("What becomes of windows that do not fit at the bottom and on the right")
        )
        self.rest.set_texts((self.tr("drop the rest"), self.tr("keep the rest"), self.tr("same")))
        self.count_padding.setText(self.tr("count padding"))
        self.count_padding.setToolTip(self.tr("Divide by the whole window even where part of it is padding"))
        if self.kind_row.apart is not None:
            self.kind_row.apart.set_help(self.tr("Rows and columns apart"))

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
        self.say({"pool": replace(self._pool, **changes)}, merge_key)  # type: ignore[arg-type]

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
