"""A live input in the Lab: through every stage, frozen, kept, ended; the document stays as it is."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from convviz.core.base.translatable import TranslatableError
from convviz.core.images.image import Image
from convviz.core.kernels.kernel import Kernel
from convviz.core.sizes.settings import PoolSettings
from convviz.document.live.media import NoMultimediaError, multimedia
from convviz.document.state.state import DocumentState, Pin, default_settings
from tests.document.live.clips import Puppet, greys, write_clip

Key = Qt.Key
WAIT = 30_000
"""Milliseconds at most for what Qt's player does; nothing is measured by it."""
OWN = Image(np.arange(48, dtype=np.uint8).reshape(6, 8), name="own")


@pytest.fixture(autouse=True)
def media(qapp):
    try:
        return multimedia()
    except NoMultimediaError as error:
        pytest.skip(str(error))


@pytest.fixture
def page(lab_page):
    settings = default_settings()
    lab_page.document.open(DocumentState(OWN, settings))
    lab_page.document.edit_settings("Kernel", kernel=Kernel([[1, 0, -1], [2, 0, -2], [1, 0, -1]]))
    assert lab_page.queue.wait_idle()
    lab_page.turned, lab_page.failures = [], []
    lab_page.live_turned.connect(lab_page.turned.append)
    lab_page.live_failed.connect(lambda error: lab_page.failures.append(str(error)))
    return lab_page


@pytest.fixture
def puppet(page):
    source = Puppet("Front")
    page.show_live(source)
    send(page, source, ramp(1))
    return source


def ramp(step, shape=(6, 8)):
    """Columns that grow by ``step``: the Sobel kernel makes −8 step of it, inside."""
    return np.broadcast_to(np.arange(shape[1]) * step, shape).astype(np.uint8)


def send(page, source, values):
    source.send(values)
    assert page.queue.wait_idle()
    QApplication.processEvents()


def middle(page):
    """The picture's value at (2, 3), and those of every stage there."""
    result = page.view.pictures.result
    at = result.input[2, 3], result.convolution[2, 3], result.activation[2, 3], result.pooling[1, 1]
    return [float(one) for one in at]


def bar(page):
    return page.stages.cards["input"].live


def press(page, key):
    QTest.keyClick(QApplication.focusWidget() or page, key)
    assert page.queue.wait_idle()


def test_every_picture_goes_through_every_stage(page, puppet):
    page.document.edit_settings("ReLU", activation="absolute", pool=PoolSettings("max"))
    assert page.queue.wait_idle()
    assert middle(page) == [3, -8, 8, 8]
    send(page, puppet, ramp(3))
    assert middle(page) == [9, -24, 24, 24]
    assert page.turned == ["Front"]


def test_the_document_stays_as_it_is(page):
    before, heard = page.document.state, []
    page.document.touched.connect(lambda: heard.append("touched"))
    was_modified = page.document.is_modified
    source = Puppet()
    page.show_live(source)
    for step in (1, 2, 3):
        send(page, source, ramp(step))
    assert page.document.state is before
    assert (heard, page.document.is_modified, page.document.undo_text) == ([], was_modified, "Kernel")
    assert page.document.results.of(page.document.state).image is OWN


def test_many_quick_pictures_are_not_told_of_as_one_long_work(page, puppet, monkeypatch):
    told = []
    monkeypatch.setattr(page.busy_note, "set_active", told.append)
    for step in (2, 3):
        puppet.send(ramp(step))
    assert page.queue.wait_idle()
    assert page.view.image.values[2, 3, 0] == 9
    assert told == [True, False, True, False, False, False]
    assert not page.stages.cards["convolution"].busy._active


def test_an_edit_of_the_kernel_holds_for_the_next_picture_and_is_undone(page, puppet):
    page.document.edit_settings("Kernel", kernel=Kernel([[2]]))
    assert page.queue.wait_idle()
    assert middle(page)[:2] == [3, 6]
    send(page, puppet, ramp(2))
    assert middle(page)[:2] == [6, 12]
    page.document.undo()
    assert page.queue.wait_idle()
    assert middle(page)[:2] == [6, -16]


