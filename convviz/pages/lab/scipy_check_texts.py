"""What SciPy's verdict on the Lab's convolution is, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from convviz.core.scipy_check.check import Difference, Report, Tolerance
from convviz.core.scipy_check.parts import Part
from convviz.core.snippets.check_code import is_whole
from convviz.core.stages.pipeline import Result
from convviz.views.base.numbers import TIMES, difference, figure, shape_text

AGREES, DIFFERS = "\u2713", "\u2260"


def running() -> str:
    """While SciPy is computing."""
    return QCoreApplication.translate("Lab", "comparing with SciPy\u2026")


def not_compared() -> str:
    """Where there is no verdict."""
    return QCoreApplication.translate("Lab", "not compared with SciPy")


def why_not(reason: str) -> str:
    """Why there is no verdict."""
    return QCoreApplication.translate(
        "Lab", "SciPy could not compute this convolution, so nothing is known of it: {reason}"
    ).format(reason=reason)


def tip() -> str:
    """What a click does."""
    return QCoreApplication.translate(
        "Lab", "Click to see what was compared and to copy the code that did it"
    )


def verdict(report: Report) -> str:
    """The line in the strip."""
    if report.compared == 0:
        return not_compared()
    if not report.equal and report.largest is not None:
        return f"{DIFFERS} " + QCoreApplication.translate(
            "Lab", "differs from SciPy by {difference} at ({row}, {column})"
        ).format(
            difference=difference(report.difference),
            row=figure(report.largest.row),
            column=figure(report.largest.column),
        )
    if report.largest is None:
        return f"{AGREES} " + QCoreApplication.translate("Lab", "equals SciPy exactly")
    return f"{AGREES} " + QCoreApplication.translate("Lab", "equals SciPy to {difference}").format(
        difference=difference(report.difference)
    )


def short(report: Report) -> str:
    """The same where there is little room: the sign, and who judges."""
    if report.compared == 0:
        return ""
    return f"{AGREES if report.equal else DIFFERS} SciPy"


def title(report: Report) -> str:
    """The first line of the details."""
    if report.compared == 0:
        return QCoreApplication.translate("Lab", "Nothing could be compared with SciPy")
    if report.equal:
        return QCoreApplication.translate("Lab", "The convolution equals SciPy\u2019s")
    return QCoreApplication.translate("Lab", "The convolution differs from SciPy\u2019s")


def paragraphs(result: Result, report: Report, input_file: str, map_file: str) -> list[str]:
    """The details: what was compared, with what, how far it may be off, and where the code is."""
    told = [_what(report), _with_what(report), _allowed(report.tolerance), _found(result, report)]
    if report.left_out:
        told.append(_left_out(report))
    return [*told, _code(result, input_file, map_file)]


def _what(report: Report) -> str:
    if [part.kind for part in report.parts] == ["whole"]:
        return QCoreApplication.translate("Lab", "Compared: all values of the map, {count}.").format(
            count=figure(report.total)
        )
    parts, *others = _part_texts(report)
    for other in others:
        parts = QCoreApplication.translate("Lab", "{list}, {item}").format(list=parts, item=other)
    return QCoreApplication.translate(
        "Lab", "{count} of the map\u2019s {total} values are compared: {parts}."
    ).format(count=figure(report.compared + report.left_out), total=figure(report.total), parts=parts)


def _part_texts(report: Report) -> list[str]:
    texts = []
    kinds = {kind: [part for part in report.parts if part.kind == kind] for kind in ("visible", "patch")}
    if kinds["visible"]:
        texts.append(_visible(kinds["visible"]))
    texts.append(QCoreApplication.translate("Lab", "all four borders"))
    if kinds["patch"]:
        one = kinds["patch"][0]
        texts.append(
            QCoreApplication.translate("Lab", "{count} patches of {size} cells placed at random").format(
                count=len(kinds["patch"]), size=shape_text((len(one.rows), len(one.columns)))
            )
        )
    return texts


def _visible(parts: list[Part]) -> str:
    first, last = parts[0], parts[-1]
    places = {
        "top": figure(first.rows[0]),
        "bottom": figure(last.rows[-1]),
        "left": figure(first.columns[0]),
        "right": figure(first.columns[-1]),
    }
    if len(parts) == 1:
        return QCoreApplication.translate(
            "Lab", "what the screen shows (rows {top} to {bottom}, columns {left} to {right})"
        ).format(**places)
    return QCoreApplication.translate(
        "Lab",
        "{count} bands of {rows} rows of what the screen shows "
        "(rows {top} to {bottom}, columns {left} to {right})",
    ).format(count=figure(len(parts)), rows=figure(len(first.rows)), **places)


def _with_what(report: Report) -> str:
    return QCoreApplication.translate(
        "Lab",
        "SciPy\u2019s function is {function}. It computes in 64-bit floating-point, from the input as "
        "the kernel sees it; the divisor and the bias follow.",
    ).format(function=report.function)


def _allowed(tolerance: Tolerance) -> str:
    if tolerance.exact:
        return QCoreApplication.translate(
            "Lab", "All numbers are whole and {type} holds their sums, so no difference is allowed."
        ).format(type=tolerance.dtype)
    return QCoreApplication.translate(
        "Lab",
        "Up to {tolerance} is allowed: every product and every sum is rounded to {type}, and for one "
        "value this can amount to ({taps} products + 2) {times} {eps} {times} {weights} (sum of the "
        "weights\u2019 sizes) {times} {pixels} (largest size in the input), before the divisor.",
    ).format(
        tolerance=difference(tolerance.value),
        type=tolerance.dtype,
        taps=figure(tolerance.taps),
        times=TIMES,
        eps=difference(tolerance.eps),
        weights=difference(tolerance.weights),
        pixels=difference(tolerance.pixels),
    )


def _found(result: Result, report: Report) -> str:
    largest = report.largest
    if largest is None:
        return QCoreApplication.translate("Lab", "No value differs.")
    values = _place(result, largest) | {"difference": difference(largest.size)}
    if report.equal:
        text = QCoreApplication.translate(
            "Lab", "The largest difference is {difference}, {place}: {shown} here, {scipy} by SciPy."
        )
    else:
        text = QCoreApplication.translate(
            "Lab",
            "Values that differ by more: {wrong}. The largest difference is {difference}, {place}: "
            "{shown} here, {scipy} by SciPy.",
        )
    return text.format(wrong=figure(report.wrong), **values)


def _place(result: Result, found: Difference) -> dict[str, str]:
    if result.convolution.ndim == 3:
        place = QCoreApplication.translate("Lab", "at row {row}, column {column}, channel {channel}")
    else:
        place = QCoreApplication.translate("Lab", "at row {row}, column {column}")
    return {
        "place": place.format(row=figure(found.row), column=figure(found.column), channel=found.channel),
        "shown": f"{found.shown:.9g}".replace("-", "\u2212"),
        "scipy": f"{found.scipy:.9g}".replace("-", "\u2212"),
    }


def _left_out(report: Report) -> str:
    if report.tolerance.roomy:
        text = QCoreApplication.translate(
            "Lab", "Values left out, because their windows touch NaN or infinity: {count}."
        )
    else:
        text = QCoreApplication.translate(
            "Lab",
            "Values left out, because their windows touch NaN or infinity, or {type} may not hold "
            "their sums: {count}.",
        )
    return text.format(count=figure(report.left_out), type=report.tolerance.dtype)


def _code(result: Result, input_file: str, map_file: str) -> str:
    if is_whole(result):
        return QCoreApplication.translate(
            "Lab", "The code that compares is on the clipboard, with all the numbers in it."
        )
    return QCoreApplication.translate(
        "Lab",
        "The code that compares is on the clipboard. It reads two files: export Input and Convolution "
        "as NumPy arrays, named \u201c{input}\u201d and \u201c{map}\u201d.",
    ).format(input=input_file, map=map_file)
