"""``convviz`` and ``python -m convviz``: a headless command, or the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from convviz.cli import main as cli
from convviz.display_check import why_no_window

INSTEAD = "Without a window there are: convviz render, convviz steps, convviz kernels, convviz sample."


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line asks and return the exit status."""
    return cli.run(sys.argv[1:] if argv is None else list(argv), open_window)


def open_window(paths: Sequence[str], *, new: bool = False, sample: str = "") -> int:
    """Open the window, with the first of the files or a sample; say in one line why where that cannot be.

    Without files it begins as the person prefers; ``new``, with the start page in any case.

    Qt would end the process without a word of help, so it is not even imported before this is clear.
    """
    reason = why_no_window() or _why_no_qt()
    if reason:
        print(f"convviz: {reason} {INSTEAD}", file=sys.stderr)
        return 1
    from convviz.app.application import run_window

    return run_window(paths, new=new, sample=sample)


def _why_no_qt() -> str:
    try:
        import PySide6.QtWidgets  # noqa: F401
    except ImportError as error:
        return f"The window needs PySide6, which cannot be loaded here ({error})."
    return ""


if __name__ == "__main__":
    from multiprocessing import freeze_support

    freeze_support()  # other processes of a frozen program begin here, too
    sys.exit(main())
