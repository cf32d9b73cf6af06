"""The facts in the status strip: one line of simple HTML that ends in "…" where it does not fit."""

from __future__ import annotations

import re
from html import escape, unescape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz.views.base import theme
from convviz.views.base.plain import MarkupLabel, set_tip

_TAG = re.compile(r"(<[^>]*>)")


def fitting_markup(html: str, room: float, plain: QFontMetricsF, bold: QFontMetricsF) -> str:
    """``html``, or as much of it as fits into ``room`` pixels with a "…" behind; only <b> makes it wider."""
    parts = [(part, part.startswith("<")) for part in _TAG.split(html) if part]
    left, kept = room - plain.horizontalAdvance("…"), ""
    metrics = plain
    for part, is_tag in parts:
        if is_tag:
            metrics = bold if part == "<b>" else plain if part == "</b>" else metrics
            kept += part
            continue
        text = unescape(part)
        taken = metrics.horizontalAdvance(text)
        if taken > left:
            rest = _TAG.sub("", html[len(kept) + len(part) :])
            whole = taken + plain.horizontalAdvance(unescape(rest))
            if whole <= left + plain.horizontalAdvance("…"):
                return html
            shown = metrics.elidedText(
                text, Qt.TextElideMode.ElideRight, left + metrics.horizontalAdvance("…")
            )
            return kept + escape(shown) + ("</b>" if metrics is bold else "")
        left -= taken
        kept += part
    return html


class FactsLabel(MarkupLabel):
    """Shows as much of its facts as there is room for; the tooltip then holds them whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "caption")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._html = ""

    def set_facts(self, html: str) -> None:
        """Show these facts; text from outside must be escaped by who composes them."""
        if html != self._html:  # laying out HTML takes longer than comparing it
            self._html = html
            self._fit()

    def facts(self) -> str:
        """The facts in full."""
        return self._html

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        plain, bold = (QFontMetricsF(theme.font(role, self.font())) for role in ("caption", "caption-strong"))
        shown = fitting_markup(self._html, self.width() - 1, plain, bold)
        if shown != self.text():
            self.setText(shown)
        set_tip(self, "" if shown == self._html else unescape(_TAG.sub("", self._html)))
