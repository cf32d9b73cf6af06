"""Qt's part for cameras and videos: imported when first wanted, silent; or a reason why it is not there."""

from __future__ import annotations

import ctypes
import os
import re
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

import PySide6
from PySide6.QtCore import QCoreApplication, QLoggingCategory, QSize, Qt, qInstallMessageHandler

from convviz.core.base.translatable import TranslatableError, translatable

_LIBRARY = re.compile(r"(lib[\w.+-]+\.so[\w.]*): cannot open shared object")
_FFMPEG_LOG = re.compile(r"(lib)?avutil[-.](so\.)?\d+(\.dylib|\.dll)?")
_SILENT = -8
"""What FFmpeg calls the level at which it prints nothing at all."""


class NoMultimediaError(TranslatableError):
    """Cameras and videos cannot be had here; the sentence says why."""


@cache
def multimedia() -> ModuleType:
    """The module ``PySide6.QtMultimedia``; `NoMultimediaError` where it or what it needs is missing.

    Pictures are decoded by the processor: they are wanted in its memory, not in a graphics card's.
    """
    os.environ.setdefault("QT_MEDIA_BACKEND", "ffmpeg")
    os.environ.setdefault("QT_FFMPEG_DECODING_HW_DEVICE_TYPES", ",")
    hush_warnings(False)
    try:
        module = import_module("PySide6.QtMultimedia")
    except ImportError as error:
        raise _why_not(error) from None
    before = qInstallMessageHandler(_say_nothing)
    try:
        if not module.QMediaPlayer().isAvailable():
            raise _why_not(ImportError())
        _convert_once(module)
    finally:
        qInstallMessageHandler(before)
    _silence_ffmpeg()
    return module


def hush_warnings(all_of_them: bool) -> None:
    """Keep what Qt says about cameras and videos out of the terminal; ``all_of_them``: every warning of Qt's.

    Of a file without times (AVI) it warns at every picture, in the name of no part of it.
    """
    rules = ["qt.multimedia*=false", *(["default.warning=false"] if all_of_them else [])]
    QLoggingCategory.setFilterRules("\n".join(rules))


def _why_not(error: ImportError) -> NoMultimediaError:
    """The sentence for a module that cannot be imported.

    >>> print(_why_not(ImportError("libpulse.so.0: cannot open shared object file: No such file")))
    Camera and video need the library libpulse.so.0, which this system lacks
    (Debian, Ubuntu: install libpulse0).
    """
    found = _LIBRARY.search(str(error))
    if found is None:
        text = translatable(
            "This copy of ConvViz comes without camera and video; the one that pip installs has them."
        )
        return NoMultimediaError(text)
    text = translatable(
        "Camera and video need the library {library}, which this system lacks "
        "(Debian, Ubuntu: install libpulse0)."
    )
    return NoMultimediaError(text, library=found[1])


def _say_nothing(*_: object) -> None:
    """What Qt says of a plugin is told as a sentence."""


def _convert_once(media: ModuleType) -> None:
    """Let Qt decide now, for good, to convert frames without a graphics card, and complain of it unheard.

    They come from the processor's memory and go back there; the way through OpenGL takes eight times as long.
    """
    kind = media.QVideoFrameFormat(QSize(2, 2), media.QVideoFrameFormat.PixelFormat.Format_NV12)
    raster, app = Qt.ApplicationAttribute.AA_ForceRasterWidgets, QCoreApplication
    before = app.testAttribute(raster)
    app.setAttribute(raster, True)
    media.QVideoFrame(kind).toImage()
    app.setAttribute(raster, before)


def _silence_ffmpeg() -> None:
    """Keep what FFmpeg thinks of damaged files out of the terminal: it prints past Qt's categories."""
    folder = Path(PySide6.__file__).parent
    for place in (*folder.glob("Qt/lib/*avutil*"), *folder.glob("avutil*")):
        if _FFMPEG_LOG.fullmatch(place.name):
            try:
                ctypes.CDLL(str(place)).av_log_set_level(_SILENT)
            except (OSError, AttributeError):
                continue  # then it prints