def test_the_strip_says_what_is_live_and_that_nothing_is_recorded(page, puppet):
    assert page.view.status.startswith("<b>Camera: Front</b>&nbsp; 6 × 8 × 3, colour, 0–255, live; nothing")
    feed = page.live_input.feed
    feed._since = feed._clock() - 2.0
    feed._shown = 62
    feed.count()
    assert "live, 31 pictures/s; nothing is recorded" in page.view.status
    assert bar(page).caption.text() == "31 pictures/s"
    press(page, Key.Key_Space)
    assert "frozen; nothing is recorded" in page.view.status


def test_space_freezes_and_goes_on_wherever_the_focus_is_on_a_card(page, puppet):
    assert QApplication.focusWidget() is page.stages.cards["input"].picture
    press(page, Key.Key_Space)
    assert puppet.log == ["start", "pause"]
    assert bar(page).caption.text() == "frozen"
    page.stages.cards["convolution"].picture.setFocus()
    press(page, Key.Key_Space)
    assert puppet.log == ["start", "pause", "start"]


def test_the_button_does_the_same(page, puppet):
    QTest.mouseClick(bar(page).play, Qt.MouseButton.LeftButton)
    assert puppet.log[-1] == "pause"
    assert bar(page).play.toolTip() == "Go on (Space)"
    QTest.mouseClick(bar(page).play, Qt.MouseButton.LeftButton)
    assert puppet.log[-1] == "start"
    assert bar(page).play.toolTip() == "Freeze the picture (Space)"


def test_a_picture_is_kept_as_one_edit_that_can_be_undone(page, puppet):
    send(page, puppet, ramp(3))
    QTest.mouseClick(bar(page).keep, Qt.MouseButton.LeftButton)
    assert page.queue.wait_idle()
    image = page.document.state.image
    assert image.values[2, 3].tolist() == [9, 9, 9]
    assert (image.name, image.source) == ("Front", None)
    assert page.document.undo_text == "Keep this picture"
    assert (puppet.log[-1], page.turned, bar(page).isHidden()) == ("close", ["Front", ""], True)
    assert middle(page)[0] == 9
    assert page.document.results.of(page.document.state).image is image
    page.document.undo()
    assert page.queue.wait_idle()
    assert page.document.state.image is OWN
    assert middle(page)[0] == 19


def test_esc_ends_it_and_the_own_picture_is_back(page, puppet):
    press(page, Key.Key_Escape)
    assert (puppet.log[-1], page.turned) == ("close", ["Front", ""])
    assert middle(page)[0] == 19
    assert bar(page).isHidden()
    assert page.view.status.startswith("<b>own</b>")


def test_esc_leaves_a_card_that_stands_alone_first(page, puppet):
    page.stages.expand("input")
    page.stages.cards["input"].picture.setFocus()
    press(page, Key.Key_Escape)
    assert page.stages.expanded is None
    assert page.live_input.is_on
    press(page, Key.Key_Escape)
    assert not page.live_input.is_on


def test_its_button_ends_it(page, puppet):
    QTest.mouseClick(bar(page).close_button, Qt.MouseButton.LeftButton)
    assert (puppet.log[-1], page.live_input.is_on) == ("close", False)


@pytest.mark.parametrize("how", ["edit", "open", "undo"])
def test_another_picture_ends_it(page, how):
    other = Image(np.zeros((6, 8), np.uint8), name="other")
    if how == "undo":
        page.document.edit("Open", image=other)
    source = Puppet()
    page.show_live(source)
    send(page, source, ramp(1))
    if how == "edit":
        page.document.edit("Open", image=other)
    elif how == "open":
        page.document.open(DocumentState(other))
    else:
        page.document.undo()
    assert page.queue.wait_idle()
    assert source.log[-1] == "close"
    assert not page.live_input.is_on
    assert page.view.pictures.result.image is page.document.state.image


