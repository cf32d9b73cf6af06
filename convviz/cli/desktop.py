"""ConvViz among the programs of a Linux desktop: its entry, icon, kind of file and description."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping, Sequence
from pathlib import Path

from convviz import paths
from convviz.cli.main import UsageError
from convviz.core.base.files import atomic_write
from convviz.core.base.visible import visible

ENTRY = Path("applications", "convviz.desktop")
DRAWING = Path("icons", "hicolor", "scalable", "apps", "convviz.svg")
UPDATES = (("update-mime-database", "mime"), ("update-desktop-database", "applications"))
"""Programs that bring a desktop's lists up to date, and the folder that each is given."""

_QUOTED = re.compile(r'(["`$\\])')


def add_install_desktop(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--remove", action="store_true", help="take everything away again")


def run_install_desktop(options: argparse.Namespace) -> None:
    """Write the files, or remove them, and say which."""
    if not sys.platform.startswith("linux"):
        raise UsageError("this is for the desktops of Linux; elsewhere choose ConvViz in the file's menu")
    home = data_home(os.environ)
    if options.remove:
        _tell("removed", removed(home), updated(home))
        tidied(home)
        print("ConvViz is no longer in the menu; `convviz FILE` opens an experiment.")
    else:
        _tell("wrote", installed(home, program()), updated(home))
        print("A double click on an experiment (.convviz) opens it in ConvViz, which is in the menu, too.")
        print("`convviz install-desktop --remove` takes this away again.")


def _tell(done: str, places: Sequence[Path], updates: Sequence[str]) -> None:
    for line in [*(f"{done} {place}" for place in places), *updates]:
        print(visible(line))


def data_home(environment: Mapping[str, str]) -> Path:
    """Where a person's programs put such files: ``XDG_DATA_HOME``, which counts only as a whole path.

    >>> data_home({"XDG_DATA_HOME": "/data"}).as_posix()
    '/data'
    >>> data_home({"XDG_DATA_HOME": "data"}) == Path.home() / ".local" / "share"
    True
    """
    named = Path(environment.get("XDG_DATA_HOME", ""))
    return named if named.is_absolute() else Path.home() / ".local" / "share"


def program() -> list[str]:
    """The command that starts this very ConvViz, from wherever it is called."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    script = Path(sysconfig.get_path("scripts"), "convviz")
    if os.access(script, os.X_OK):
        return [str(script)]
    return [sys.executable, "-m", "convviz"]


def entry(command: Sequence[str]) -> str:
    """The desktop entry, with ``command`` as what it starts.

    >>> [line for line in entry(["/a b/convviz"]).splitlines() if "Exec" in line]
    ['TryExec=/a b/convviz', 'Exec="/a b/convviz" %f']
    """
    text = paths.resource("desktop", *ENTRY.parts).read_text(encoding="utf-8")
    words = " ".join(map(_word, command))
    tried = command[0].replace("\\", "\\\\")
    return text.replace("TryExec=convviz", f"TryExec={tried}").replace("Exec=convviz %f", f"Exec={words} %f")


def _word(text: str) -> str:
    """A word of a command, quoted as such, with the backslashes doubled as in every value of such a file."""
    return '"' + _QUOTED.sub(r"\\\1", text).replace("%", "%%").replace("\\", "\\\\") + '"'


def contents(command: Sequence[str]) -> dict[Path, bytes]:
    """Every file below the data folder, with what is in it."""
    source = paths.resource("desktop")
    files = {
        path.relative_to(source): path.read_bytes() for path in sorted(source.rglob("*.*")) if path.is_file()
    }
    return files | {DRAWING: paths.resource("convviz.svg").read_bytes(), ENTRY: entry(command).encode()}


def installed(home: Path, command: Sequence[str]) -> list[Path]:
    """Write all files below ``home``; where they are."""
    if any(ord(one) < 32 for word in command for one in word):
        raise UsageError(f"{command[0]!r} cannot stand in a menu: move ConvViz to a folder with a plain name")
    places = []
    for name, content in contents(command).items():
        place = home / name
        place.parent.mkdir(parents=True, exist_ok=True)
        with atomic_write(place) as file:
            file.write(content)
        places.append(place)
    return places


def removed(home: Path) -> list[Path]:
    """Remove the files that `installed` writes; those that were there."""
    places = [home / name for name in contents(["convviz"]) if (home / name).is_file()]
    for place in places:
        place.unlink()
    return places


def tidied(home: Path) -> None:
    """Remove the folders that `installed` made, as far as nothing else is in them."""
    for name in contents(["convviz"]):
        for folder in (home / name).parents:
            if folder == home or not folder.is_dir() or any(folder.iterdir()):
                break
            folder.rmdir()


def updated(home: Path) -> list[str]:
    """Let the desktop read its lists again; what was done, or could not be."""
    told = []
    for name, folder in UPDATES:
        if not (home / folder).is_dir():
            continue
        if shutil.which(name) is None:
            told.append(f"{name} is not installed: the desktop may need a new login to notice")
            continue
        done = subprocess.run([name, str(home / folder)], capture_output=True, text=True, errors="replace")
        told.append(f"{name} {home / folder}" + (f": {done.stderr.strip()}" if done.returncode else ""))
    return told
