"""Writing a film, or one moment of it, to files: whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Literal, TypeAlias

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPoint, QRect
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from convviz.core.base.files import atomic_write
from convviz.core.base.limits import LIMITS
from convviz.core.base.translatable import TranslatableError, translatable
from convviz.core.film.moments import Film
from convviz.core.film.timing import Shot, shots
from convviz.core.film.writers import Pixels, Timed, palette_of, write_apng, write_gif, write_mp4, write_webp
from convviz.core.stages.pipeline import Cancelled
from convviz.film.sheet import SHEET, Frames, Sheet, height_for
from convviz.views.base.scale import unscaled

FilmFormat: TypeAlias = Literal["gif", "webp", "apng", "mp4", "frames"]
FORMATS: tuple[FilmFormat, ...] = ("gif", "webp", "apng", "mp4", "frames")
ENDINGS: dict[str, FilmFormat] = {
    ".gif": "gif",
    ".webp": "webp",
    ".png": "apng",
    ".apng": "apng",
    ".mp4": "mp4",
    "": "frames",
}
WIDTHS = (640, 960, 1280, 1920)
POINTS = 0.75
"""Points of a PDF page for a unit of the sheet."""

MOST_PICTURES = LIMITS["film pictures"].ends[1]

SAMPLES = 8
"""How many pictures a GIF's 256 colours are chosen from."""


@dataclass(frozen=True)
class FilmOptions:
    """How a film is written: moments ``first`` to ``last`` (None: to the end), in ``width`` pixels."""

    kind: FilmFormat = "gif"
    width: int = 960
    speed: float = 1.0
    first: int = 0
    last: int | None = None


def film_format(path: Path) -> FilmFormat:
    """Which kind of file a name asks for: by its ending; a name without one is a folder of frames.

    >>> film_format(Path("film.gif")), film_format(Path("frames"))
    ('gif', 'frames')
    """
    kind = ENDINGS.get(path.suffix.lower())
    if kind is None:
        raise ValueError(f"{path.name} is no .gif, .webp, .png or .mp4, and no folder")
    return kind


def shots_of(film: Film, options: FilmOptions) -> list[Shot]:
    """The pictures that `export_film` will write; of more than `MOST_PICTURES` only one more than that."""
    last = len(film) - 1 if options.last is None else options.last
    return list(islice(shots(film, options.first, last, options.speed), MOST_PICTURES + 1))


def check_pictures(count: int) -> None:
    """ValueError, with the limit, for a film of more than `MOST_PICTURES`."""
    if count > MOST_PICTURES:
        text = translatable(
            "the film has more than {most:,} pictures; a part of it, or a coarser detail, would have fewer"
        )
        raise TranslatableError(text, most=MOST_PICTURES)


def moments_of(film: Film, first: int, last: int) -> tuple[int, int]:
    """The first and last moment of the film's cells ``first`` to ``last``, counted from 1."""
    begin = end = start = cell = 0
    for act in film.acts:
        for number in (first, last):
            inner = number - 1 - cell
            if 0 <= inner < act.cells:
                if number == first:
                    begin = start + inner * act.moments_a_cell
                if number == last:
                    end = start + (inner + 1) * act.moments_a_cell - 1
        start, cell = start + len(act), cell + act.cells
    return begin, end


def export_film(
    sheet: Sheet,
    options: FilmOptions,
    path: Path,
    *,
    cancelled: Callable[[], bool] | None = None,
    progress: Callable[[float], None] | None = None,
) -> int:
    """Write the film to ``path`` (a folder, for frames) and return how many pictures it has.

    It is there only once it is whole. ``cancelled`` is asked between two pictures and ends the
    work with `Cancelled`; ``progress`` hears the finished share. ValueError for too many pictures, OSError
    where it cannot be written, or where the folder holds something already.
    """
    wanted = shots_of(sheet.film, options)
    check_pictures(len(wanted))
    frames, painted = Frames(sheet, options.width), dict[int, Pixels]()
    if options.kind == "gif":
        painted = {index: frames.pixels(index) for index in _samples(wanted)}
        palette = palette_of(list(painted.values()))
    pictures = _pictures(frames, wanted, painted, cancelled, progress)
    if options.kind == "frames":
        return _write_folder(pictures, path)
    with atomic_write(path) as file:
        if options.kind == "gif":
            return write_gif(file, pictures, palette)
        if options.kind == "mp4":
            return write_mp4(file, pictures, options.width, height_for(options.width))
        if options.kind == "apng":
            return write_apng(file, pictures, len(wanted))
        return write_webp(file, (pixels for pixels, _ in pictures), [shot.milliseconds for shot in wanted])


