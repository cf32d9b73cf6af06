"""Chinese names and Latin ones in the gaps of sentences, and sentences in a row."""

from __future__ import annotations

import pytest

from convviz.core.base.spacing import filled, spaced


@pytest.mark.parametrize(
    ("template", "value", "text"),
    [
        ("就是 {}。", "池化 2", "就是池化 2。"),
        ("就是 {}。", "Conv 2", "就是 Conv 2。"),
        ("在 {} 的", "卷积 1，特征图 3", "在卷积 1，特征图 3 的"),
        ("{}由它计算", "LSTM", "LSTM 由它计算"),
        ("{}由它计算", "循环层", "循环层由它计算"),
        ("第{}行", "3", "第 3 行"),
        ("{}，宽", "“图”", "“图”，宽"),
        ("是：{}", "（无）", "是：（无）"),
        ("{} 没有", "", " 没有"),
        ("在 ({}, 4) 处", "3", "在 (3, 4) 处"),
        ("差 {} %", "−0.5", "差 −0.5 %"),
        ("Show {} maps", "all", "Show all maps"),
        ("我 {} 你", "我的 图", "我我的 图你"),
    ],
)
def test_a_gap_is_spaced_by_what_fills_it(template, value, text):
    assert filled(template.replace("{}", "{it}"), it=value) == text


def test_numbers_are_formatted_and_texts_quoted_as_str_format_does():
    assert filled("上限是 {most:,}，不是 {text!r}", most=12345, text="x") == "上限是 12,345，不是 'x'"
    assert filled("{at.real:g} of {text!r}", at=2 + 1j, text="x") == "2 of 'x'"


def test_sentences_stand_apart_in_english_and_not_in_chinese():
    assert spaced(["One.", "", "Two."]) == "One. Two."
    assert spaced(["一。", "二。"]) == "一。二。"
