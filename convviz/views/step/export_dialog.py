"""How a film is to be written: as what, how large, how fast, light or dark, and which part of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)

from convviz.core.base.visible import visible
from convviz.views.base.boxes import STRETCH, in_column, in_row
from convviz.views.base.numbers import TIMES, figure
from convviz.views.base.plain import PlainLabel
from convviz.views.base.scale import px
from convviz.views.base.stylesheet import inset_numbers, restyle
from convviz.views.controls.choices import Choice
from convviz.views.controls.number_box import NumberBox
from convviz.views.controls.pieces import role_label
from convviz.views.controls.refusing import Gate

KINDS = ("gif", "webp", "apng", "mp4", "frames", "png", "svg", "pdf")
SINGLE = ("png", "svg", "pdf")
ENDINGS = {kind: f".{kind}" for kind in KINDS} | {"apng": ".png", "frames": ""}


@dataclass(frozen=True)
class ExportRequest:
    """What was chosen. ``first`` and ``last`` count the film's cells from 1; ``path`` where it goes."""

    kind: str
    width: int
    speed: float
    dark: bool
    first: int
    last: int
    path: Path


class ExportDialog(QDialog):
    """Asks; ``export_requested(request)`` and ``cancel_requested()`` announce, the setters show the work."""

    export_requested = Signal(object)
    cancel_requested, options_changed = Signal(), Signal()

    def __init__(self, cells: int, widths: Sequence[int], speeds: Sequence[float], parent: QWidget) -> None:
        super().__init__(parent)
        self._cells = cells
        self._chosen: Path | None = None
        self._replace: Path | None = None
        self._busy, self._encoder = False, True
        self.kind = Choice(KINDS, self, width=220)
        self.width_choice = Choice([str(w) for w in widths], self, width=220)
        self.speed = Choice([str(s) for s in speeds], self, width=220)
        self.dark = QCheckBox(self)
        self.first, self.last = (NumberBox(1, max(1, cells), self, value=at) for at in (1, max(1, cells)))
        self.path = QLineEdit(self)
        self.path_button = QPushButton(self)
        self.estimate = role_label("caption", self)
        self.note = role_label("caption", self)
        self.note.setWordWrap(True)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.export_button = QPushButton(self)
        self.export_button.setProperty("primary", True)
        self.export_button.setDefault(True)
        self.close_button = QPushButton(self)
        self._speeds = tuple(speeds)
        self._widths = tuple(widths)
        self._build()
        self._connect()
        self.retranslate()
        self.set_progress(None)
        inset_numbers(self)

    def request(self) -> ExportRequest:
        """What is chosen at the moment."""
        first, last = sorted((self.first.value(), self.last.value()))
        return ExportRequest(
            self.kind.key(), int(self.width_choice.key()), float(self.speed.key()), self.dark.isChecked(),
            first, last, Path(self.path.text().strip()).expanduser(),
        )  # fmt: skip

    def set_request(self, request: ExportRequest) -> None:
        """Show choices, such as those of last time."""
        self.kind.show_key(request.kind)
        self.width_choice.show_key(str(request.width))
        self.speed.show_key(str(request.speed))
        self.dark.setChecked(request.dark)
        self.first.setValue(request.first)
        self.last.setValue(request.last)
        self.path.setText(str(request.path))
        self._on_changed()

    def set_estimate(self, pictures: int, seconds: float) -> None:
        """How many pictures the film will have, and how long it takes to watch."""
        text = self.tr("{n} pictures, {seconds} seconds")
        self.estimate.setText(text.format(n=figure(pictures), seconds=figure(seconds, 1)))

    def set_encoder(self, there: bool) -> None:
        """Say whether MP4 can be written; where not, the note under the choices says what it takes."""
        self._encoder = there
        self._enable()

    def set_progress(self, share: float | None) -> None:
        """How much is written, 0 to 1; None while nothing is being written."""
        self._busy = share is not None
        self.progress.setVisible(self._busy)
        self.progress.setValue(round((share or 0.0) * 1000))
        for part in self._parts:
            part.setEnabled(not self._busy)
        self._enable()
        self._name_buttons()

    def show_note(self, text: str, *, error: bool = False) -> None:
        """A sentence about the work."""
        self.note.setProperty("role", "error" if error else "caption")
        restyle(self.note)
        self.note.setText(text)

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(8))
        self.labels = {name: PlainLabel(self) for name in ("kind", "width", "speed", "range", "path")}
        self.to_label = PlainLabel(self)
        cells = in_row(self.first, self.to_label, self.last, STRETCH)
        place = in_row((self.path, 1), self.path_button)
        rows = (("kind", self.kind), ("width", self.width_choice), ("speed", self.speed))
        for row, (name, widget) in enumerate(rows):
            grid.addWidget(self.labels[name], row, 0)
            grid.addWidget(widget, row, 1)
            self.labels[name].setBuddy(widget)
        grid.addWidget(self.labels["range"], 3, 0)
        grid.addLayout(cells, 3, 1)
        grid.addWidget(self.dark, 4, 1)
        grid.addWidget(self.labels["path"], 5, 0)
        grid.addLayout(place, 5, 1)
        self.labels["path"].setBuddy(self.path)
        self.labels["range"].setBuddy(self.first)
        self._parts: tuple[QWidget, ...] = (
            self.kind, self.width_choice, self.speed, self.first, self.last, self.dark, self.path,
            self.path_button,
        )  # fmt: skip
        buttons = in_row((self.estimate, 1), self.close_button, self.export_button, spacing=-1)
        in_column(grid, self.note, self.progress, buttons, on=self, margins=(20, 18, 20, 16), spacing=12)
        self.setMinimumWidth(px(520))

    def _connect(self) -> None:
        self.kind.chosen.connect(self._on_kind)
        self.speed.chosen.connect(self._on_changed)
        self.width_choice.chosen.connect(self._on_changed)
        self.first.valueChanged.connect(self._on_changed)
        self.last.valueChanged.connect(self._on_changed)
        self.path.textChanged.connect(self._on_path)
        self.path_button.clicked.connect(self.choose_path)
        Gate(self.export_button, self.first, self.last).passed.connect(self._on_export)
        self.close_button.clicked.connect(self.reject)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Export film"))
        names = {
            "kind": self.tr("Write"),
            "width": self.tr("Width"),
            "speed": self.tr("Speed"),
            "range": self.tr("Steps"),
            "path": self.tr("To"),
        }
        for name, text in names.items():
            self.labels[name].setText(text)
        self.kind.set_texts(
            (
                self.tr("Film as animated GIF"),
                self.tr("Film as animated WebP"),
                self.tr("Film as animated PNG"),
                self.tr("Film as MP4"),
                self.tr("Film as numbered PNG pictures"),
                self.tr("This moment as PNG"),
                self.tr("This moment as SVG"),
                self.tr("This moment as PDF"),
            )
        )
        size = self.tr("{width} × {height} pixels")
        self.width_choice.set_texts([size.format(width=w, height=round(w * 9 / 16)) for w in self._widths])
        self.speed.set_texts([f"{s:g}{TIMES}" for s in self._speeds])
        self.dark.setText(self.tr("Dark"))
        self.to_label.setText(self.tr("to"))
        self.first.setAccessibleName(self.tr("First step"))
        self.last.setAccessibleName(self.tr("Last step"))
        self.path_button.setText(self.tr("Choose…"))
        self._name_buttons()

    def _name_buttons(self) -> None:
        self.export_button.setText(self.tr("Replace") if self._replace is not None else self.tr("Export"))
        self.close_button.setText(self.tr("Cancel") if self._busy else self.tr("Close"))

    def choose_path(self) -> None:
        """Ask for the file with the system's dialog."""
        request = self.request()
        if request.kind == "frames":
            title = self.tr("Folder for the pictures")
            path = QFileDialog.getExistingDirectory(self, title, str(request.path.parent))
        else:
            title, pattern = self.tr("Export film"), f"*{ENDINGS[request.kind]}"
            path, _ = QFileDialog.getSaveFileName(self, title, str(request.path), f"{pattern} ({pattern})")
        if path:
            self._chosen = Path(path)  # the system's dialog has asked about replacing it already
            self.path.setText(path)

    def _on_kind(self, kind: str) -> None:
        self.show_note("")
        path = Path(self.path.text())
        if path.suffix.lower() in (*ENDINGS.values(), "") and path.name:
            self.path.setText(str(path.with_suffix(ENDINGS[kind])))
        self._on_changed()

    def _on_changed(self) -> None:
        self._enable()
        self.options_changed.emit()

    def _on_path(self) -> None:
        self._replace = None
        self.show_note("")
        self._enable()
        self._name_buttons()

    def _enable(self) -> None:
        single = self.kind.key() in SINGLE
        for part in (self.speed, self.first, self.last):
            part.setEnabled(not single and not self._busy)
        vector = self.kind.key() in ("svg", "pdf")
        self.width_choice.setEnabled(not vector and not self._busy)
        possible = self.kind.key() != "mp4" or self._encoder
        self.export_button.setEnabled(possible and bool(self.path.text().strip()) and not self._busy)
        if not possible:
            self.show_note(self.tr("MP4 needs the Python package imageio-ffmpeg, which is not installed."))
        self.estimate.setVisible(not single)

    def _on_export(self) -> None:
        request = self.request()
        known = request.path in (self._chosen, self._replace)
        if request.kind != "frames" and request.path.exists() and not known:
            self._replace = request.path
            self._name_buttons()
            text = self.tr("{name} exists already. Press Replace to write over it.")
            self.show_note(text.format(name=visible(request.path.name)))
            return
        self._replace = None
        self.show_note("")
        self.export_requested.emit(request)

    def reject(self) -> None:
        """Cancel the work that is going on; without any, close."""
        if self._busy:
            self.cancel_requested.emit()
        else:
            super().reject()
