from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialogButtonBox

from convviz.app.preferences import Languages, spoken


@pytest.fixture
def languages(qapp):
    font = qapp.font()
    speaker = Languages(qapp)
    yield speaker
    speaker.apply("en")
    qapp.setFont(font)


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        (["zh-Hans-SG", "zh-SG"], "zh_Hans"),
        (["zh_TW"], "zh_Hant"),
        (["zh-HK"], "zh_Hant"),
        (["zh-Hans-HK"], "zh_Hans"),
        (["yue-HK"], "zh_Hant"),
        (["ja-JP", "fr"], "en"),
        ([], "en"),
    ],
)
def test_the_systems_language_is_matched_by_script(wanted, language):
    assert spoken(wanted) == language


def test_qts_own_buttons_are_translated_too(qtbot, languages):
    languages.apply("zh_Hant")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert "取消" in box.buttons()[0].text()
    languages.apply("en")
    other = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(other)
    assert other.buttons()[0].text().replace("&", "") == "Cancel"


def test_chinese_prefers_fonts_of_its_own_script(qapp, languages):
    languages.apply("zh_Hans")
    assert "Noto Sans CJK SC" in qapp.font().families()
    languages.apply("zh_Hant")
    assert "Noto Sans CJK SC" not in qapp.font().families()
    assert "Noto Sans CJK TC" in qapp.font().families()
