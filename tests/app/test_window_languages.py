"""The window in each language: every text of its pages changes with it, and none is cut off."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget

from convviz.app.preferences import Languages, Preferences
from convviz.app.window.main_window import MainWindow
from convviz.pages.lab.page import LabPage
from convviz.pages.network.page.page import NetworkPage
from convviz.pages.step.page import StepPage
from convviz.views.controls.pieces import ElidedLabel
from convviz.views.window.rail import RailEntry

PAGES = [("lab", "x"), ("lab", "colour"), ("step", "x"), ("network", "x")]
LANGUAGES = ["en", "zh_Hans", "zh_Hant"]
TOLD = ("text", "toolTip", "accessibleName", "accessibleDescription", "placeholderText", "title")
HAN = re.compile("[\u4e00-\u9fff]")
NAMES = set(
    "ReLU Leaky Sigmoid tanh Sobel Prewitt Scharr Gabor LoG LaTeX Python SciPy Keras PyTorch Esc Ctrl Shift "
    "Del Tab Grad CAM LeNet style MLP CNN Small ConvNet ConvViz logit".split()
)
"""Texts of these words are the same in every language."""


@pytest.fixture
def preferences(qapp, tmp_path):
    font = qapp.font()
    chosen = Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    languages = Languages(qapp)
    chosen.language_changed.connect(languages.apply)
    yield chosen
    languages.apply("en")
    qapp.setFont(font)


@pytest.fixture
def window(qtbot, preferences):
    shown = MainWindow(preferences, LabPage)
    shown.add_page("step", "", "step", StepPage(shown.document, shown, shown.page("lab").queue))
    shown.add_page("network", "", "network", NetworkPage(shown.document, shown), needs_picture=False)
    shown.retranslate()
    shown.resize(1280, 800)
    shown.show()
    qtbot.waitExposed(shown)
    yield shown
    shown.shut_down()
    shown.deleteLater()


def open_sample(qtbot, window, key):
    window.files.open_sample(key)
    lab = window.page("lab")
    qtbot.waitUntil(lambda: lab.document.state.image is not None and not lab.queue.busy, timeout=20_000)
    qtbot.waitUntil(lambda: lab.scipy_check.report is not None and lab.scipy_check.at_rest, timeout=20_000)
    picture = lab.stages.cards["convolution"].picture
    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=picture.rect().center())


def show(qtbot, window, page, sample):
    """A page with something on it that was pointed at."""
    if sample:
        open_sample(qtbot, window, sample)
    window.show_page(page)
    if page == "network":
        window.page("network").input.next_sample()
    settle()


def settle():
    for _ in range(3):  # Qt tells every window later, and lays it out after that
        QApplication.processEvents()


def speak(preferences, language):
    preferences.language = language
    settle()


def texts(window):
    """Every text that a widget of the window shows, or tells about itself."""
    found = {}
    for widget in [window, *window.findChildren(QWidget)]:
        for name in TOLD:
            tell = getattr(widget, name, None)
            text = tell() if callable(tell) else ""
            if text:
                found[widget, name] = re.sub("(<[^>]*>|&nbsp;)+", "\n", text)
        if isinstance(widget, QComboBox):
            found |= {(widget, i): widget.itemText(i) for i in range(widget.count())}
    for action in window.findChildren(type(window.actions_.open)):
        found[action, "text"] = action.text()
    return found


def is_english(text):
    return not HAN.search(text) and bool(set(re.findall("[A-Za-z]{3,}", text)) - NAMES)


@pytest.mark.parametrize(("page", "sample"), PAGES)
def test_every_text_changes_with_the_language_and_back(qtbot, window, preferences, page, sample):
    speak(preferences, "en")
    show(qtbot, window, page, sample)
    before = on_view(texts(window))
    speak(preferences, "zh_Hans")
    chinese = texts(window)
    shown = on_view(chinese)
    assert not {text for text in chinese.values() if is_english(text) and not spared(text)}
    speak(preferences, "zh_Hant")
    assert on_view(texts(window)) != shown
    speak(preferences, "en")
    after = texts(window)
    assert not {text for text in after.values() if HAN.search(text) and not spared(text)}
    assert on_view(after) == before


@pytest.mark.parametrize("away", ["step", "lab"])
def test_a_film_that_cannot_go_on_stays_in_another_language(qtbot, window, preferences, away):
    speak(preferences, "en")
    show(qtbot, window, "step", "x")
    step = window.page("step")
    step.player.step(1)
    window.document.edit_settings("Dilation", dilation=(5, 5), padding="valid")
    before = step.view
    assert before.strip.error
    window.show_page(away)
    speak(preferences, "zh_Hans")
    window.show_page("step")
    assert step.view.scene.moment == before.scene.moment
    assert step.cards.input.grid.isVisible()
    assert step.view.input is before.input
    assert HAN.search(step.view.titles[0][0])
    assert HAN.search(step.view.status)
    shown = texts(window)
    assert not {text for text in shown.values() if is_english(text) and not spared(text)}
    window.document.undo()
    assert not step.view.strip.error
    assert step.view.scene.moment == before.scene.moment


# As filled, joined and painted: what no translator sees.
@pytest.mark.parametrize("language", LANGUAGES[1:])
@pytest.mark.parametrize(("page", "sample"), PAGES)
def test_chinese_texts_are_spaced_and_joined_as_chinese(qtbot, window, preferences, language, page, sample):
    speak(preferences, language)
    show(qtbot, window, page, sample)
    han = "[\u4e00-\u9fff]"
    wrong = re.compile(
        f"{han} {han}|{han} ?[,;:] |[,;:] ?{han}|{han}[A-Za-z0-9]|[A-Za-z0-9]{han}|[，。；：、] "
    )
    assert not [text for text in texts(window).values() if wrong.search(text)]


def on_view(found):
    return sorted(
        text for (owner, _), text in found.items() if isinstance(owner, QWidget) and owner.isVisible()
    )


def spared(text):
    """Languages are listed in their own words."""
    return text in ("English", "简体中文", "繁體中文")


def test_what_can_be_undone_is_named_in_the_language_of_the_moment(qtbot, window, preferences):
    speak(preferences, "zh_Hans")
    open_sample(qtbot, window, "x")
    window.page("lab").kernel_panel.bias_edited.emit(1.0, "")
    assert window.actions_.undo.toolTip().startswith("撤销：偏置")
    speak(preferences, "en")
    assert window.actions_.undo.toolTip().startswith("Undo: Bias")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("page", "sample"), [("lab", ""), *PAGES])
def test_no_text_is_cut_off(qtbot, window, preferences, language, page, sample):
    speak(preferences, language)
    show(qtbot, window, page, sample)
    assert [text for widget in window.findChildren(QWidget) if (text := cut_off(widget))] == []


def cut_off(widget):
    """The widget's text if the widget is too small to show it, else an empty one."""
    if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton | QComboBox):
        return ""
    if isinstance(widget, ElidedLabel | RailEntry):  # these make their text fit, and have it as a tooltip
        return ""
    text = widget.currentText() if isinstance(widget, QComboBox) else widget.text()
    if isinstance(widget, QLabel) and widget.wordWrap():
        return text if widget.heightForWidth(widget.width()) > widget.height() else ""
    room = widget.width()
    if isinstance(widget, QLabel):
        plain = widget.textFormat() != Qt.TextFormat.RichText and "<" not in text
        need = widget.fontMetrics().horizontalAdvance(text) if plain else widget.sizeHint().width()
    elif isinstance(widget, QComboBox):
        need = widget.minimumSizeHint().width()
    else:
        icon = 0 if widget.icon().isNull() else widget.iconSize().width() + 4
        need = widget.fontMetrics().horizontalAdvance(text) + icon + 4 if text else 0
    return text if need > room else ""
