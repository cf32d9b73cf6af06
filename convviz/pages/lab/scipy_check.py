"""The check by SciPy: it computes the convolution on show once more when edits pause."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from convviz.core.base.files import stage_file
from convviz.core.scipy_check.check import Report, Tolerance, check
from convviz.core.scipy_check.parts import Part
from convviz.core.snippets.check_code import check_code, is_whole
from convviz.core.stages.pipeline import Result
from convviz.document.background.latest_wins import LatestWins, Run
from convviz.document.document import Document
from convviz.document.state.state import DocumentState
from convviz.views.base.numbers import TIMES, difference, figure, shape_text
from convviz.views.base.texts import image_title, reason_text, say
from convviz.views.window.messages import Verdict, VerdictNote

AGREES, DIFFERS = "\u2713", "\u2260"

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

    It knows the document, the note and a thread of its own: each result that is shown is handed over.
    Newer edits end a comparison that is going on; none begins while a mouse button is held.
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
        self._verdict: Report | BaseException | None = None
        self._work = LatestWins(self)
        self._work.done.connect(self._on_verdict)
        self._work.failed.connect(self._on_verdict)
        self._rest = self._timer(REST, self._ask)
        self._patience = self._timer(PATIENCE, self.retranslate)
        document.state_changed.connect(self._on_state)
        note.clicked.connect(self._on_clicked)

    def _timer(self, interval: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval)
        timer.timeout.connect(slot)
        return timer

    @property
    def report(self) -> Report | None:
        """What is known of the result on show."""
        return self._verdict if isinstance(self._verdict, Report) else None

    @property
    def busy(self) -> bool:
        """Whether something is being compared."""
        return self._work.busy

    @property
    def at_rest(self) -> bool:
        """Whether nothing is being compared or about to be."""
        return not (self.busy or self._rest.isActive())

    def set_result(self, result: Result, state: DocumentState | None = None) -> None:
        """This result is on show now, of ``state`` or the document's. Compared if whole and up to date."""
        whole = isinstance(result.convolution, np.ndarray)
        if result is self._result or not whole or not (state or self._document.state).describes(result):
            return
        self.forget()
        self._result = result
        self._rest.start()

    def look_again(self) -> None:
        """The screen shows another part; that matters where not the whole map was compared."""
        report = self.report
        running = self._result is not None and self._work.newest is self._result
        if running or (report is not None and report.parts[0].kind != "whole"):
            self._rest.start()

    def close(self) -> None:
        """End the thread; nothing is said any more."""
        self.forget()
        self._work.close()

    # Asking and hearing

    def _on_state(self, old: DocumentState, new: DocumentState) -> None:
        if self._result is not None and not new.describes(self._result):
            self.forget()

    def forget(self) -> None:
        """What was said is of something else, and what is being worked out is not wanted."""
        if self._result is None:
            return
        self._work.cancel()
        self._rest.stop()
        self._patience.stop()
        self._result = self._verdict = None
        if self._note.text():
            self.retranslate()

    def _ask(self) -> None:
        if self._result is None:
            return
        if self._dragging():
            self._rest.start()
            return
        self._patience.start()
        self._work.ask(self._result, partial(_compare, self._result, self._visible()))

    def _on_verdict(self, asked: Result, verdict: Report | BaseException) -> None:
        if asked is self._result:
            self._patience.stop()
            self._verdict = verdict
            self.retranslate()

    # Saying

    def retranslate(self) -> None:
        """Say the verdict in the language of the moment."""
        verdict = self._verdict
        if isinstance(verdict, Report):
            tip = say("Lab", "Click to see what was compared and to copy the code that did it")
            self._note.set_verdict(_kind(verdict), _line(verdict), tip, short=_short(verdict))
        elif verdict is not None:
            self._note.set_verdict("caption", _not_compared(), _why_not(verdict))
        elif self._work.newest is not None:
            self._note.set_verdict("caption", say("Lab", "comparing with SciPy\u2026"))
        else:
            self._note.set_verdict("caption", "")

    def _on_clicked(self) -> None:
        """Tell all of the verdict, and put the code that led to it on the clipboard."""
        verdict, result = self._verdict, self._result
        if isinstance(verdict, Report) and result is not None:
            state = self._document.state
            title = (state.title if state.image is result.image else "") or image_title(result.image)
            files = (stage_file(title, "input", "npy"), stage_file(title, "convolution", "npy"))
            QGuiApplication.clipboard().setText(check_code(result, verdict, *files))
            self._note.tell(_title(verdict), _paragraphs(result, verdict, *files))
        elif verdict is not None and not isinstance(verdict, Report):
            self._note.tell(_not_compared(), [_why_not(verdict)])


def _compare(result: Result, visible: Visible, run: Run) -> Report:
    return check(result, visible, cancelled=run.cancelled)


# The verdict in words


def _kind(report: Report) -> Verdict:
    if not report.equal:
        return "error"
    return "ok" if report.compared else "caption"


def _not_compared() -> str:
    return say("Lab", "not compared with SciPy")


def _why_not(error: BaseException) -> str:
    reason = reason_text(error) if isinstance(error, Exception) else ""
    text = say("Lab", "SciPy could not compute this convolution, so nothing is known of it: {reason}")
    return text.format(reason=reason or type(error).__name__)


def _line(report: Report) -> str:
    """The line in the strip."""
    largest = report.largest
    if report.compared == 0:
        return _not_compared()
    if report.equal or largest is None:
        exactly, nearly = say("Lab", "equals SciPy exactly"), say("Lab", "equals SciPy to {difference}")
        text = exactly if largest is None else nearly.format(difference=difference(report.difference))
        return f"{AGREES} {text}"
    text = say("Lab", "differs from SciPy by {difference} at ({row}, {column})")
    places = {"row": figure(largest.row), "column": figure(largest.column)}
    return f"{DIFFERS} " + text.format(difference=difference(report.difference), **places)


