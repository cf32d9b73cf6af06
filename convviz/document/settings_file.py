"""The settings file, looked at before Qt reads it, which would wait for a pipe for ever."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from PySide6.QtCore import QSettings

from convviz.core.base.files import open_file, system_reason
from convviz.core.base.leftovers import TemporaryFolder
from convviz.core.base.translatable import TranslatableError, translatable

MOST_BYTES = 2_000_000
"""Ours has at most some hundred thousand: the names of files, where windows stood."""

VERSION = 1
_VERSION_KEY = "settings/version"
_ORGANISATION = "ConvViz"
_aside: dict[Path, TemporaryFolder] = {}
"""The temporary folder that stands for a file which cannot be read."""


def settings_path(organisation: str = _ORGANISATION) -> Path:
    """Where Qt keeps the settings, without reading them."""
    nobodys = QSettings("ConvViz-looks-for-the-folder", "none").fileName()
    return Path(nobodys).parents[1] / organisation / f"{organisation}.conf"


def guard_settings() -> TranslatableError | None:
    """See whether Qt can read the settings; where not, let it use empty ones that are forgotten in the end.

    The sentence says which file is not read, and why; None where all is well. To be called once, before
    anything makes a `QSettings`.
    """
    path = settings_path()
    if not path.is_absolute():
        return None  # they are in Windows' registry
    for one in (path, path.parents[1] / f"{path.stem}.conf"):
        problem = _problem(one)
        if problem is not None:
            _put_aside(path)
            text = translatable(
                "The settings in {path} cannot be read ({reason}); "
                "ConvViz starts with those of the first time, and keeps no new ones."
            )
            return TranslatableError(text, path=str(one), reason=problem)
    return _unclear(path)


def usual_folder(settings: QSettings) -> Path:
    """The folder of these settings; that of the file which cannot be read, where others stand for it."""
    file = Path(settings.fileName())
    for path, folder in _aside.items():
        if file.is_relative_to(folder.name) and path.parent.is_dir():
            return path.parent
    return file.parent


def stored(settings: QSettings, key: str) -> object:
    """What the settings hold under ``key``; None for kinds of values that Python has not."""
    try:
        return settings.value(key)
    except RuntimeError:  # a type of Qt's own, which only an edited file has
        return None


def is_writable(settings: QSettings) -> bool:
    """Whether Qt may write these settings: what stands there is an ordinary file, or nothing."""
    return _problem(Path(settings.fileName())) is None


def _problem(path: Path) -> Exception | None:
    """Why Qt had better not open this file."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            open_file(path).close()  # says what it is
        elif not os.access(path, os.R_OK):
            raise PermissionError(13, os.strerror(13))
        else:
            open_file(path, MOST_BYTES).close()
    except FileNotFoundError:
        return None
    except NotADirectoryError as error:
        return system_reason(error)
    except OSError as error:
        return system_reason(error)
    except ValueError as error:
        return error
    return None


def _put_aside(path: Path) -> None:
    folder = _aside.setdefault(path, TemporaryFolder())
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, folder.name)


def _unclear(path: Path) -> TranslatableError | None:
    """What Qt does not understand of a file that it can read."""
    if not path.exists():
        return None
    settings = QSettings(str(path), QSettings.Format.IniFormat)
    settings.setFallbacksEnabled(False)
    version = stored(settings, _VERSION_KEY)
    if settings.status() == QSettings.Status.FormatError or b"\0" in path.read_bytes():
        text = translatable("The settings in {path} are damaged; ConvViz uses what it can read of them.")
        return TranslatableError(text, path=str(path))
    if isinstance(version, str) and version.isdecimal() and int(version[:9]) > VERSION:
        text = translatable(
            "The settings in {path} are of a newer ConvViz; this one uses what it knows of them."
        )
        return TranslatableError(text, path=str(path))
    return None


def stamp(settings: QSettings) -> None:
    """Write which version of the settings these are, where no newer one is said."""
    if stored(settings, _VERSION_KEY) is None:
        settings.setValue(_VERSION_KEY, str(VERSION))
