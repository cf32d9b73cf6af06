"""Qt's part for cameras and videos is imported when it is wanted, silently, or a sentence says why not."""

import sys

import pytest

from convviz.document.live import media as media_of
from convviz.document.live.media import NoMultimediaError


@pytest.fixture
def anew():
    media_of.multimedia.cache_clear()
    yield
    media_of.multimedia.cache_clear()


def test_the_window_starts_without_it(fresh_python):
    code = (
        "import sys, convviz.app.application, convviz.pages.lab.page, convviz.document.live.camera\n"
        "print([name for name in sys.modules if 'Multimedia' in name])"
    )
    assert fresh_python(code) == "[]\n"


def test_it_is_imported_without_a_word(fresh_python, capfd):
    code = (
        "from PySide6.QtWidgets import QApplication\n"
        "app = QApplication([])\n"
        "from convviz.document.live.camera import cameras\n"
        "try: cameras()\n"
        "except ValueError as error: print(type(error).__name__)"
    )
    fresh_python("import subprocess, sys\n"
                 f"done = subprocess.run([sys.executable, '-c', {code!r}], capture_output=True, text=True)\n"
                 "assert done.stderr == '', done.stderr")  # fmt: skip


def test_a_copy_without_it_says_so(monkeypatch, anew):
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    with pytest.raises(NoMultimediaError, match="This copy of ConvViz comes without camera and video"):
        media_of.multimedia()


def test_a_plugin_that_is_missing_is_the_same(monkeypatch, anew, media):
    monkeypatch.setattr(media.QMediaPlayer, "isAvailable", lambda self: False)
    with pytest.raises(NoMultimediaError, match="This copy of ConvViz comes without camera and video"):
        media_of.multimedia()


def test_a_missing_library_is_named(monkeypatch, anew):
    class Broken:
        def find_spec(self, name, path=None, target=None):
            if name == "PySide6.QtMultimedia":
                raise ImportError("libpulse.so.0: cannot open shared object file: No such file or directory")

    monkeypatch.delitem(sys.modules, "PySide6.QtMultimedia", raising=False)
    monkeypatch.delattr(sys.modules["PySide6"], "QtMultimedia", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Broken(), *sys.meta_path])
    with pytest.raises(NoMultimediaError, match=r"need the library libpulse\.so\.0, which this system lacks"):
        media_of.multimedia()
