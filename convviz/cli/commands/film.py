"""``convviz steps ... -o film.gif``: the film as a file. Qt is loaded here, and only when it runs."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from convviz.cli.errors import UsageError
from convviz.core.film.moments import DETAILS, WHOLE_UP_TO, Film, Region, film
from convviz.core.film.timing import SPEEDS
from convviz.core.stages.pipeline import Result

SINGLE = (".svg", ".pdf")
SIDE = 12


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options that say how a film is written."""
    add = parser.add_argument_group("as a film").add_argument
    add("-o", "--output", metavar="FILE|FOLDER",
        help="write the film: .gif, .webp, .png (animated), .mp4, or a folder for numbered pictures; "
        ".svg or .pdf: one moment, that of --step")  # fmt: skip
    add("--detail", choices=DETAILS, default="sum", help="how finely the film steps (default: sum)")
    add("--speed", type=float, default=1.0, metavar="N",
        help=f"{', '.join(f'{s:g}' for s in SPEEDS)} (default: 1)")  # fmt: skip
    add("--width", type=int, default=960, metavar="PIXELS", help="width of the film (default: 960)")
    add("--dark", action="store_true", help="in dark colours")
    add("--step", metavar="FIRST[-LAST]", help="only these output cells, counted from 1")
    add("--region", metavar="ROW,COLUMN,ROWS,COLUMNS",
        help=f"the part of a picture over {WHOLE_UP_TO}x{WHOLE_UP_TO} (default: its middle)")  # fmt: skip


def write(result: Result, options: argparse.Namespace) -> None:
    """Write the film of ``result`` as ``options`` say, and print what was written."""
    path = Path(options.output)
    if options.speed not in SPEEDS:
        raise UsageError(f"--speed {options.speed:g} is none of {', '.join(f'{s:g}' for s in SPEEDS)}")
    if not 160 <= options.width <= 3840:
        raise UsageError(f"--width {options.width} is not from 160 to 3840")
    region = _region(options.region, result)
    made = film(result.chain, options.detail, region)
    if not len(made):
        raise UsageError("no window is centred in this region")
    keeper = _application()
    from convviz.film.export import FilmOptions, export_film, export_frame, film_format, moments_of, shots_of

    first, last = moments_of(made, *_steps(options.step, made))
    sheet = _sheet(result, made, whole=region is None, dark=options.dark)
    if path.suffix.lower() in SINGLE:
        export_frame(sheet, last, path, options.width)
        print(f"{path}: one moment")
        return
    chosen = FilmOptions(film_format(path), options.width, options.speed, first, last)
    count = export_film(sheet, chosen, path)
    seconds = sum(shot.milliseconds for shot in shots_of(made, chosen)) / 1000
    print(f"{path}: {count} pictures, {seconds:.1f} seconds")
    del keeper


def _application() -> Any:
    """Fonts need an application; none of its windows ever opens, and no screen is asked for."""
    if sys.platform not in ("win32", "darwin"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication.instance() or QGuiApplication(["convviz"])


def _sheet(result: Result, made: Film, *, whole: bool, dark: bool) -> Any:
    from convviz.document.state.state import ColorRange
    from convviz.film import scene as step_scene
    from convviz.film.sheet import Sheet
    from convviz.views.base import theme
    from convviz.views.base.texts import image_title

    image = result.image
    title = image_title(image)
    stages = step_scene.stages(result, made, ColorRange(), 0)
    return Sheet(result, made, stages, title, whole=whole, scheme=theme.DARK if dark else theme.LIGHT)


def _region(text: str | None, result: Result) -> Region | None:
    height, width = result.chain.input[:2]
    if text is None:
        if max(height, width) <= WHOLE_UP_TO:
            return None
        rows, columns = min(SIDE, height), min(SIDE, width)
        return Region((height - rows) // 2, (width - columns) // 2, rows, columns)
    try:
        row, column, rows, columns = (int(part) for part in text.split(","))
    except ValueError:
        raise UsageError(f"--region {text}: four whole numbers, ROW,COLUMN,ROWS,COLUMNS") from None
    inside = min(row, column) >= 0 and row + rows <= height and column + columns <= width
    if not inside or not (1 <= rows <= WHOLE_UP_TO and 1 <= columns <= WHOLE_UP_TO):
        raise UsageError(f"--region {text}: 1 to {WHOLE_UP_TO} rows and columns inside {height}x{width}")
    return Region(row, column, rows, columns)


def _steps(text: str | None, made: Film) -> tuple[int, int]:
    cells = sum(act.cells for act in made.acts)
    if text is None:
        return 1, cells
    try:
        first, _, last = text.partition("-")
        steps = int(first), int(last or first)
    except ValueError:
        raise UsageError(f"--step {text}: FIRST or FIRST-LAST, whole numbers") from None
    if not 1 <= steps[0] <= steps[1] <= cells:
        raise UsageError(f"--step {text}: the film has steps 1 to {cells}")
    return steps
