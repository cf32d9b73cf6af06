"""What the groups of the stage settings have in common: a title, rows, their spacing and their changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from convviz.core.sizes.settings import Settings
from convviz.views.base.boxes import in_row
from convviz.views.base.painted import Adaptive
from convviz.views.base.stylesheet import hairline
from convviz.views.controls.form_row import FormRow

HEIGHT = 20


class SectionTitle(QWidget):
    """A heading such as "Pooling" over the controls that belong to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel(self)
        self._label.setProperty("role", "heading")
        line = hairline(self)
        line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        in_row(
            self._label, (line, 1, Qt.AlignmentFlag.AlignVCenter), on=self, margins=(0, 0, 0, 0), spacing=15
        )
        self.setFixedHeight(HEIGHT)

    def text(self) -> str:
        """The name of the group."""
        return self._label.text()

    def set_text(self, text: str) -> None:
        """Name the group."""
        self._label.setText(text)


class Form(Adaptive, QWidget):
    """A titled group of rows that shows one part of the settings.

    ``changed`` carries the fields of `Settings` that a person changed, and the key under which
    changes of one gesture are merged ("" for a step of its own).
    """

    changed = Signal(object, str)
    edit_finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = SectionTitle(self)
        self._rows: list[FormRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._body = QVBoxLayout()
        self._column.addWidget(self.title)
        self._column.addLayout(self._body)

    def add_row(self, row: FormRow) -> FormRow:
        """Append a row."""
        self._rows.append(row)
        self._body.addWidget(row)
        return row

    def rows(self) -> list[FormRow]:
        """All rows, hidden ones too."""
        return list(self._rows)

    def set_spacing(self, gap: int, under_title: int, title_height: int) -> None:
        """Use ``gap`` pixels between rows, ``under_title`` under a title of ``title_height``."""
        self._body.setSpacing(gap)
        self._column.setSpacing(under_title)
        self.title.setFixedHeight(title_height)

    def show_settings(self, settings: Settings) -> None:
        """Show the part of ``settings`` that this group is about."""
        raise NotImplementedError

    def announce(self, changes: Mapping[str, Any], merge_key: str = "") -> None:
        """Announce what a person changed."""
        self.changed.emit(dict(changes), merge_key)
