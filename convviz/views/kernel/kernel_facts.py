"""What can be said of a kernel at a glance: sum, rank, symmetry, range of the results."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from convviz.core.kernels.kernel import Kernel
from convviz.views.base.numbers import figure

BETWEEN = "  \u00b7  "


def output_range(
    kernel: Kernel, bias: float, low: float, high: float, channels: int = 1
) -> tuple[float, float]:
    """The least and the greatest value a kernel can make of inputs between ``low`` and ``high``.

    >>> output_range(Kernel([[1, 0, -1]]), 0.0, 0.0, 255.0)
    (-255.0, 255.0)
    """
    times = 1 if kernel.has_channels else channels
    above = times * float(np.maximum(kernel.weights, 0).sum())
    below = times * float(np.minimum(kernel.weights, 0).sum())
    ends = [(above * a + below * b) / kernel.divisor + bias for a, b in ((low, high), (high, low))]
    return min(ends), max(ends)


class KernelFacts(QLabel):
    """One line of facts; what does not fit is left out whole and stands in the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "ruler")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setStyleSheet("QLabel { font-size: 12px; }")
        self._kernel = Kernel([[1.0]])
        self._bias, self._low, self._high = 0.0, 0.0, 255.0
        self._channels, self._turned = 1, False

    def show_kernel(
        self, kernel: Kernel, bias: float, low: float, high: float, *, channels: int, turned: bool
    ) -> None:
        """Say what is true of ``kernel`` on inputs between ``low`` and ``high``."""
        self._kernel, self._bias, self._low, self._high = kernel, bias, low, high
        self._channels, self._turned = channels, turned
        self._show()

    def facts(self) -> list[str]:
        """Every fact, the most important first."""
        kernel = self._kernel
        facts = [self.tr("turned by 180\u00b0: what is multiplied")] if self._turned else []
        facts += [self._sum(), self._rank()]
        if self._channels > 1 and not kernel.has_channels:
            facts.append(self.tr("same for R, G, B"))
        if kernel.is_half_turn_symmetric:
            facts.append(self.tr("unchanged by a half turn"))
        facts.append(self._range())
        return facts

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def _sum(self) -> str:
        total, divisor = self._kernel.total, self._kernel.divisor
        if divisor == 1:
            return self.tr("Sum {sum}").format(sum=figure(total))
        text = self.tr("Sum {sum} \u00f7 {divisor} = {result}")
        return text.format(sum=figure(total), divisor=figure(divisor), result=figure(total / divisor))

    def _rank(self) -> str:
        rank = self._kernel.rank()
        text = self.tr("rank {rank}, separable") if rank == 1 else self.tr("rank {rank}")
        return text.format(rank=rank)

    def _range(self) -> str:
        low, high = output_range(self._kernel, self._bias, self._low, self._high, self._channels)
        if low == -high:
            return self.tr("range \u00b1{high}").format(high=figure(high))
        return self.tr("range {low} to {high}").format(low=figure(low), high=figure(high))

    def _show(self) -> None:
        facts = self.facts()
        metrics = self.fontMetrics()
        self.setToolTip("\n".join(facts))
        count = len(facts)
        while count > 1 and metrics.horizontalAdvance(BETWEEN.join(facts[:count])) > self.width():
            count -= 1
        self.setText(BETWEEN.join(facts[:count]))
