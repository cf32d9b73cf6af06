"""Can a window be opened here? Asked before Qt is, because Qt ends the whole process if not.

``python -m convviz.display_check`` prints the reason and ends with status 1 where it cannot.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Mapping
from typing import NoReturn

LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libX11.so.6": "libx11-6",
    "libxcb.so.1": "libxcb1",
}
"""What every part of Qt on Linux needs, and the Debian package that has it."""

WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
"""What Qt needs on top for a Wayland session."""

X_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What Qt needs on top for an X display. Its own message blames libxcb-cursor whichever it is."""


def why_no_window(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str:
    """Say in a sentence why no window can be opened, or "" where one can.

    Windows and macOS always have a display. On Linux the session is looked for where Qt looks
    for it, including a platform chosen by ``QT_QPA_PLATFORM``; nothing of Qt is imported.

    >>> why_no_window({}, platform="win32")
    ''
    """
    if not platform.startswith("linux"):
        return ""
    if missing := _missing(LIBRARIES):
        return _missing_sentence(missing)
    chosen = environment.get("QT_QPA_PLATFORM", "")
    kinds = {part.split(":")[0].split("-")[0] for part in chosen.split(";")} - {""}
    if kinds - {"xcb", "wayland"}:
        return "" if kinds & {"offscreen", "minimal"} or _qt_starts(chosen) else _odd_sentence(chosen)
    if kinds != {"xcb"} and _wayland_is_there(environment):
        missing = _missing(WAYLAND_LIBRARIES)
        if not missing:
            return ""
        if kinds == {"wayland"} or not environment.get("DISPLAY"):
            return _missing_sentence(missing)
    return _why_no_x(environment)


def _odd_sentence(chosen: str) -> str:
    return f"Qt cannot open a window the way QT_QPA_PLATFORM says ({chosen}); without it, Qt chooses a way."


def _qt_starts(chosen: str) -> bool:
    """Let a copy of this process try, which Qt ends if it cannot: there is no other way to ask."""
    if "PySide6.QtGui" in sys.modules or not hasattr(os, "fork"):
        return True
    child = os.fork()
    if child == 0:
        _try_qt(chosen)
    return os.waitpid(child, 0)[1] == 0


def _try_qt(chosen: str) -> NoReturn:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        os.environ["QT_QPA_PLATFORM"] = chosen
        from PySide6.QtGui import QGuiApplication

        QGuiApplication(["convviz"])
    finally:
        os._exit(0)


def _why_no_x(environment: Mapping[str, str]) -> str:
    display = environment.get("DISPLAY", "")
    if not display:
        return "There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set."
    if missing := _missing(X_LIBRARIES):
        return _missing_sentence(missing)
    if not _x_answers(display):
        return f"There is no display: DISPLAY is {display}, and no X server answers there."
    return ""


def _missing(libraries: Mapping[str, str]) -> list[str]:
    return [package for library, package in libraries.items() if not _loads(library)]


def _missing_sentence(packages: list[str]) -> str:
    return f"The window needs system libraries that are missing here (Debian packages: {' '.join(packages)})."


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _wayland_is_there(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    return bool(name) and os.path.exists(os.path.join(environment.get("XDG_RUNTIME_DIR", "/"), name))


def _x_answers(display: str) -> bool:
    """Connect as Qt will, with the person's own credentials, and hang up again."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode(), None)
    try:
        return not xcb.xcb_connection_has_error(connection)
    finally:
        xcb.xcb_disconnect(connection)


if __name__ == "__main__":
    reason = why_no_window()
    print(reason, end="\n" if reason else "")
    sys.exit(1 if reason else 0)
