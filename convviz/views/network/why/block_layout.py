"""Where the blocks of a sum lie: window, weights, and the partial sum under both."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

LABEL, FOOT, FRAME, SIGN, BETWEEN = 22.0, 34.0, 3.0, 14.0, 14.0
WIDEST, TALLEST, NARROWEST, ALONE = 42.0, 34.0, 30.0, 46.0


@dataclass(frozen=True)
class BlockLayout:
    """``total`` blocks of (rows, columns) cells in ``width`` x ``height``, with weights beside or not."""

    rows: int
    columns: int
    weighted: bool
    width: float
    height: float
    total: int

    @property
    def cell(self) -> tuple[float, float]:
        """Width and height of a cell, whole pixels."""
        foot = FOOT if self.weighted else 6
        high = min(TALLEST if self.weighted else ALONE, (self.height - LABEL - foot - 2 * FRAME) / self.rows)
        grids = 2 if self.weighted else 1
        room = (self.width - 2 * FRAME - (SIGN if self.weighted else 0)) / (grids * self.columns)
        widest = min(ALONE, max(NARROWEST, 1.5 * high)) if not self.weighted else 36.0
        if self.weighted and self.total <= 2:
            widest = WIDEST
        wide = min(widest, room)
        if self.columns > 3 and self.weighted:
            wide = min(wide, NARROWEST)
        return max(2.0, float(int(wide))), max(2.0, float(int(high)))

    @property
    def pitch(self) -> float:
        """Pixels from one block to the next."""
        grids = 2 if self.weighted else 1
        return grids * self.columns * self.cell[0] + (SIGN if self.weighted else 30) + BETWEEN

    @property
    def count(self) -> int:
        """How many blocks are on view at a time."""
        return max(1, int((self.width + BETWEEN) // self.pitch))

    def window(self, slot: int) -> QRectF:
        """Where the window of the block on view at ``slot`` lies."""
        wide, high = self.cell
        return QRectF(FRAME + slot * self.pitch, LABEL + FRAME, self.columns * wide, self.rows * high)

    def weights(self, slot: int) -> QRectF:
        """Where its weights lie; empty without weights."""
        if not self.weighted:
            return QRectF()
        window = self.window(slot)
        return window.translated(window.width() + SIGN, 0)

    def foot(self, slot: int) -> QRectF:
        """Where its partial sum stands."""
        window = self.window(slot)
        return QRectF(window.left(), window.bottom() + 6, 2 * window.width() + SIGN, FOOT - 8)
