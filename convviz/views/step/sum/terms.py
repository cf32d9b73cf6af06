"""The terms of a sum above its staircase: each over its own stair, or flowing over a few lines."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from convviz.views.base import theme
from convviz.views.base.theme import Tokens
from convviz.views.step.sum.show import SumShow

LINE, SPACE, MOST_LINES, JOINT_ROOM = 18.0, 5.0, 2, 8.0
Word = tuple[int, str]
"""The number of a term, and how it is written."""

ELLIPSIS = "\u2026"
MOST_FLOWING = 64
"""More terms than this never fit on the lines there are."""


def fits_over_stairs(show: SumShow, width: float, base: QFont) -> bool:
    """Whether every term has room over its stair."""
    if not show.terms:
        return True
    metrics = QFontMetricsF(theme.font("strong", base))
    widest = max((metrics.horizontalAdvance(t) for t in sorted(show.terms, key=len)[-6:]), default=0.0)
    return widest + JOINT_ROOM <= width / len(show.terms)


def height_needed(show: SumShow, width: float, base: QFont) -> float:
    """How much of the height the terms take: one line over the stairs, else as many as they flow over."""
    if fits_over_stairs(show, width, base):
        return LINE
    return LINE * min(MOST_LINES, len(flowing(show, width, base)))


def flowing(show: SumShow, width: float, base: QFont) -> list[list[Word]]:
    """The terms in lines as words; of too many the middle gives way to "…"."""
    metrics = QFontMetricsF(theme.font("strong", base))
    words = _words(show, list(range(len(show.terms))))
    if len(show.terms) <= MOST_FLOWING:
        lines = _wrapped(words, width, metrics)
        if len(lines) <= MOST_LINES:
            return lines
    low, high = 1, min(len(show.terms), MOST_FLOWING)
    while low < high:  # as many first terms as leave room for the last
        middle = (low + high + 1) // 2
        kept = [*range(middle), -1, len(show.terms) - 1]
        if len(_wrapped(_words(show, kept), width, metrics)) <= MOST_LINES:
            low = middle
        else:
            high = middle - 1
    return _wrapped(_words(show, [*range(low), -1, len(show.terms) - 1]), width, metrics)


def _words(show: SumShow, kept: list[int]) -> list[Word]:
    words = []
    for place, index in enumerate(kept):
        text = ELLIPSIS if index < 0 else show.terms[index]
        if show.joint == ",":
            after = show.closing if place == len(kept) - 1 else ","
            text = (show.opening if place == 0 else "") + text + after
        elif place:
            text = f"{show.joint} {text}"
        words.append((index if index >= 0 else kept[place - 1], text))
    return words


def _wrapped(words: list[Word], width: float, metrics: QFontMetricsF) -> list[list[Word]]:
    lines: list[list[Word]] = []
    x = 0.0
    for index, word in words:
        wide = metrics.horizontalAdvance(word)
        if not lines or x + wide > width:
            lines.append([])
            x = 0.0
        lines[-1].append((index, word))
        x += wide + SPACE
    return lines


def paint_terms(painter: QPainter, area: QRectF, show: SumShow, scheme: Tokens, base: QFont) -> None:
    """Paint the terms written so far; those not yet added stand back."""
    if fits_over_stairs(show, area.width(), base):
        _paint_over_stairs(painter, area, show, scheme, base)
        return
    metrics = QFontMetricsF(theme.font("strong", base))
    for number, line in enumerate(flowing(show, area.width(), base)[:MOST_LINES]):
        x = area.left()
        baseline = area.top() + number * LINE + (LINE + metrics.capHeight()) / 2
        for index, word in line:
            if index < show.written:
                _prepare(painter, index, show, scheme, base)
                painter.drawText(QPointF(x, baseline), word)
            x += metrics.horizontalAdvance(word) + SPACE


def _paint_over_stairs(painter: QPainter, area: QRectF, show: SumShow, scheme: Tokens, base: QFont) -> None:
    pitch = area.width() / len(show.terms) if show.terms else 0.0
    last = len(show.terms) - 1
    for index, term in enumerate(show.terms[: show.written]):
        place = QRectF(area.left() + index * pitch, area.top(), pitch, LINE)
        _prepare(painter, index, show, scheme, base)
        listed = show.joint == "," and index < last
        text = (show.opening if index == 0 else "") + term + (show.closing if index == last else "")
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text + ("," if listed else ""))
        if index < last and index + 1 < show.written and not listed:
            painter.setFont(theme.font("ruler", base))
            painter.setPen(scheme.color("text3"))
            joint = QRectF(place.right() - JOINT_ROOM / 2, place.top(), JOINT_ROOM, LINE)
            painter.drawText(joint, Qt.AlignmentFlag.AlignCenter, show.joint)


def _prepare(painter: QPainter, index: int, show: SumShow, scheme: Tokens, base: QFont) -> None:
    painter.setFont(theme.font("strong", base))
    name = "accent" if index == show.current else "text1" if index < show.added else "text3"
    painter.setPen(scheme.color(name))
