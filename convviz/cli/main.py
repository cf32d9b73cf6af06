"""The command line: what can be asked for, and how it is answered when it cannot be.

Only the standard library is imported here; each command brings along what it needs when it runs.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn, Protocol

from convviz import __version__


class UsageError(Exception):
    """The command line asks for something that cannot be; the text says what, in one line."""


COMMANDS = {
    "render": "run a picture through the stages and write one of them, or a figure of all, to a file",
    "steps": "walk through the arithmetic of a small picture, cell by cell, or write it as a film",
    "kernels": "list the kernels that have names, or show one",
    "sample": "write one of the pictures that come with ConvViz to a file",
    "classify": "read digits from photos, scans or drawings",
    "activations": "write what a layer of a network makes of a picture to a file",
    "train": "train one of the networks on the digits of MNIST",
    "doctor": "say what is installed here, what is missing, and how sums are computed",
    "install-desktop": "let a double click open experiments, and put ConvViz into the menu",
}

SAMPLES = ("x", "edge", "stripes", "five", "mug", "scene", "text", "colour", "panorama")
"""The pictures that come with ConvViz, by the names under which the window opens them."""

_FILES = {
    "render": "render",
    "steps": "steps",
    "kernels": "lab",
    "sample": "lab",
    "classify": "networks",
    "activations": "networks",
    "train": "train",
    "doctor": "doctor",
    "install-desktop": "desktop",
}
"""Where `add_NAME` and `run_NAME` of a command are: files of this folder. A hyphen becomes an underscore."""

_DESCRIPTION = "See every number inside a convolution: your own photo, your own kernel, live."
_EPILOG = "\n".join(
    ["in the window, with a picture that comes with ConvViz:"]
    + [f"  convviz {{{','.join(SAMPLES)}}}", ""]
    + ["without a window:"]
    + [f"  convviz {name:<17}{text}" for name, text in COMMANDS.items()]
    + ["", "`convviz COMMAND --help` tells more about each."]
)
_NEGATIVE = re.compile(r"-[.,]?\d")


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaints are one line long."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(message)


class Opening(Protocol):
    """Opens the window with the files that were named; see `convviz.__main__.open_window`."""

    def __call__(self, paths: Sequence[str], *, new: bool = False, sample: str = "") -> int:
        """The exit status."""


def run(arguments: list[str], open_window: Opening) -> int:
    """Run the command line and return the exit status: 0, or 2 (and a line) for what cannot be.

    ``open_window`` is called where no command is named, with the paths that were given, or
    with the name of a sample.
    """
    _be_able_to_print()
    name = arguments[0] if arguments and arguments[0] in COMMANDS else ""
    try:
        if name:
            return _command(name, arguments[1:])
        return _window(arguments, open_window)
    except KeyboardInterrupt:
        return 130
    except (UsageError, ValueError, OSError, IndexError, ImportError) as error:
        if isinstance(error, BrokenPipeError) and error.filename is None:
            # The reader has closed the pipe (`convviz kernels | head`).
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        print(f"convviz{name and ' ' + name}: {_one_line(error)}", file=sys.stderr)
        return 2
    except MemoryError:
        text = "there is not enough memory for this; a smaller picture needs less"
        print(f"convviz{name and ' ' + name}: {text}", file=sys.stderr)
        return 2


def _command(name: str, arguments: list[str]) -> int:
    module = import_module(f"convviz.cli.{_FILES[name]}")
    parser = Parser(prog=f"convviz {name}", description=COMMANDS[name].capitalize() + ".")
    function = name.replace("-", "_")
    getattr(module, f"add_{function}")(parser)
    getattr(module, f"run_{function}")(parser.parse_args(joined(arguments)))
    sys.stdout.flush()
    return 0


def _window(arguments: list[str], open_window: Opening) -> int:
    parser = Parser(
        prog="convviz",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        usage="convviz [--new] [IMAGE | EXPERIMENT ... | SAMPLE]\n       convviz {"
        + ",".join(COMMANDS)
        + "} ...",
    )
    parser.add_argument("paths", nargs="*", metavar="IMAGE",
        help="a picture, an experiment or a sample to open; of several the first")  # fmt: skip
    parser.add_argument("--new", action="store_true",
        help="begin with the start page, whatever the preferences say")  # fmt: skip
    parser.add_argument("--version", action="version", version=f"convviz {__version__}")
    options = parser.parse_args(arguments)
    if len(options.paths) == 1 and (name := options.paths[0]) in SAMPLES and not options.new:
        if not os.path.isfile(name):
            return open_window([], sample=name)
        print(f"convviz: the file {name!r} here is opened instead of the sample", file=sys.stderr)
    for number, path in enumerate(options.paths):
        if not os.path.exists(path):
            names = f"there are the commands {', '.join(COMMANDS)} and the samples {', '.join(SAMPLES)}"
            what = f", and no such command or sample: {names}" if number == 0 else ""
            raise UsageError(f"there is no file {path!r}{what}")
    if options.new and options.paths:
        raise UsageError("--new begins with the start page, and opens no file")
    return open_window(options.paths, new=options.new)


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
    from convviz.core.base.visible import visible

    text = str(error)
    if isinstance(error, ImportError):
        from convviz.core.base.translatable import missing_part

        text = str(missing_part(error))
    if isinstance(error, OSError):
        from convviz.core.base.files import system_reason

        text = f"{error.filename or ''}: {system_reason(error)}".removeprefix(": ")
    return visible(" ".join(text.split())) or type(error).__name__


def _be_able_to_print() -> None:
    """Let characters that the terminal cannot encode not end the command."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
