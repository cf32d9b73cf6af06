"""One running, one waiting, the latest wins, nothing lost; with a pipeline that the test holds back."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from convviz.core.images.image import Image
from convviz.core.kernels.kernel import Kernel
from convviz.core.samples.pictures import stripes_image
from convviz.core.sizes.settings import Settings
from convviz.core.stages.pipeline import Cancelled
from convviz.document.background import compute_queue
from convviz.document.background.compute_queue import ComputeQueue
from convviz.document.state.state import default_settings

IMAGE = Image(np.zeros((4, 4)))
LARGER = Image(np.zeros((6, 6)))
LONG = 10.0


def biased(bias: float) -> Settings:
    return replace(default_settings(), bias=bias)


class HeldRun:
    """Stands for `pipeline.run`: every run begins when it is called, and ends when the test lets it."""

    def __init__(self) -> None:
        self.calls: list[tuple[float, Any]] = []
        self.outcomes: dict[float, BaseException] = {}
        self.asked = 0
        self.stubborn = False
        self._begun = threading.Semaphore(0)
        self._let_go = threading.Semaphore(0)

    def __call__(
        self,
        image: Image,
        settings: Settings,
        previous: Any = None,
        *,
        cancelled: Callable[[], bool] | None = None,
        progress: Callable[[float], None] | None = None,
    ) -> Any:
        assert cancelled is not None
        self.calls.append((settings.bias, previous))
        self._begun.release()
        while not self._let_go.acquire(timeout=0.001):
            self.asked += 1
            if cancelled() and not self.stubborn:
                raise Cancelled
        if settings.bias in self.outcomes:
            raise self.outcomes[settings.bias]
        return SimpleNamespace(image=image, bias=settings.bias)

    def wait_begun(self) -> None:
        assert self._begun.acquire(timeout=LONG)

    def let_go(self, count: int = 1) -> None:
        self._let_go.release(count)


class Screen:
    """Remembers everything the queue says, in order."""

    def __init__(self, queue: ComputeQueue) -> None:
        self.shown: list[tuple[int, float]] = []
        self.errors: list[tuple[int, BaseException]] = []
        self.busy: list[bool] = []
        queue.result_ready.connect(self.show)
        queue.failed.connect(self.fail)
        queue.busy_changed.connect(self.busy.append)

    def show(self, revision: int, result: Any) -> None:
        self.shown.append((revision, result.bias))

    def fail(self, revision: int, error: BaseException) -> None:
        self.errors.append((revision, error))


@pytest.fixture
def run() -> HeldRun:
    return HeldRun()


@pytest.fixture
def queue(qtbot: QtBot, run: HeldRun) -> Iterator[ComputeQueue]:
    queue = ComputeQueue(run=run)
    yield queue
    queue.close()


def test_a_result_comes_with_its_revision(queue: ComputeQueue, run: HeldRun) -> None:
    screen = Screen(queue)
    assert queue.submit(IMAGE, biased(1)) == 1
    assert queue.busy
    run.let_go()
    assert queue.wait_idle(LONG)
    assert screen.shown == [(1, 1.0)]
    assert screen.busy == [True, False]


def test_the_latest_wins_and_those_between_are_never_begun(queue: ComputeQueue, run: HeldRun) -> None:
    screen = Screen(queue)
    queue.submit(IMAGE, biased(1))
    run.wait_begun()
    for bias in (2, 3, 4, 5):
        queue.submit(IMAGE, biased(bias))
    run.let_go(2)
    assert queue.wait_idle(LONG)
    assert [bias for bias, _ in run.calls] == [1, 5]
    assert screen.shown == [(1, 1.0), (5, 5.0)]  # the outdated one, too: a drag must not freeze
    assert screen.busy == [True, False]


def test_what_is_on_its_way_already_is_not_begun_again(queue: ComputeQueue, run: HeldRun) -> None:
    """Two pages may ask for the same."""
    screen = Screen(queue)
    first = queue.submit(IMAGE, biased(1))
    run.wait_begun()
    assert queue.submit(IMAGE, biased(1)) == first
    waiting = queue.submit(IMAGE, biased(2))
    assert queue.submit(IMAGE, biased(2)) == waiting
    assert queue.submit(IMAGE, biased(1)) > waiting  # the running one has been overtaken
    run.let_go(2)
    assert queue.wait_idle(LONG)
    assert [bias for bias, _ in run.calls] == [1, 1]
    assert [bias for _, bias in screen.shown] == [1, 1]


def test_slow_outdated_work_is_given_up_but_not_twice_in_a_row(
    qtbot: QtBot, queue: ComputeQueue, run: HeldRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compute_queue, "PATIENCE", 0.0)
    screen = Screen(queue)
    queue.submit(IMAGE, biased(1))
    run.wait_begun()
    queue.submit(IMAGE, biased(2))  # the first has no progress to show, and is given up
    qtbot.waitUntil(lambda: len(run.calls) == 2)
    queue.submit(IMAGE, biased(3))
    asked = run.asked
    qtbot.waitUntil(lambda: run.asked > asked + 3)  # often enough to be given up, too
    run.let_go(2)
    assert queue.wait_idle(LONG)
    assert screen.shown == [(2, 2.0), (3, 3.0)]


def test_the_last_result_helps_the_next_one_of_the_same_picture(queue: ComputeQueue, run: HeldRun) -> None:
    for image, bias in [(IMAGE, 1), (IMAGE, 2), (LARGER, 3)]:
        queue.submit(image, biased(bias))
        run.let_go()
        assert queue.wait_idle(LONG)
    previous = [None if result is None else result.bias for _, result in run.calls]
    assert previous == [None, 1.0, None]


def test_a_picture_of_another_size_stops_the_one_before(
    qtbot: QtBot, queue: ComputeQueue, run: HeldRun
) -> None:
    screen = Screen(queue)
    queue.submit(IMAGE, biased(1))
    run.wait_begun()
    queue.submit(LARGER, biased(2))
    qtbot.waitUntil(lambda: len(run.calls) == 2)
    run.let_go()
    assert queue.wait_idle(LONG)
    assert screen.shown == [(2, 2.0)]
    assert not screen.errors


@pytest.mark.parametrize("error", [ValueError("5x5 does not fit 3x3"), RuntimeError("a bug"), SystemExit(3)])
def test_every_exception_is_reported_and_the_queue_goes_on(
    queue: ComputeQueue, run: HeldRun, error: BaseException
) -> None:
    screen = Screen(queue)
    run.outcomes[1.0] = error
    run.let_go(2)
    queue.submit(IMAGE, biased(1))
    assert queue.wait_idle(LONG)
    queue.submit(IMAGE, biased(2))
    assert queue.wait_idle(LONG)
    assert screen.errors == [(1, error)]
    assert screen.shown == [(2, 2.0)]


def test_too_little_memory_is_said_in_a_sentence(queue: ComputeQueue, run: HeldRun) -> None:
    screen = Screen(queue)
    run.outcomes[1.0] = MemoryError()
    run.let_go()
    queue.submit(IMAGE, biased(1))
    assert queue.wait_idle(LONG)
    [(_, error)] = screen.errors
    assert isinstance(error, MemoryError)
    assert str(error) == (
        "There is not enough memory to compute these settings on 4 × 4 pixels; "
        "a smaller picture or less padding needs less."
    )


def test_cancel_shows_nothing(queue: ComputeQueue, run: HeldRun) -> None:
    screen = Screen(queue)
    queue.submit(IMAGE, biased(1))
    run.wait_begun()
    queue.submit(IMAGE, biased(2))
    queue.cancel()
    assert queue.wait_idle(LONG)
    assert (screen.shown, screen.errors, screen.busy) == ([], [], [True, False])
    assert len(run.calls) == 1


def test_what_finishes_after_cancel_is_not_shown(queue: ComputeQueue, run: HeldRun) -> None:
    screen = Screen(queue)
    run.stubborn = True
    queue.submit(IMAGE, biased(1))
    run.wait_begun()
    queue.cancel()
    run.let_go()
    assert queue.wait_idle(LONG)
    assert screen.shown == []


def test_signals_come_in_the_windows_thread(queue: ComputeQueue, run: HeldRun) -> None:
    threads: list[threading.Thread] = []
    queue.result_ready.connect(lambda *_: threads.append(threading.current_thread()))
    run.let_go()
    queue.submit(IMAGE, biased(1))
    assert queue.wait_idle(LONG)
    assert threads == [threading.main_thread()]


def test_progress_is_heard(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compute_queue, "PROGRESS_INTERVAL", 0.0)

    def run(image: Image, settings: Settings, previous: Any = None, *, cancelled: Any, progress: Any) -> Any:
        for share in (0.25, 0.75):
            progress(share)
        return SimpleNamespace(image=image)

    queue = ComputeQueue(run=run)
    heard: list[tuple[int, float]] = []
    queue.progress.connect(lambda *news: heard.append(news))
    queue.submit(IMAGE, biased(1))
    assert queue.wait_idle(LONG)
    queue.close()
    assert heard == [(1, 0.25), (1, 0.75)]


def test_progress_that_comes_after_cancel_is_not_heard(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compute_queue, "PROGRESS_INTERVAL", 0.0)
    reported = threading.Event()

    def run(image: Image, settings: Settings, previous: Any = None, *, cancelled: Any, progress: Any) -> Any:
        progress(0.5)
        reported.set()
        return SimpleNamespace(image=image)

    queue = ComputeQueue(run=run)
    heard: list[float] = []
    queue.progress.connect(lambda _, share: heard.append(share))
    queue.submit(IMAGE, biased(1))
    assert reported.wait(LONG)
    queue.cancel()  # the news wait for the event loop
    assert queue.wait_idle(LONG)
    queue.close()
    assert heard == []


def test_close_ends_the_thread_and_silences_the_queue(queue: ComputeQueue, run: HeldRun) -> None:
    before = set(threading.enumerate())
    screen = Screen(queue)
    queue.submit(IMAGE, biased(1))
    run.wait_begun()
    assert set(threading.enumerate()) - before
    queue.close()
    assert not set(threading.enumerate()) - before
    queue.submit(IMAGE, biased(2))
    assert queue.wait_idle(LONG)
    assert (screen.shown, screen.errors) == ([], [])


def test_the_real_pipeline_computes_and_refuses(qtbot: QtBot) -> None:
    queue = ComputeQueue()
    results: list[Any] = []
    errors: list[BaseException] = []
    queue.result_ready.connect(lambda _, result: results.append(result))
    queue.failed.connect(lambda _, error: errors.append(error))
    queue.submit(stripes_image(), Settings(Kernel([[1, 0, -1]] * 3)))
    assert queue.wait_idle(LONG)
    queue.submit(stripes_image(), Settings(Kernel([[1.0] * 9] * 9)))
    assert queue.wait_idle(LONG)
    queue.close()
    assert [result.convolution[0].tolist() for result in results] == [[0, 30, 30, -30, -30, 0]]
    assert [str(error) for error in errors] == [
        "kernel 9x9 (effective 9x9) does not fit 8x8 + padding 0: it needs 9x9; "
        "a kernel of at most 8x8 or 1x1 more padding would fit"
    ]