def test_a_pin_stays_while_the_pictures_go_by_and_is_no_edit(page, puppet):
    page.document.edit("Pin", pin=Pin("input", 5, 7))
    page.why.pin_toggled.emit(True)
    before = page.document.state
    page._on_clicked("convolution", 2, 3)
    assert page.document.state is before
    assert page.view.explanation.focus.place == ("convolution", (2, 3))
    assert page.view.pinned
    send(page, puppet, ramp(2))
    assert page.view.traces.convolution.before_activation == -16
    press(page, Key.Key_Escape)
    assert page.view.explanation.focus.place == ("input", (5, 7))


def test_a_kept_picture_keeps_its_pin(page, puppet):
    page._on_clicked("convolution", 2, 3)
    QTest.mouseClick(bar(page).keep, Qt.MouseButton.LeftButton)
    assert page.document.state.pin == Pin("convolution", 2, 3)


def test_a_failure_leaves_the_last_picture_to_be_kept(page, puppet):
    puppet.failed.emit(TranslatableError("The camera Front is no longer connected."))
    assert page.failures == ["The camera Front is no longer connected."]
    assert "the last picture; nothing is recorded" in page.view.status
    assert not bar(page).play.isEnabled()
    QTest.mouseClick(bar(page).keep, Qt.MouseButton.LeftButton)
    assert page.document.state.image.values[2, 3].tolist() == [3, 3, 3]


def test_another_page_in_front_switches_the_camera_off(page, puppet):
    page.hide()
    assert puppet.log == ["start", "release"]
    assert page.live_input.is_on
    page.show()
    page.stages.cards["input"].picture.setFocus()
    press(page, Key.Key_Space)
    assert puppet.log[-1] == "start"


def test_a_kernel_that_does_not_fit_does_not_stop_the_pictures(page, puppet):
    page.document.edit_settings("Kernel", kernel=Kernel(np.ones((9, 9))), padding="valid")
    assert page.queue.wait_idle()
    send(page, puppet, ramp(2))
    send(page, puppet, ramp(3))
    assert page.view.sizes.problem is not None
    assert page.view.image.values[2, 3, 0] == 9
    page.document.undo()
    assert page.queue.wait_idle()
    assert middle(page)[:2] == [9, -24]


def test_pictures_of_another_size_follow(page, puppet):
    send(page, puppet, ramp(2, (5, 7)))
    assert page.view.pictures.result.input.shape == (5, 7)
    assert middle(page)[:2] == [6, -16]


def is_on_show(page, value):
    """Whether such a picture has been through all stages, as far as the screen shows them."""
    pictures = page.view.pictures
    shown = page.view.image.values[0, 0, 0] == value and pictures.result.image is page.view.image
    return shown and page.live_input.feed._is_free


def test_large_pictures_show_what_the_screen_needs_and_are_whole_when_frozen(qtbot, page):
    source = Puppet()
    page.show_live(source)
    for step in (1, 2):
        source.send(np.full((800, 900), step, np.uint8))
        qtbot.waitUntil(lambda step=step: is_on_show(page, step), timeout=WAIT)
    press(page, Key.Key_Space)
    qtbot.waitUntil(lambda: isinstance(page.view.pictures.result.convolution, np.ndarray), timeout=WAIT)
    assert page.view.pictures.result.input[0, 0] == 2


def test_scipy_is_asked_when_it_is_frozen(qtbot, page, puppet):
    send(page, puppet, ramp(2))
    assert page.scipy_check.at_rest
    assert page.scipy_check.report is None
    press(page, Key.Key_Space)
    qtbot.waitUntil(lambda: page.scipy_check.report is not None, timeout=WAIT)
    assert page.scipy_check.report.equal


def test_previews_of_the_kernels_wait_until_it_stands_still(page, puppet, monkeypatch):
    shown = []
    monkeypatch.setattr(
        page.kernel_panel, "set_preview_image", lambda values, *_: shown.append(values[2, 3, 0])
    )
    send(page, puppet, ramp(2))
    send(page, puppet, ramp(3))
    assert shown == []
    press(page, Key.Key_Space)
    assert set(shown) == {9}


