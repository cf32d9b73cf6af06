"""The samples of the start page as small pictures, drawn beside the window's thread."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from convviz.core.images.image import Image, Pixels
from convviz.core.samples import pictures as examples
from convviz.core.samples.pictures import Sample
from convviz.document.background.latest_wins import Report, Worker
from convviz.views.base import colours, numbers, theme
from convviz.views.base.texts import sample_title
from convviz.views.window.samples import SampleEntry
from convviz.views.window.samples_popup import SamplesPopup
from convviz.views.window.start_page import StartPage

LARGEST_SIDE = 200  # pixels of a small picture: twice what it takes on the screen

TINY = 16  # pictures of a few cells use their own range: 10 beside 0 would be black beside black


class SamplePictures(QObject):
    """Tells the start page and the sheet of samples which there are, and hands them the pictures one by one.

    The window opens at once; the pictures are read in the background. `draw` again after the theme
    or the language changed.
    """

    def __init__(self, page: StartPage, popup: SamplesPopup) -> None:
        super().__init__(page)
        self._page = page
        self._shown: tuple[StartPage | SamplesPopup, ...] = (page, popup)
        self._small: dict[str, Image] = {}
        self._samples = examples.samples()
        self._waiting = list(self._samples)
        self.keys = [sample.key for sample in self._samples]
        self._worker = Worker(self)
        self._worker.finished.connect(self._on_finished)
        self.retranslate()

    def begin(self) -> None:
        """Start reading the pictures, if that has not begun."""
        samples, self._waiting = self._waiting, []
        for sample in samples:
            self._worker.start(partial(_read, sample))

    def close(self) -> None:
        """End the thread."""
        self._worker.close()

    def retranslate(self) -> None:
        """Name the samples in the language of the moment."""
        for owner in self._shown:
            owner.set_samples([_entry(sample) for sample in self._samples])

    def draw(self) -> None:
        """Draw all pictures in the colours of the theme."""
        for key, image in self._small.items():
            self._hand_over(key, image)

    def _on_finished(self, value: object, error: BaseException | None) -> None:
        if error is not None or not isinstance(value, tuple):
            return  # the tile stays grey; opening the sample will say why
        key, image = value
        self._small[key] = image
        self._hand_over(key, image)

    def _hand_over(self, key: str, image: Image) -> None:
        picture = _coloured(image, theme.tokens(self._page))
        for owner in self._shown:
            owner.set_sample_picture(key, picture)


def _entry(sample: Sample) -> SampleEntry:
    size = numbers.shape_text((sample.height, sample.width))
    return SampleEntry(sample.key, sample_title(sample.key), size)


def _read(sample: Sample, _: Report) -> tuple[str, Image]:
    if sample.on_demand:  # painting it in full takes a second
        width = LARGEST_SIDE * sample.width // sample.height
        return sample.key, Image(examples.panorama(width, LARGEST_SIDE))
    image = examples.load_sample(sample.key)
    return sample.key, replace(image, values=_averaged(image.values))


def _averaged(values: Pixels) -> Pixels:
    """Each square of pixels as their mean, so that fine print stays grey instead of flickering."""
    step = max(1, min(values.shape[:2]) // LARGEST_SIDE)
    rows, columns = values.shape[0] // step, values.shape[1] // step
    squares = values[: rows * step, : columns * step].reshape(rows, step, columns, step, -1)
    return squares.mean(axis=(1, 3)).reshape(rows, columns, *values.shape[2:])


def _coloured(image: Image, tokens: theme.Tokens) -> QImage:
    low, high = image.low, image.high
    if min(image.shape[:2]) <= TINY:
        low, high = float(image.values.min()), float(image.values.max())
    scale = colours.ColourScale.spanning(low, high)
    return colours.image(colours.words(image.values, scale, tokens, cells=scale.kind == "signed"))
