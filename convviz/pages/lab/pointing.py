"""From a pointed cell to the highlights on every stage: plain functions on the chain of shapes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from convviz.core.explain import links
from convviz.core.explain.links import Cells
from convviz.core.explain.trace import ConvolutionTrace, PoolingTrace, settled_trace, trace
from convviz.core.sizes.settings import StageName
from convviz.core.stages.noise import Noise
from convviz.core.stages.pipeline import Chain, Result
from convviz.views.picture.scene import Highlight

Cell: TypeAlias = tuple[int, int]
Place: TypeAlias = tuple[StageName, Cell]
Highlights: TypeAlias = dict[StageName, list[Highlight]]

SEARCHED = 4_000_000
"""Finding the strongest of so many values takes a few milliseconds."""


@dataclass(frozen=True)
class Focus:
    """What a pointed cell is about: one convolution cell, and a pooled cell that it goes into.

    ``pooling`` is None where pooling is off or drops the cell.
    """

    stage: StageName
    cell: Cell
    convolution: Cell
    pooling: Cell | None

    @property
    def place(self) -> Place:
        """The cell itself."""
        return self.stage, self.cell


@dataclass(frozen=True, eq=False)
class Explanation:
    """The arithmetic behind a focus."""

    focus: Focus
    convolution: ConvolutionTrace
    pooling: PoolingTrace | None

    def settled(self, noise: Noise) -> Explanation:
        """The same as it reads: numbers that are nothing but rounding are 0."""
        pooling = None if self.pooling is None else settled_trace(self.pooling, noise)
        return Explanation(self.focus, settled_trace(self.convolution, noise), pooling)


def explain(result: Result, stage: StageName, cell: Cell, channel: int) -> Explanation | None:
    """Work out the arithmetic of a cell of any stage; None where the result has no such cell.

    Pointing at an input pixel explains the window centred on it; pointing at a pooled cell the
    winner that it took (the first of its cells, for an average).
    """
    chain, shape = result.chain, result.chain.shape(stage)
    if shape is None or cell[0] >= shape[0] or cell[1] >= shape[1]:
        return None
    channel = min(channel, result.convolution.shape[2] - 1) if result.convolution.ndim == 3 else 0
    convolution = _centred(chain, cell) if stage == "input" else cell
    pooled = cell if stage == "pooling" else _pooled_cell(chain, convolution)
    pooling = None if pooled is None else trace(result, "pooling", *pooled, channel)
    assert pooling is None or isinstance(pooling, PoolingTrace)
    if stage == "pooling" and pooling is not None:
        convolution = pooling.winner or _first_inside(chain, cell)
    answer = trace(result, "activation", *convolution, channel)
    assert isinstance(answer, ConvolutionTrace)
    return Explanation(Focus(stage, cell, convolution, pooled), answer, pooling)


def strongest(result: Result, channel: int) -> Place | None:
    """The value of the convolution that is furthest from 0, the first one of several.

    None for a map that is worked out only where the screen looks, for one of more than `SEARCHED` values,
    and where nothing but rounding or infinity is found; what is not a number is passed over.
    """
    values = result.convolution
    if not isinstance(values, np.ndarray) or values.size > SEARCHED:
        return None
    if values.ndim == 3:
        values = values[:, :, min(channel, values.shape[2] - 1)]
    if np.isnan(values.sum()):
        values = np.nan_to_num(values, nan=0.0, posinf=np.inf, neginf=-np.inf)
    ends = [int(values.argmax()), int(values.argmin())]
    size, index = max((abs(float(values.flat[index])), -index) for index in ends)
    if not result.noise.of("convolution") < size < np.inf:
        return None
    row, column = divmod(-index, values.shape[1])
    return "convolution", (row, column)


def remainders(result: Result, explanation: Explanation) -> dict[str, float]:
    """What rounding left in each stage's own value, where that value reads 0 and is not."""
    focus = explanation.focus
    cells: dict[StageName, Cell] = {"convolution": focus.convolution}
    if result.settings.activation != "none":
        cells["activation"] = focus.convolution
    if focus.pooling is not None:
        cells["pooling"] = focus.pooling
    left: dict[str, float] = {}
    for stage, cell in cells.items():
        values = result.stage(stage)
        assert values is not None
        value = float(values[cell] if values.ndim == 2 else values[(*cell, explanation.convolution.channel)])
        if 0 < abs(value) <= result.noise.of(stage):
            left[stage] = value
    return left


def _first_inside(chain: Chain, cell: Cell) -> Cell:
    assert chain.pooling_size is not None
    cells = links.inside(links.window(chain.pooling_size, *cell), chain.activation)
    return cells.rows[0], cells.columns[0]


def _centred(chain: Chain, pixel: Cell) -> Cell:
    size = chain.convolution_size
    return links.centred(size.rows, pixel[0]), links.centred(size.columns, pixel[1])


def _pooled_cell(chain: Chain, cell: Cell) -> Cell | None:
    if chain.pooling_size is None:
        return None
    cells = links.fed(chain.pooling_size, *cell)
    return None if cells.empty else (cells.rows[0], cells.columns[0])


