"""Where the shipped files are: the only module that knows.

In an installed wheel ``resources`` and ``sample_images`` lie inside the package; in a checkout
and an editable install they lie beside it, at the top of the project.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    for parent in (_PACKAGE, _PACKAGE.parent):
        if (parent / name).is_dir():
            return parent / name
    return _PACKAGE / name  # as a wheel has it, so that an error names the right place


def resource(*parts: str) -> Path:
    """Find one of the program's own files: icons, styles, translations, models.

    ``parts`` are the names below ``resources``; the path is returned whether or not it exists.

    >>> resource("icons", "open.svg").parts[-3:]
    ('resources', 'icons', 'open.svg')
    """
    return _folder("resources").joinpath(*parts)


def sample(*parts: str) -> Path:
    """Find one of the pictures that come with the program; without ``parts``, their folder.

    >>> sample("CREDITS.md").name
    'CREDITS.md'
    """
    return _folder("sample_images").joinpath(*parts)
