"""The command line: what can be asked for, and how it is answered when it cannot be.

Only the standard library is imported here; each command brings along what it needs when it runs.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import NoReturn

from convviz import __version__
from convviz.core.base.visible import visible
from convviz.display_check import why_no_window


class UsageError(Exception):
    """The command line asks for something that cannot be; the text says what, in one line."""


COMMANDS = {
    "render": "run a picture through the stages and write one of them to a file",
    "steps": "walk through the arithmetic of a small picture, cell by cell, or write it as a film",
    "kernels": "list the kernels that have names, or show one",
    "sample": "write one of the pictures that come with ConvViz to a file",
    "classify": "read digits from photos, scans or drawings",
    "activations": "write what a layer of a network makes of a picture to a file",
    "train": "train one of the networks on the digits of MNIST",
    "doctor": "say what is installed here and how sums are computed",
}

_FILES = {
    "render": "lab",
    "steps": "steps",
    "kernels": "lab",
    "sample": "lab",
    "classify": "networks",
    "activations": "networks",
    "train": "train",
    "doctor": "main",
}
"""Where `add_NAME` and `run_NAME` of a command are: files of this folder."""

_DESCRIPTION = "See every number inside a convolution: your own photo, your own kernel, live."
_EPILOG = "\n".join(
    ["without a window:"]
    + [f"  convviz {name:<13}{text}" for name, text in COMMANDS.items()]
    + ["", "`convviz COMMAND --help` tells more about each."]
)
_NEGATIVE = re.compile(r"-[.,]?\d")


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaints are one line long."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(message)


def run(arguments: list[str], open_window: Callable[[str | None], int]) -> int:
    """Run the command line and return the exit status: 0, or 2 (and a line) for what cannot be.

    ``open_window`` is called where no command is named, with the path that was given, if any.
    """
    _be_able_to_print()
    name = arguments[0] if arguments and arguments[0] in COMMANDS else ""
    try:
        if name:
            return _command(name, arguments[1:])
        return _window(arguments, open_window)
    except BrokenPipeError:
        # The reader has closed the pipe (`convviz kernels | head`).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except (UsageError, ValueError, OSError, IndexError) as error:
        print(f"convviz{name and ' ' + name}: {_one_line(error)}", file=sys.stderr)
        return 2
    except MemoryError:
        print(f"convviz{name and ' ' + name}: there is not enough memory for this", file=sys.stderr)
        return 2


def _command(name: str, arguments: list[str]) -> int:
    module = import_module(f"convviz.cli.{_FILES[name]}")
    parser = Parser(prog=f"convviz {name}", description=COMMANDS[name].capitalize() + ".")
    getattr(module, f"add_{name}")(parser)
    getattr(module, f"run_{name}")(parser.parse_args(joined(arguments)))
    sys.stdout.flush()
    return 0


def _window(arguments: list[str], open_window: Callable[[str | None], int]) -> int:
    parser = Parser(
        prog="convviz",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        usage="convviz [IMAGE | EXPERIMENT]\n       convviz {" + ",".join(COMMANDS) + "} ...",
    )
    parser.add_argument("path", nargs="?", metavar="IMAGE", help="a picture or an experiment to open")
    parser.add_argument("--version", action="version", version=f"convviz {__version__}")
    path: str | None = parser.parse_args(arguments).path
    if path is not None and not os.path.exists(path):
        raise UsageError(f"there is no file {path!r}, and no such command: there are {', '.join(COMMANDS)}")
    return open_window(path)


def joined(arguments: Sequence[str]) -> list[str]:
    """Write ``--bias -2`` as ``--bias=-2``: argparse takes a leading minus for another option.

    >>> joined(["--kernel", "-1,0,1", "-o", "out.npy"])
    ['--kernel=-1,0,1', '-o', 'out.npy']
    """
    result: list[str] = []
    for argument in arguments:
        if result and _NEGATIVE.match(argument) and re.fullmatch(r"--[a-z-]+", result[-1]):
            result[-1] += f"={argument}"
        else:
            result.append(argument)
    return result


def _one_line(error: BaseException) -> str:
    text = str(error)
    if isinstance(error, OSError) and error.strerror and error.filename is not None:
        text = f"{error.filename}: {error.strerror}"
    return visible(" ".join(text.split())) or type(error).__name__


def _be_able_to_print() -> None:
    """Let characters that the terminal cannot encode not end the command."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


PACKAGES = ("numpy", "scipy", "pillow", "llvmlite", "PySide6", "pyqtgraph", "tensorflow", "keras", "h5py")


# What is installed here, and whether everything works as fast as it can


def add_doctor(parser: argparse.ArgumentParser) -> None:
    """There are none."""


def run_doctor(options: argparse.Namespace) -> None:
    """Print versions, and how sums of products are computed on this machine."""
    print(f"ConvViz {__version__}, Python {platform.python_version()}, {platform.platform(terse=True)}")
    for name in PACKAGES:
        print(f"{name:<11}{_version(name)}")
    print(f"window     {why_no_window() or 'there is a display to open it on'}")
    print(f"sums       {sums()}")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def sums() -> str:
    """One sentence on how products are added up: by machine code, or NumPy and why."""
    from convviz.core.sums.adding import compiler

    begun = time.perf_counter()
    if compiler.wait():
        took = time.perf_counter() - begun
        return f"by machine code for {compiler.processor}, made in {took:.1f} s; the bits are those of NumPy"
    return (
        f"by NumPy, because no machine code could be made ({compiler.problem}); "
        "every result is the same, large pictures take longer"
    )
