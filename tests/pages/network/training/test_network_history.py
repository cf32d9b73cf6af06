"""What is said about how the networks were trained."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from convviz.network.files.bundled import bundled, report_card
from convviz.pages.network.training.history import sentences


@pytest.fixture
def page(network_page, qtbot):
    qtbot.mouseClick(network_page.drill.tab_button("history"), Qt.MouseButton.LeftButton)
    return network_page


def test_held_out_digits_chose_the_epoch_and_test_digits_nothing():
    card = report_card("convnet")
    text = " ".join(sentences(card))
    assert f"Epoch {card['best_epoch']} of {len(card['epochs'])} was kept: 5,000 digits held out" in text
    assert "the test digits chose nothing" in text
    assert f"seed {card['seed']}, {card['minutes']} minutes" in text
    best = max(card["epochs"], key=lambda epoch: (epoch["held_out_accuracy"], -epoch["held_out_loss"]))
    assert best["number"] == card["best_epoch"]


def test_without_held_out_digits_the_last_epoch_was_kept():
    card = report_card("convnet_tutorial")
    text = " ".join(sentences(card))
    assert "Epoch 5 of 5 was kept as the last" in text
    assert "recipe of its tutorial: RMSprop, batches of 64" in text
    assert "harder" not in text


def test_overfitting_is_high_in_training_and_low_in_the_test():
    assert (
        "High accuracy in training but low in the test is overfitting"
        in sentences(report_card("convnet"))[-1]
    )


@pytest.mark.parametrize(("strength", "harder"), [(0.0, False), ([0.0, 0.0], False), ([1.0, 0.5], True)])
def test_varied_digits_are_harder(strength, harder):
    card = {**report_card("convnet_tutorial")}
    card["recipe_settings"] = {"strength": strength, "dropout": {}}
    assert ("harder" in " ".join(sentences(card))) == harder


def test_the_tab_shows_the_network_on_the_screen(page):
    panel = page.tabs.history_panel
    assert panel.plot.isVisible()
    assert panel.plot.accuracy.kept.value() == bundled("convnet").card["best_epoch"]
    page.choose_network("mlp_tutorial")
    assert panel.plot.accuracy.kept.value() == bundled("mlp_tutorial").card["best_epoch"]
    assert "SGD" in panel.words.text()


def test_a_network_without_a_card_has_one_sentence(page):
    stranger = replace(bundled("convnet"), card={}, key=page.registry.new_key())
    page.choose_network(page.registry.put(stranger))
    panel = page.tabs.history_panel
    assert panel.plot.isHidden()
    assert panel.words.text().count("<p") == 1
    assert "not known" in panel.words.text()
    page.choose_network("convnet")
    assert panel.plot.isVisible()
    assert len(panel.plot.accuracy.lines) == 3


def test_changed_weights_were_trained_as_they_were(page):
    panel = page.tabs.history_panel
    panel.plot.point(2)
    page.edits.toggle(0, 0)
    assert panel.plot.position() == 2


def test_the_page_alone_needs_no_pyqtgraph(fresh_python):
    code = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "app = QApplication([])\n"
        "from convviz.document.document import Document\n"
        "from convviz.pages.network.page.page import NetworkPage\n"
        "page = NetworkPage(Document()); page.show(); app.processEvents()\n"
        "print('@', 'pyqtgraph' in sys.modules)\n"
        "page.drill.tab_button('history').click(); app.processEvents()\n"
        "print('@', 'pyqtgraph' in sys.modules)\n"
        "page.shut_down()"
    )
    assert [line for line in fresh_python(code).splitlines() if line[:1] == "@"] == ["@ False", "@ True"]
