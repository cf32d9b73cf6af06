"""What the drill-down shows, as plain values: blocks, products, shares, and the sum they come to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Block:
    """One map that is read: the window, its weights, and what the two come to.

    ``weights`` is None where nothing is multiplied (pooling, a pixel's surroundings). ``ring`` is the
    cell that won, ``at`` what the block stands for.
    """

    at: int
    title: str
    window: NDArray[Any]
    weights: NDArray[Any] | None = None
    padding: NDArray[np.bool_] | None = None
    partial: float = 0.0
    ring: tuple[int, int] | None = None


@dataclass(frozen=True)
class RowShow:
    """One line of a list: what it is called, how it is worked out, and what it comes to.

    ``strength`` is the length of its bar, negative for blue; ``at`` what the line stands for.
    """

    at: int
    title: str
    formula: str
    result: str
    strength: float
    strong: bool = False


class Rows(Sequence[RowShow]):
    """A long list of which each line is only written when it is looked at.

    ``strengths`` are those of all lines in their order, ``write(position)`` makes one.
    """

    def __init__(self, strengths: NDArray[Any], write: Callable[[int], RowShow]) -> None:
        self.strengths = strengths
        self._write = write
        self._written: dict[int, RowShow] = {}

    def __len__(self) -> int:
        return len(self.strengths)

    @overload
    def __getitem__(self, position: int) -> RowShow: ...

    @overload
    def __getitem__(self, position: slice) -> tuple[RowShow, ...]: ...

    def __getitem__(self, position: int | slice) -> RowShow | tuple[RowShow, ...]:
        if isinstance(position, slice):
            return tuple(self[at] for at in range(*position.indices(len(self))))
        at = range(len(self))[position]
        if at not in self._written:
            self._written[at] = self._write(at)
        return self._written[at]


@dataclass(frozen=True)
class SumShow:
    """The last line: sum, bias, what both come to, and what the activation makes of it.

    ``activation`` says it in words; empty where there is none. ``value`` is what is shown in the maps.
    """

    total_name: str
    total: float
    bias: float
    before: float
    activation: str
    value: float

    @property
    def decimals(self) -> int:
        """As many decimals as the line needs to close to the last digit that is shown, 4 to 6.

        >>> SumShow("", 5.5694, -0.1264, 5.4430, "", 5.4430).decimals
        4
        """
        for places in (4, 5, 6):
            rounded = round(self.total, places) + round(self.bias, places)
            if abs(rounded - round(self.before, places)) < 10.0 ** -(places + 2):
                return places
        return 4


@dataclass(frozen=True, eq=False)
class Drill:
    """Everything about one number, as blocks, as rows, or (with neither) as a sentence.

    ``partials`` are the bars of the waterfall in the order in which they are shown, ``chart`` what
    stands over it. ``check`` says how far the sum is from the network's own value, then in fewer words;
    ``hint`` what can be done here, ``sentence`` what the number is where nothing is added up.
    ``sortable`` is whether the order of its parts can be chosen.
    """

    blocks: tuple[Block, ...] = ()
    rows: Sequence[RowShow] = ()
    partials: NDArray[Any] | None = None
    chart: str = ""
    sum: SumShow | None = None
    check: tuple[str, ...] = ()
    hint: str = ""
    sentence: str = ""
    sortable: bool = False
