"""What goes onto a slide or a page: which figure, as what, how large, on what; with a look at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QDialog, QFormLayout, QPushButton, QSizePolicy, QWidget

from convviz.film.figure.figures import Figure
from convviz.film.figure.look import BACKGROUNDS
from convviz.film.figure.write import FORMATS, pixels_of
from convviz.views.base import theme
from convviz.views.base.boxes import STRETCH, in_column, in_row
from convviz.views.base.numbers import TIMES, figure
from convviz.views.base.painted import Adaptive, Painted
from convviz.views.base.stylesheet import restyle
from convviz.views.controls.choices import Choice
from convviz.views.controls.pieces import role_label

SCALES = ("1", "2", "3", "4")
SQUARE = 8
"""Side of the squares that a missing background shows, in pixels."""


@dataclass(frozen=True)
class FigureChoice:
    """What was chosen: the figure's name, the kind of file, how many times its size, and the background.

    >>> FigureChoice.read(FigureChoice("chain", "pdf", 3, "dark").text)
    FigureChoice(name='chain', kind='pdf', scale=3, background='dark')
    >>> FigureChoice.read("chain tiff 9")
    FigureChoice(name='chain', kind='png', scale=2, background='light')
    """

    name: str = "chain"
    kind: str = "png"
    scale: int = 2
    background: str = "light"

    @property
    def text(self) -> str:
        """The choice as it is remembered."""
        return f"{self.name} {self.kind} {self.scale} {self.background}"

    @classmethod
    def read(cls, text: str) -> FigureChoice:
        """What `text` has written; whatever an edited file holds instead is the usual choice."""
        name, kind, scale, background = (*text.split(), "", "", "", "")[:4]
        if kind not in FORMATS or scale not in SCALES or background not in BACKGROUNDS:
            return cls()
        return cls(name, kind, int(scale), background)


class Preview(Painted):
    """A figure, as large as there is room for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure: Figure | None = None
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 200)

    def sizeHint(self) -> QSize:
        return QSize(560, 330)

    def set_figure(self, shown: Figure) -> None:
        """Show another figure."""
        self._figure, self._image = shown, QImage()
        self.update()

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        if self._figure is None:
            return
        size = self._figure.size
        scale = min(self.width() / size.width(), self.height() / size.height(), 1.0)
        area = QRectF(0, 0, size.width() * scale, size.height() * scale)
        area.moveCenter(QRectF(self.rect()).center())
        _paint_squares(painter, area, theme.LIGHT)  # paper
        ratio = self.devicePixelRatioF()
        wanted = QSize(round(area.width() * ratio), round(area.height() * ratio))
        if self._image.size() != wanted:
            self._image = _small(self._figure, wanted)
        painter.drawImage(area, self._image)
        painter.setPen(scheme.color("line"))
        painter.drawRect(area.adjusted(0, 0, -1, -1))


def _small(shown: Figure, size: QSize) -> QImage:
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(size.width() / shown.size.width(), size.height() / shown.size.height())
        shown.paint(painter)
    return image


def _paint_squares(painter: QPainter, area: QRectF, scheme: theme.Tokens) -> None:
    """What drawing programs put behind a picture through which one can see."""
    painter.save()
    painter.setClipRect(area)
    painter.fillRect(area, scheme.color("card"))
    for row in range(int(area.height() / SQUARE) + 1):
        for column in range(row % 2, int(area.width() / SQUARE) + 1, 2):
            place = QRectF(area.left() + column * SQUARE, area.top() + row * SQUARE, SQUARE, SQUARE)
            painter.fillRect(place, scheme.color("sunken"))
    painter.restore()


