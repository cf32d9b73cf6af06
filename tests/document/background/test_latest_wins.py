"""One running, one waiting, the latest wins; tasks that the test holds back."""

import threading

import pytest

from convviz.document.background.latest_wins import LatestWins, Run


class Held:
    """Tasks that begin when they are called, and end when the test lets them."""

    def __init__(self, work):
        self.begun, self.shown, self.errors, self.busy, self.shares = [], [], [], [], []
        self._work, self._begun, self._go = work, threading.Semaphore(0), threading.Semaphore(0)
        work.done.connect(lambda request, value: self.shown.append((request, value)))
        work.failed.connect(lambda request, error: self.errors.append((request, str(error))))
        work.busy_changed.connect(self.busy.append)
        work.progress.connect(lambda request, share: self.shares.append((request, share)))

    def ask(self, request, **how):
        self._work.ask(request, self._task, **how)

    def _task(self, run):
        self.begun.append(run.request)
        self._begun.release()
        run.report(0.5)
        while not self._go.acquire(timeout=0.001):
            if run.cancelled():
                raise InterruptedError
        if run.request == "bad":
            raise ValueError("no luck")
        return 10 * run.request

    def wait_begun(self):
        assert self._begun.acquire(timeout=10)

    def let_go(self, count=1):
        self._go.release(count)
        assert self._work.wait_idle()


@pytest.fixture
def work(qtbot):
    work = LatestWins()
    yield work
    work.close()


@pytest.fixture
def held(work):
    return Held(work)


def test_of_those_that_wait_only_the_last_is_carried_out(work, held):
    held.ask(1)
    held.wait_begun()
    for request in (2, 3, 4):
        held.ask(request)
    assert work.newest == 4
    held.let_go(2)
    assert held.begun == [1, 4]
    assert held.shown == [(1, 10), (4, 40)]
    assert held.busy == [True, False]
    assert held.shares == [(1, 0.5), (4, 0.5)]
    assert work.newest is None


def test_interrupting_silences_what_runs(work, held):
    held.ask(1)
    held.wait_begun()
    held.ask(2, interrupt=True)
    held.let_go(2)  # one for each: the first may still take one before it notices
    assert held.shown == [(2, 20)]
    assert held.errors == []


def test_after_cancelling_nothing_is_heard(work, held):
    held.ask(1)
    held.wait_begun()
    held.ask(2)
    work.cancel()
    assert work.newest is None
    assert work.wait_idle()
    assert (held.begun, held.shown, held.errors, held.busy) == ([1], [], [], [True, False])
    held.ask(3)  # and it goes on
    held.let_go()
    assert held.shown == [(3, 30)]


def test_what_goes_on_reports_its_share_until_it_is_stopped():
    shares = []
    run = Run("request", lambda run: None, shares.append)
    run.go_on(0.25)
    run.stop()
    with pytest.raises(InterruptedError):
        run.go_on(0.5)
    assert shares == [0.25]


def test_nobody_waits_longer_than_asked(work, held):
    held.ask(1)
    held.wait_begun()
    assert not work.wait_idle(timeout=0.01)
    held.let_go()
    assert held.shown == [(1, 10)]


def test_an_error_is_told_with_its_request(work, held):
    held.ask("bad")
    held.let_go()
    assert held.errors == [("bad", "no luck")]


def test_a_listener_may_ask_again(work, held):
    work.done.connect(lambda request, value: held.ask(request + 1) if request < 3 else None)
    held.ask(1)
    held.let_go(3)
    assert [request for request, _ in held.shown] == [1, 2, 3]
    assert held.busy[0] is True
    assert held.busy[-1] is False


def test_closed_it_takes_nothing(work, held):
    work.close()
    held.ask(1)
    assert not work.busy
    assert held.begun == []


def test_between_two_requests(qtbot):
    told = []
    work = LatestWins(
        between=lambda finished, error, following: told.append((finished.request, following.request))
    )
    held = Held(work)
    held.ask(1)
    held.wait_begun()
    held.ask(2)
    held.let_go(2)
    work.close()
    assert told == [(1, 2)]


def test_a_task_ends_before_qt_when_the_interpreter_does(fresh_python):
    printed = fresh_python("""
import threading
from PySide6.QtCore import QCoreApplication
from convviz.document.background.latest_wins import LatestWins

app = QCoreApplication([])
work, begun = LatestWins(app), threading.Event()

def task(run):
    begun.set()
    while not run.cancelled():
        run.report(0.5)
    print("ended")

work.ask("first", task)
begun.wait()
work.ask("second", lambda run: print("not begun"))
""")
    assert printed == "ended\n"
