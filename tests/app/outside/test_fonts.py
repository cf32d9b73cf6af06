"""A system in Chinese without a Chinese font: the window speaks English and says what to install."""

from __future__ import annotations

import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="fontconfig is Linux's")

WINDOW = """
from convviz.app.application import create_application, open_window
app = create_application(["convviz"])
window = open_window(app)
window.show()
if {sample!r}:
    window.files.open_sample({sample!r})
    while window.files.is_loading:
        app.processEvents()
print(repr((window.actions_.open.text(), window.band.text(), window.menus._languages["zh_Hans"].text())))
if {later!r}:
    window.preferences.language = {later!r}
    print(repr((window.actions_.open.text(), window.band.text())))
window.shut_down()
"""


@pytest.fixture
def start(fresh_python, tmp_path):
    def run(fonts, language, sample="", later=""):
        dejavu = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>' if fonts else ""
        only = "" if fonts else "<dir>/usr/share/fonts/truetype/dejavu</dir>"
        config = tmp_path / "fonts.conf"
        config.write_text(
            f"<?xml version='1.0'?><fontconfig>{dejavu}{only}<cachedir>{tmp_path}</cachedir></fontconfig>"
        )
        surroundings = {
            "FONTCONFIG_FILE": str(config),
            "LANGUAGE": language,
            "LANG": f"{language}.UTF-8",
            "LC_ALL": f"{language}.UTF-8",
            "XDG_CONFIG_HOME": str(tmp_path),
        }
        code = WINDOW.format(sample=sample, later=later)
        return [eval(line) for line in fresh_python(code, environment=surroundings).splitlines()]

    return run


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
@pytest.mark.parametrize("sample", ["", "x"])
def test_without_a_chinese_font_the_window_is_english_and_names_the_package(start, language, sample):
    ((text, said, name),) = start(False, language, sample)
    assert text == "Open"
    assert "fonts-noto-cjk" in said
    assert "\n" not in said
    assert name == "Simplified Chinese"


def test_chinese_that_is_chosen_without_a_font_is_told_too(start):
    first, then = start(False, "en_US", later="zh_Hant")
    assert first == ("Open", "", "Simplified Chinese")
    assert then[0] == "Open"
    assert "fonts-noto-cjk" in then[1]


def test_with_a_chinese_font_the_window_is_chinese(start):
    ((text, said, name),) = start(True, "zh_CN")
    assert (text, said, name) == ("打开", "", "简体中文")
