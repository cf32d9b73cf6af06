"""Writing a film, or one moment of it, to files: whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from convviz.core.base.files import atomic_write
from convviz.core.film.moments import Film
from convviz.core.film.timing import Shot, shots
from convviz.core.film.writers import Pixels, Timed, palette_of, write_apng, write_gif, write_mp4, write_webp
from convviz.core.stages.pipeline import Cancelled
from convviz.film import frames as film_frames
from convviz.film.sheet import Sheet

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
    """The pictures that `export_film` will write."""
    last = len(film) - 1 if options.last is None else options.last
    return list(shots(film, options.first, last, options.speed))


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
    work with `Cancelled`; ``progress`` hears the finished share. OSError where it cannot be
    written, or where the folder holds something already.
    """
    wanted = shots_of(sheet.film, options)
    pictures = _pictures(sheet, options, wanted, cancelled, progress)
    if options.kind == "frames":
        return _write_folder(pictures, path)
    with atomic_write(path) as file:
        if options.kind == "gif":
            return write_gif(file, pictures, palette_of(_samples(sheet, options, wanted)))
        if options.kind == "mp4":
            return write_mp4(file, pictures, options.width, film_frames.height_for(options.width))
        if options.kind == "apng":
            return write_apng(file, pictures, len(wanted))
        return write_webp(file, (pixels for pixels, _ in pictures), [shot.milliseconds for shot in wanted])


def export_frame(sheet: Sheet, index: int, path: Path, width: int = 960) -> None:
    """Write one moment as PNG, SVG or PDF, by the ending of ``path``; ValueError for another ending."""
    ending = path.suffix.lower()
    if ending == ".png":
        film_frames.save_png(sheet, index, path, width)
    elif ending == ".svg":
        film_frames.save_svg(sheet, index, path)
    elif ending == ".pdf":
        film_frames.save_pdf(sheet, index, path)
    else:
        raise ValueError(f"{path.name} is no .png, .svg or .pdf")


def _pictures(
    sheet: Sheet,
    options: FilmOptions,
    wanted: list[Shot],
    cancelled: Callable[[], bool] | None,
    progress: Callable[[float], None] | None,
) -> Iterator[Timed]:
    for number, shot in enumerate(wanted):
        if cancelled is not None and cancelled():
            raise Cancelled
        yield film_frames.pixels(sheet, shot.index, options.width), shot.milliseconds
        if progress is not None:
            progress((number + 1) / len(wanted))


def _samples(sheet: Sheet, options: FilmOptions, wanted: list[Shot]) -> list[Pixels]:
    """A few pictures from beginning to end, with all colours that matter."""
    step = max(1, (len(wanted) - 1) // (SAMPLES - 1))
    chosen = {*range(0, len(wanted), step), len(wanted) - 1}
    return [film_frames.pixels(sheet, wanted[i].index, options.width) for i in sorted(chosen)]


def _write_folder(pictures: Iterator[Timed], path: Path) -> int:
    """Frame after frame into a folder of its own, which takes its name once all are there."""
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise FileExistsError(17, "the folder is not empty", str(path))
    temporary = path.with_name(f".convviz-{secrets.token_hex(6)}.tmp")
    temporary.mkdir(parents=True)
    count = 0
    try:
        for pixels, _ in pictures:
            count += 1
            _save(pixels, temporary / f"frame-{count:05}.png")
        if path.exists():
            path.rmdir()
        os.replace(temporary, path)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise
    return count


def _save(pixels: Pixels, path: Path) -> None:
    from PIL import Image

    Image.fromarray(pixels).save(path, compress_level=6)