def lit(result: Result, explanation: Explanation | None, tap: Cell | None) -> Highlights:
    """The highlights of an explained cell and of a pointed kernel weight, both or one of them."""
    found = {} if explanation is None else highlights(result, explanation)
    if tap is not None:
        for stage, more in tap_highlights(result.chain, tap).items():
            found.setdefault(stage, []).extend(more)
    return found


def rest_highlights(explanation: Explanation) -> Highlights:
    """While nothing is pointed at: the explained cell alone."""
    return {"convolution": [Highlight("out", _cell(explanation.focus.convolution))]}


def highlights(result: Result, explanation: Explanation) -> Highlights:
    """The highlights on every stage for one explained cell: what it reads, and what reads it."""
    found = _highlights(result.chain, explanation)
    if result.settings.activation == "none" and explanation.focus.stage != "input":
        # The pool reads the convolution itself: what would lie on the activation belongs there.
        lifted = [m for m in found.pop("activation", []) if m.kind != "out"]
        kinds = {m.kind for m in lifted}
        kept = [m for m in found["convolution"] if not (m.kind == "context" and "window" in kinds)]
        found["convolution"] = kept + lifted
    return found


def _highlights(chain: Chain, explanation: Explanation) -> Highlights:
    focus = explanation.focus
    if focus.stage == "input":
        return _highlights_of_pixel(chain, focus)
    if focus.stage == "pooling":
        return _highlights_of_pooled(chain, explanation)
    one = _cell(focus.convolution)
    result: Highlights = {
        "input": [Highlight("window", links.window(chain.convolution_size, *focus.convolution))],
        "convolution": [Highlight("out", one)],
        "activation": [Highlight("out", one)],
    }
    if chain.pooling_size is not None:
        result["pooling"] = [Highlight("fed", links.fed(chain.pooling_size, *focus.convolution))]
        if explanation.pooling is not None and focus.pooling is not None:
            result["activation"].insert(0, Highlight("context", _pool_window(chain, focus.pooling)))
            if explanation.pooling.winner is not None:
                result["activation"].append(Highlight("winner", _cell(explanation.pooling.winner)))
    return result


def _highlights_of_pixel(chain: Chain, focus: Focus) -> Highlights:
    """An input pixel: itself, the window centred on it, and every output that it feeds."""
    fed = links.fed(chain.convolution_size, *focus.cell)
    result: Highlights = {
        "input": [
            Highlight("context", links.window(chain.convolution_size, *focus.convolution)),
            Highlight("window", _cell(focus.cell)),
        ],
        "convolution": [Highlight("out", fed)],
        "activation": [Highlight("out", fed)],
    }
    if chain.pooling_size is not None and not fed.empty:
        rows = sorted({i for r in fed.rows for i in links.fed(chain.pooling_size, r, 0).rows})
        columns = sorted({i for c in fed.columns for i in links.fed(chain.pooling_size, 0, c).columns})
        result["pooling"] = [Highlight("out", Cells(tuple(rows), tuple(columns)))]
    return result


def _highlights_of_pooled(chain: Chain, explanation: Explanation) -> Highlights:
    """A pooled cell: its window, the winner in it, and the winner's window in the input."""
    assert chain.pooling_size is not None
    gathered = _pool_window(chain, explanation.focus.cell)
    winner = explanation.pooling.winner if explanation.pooling is not None else None
    result: Highlights = {
        "input": [Highlight("context", links.span(gathered, chain.convolution_size))],
        "convolution": [Highlight("context", gathered)],
        "activation": [Highlight("window", gathered)],
        "pooling": [Highlight("out", _cell(explanation.focus.cell))],
    }
    if winner is not None:
        result["input"].append(Highlight("window", links.window(chain.convolution_size, *winner)))
        result["convolution"].append(Highlight("out", _cell(winner)))
        result["activation"].append(Highlight("winner", _cell(winner)))
    return result


def _pool_window(chain: Chain, cell: Cell) -> Cells:
    assert chain.pooling_size is not None
    return links.inside(links.window(chain.pooling_size, *cell), chain.activation)


def _cell(cell: Cell) -> Cells:
    return Cells((cell[0],), (cell[1],))


def loupe_highlights(chain: Chain, explanation: Explanation) -> Highlights:
    """The highlights of the loupes: the window, its cell, the pool's window with its winner, its cell."""
    focus = explanation.focus
    out = [Highlight("out", _cell(focus.convolution))]
    result: Highlights = {
        "input": [Highlight("window", links.window(chain.convolution_size, *focus.convolution))],
        "convolution": out,
        "activation": out,
    }
    if focus.pooling is not None and explanation.pooling is not None:
        result["activation"] = [Highlight("window", _pool_window(chain, focus.pooling))]
        if explanation.pooling.winner is not None:
            result["activation"].append(Highlight("winner", _cell(explanation.pooling.winner)))
        result["pooling"] = [Highlight("out", _cell(focus.pooling))]
    return result


def tap_highlights(chain: Chain, tap: Cell) -> Highlights:
    """A kernel weight: every input that it is multiplied with, over the whole map."""
    return {"input": [Highlight("taps", links.touched(chain.convolution_size, *tap))]}
