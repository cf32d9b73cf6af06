"""The shipped files are found from wherever the package was imported."""

from pathlib import Path

import convviz
from convviz import paths


def test_a_checkout_has_its_files_at_the_top() -> None:
    package = Path(convviz.__file__).resolve().parent
    assert paths.sample("CREDITS.md") in (
        package / "sample_images" / "CREDITS.md",
        package.parent / "sample_images" / "CREDITS.md",
    )
    assert paths.sample("CREDITS.md").is_file()


def test_a_wheel_has_them_inside_the_package(tmp_path: Path, monkeypatch) -> None:
    package = tmp_path / "site-packages" / "convviz"
    (package / "resources").mkdir(parents=True)
    (tmp_path / "site-packages" / "resources").mkdir()  # some other project's
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert paths.resource("icons", "open.svg") == package / "resources" / "icons" / "open.svg"


def test_what_is_missing_is_named_where_it_should_be(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "convviz")
    assert paths.sample("mug.png") == tmp_path / "convviz" / "sample_images" / "mug.png"


def test_the_version_is_a_version() -> None:
    assert convviz.__version__.count(".") == 2