def test_without_a_picture_of_its_own_the_lab_is_empty_again_afterwards(lab_page):
    source = Puppet()
    lab_page.show_live(source)
    send(lab_page, source, ramp(1))
    assert middle(lab_page)[0] == 3
    press(lab_page, Key.Key_Escape)
    assert lab_page.view.pictures is None
    lab_page.show_live(again := Puppet())
    send(lab_page, again, ramp(2))
    QTest.mouseClick(bar(lab_page).keep, Qt.MouseButton.LeftButton)
    assert lab_page.document.state.image.values[2, 3, 0] == 6
    lab_page.document.undo()
    assert lab_page.document.state.image is None


def test_a_video_has_a_slider_and_a_loop(page):
    source = Puppet("clip.mp4", is_video=True)
    page.show_live(source)
    send(page, source, ramp(1))
    live = bar(page)
    assert page.view.status.startswith("<b>Video: clip.mp4</b>")
    assert (live.slider.isVisible(), live.loop.isVisible()) == (True, True)
    live.slider.setMaximum(9000)
    live.slider.setFocus()
    QTest.keyClick(live.slider, Key.Key_PageUp)
    assert source.log[-1] == "seek 5000"
    QTest.mouseClick(live.loop, Qt.MouseButton.LeftButton)
    assert source.log[-1] == "loops True"


def test_a_camera_has_neither(page, puppet):
    live = bar(page)
    assert (live.slider.isVisible(), live.loop.isVisible()) == (False, False)
    assert live.keep.text() == "Keep" if live.width() < 296 else "Keep this picture"


def test_a_real_video_is_live_through_every_stage_and_loses_nothing_when_closed(qtbot, page, tmp_path):
    from convviz.document.live.video import VideoSource

    page.show_live(VideoSource(write_clip(tmp_path / "clip.mp4", greys(20))))
    seen = set()

    def look():  # when the next one arrives, the one before has been through all stages
        result = page.view.pictures.result
        if result.input.shape == (48, 64):
            assert result.activation.shape == (48, 64)
            seen.add(round(float(result.pooling.max())))

    page.live_input.arrived.connect(look)
    qtbot.waitUntil(lambda: len(seen) >= 3, timeout=WAIT)
    page.shut_down()
    assert page.live_input.feed.source is None


def test_languages(page, puppet):
    bar(page).changeEvent(QEvent(QEvent.Type.LanguageChange))
    assert bar(page).keep.accessibleName() == "Keep this picture"


def test_no_source_outlives_its_end(page):
    from weakref import ref

    import shiboken6

    gone = []
    for _ in range(3):
        source = Puppet()
        page.show_live(source)
        send(page, source, ramp(1))
        gone.append((ref(source), source))
        press(page, Key.Key_Escape)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [shiboken6.isValid(source) for _, source in gone] == [False] * 3
    assert page.mapToGlobal(QPoint(0, 0)) is not None


def test_a_kept_result_is_of_the_same_moving_picture(page, puppet):
    page.stages.cards["convolution"].action_chosen.emit("convolution", "keep")
    page.document.edit_settings("Kernel", kernel=Kernel([[2]]))
    for step in (2, 5):
        send(page, puppet, ramp(step))
        page.kept.complete()
        view = page.view
        assert view.kept.result.image is view.pictures.result.image is page.state.image
        assert view.kept.result.convolution[2, 3] == -8 * step
        assert view.pictures.result.convolution[2, 3] == 2 * 3 * step


def test_the_next_picture_waits_for_the_kept_result(page, puppet, qtbot):
    page.stages.cards["convolution"].action_chosen.emit("convolution", "keep")
    page.document.edit_settings("Kernel", kernel=Kernel([[2]]))
    send(page, puppet, ramp(2))
    send(page, puppet, ramp(3))  # while the kept result of the one before is computed
    qtbot.waitUntil(lambda: page.kept.result is not None and page.kept.result.input[2, 3] == 9, timeout=WAIT)
    assert page.state.image is page.kept.result.image
