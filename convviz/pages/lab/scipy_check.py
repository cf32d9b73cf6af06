"""SciPy as the referee of the Lab: it computes the convolution on show once more when edits pause."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from typing import TypeAlias

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from convviz.core.base.files import stage_file
from convviz.core.scipy_check.check import Report, check
from convviz.core.snippets.check_code import check_code
from convviz.core.stages.pipeline import Cancelled, Result
from convviz.document.background.worker import Report as Progress
from convviz.document.background.worker import Worker
from convviz.document.document import Document
from convviz.document.state.state import DocumentState
from convviz.pages.lab import scipy_check_texts as texts
from convviz.views.base.texts import image_title, reason_text
from convviz.views.window.verdict_note import Verdict, VerdictNote

REST = 350
"""Milliseconds without an edit after which SciPy is asked."""

PATIENCE = 150
"""Milliseconds after which it is said that SciPy is computing."""

Visible: TypeAlias = tuple[range, range] | None
"""The rows and columns of the map that are on the screen."""


def _is_dragging() -> bool:
    return QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton


class ScipyCheck(QObject):
    """Compares what the Lab shows with SciPy, and writes the verdict into a note.

    It knows the document, the note and a thread of its own, and not the page: who shows a result
    hands it over. Newer edits end a comparison that is going on; none begins while a mouse button
    is held.
    """

    def __init__(
        self,
        document: Document,
        note: VerdictNote,
        visible: Callable[[], Visible],
        parent: QObject | None = None,
        *,
        dragging: Callable[[], bool] = _is_dragging,
    ) -> None:
        super().__init__(parent)
        self._document, self._note, self._visible, self._dragging = document, note, visible, dragging
        self._result: Result | None = None
        self._asked: Result | None = None
        self._stop: threading.Event | None = None
        self._verdict: Report | BaseException | None = None
        self._worker = Worker(self)
        self._worker.finished.connect(self._on_finished)
        self._rest = self._timer(REST, self._ask)
        self._patience = self._timer(PATIENCE, self.retranslate)
        document.state_changed.connect(self._on_state)
        note.clicked.connect(self._on_clicked)

    def _timer(self, interval: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(slot)
        return timer

    @property
    def report(self) -> Report | None:
        """What is known of the result on show."""
        return self._verdict if isinstance(self._verdict, Report) else None

    @property
    def at_rest(self) -> bool:
        """Whether nothing is being compared or about to be."""
        return self._stop is None and not self._rest.isActive()

    def set_result(self, result: Result) -> None:
        """This result is on show now. Only those that are whole and up to date are compared."""
        whole = isinstance(result.convolution, np.ndarray)
        if result is self._result or not whole or not self._document.state.describes(result):
            return
        self._forget()
        self._result = result
        self._rest.start()

    def look_again(self) -> None:
        """The screen shows another part; that matters where not the whole map was compared."""
        report = self.report
        running = self._stop is not None and self._asked is self._result
        if running or (report is not None and report.parts[0].kind != "whole"):
            self._rest.start()

    def close(self) -> None:
        """End the thread; nothing is said any more."""
        self._forget()
        self._worker.close()

    # Asking and hearing

    def _on_state(self, old: DocumentState, new: DocumentState) -> None:
        if self._result is not None and not new.describes(self._result):
            self._forget()

    def _forget(self) -> None:
        """What was said is of something else, and what is being worked out is not wanted."""
        if self._stop is not None:
            self._stop.set()
        self._rest.stop()
        self._patience.stop()
        self._result = self._verdict = None
        self.retranslate()

    def _ask(self) -> None:
        if self._result is None:
            return
        if self._stop is not None or self._dragging():
            self._rest.start()
            return
        self._asked, self._stop = self._result, threading.Event()
        self._patience.start()
        self._worker.start(partial(_compare, self._result, self._visible(), self._stop))

    def _on_finished(self, value: object, error: BaseException | None) -> None:
        asked, self._asked, self._stop = self._asked, None, None
        self._patience.stop()
        if asked is not self._result or isinstance(error, Cancelled):
            return  # the pause after the edit that overtook it asks again
        self._verdict = value if isinstance(value, Report) else error
        self.retranslate()

    # Saying

    def retranslate(self) -> None:
        """Say the verdict in the language of the moment."""
        verdict = self._verdict
        if isinstance(verdict, Report):
            kind = _kind(verdict)
            self._note.set_verdict(kind, texts.verdict(verdict), texts.tip(), short=texts.short(verdict))
        elif verdict is not None:
            self._note.set_verdict("caption", texts.not_compared(), self._why_not(verdict))
        elif self._stop is not None and not self._stop.is_set():
            self._note.set_verdict("caption", texts.running())
        else:
            self._note.set_verdict("caption", "")

    def _why_not(self, error: BaseException) -> str:
        reason = reason_text(error) if isinstance(error, Exception) else ""
        return texts.why_not(reason or type(error).__name__)

    def _on_clicked(self) -> None:
        """Tell all of the verdict, and put the code that led to it on the clipboard."""
        verdict, result = self._verdict, self._result
        if isinstance(verdict, Report) and result is not None:
            title = self._document.state.title or image_title(result.image)
            files = (stage_file(title, "input", "npy"), stage_file(title, "convolution", "npy"))
            QGuiApplication.clipboard().setText(check_code(result, verdict, *files))
            self._note.tell(texts.title(verdict), texts.paragraphs(result, verdict, *files))
        elif verdict is not None and not isinstance(verdict, Report):
            self._note.tell(texts.not_compared(), [self._why_not(verdict)])


def _kind(report: Report) -> Verdict:
    if not report.equal:
        return "error"
    return "ok" if report.compared else "caption"


def _compare(result: Result, visible: Visible, stop: threading.Event, _progress: Progress) -> Report:
    return check(result, visible, cancelled=stop.is_set)
