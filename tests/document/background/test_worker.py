"""The thread beside the window's: it ends, it reports in order, and it outlives nobody."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QCoreApplication, Qt
from pytestqt.qtbot import QtBot

from convviz.document.background.latest_wins import Report, Worker


def test_tasks_run_in_order_on_one_other_thread(qtbot: QtBot) -> None:
    worker = Worker()
    news: list[tuple[object, object]] = []
    worker.finished.connect(lambda value, error: news.append((value, error)))

    def task(_: Report) -> object:
        return threading.current_thread().name

    for _ in range(3):
        worker.start(task)
    qtbot.waitUntil(lambda: len(news) == 3)
    worker.close()
    assert news == [("convviz-worker", None)] * 3


def test_there_is_no_thread_before_the_first_task_and_none_after_close(qtbot: QtBot) -> None:
    before = set(threading.enumerate())
    worker = Worker()
    assert set(threading.enumerate()) == before
    worker.start(lambda report: None)
    assert len(set(threading.enumerate()) - before) == 1
    worker.close()
    assert set(threading.enumerate()) == before
    worker.close()
    worker.start(lambda report: None)
    assert set(threading.enumerate()) == before


def test_news_come_in_the_thread_that_owns_the_worker(qtbot: QtBot) -> None:
    worker = Worker()
    threads: list[threading.Thread] = []
    direct = Qt.ConnectionType.DirectConnection
    worker.progress.connect(lambda share: threads.append(threading.current_thread()), direct)
    worker.finished.connect(lambda value, error: threads.append(threading.current_thread()), direct)
    worker.start(lambda report: report(0.5))
    qtbot.waitUntil(lambda: len(threads) == 2)
    worker.close()
    assert threads == [threading.main_thread()] * 2


def test_nothing_is_reported_after_close(qtbot: QtBot) -> None:
    worker = Worker()
    done = threading.Event()
    with qtbot.assertNotEmitted(worker.finished):
        worker.start(lambda report: done.set())
        done.wait()
        worker.close()  # the thread has ended, and its news waits for the event loop
        QCoreApplication.processEvents()


def test_the_thread_keeps_neither_the_task_nor_its_value(qtbot: QtBot) -> None:
    class Pixels:
        pass

    pixels = Pixels()
    alive = weakref.ref(pixels)
    worker = Worker()
    with qtbot.waitSignal(worker.finished):
        worker.start(lambda report, value=pixels: value)  # type: ignore[misc]
    del pixels
    gc.collect()
    assert alive() is None
    worker.close()
