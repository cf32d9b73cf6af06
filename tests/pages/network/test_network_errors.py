"""Every sentence about a network that was not opened, made from an error as it is raised."""

import pytest
from PySide6.QtCore import QTranslator

from convviz.network.compute.adapting import Trial
from convviz.network.model.errors import NetworkError
from convviz.pages.network.errors import _sentences, open_error
from convviz.pages.network.misread.confusion import facts, shown, unexamined
from convviz.pages.network.networks.open import scale_hint
from convviz.pages.network.networks.tensorflow_check import TensorflowCheck
from convviz.pages.network.training.training import error_text, result_text, time_left
from convviz.views.network.network_strip import NetworkStrip


class Loud(QTranslator):
    """Another language: the reasons of errors in capitals."""

    def translate(self, context, text, *_more):
        return text.upper() if context == "Reasons" else None


@pytest.fixture
def loud(qapp):
    language = Loud()
    qapp.installTranslator(language)
    yield
    qapp.removeTranslator(language)


def test_reasons_are_told_in_the_language_of_the_window(loud, qtbot):
    raised = NetworkError("training_failed", "no such layer")
    assert open_error("a.keras", NetworkError("new kind", "no such layer")).endswith("(NO SUCH LAYER).")
    assert error_text(raised, "a.npz").endswith("It says “NO SUCH LAYER”.")
    strip = NetworkStrip()
    qtbot.addWidget(strip)
    check = TensorflowCheck(strip, None, None)
    check._verdict = raised
    check.retranslate()
    assert strip.tensorflow_check.toolTip() == "NO SUCH LAYER"


NAMES = {"unit": "0 to 1", "signed": "−1 to 1", "bytes": "0 to 255"}


@pytest.mark.parametrize("kind", _sentences())
def test_every_refusal_names_the_file_and_has_no_gap(kind):
    numbers = {"layer": "LAYER", "function": "evil", "count": 7, "seconds": 8, "version": "9.1", "said": "no"}
    text = open_error("mine.keras", NetworkError(kind, "REASON", **numbers))
    assert "mine.keras" in text
    assert not set("{}?") & set(text)
    assert text[-1] in ".”"


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (NetworkError("new kind", "so it is"), "a.keras cannot be opened (so it is)."),
        (ValueError("a.keras: so it is."), "a.keras cannot be opened (so it is)."),
        (ZeroDivisionError(), "a.keras cannot be opened (ZeroDivisionError)."),
        (MemoryError(), "a.keras needs more memory than there is."),
        (PermissionError(13, "Permission denied"), "a.keras: there is no permission for it."),
        (OSError("cut off"), "a.keras cannot be opened (cut off)."),
    ],
)
def test_what_else_goes_wrong_is_one_sentence(error, text):
    assert open_error("a.keras", error) == text


@pytest.mark.parametrize(
    ("trials", "text", "better"),
    [
        ([], "", ""),
        ([Trial("unit", 20, 12, "")], "", ""),
        (
            [Trial("unit", 20, 2, "chance"), Trial("bytes", 20, 17, "")],
            "At 0 to 1 its answers are near chance; at 0 to 255 it is sure, and reads 17 of 20 samples.",
            "bytes",
        ),
        (
            [Trial("unit", 20, 4, ""), Trial("bytes", 20, 17, "")],
            "At 0 to 1 it reads 4 of 20 handwritten samples, at 0 to 255 it reads 17.",
            "bytes",
        ),
        (
            [Trial("unit", 20, 4, "")],
            "It reads 4 of 20 handwritten samples, at any scale hardly more.",
            "",
        ),
        (
            [Trial("unit", 20, None, "chance")],
            "Its answers are no better than chance: perhaps it was trained at another scale.",
            "",
        ),
        (
            [Trial("unit", 20, None, "certain")],
            "It is completely sure of everything: perhaps it was trained at another scale.",
            "",
        ),
    ],
)
def test_what_looks_wrong_with_a_scale(trials, text, better):
    assert scale_hint(trials, "unit", NAMES) == (text, better)


@pytest.mark.parametrize(
    ("pair", "every", "text"),
    [
        ((None, None), True, "All 1,234 test digits."),
        ((3, None), True, "All 1,234 test digits that are a 3."),
        ((None, None), False, "All 1,234 misread ones. Click a count for one kind."),
        ((3, None), False, "1,234 digits that are a 3 and were misread."),
        ((None, 5), False, "1,234 digits wrongly read as 5."),
        ((None, 5), True, "1,234 digits wrongly read as 5."),
        ((3, 3), False, "1,234 digits that are a 3 and were read as such."),
        ((3, 5), True, "1,234 digits that are a 3 and were read as 5."),
    ],
)
def test_which_digits_the_gallery_holds(pair, every, text):
    assert shown(1234, pair, every=every) == (text, "1,234 digits")


def test_what_is_known_of_a_network_that_nobody_examined():
    assert facts(None, changed=False) == ("Nobody has examined this network yet.",)
    assert facts(None, changed=True) == ("Changed, and not examined since.",)
    assert unexamined(known=True, ten=False).startswith("This network does not tell ten digits apart")
    assert unexamined(known=True, ten=True) == "Let it read all test digits to see what it misreads."
    assert unexamined(known=False, ten=True).startswith("With MNIST’s digits")


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(3, "about 10 s left"), (44, "about 40 s left"), (89, "about 90 s left"), (90, "about 2 min left")],
)
def test_the_time_that_is_left_is_rounded(seconds, text):
    assert time_left(seconds) == text


def test_how_a_training_ended():
    assert result_text(0.98765, 10_000, 7, stopped=False) == (
        "It reads 98.77 % of the 10,000 test digits; epoch 7 is kept."
    )
    assert result_text(0.98765, 10_000, 7, stopped=True) == (
        "Stopped; epoch 7 is kept. It reads 98.77 % of the 10,000 test digits."
    )
    assert error_text(ValueError("so it is"), "a.npz") == "so it is"
    assert error_text(OSError("cut off"), "a.npz") == "cut off"
    gone = FileNotFoundError(2, "No such file or directory", "/far/away/b.npz")
    assert error_text(gone, "a.npz") == "b.npz: there is no such file or folder."
    unnamed = OSError(28, "No space left on device")
    assert error_text(unnamed, "a.npz") == "a.npz: the disk is full."