class FigureDialog(Adaptive, QDialog):
    """Asks; ``export_requested`` and ``copy_requested`` carry the choice, ``changed`` follows each of it.

    While a file is written Close is Cancel, and so is Esc: ``cancel_requested()``.
    """

    export_requested, copy_requested, changed = Signal(object), Signal(object), Signal(object)
    cancel_requested = Signal()

    def __init__(self, figures: Sequence[tuple[str, str]], choice: FigureChoice, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._titles = [title for _, title in figures]
        names = [name for name, _ in figures]
        self._figure: Figure | None = None
        self._busy = False
        self.name = Choice(names, self, width=220)
        self.kind = Choice(FORMATS, self, width=220)
        self.scale = Choice(SCALES, self, width=220)
        self.background = Choice(BACKGROUNDS, self, width=220)
        self.preview = Preview(self)
        self.note = role_label("caption", self)
        self.note.setWordWrap(True)
        self.copy_button, self.close_button = QPushButton(self), QPushButton(self)
        self.export_button = QPushButton(self)
        self.export_button.setProperty("primary", True)
        self.export_button.setDefault(True)
        self._arrange()
        self.resize(960, 470)
        self.retranslate()
        self.name.show_key(choice.name if choice.name in names else names[0])
        self.kind.show_key(choice.kind)
        self.scale.show_key(str(choice.scale))
        self.background.show_key(choice.background)
        for box in (self.name, self.kind, self.scale, self.background):
            box.currentIndexChanged.connect(self._on_changed)
        self.export_button.clicked.connect(self._on_export)
        self.copy_button.clicked.connect(self._on_copy)
        self.close_button.clicked.connect(self.reject)
        self._enable()

    def choice(self) -> FigureChoice:
        """What is chosen at the moment."""
        return FigureChoice(self.name.key(), self.kind.key(), int(self.scale.key()), self.background.key())

    def set_figure(self, shown: Figure) -> None:
        """Show what would be written, and how large it is in pixels."""
        self._figure = shown
        self.preview.set_figure(shown)
        self._name_sizes()

    def set_busy(self, busy: bool) -> None:
        """Whether a file is being written: nothing else is begun meanwhile."""
        for part in (self.name, self.background, self.kind, self.export_button, self.copy_button):
            part.setEnabled(not busy)
        self._busy = busy
        self._enable()
        self._name_close()
        if busy:
            self.show_note(self.tr("Writing…"))

    def show_note(self, text: str, *, error: bool = False) -> None:
        """A sentence about the work."""
        self.note.setProperty("role", "error" if error else "caption")
        restyle(self.note)
        self.note.setText(text)

    def retranslate(self) -> None:
        """Set all texts in the language of the moment."""
        self.setWindowTitle(self.tr("Export for slides and print"))
        labels = (self.tr("Picture"), self.tr("Format"), self.tr("Size"), self.tr("Background"))
        for box, text in zip((self.name, self.kind, self.scale, self.background), labels, strict=True):
            self._form.labelForField(box).setText(text)  # type: ignore[attr-defined]
            box.setAccessibleName(text)
        self.name.set_texts(self._titles)
        self.kind.set_texts(
            (
                self.tr("PNG, pixels"),
                self.tr("SVG, stays sharp, numbers are text"),
                self.tr("PDF, stays sharp, numbers are text"),
            )
        )
        self.background.set_texts(
            (self.tr("White"), self.tr("Dark"), self.tr("None: what is behind it shows"))
        )
        self.preview.setAccessibleName(self.tr("Preview"))
        self.copy_button.setText(self.tr("Copy"))
        self.export_button.setText(self.tr("Export…"))
        self._name_close()
        self._name_sizes()

    def _arrange(self) -> None:
        self._form = QFormLayout()
        self._form.setVerticalSpacing(8)
        self._form.setHorizontalSpacing(12)
        for box in (self.name, self.kind, self.scale, self.background):
            self._form.addRow(" ", box)
        left = in_column(self._form, self.note, STRETCH, spacing=12)
        buttons = in_row(self.copy_button, STRETCH, self.close_button, self.export_button)
        in_column(
            (in_row(left, (self.preview, 1), spacing=20), 1),
            buttons,
            on=self,
            margins=(20, 18, 20, 16),
            spacing=16,
        )

    def _name_sizes(self) -> None:
        texts = []
        for key in SCALES:
            text = f"{key}{TIMES}"
            if self._figure is not None:
                wide, high = pixels_of(self._figure, int(key))
                sizes = {"scale": text, "width": figure(wide), "height": figure(high)}
                text = self.tr("{scale}: {width} × {height} pixels").format(**sizes)
            texts.append(text)
        self.scale.set_texts(texts)

    def _enable(self) -> None:
        self.scale.setEnabled(self.kind.key() == "png" and not self._busy)

    def _name_close(self) -> None:
        self.close_button.setText(self.tr("Cancel") if self._busy else self.tr("Close"))

    def reject(self) -> None:
        """Cancel the work that is going on; without any, close."""
        if self._busy:
            self.cancel_requested.emit()
        else:
            super().reject()

    def _on_changed(self, _: int) -> None:
        self._enable()
        self.show_note("")
        self.changed.emit(self.choice())

    def _on_export(self) -> None:
        self.export_requested.emit(self.choice())

    def _on_copy(self) -> None:
        self.copy_requested.emit(self.choice())