def export_frame(sheet: Sheet, index: int, path: Path, width: int = 960) -> None:
    """Write one moment as PNG, SVG or PDF, by the ending of ``path``; ValueError for another ending."""
    ending = path.suffix.lower()
    if ending not in (".png", ".svg", ".pdf"):
        raise ValueError(f"{path.name} is no .png, .svg or .pdf")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if ending != ".png":
        device = _svg(sheet, buffer) if ending == ".svg" else _pdf(sheet, buffer)
        with QPainter(device) as painter:
            painter.setWindow(QRect(QPoint(0, 0), SHEET.toSize()))
            with unscaled():
                sheet.paint(painter, index)
    elif not Frames(sheet, width).image(index).save(buffer, "PNG"):  # type: ignore[call-overload]
        raise OSError(f"{path.name} cannot be written")
    with atomic_write(path) as file:
        file.write(bytes(buffer.data().data()))


def _svg(sheet: Sheet, buffer: QBuffer) -> QSvgGenerator:
    """Cells are rectangles, figures are text."""
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(96)
    generator.setSize(SHEET.toSize())
    generator.setViewBox(QRect(QPoint(0, 0), SHEET.toSize()))
    generator.setTitle(sheet.title)
    return generator


def _pdf(sheet: Sheet, buffer: QBuffer) -> QPdfWriter:
    """A page of just the size of the moment."""
    writer = QPdfWriter(buffer)
    writer.setTitle(sheet.title)
    writer.setPageSize(QPageSize(SHEET * POINTS, QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(96)
    return writer


def _pictures(
    frames: Frames,
    wanted: list[Shot],
    painted: dict[int, Pixels],
    cancelled: Callable[[], bool] | None,
    progress: Callable[[float], None] | None,
) -> Iterator[Timed]:
    """The pictures of a film with their times; each of ``painted`` is used once and then dropped."""
    for number, shot in enumerate(wanted):
        if cancelled is not None and cancelled():
            raise Cancelled
        known = painted.pop(shot.index, None)
        yield frames.pixels(shot.index) if known is None else known, shot.milliseconds
        if progress is not None:
            progress((number + 1) / len(wanted))


def _samples(wanted: list[Shot]) -> list[int]:
    """A few moments from beginning to end, with all colours that matter."""
    step = max(1, (len(wanted) - 1) // (SAMPLES - 1))
    chosen = {*range(0, len(wanted), step), len(wanted) - 1}
    return [wanted[number].index for number in sorted(chosen)]


def _write_folder(pictures: Iterator[Timed], path: Path) -> int:
    """Frame after frame into a folder of its own, which takes its name once all are there."""
    if path.exists() and not path.is_dir():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    if path.exists() and any(path.iterdir()):
        raise FileExistsError(errno.ENOTEMPTY, os.strerror(errno.ENOTEMPTY), str(path))
    temporary = path.with_name(f".convviz-{secrets.token_hex(6)}.tmp")
    count = 0
    try:
        temporary.mkdir(parents=True)
        for pixels, _ in pictures:
            count += 1
            _save(pixels, temporary / f"frame-{count:05}.png")
        if path.exists():
            path.rmdir()
        os.replace(temporary, path)
    except BaseException as error:
        shutil.rmtree(temporary, ignore_errors=True)
        if isinstance(error, OSError):
            error.filename = str(path)  # the caller knows only this name
        raise
    return count


def _save(pixels: Pixels, path: Path) -> None:
    from PIL import Image

    Image.fromarray(pixels).save(path, compress_level=6)