def _short(report: Report) -> str:
    """The same where there is little room: the sign, and who judges."""
    return f"{AGREES if report.equal else DIFFERS} SciPy" if report.compared else ""


def _title(report: Report) -> str:
    """The first line of the details."""
    if report.compared == 0:
        return say("Lab", "Nothing could be compared with SciPy")
    if report.equal:
        return say("Lab", "The convolution equals SciPy\u2019s")
    return say("Lab", "The convolution differs from SciPy\u2019s")


def _paragraphs(result: Result, report: Report, input_file: str, map_file: str) -> list[str]:
    """The details: what was compared, with what, how far it may be off, and where the code is."""
    with_what = say(
        "Lab",
        "SciPy\u2019s function is {function}. It computes in 64-bit floating-point, from the input as "
        "the kernel sees it; the divisor and the bias follow.",
        function=report.function,
    )
    parts = [_what(report), with_what, _allowed(report.tolerance), _found(result, report)]
    if report.left_out:
        parts.append(_left_out(report))
    return [*parts, _code(result, input_file, map_file)]


def _what(report: Report) -> str:
    if [part.kind for part in report.parts] == ["whole"]:
        return say("Lab", "Compared: all values of the map, {count}.", count=figure(report.total))
    parts, *others = _part_texts(report)
    for other in others:
        parts = say("Lab", "{list}, {item}", list=parts, item=other)
    text = say("Lab", "{count} of the map\u2019s {total} values are compared: {parts}.")
    count = report.compared + report.left_out
    return text.format(count=figure(count), total=figure(report.total), parts=parts)


def _part_texts(report: Report) -> list[str]:
    visible = [part for part in report.parts if part.kind == "visible"]
    patches = [part for part in report.parts if part.kind == "patch"]
    texts = [_visible(visible)] if visible else []
    texts.append(say("Lab", "all four borders"))
    if patches:
        text = say("Lab", "{count} patches of {size} cells placed at random")
        size = shape_text((len(patches[0].rows), len(patches[0].columns)))
        texts.append(text.format(count=len(patches), size=size))
    return texts


def _visible(parts: list[Part]) -> str:
    first, last = parts[0], parts[-1]
    ends = {"top": first.rows[0], "bottom": last.rows[-1], "left": first.columns[0]}
    numbers = ends | {"right": first.columns[-1], "count": len(parts), "rows": len(first.rows)}
    one = say("Lab", "what the screen shows (rows {top} to {bottom}, columns {left} to {right})")
    several = say(
        "Lab",
        "{count} bands of {rows} rows of what the screen shows "
        "(rows {top} to {bottom}, columns {left} to {right})",
    )
    text = one if len(parts) == 1 else several
    return text.format(**{name: figure(number) for name, number in numbers.items()})


def _allowed(tolerance: Tolerance) -> str:
    if tolerance.exact:
        text = say("Lab", "All numbers are whole and {type} holds their sums, so no difference is allowed.")
        return text.format(type=tolerance.dtype)
    numbers = {name: difference(getattr(tolerance, name)) for name in ("eps", "weights", "pixels")}
    return say(
        "Lab",
        "Up to {tolerance} is allowed: every product and every sum is rounded to {type}, and for one "
        "value this can amount to ({taps} products + 2) {times} {eps} {times} {weights} (sum of the "
        "weights\u2019 sizes) {times} {pixels} (largest size in the input), before the divisor.",
        tolerance=difference(tolerance.value),
        type=tolerance.dtype,
        taps=figure(tolerance.taps),
        times=TIMES,
        **numbers,
    )


def _found(result: Result, report: Report) -> str:
    largest = report.largest
    if largest is None:
        return say("Lab", "No value differs.")
    if report.equal:
        text = say("Lab", "The largest difference is {difference}, {place}: {shown} here, {scipy} by SciPy.")
    else:
        text = say(
            "Lab",
            "Values that differ by more: {wrong}. The largest difference is {difference}, {place}: "
            "{shown} here, {scipy} by SciPy.",
        )
    place = say("Lab", "at row {row}, column {column}")
    if result.convolution.ndim == 3:
        place = say("Lab", "at row {row}, column {column}, channel {channel}")
    row, column = figure(largest.row), figure(largest.column)
    place = place.format(row=row, column=column, channel=largest.channel)
    shown, scipy = (f"{n:.9g}".replace("-", "\u2212") for n in (largest.shown, largest.scipy))
    size = difference(largest.size)
    return text.format(wrong=figure(report.wrong), difference=size, place=place, shown=shown, scipy=scipy)


def _left_out(report: Report) -> str:
    roomy = say("Lab", "Values left out, because their windows touch NaN or infinity: {count}.")
    tight = say(
        "Lab",
        "Values left out, because their windows touch NaN or infinity, or {type} may not hold "
        "their sums: {count}.",
    )
    text = roomy if report.tolerance.roomy else tight
    return text.format(count=figure(report.left_out), type=report.tolerance.dtype)


def _code(result: Result, input_file: str, map_file: str) -> str:
    if is_whole(result):
        return say("Lab", "The code that compares is on the clipboard, with all the numbers in it.")
    return say(
        "Lab",
        "The code that compares is on the clipboard. It reads two files: export Input and Convolution "
        "as NumPy arrays, named \u201c{input}\u201d and \u201c{map}\u201d.",
        input=input_file,
        map=map_file,
    )
