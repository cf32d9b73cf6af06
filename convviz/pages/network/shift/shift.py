"""The digit moved by sliders, and what all networks read then."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from numpy.typing import NDArray
from PySide6.QtCore import QObject

from convviz.document.background.latest_wins import LatestWins, Run
from convviz.document.state.state import Movement
from convviz.pages.network.edits.edits import NetworkEdits
from convviz.pages.network.edits.figures import EditedFigures, Figures
from convviz.pages.network.edits.shown import Shown
from convviz.pages.network.kept import Kept
from convviz.pages.network.networks.registry import Registry
from convviz.pages.network.shift.comparison import STILL, Comparison, comparisons
from convviz.views.base.texts import say
from convviz.views.network.answers.shift_panel import ComparedNetwork, ShiftPanel

if TYPE_CHECKING:
    from convviz.network.tensorflow.worker import Worker


class NetworkShift(QObject):
    """Moves what is read as the sliders of a `ShiftPanel` say, and shows what all networks read then."""

    def __init__(
        self,
        panel: ShiftPanel,
        edits: NetworkEdits,
        registry: Registry,
        figures: EditedFigures,
        worker: Worker | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._panel, self._edits, self._worker = panel, edits, worker
        self._registry, self._figures = registry, figures
        self._kept = Kept()
        self._asked: list[Comparison] | None = None
        self._quick, self._slow = LatestWins(self), LatestWins(self)
        for work in (self._quick, self._slow):
            work.done.connect(self._on_held)
            work.failed.connect(self._on_failed)
        panel.changed.connect(self._on_moved)
        panel.reset.pressed.connect(edits.seal)
        for slider in panel.sliders.values():
            slider.sliderReleased.connect(edits.seal)

    def show(self, shown: Shown, digit: NDArray[Any] | None, whole: NDArray[Any] | None) -> None:
        """This is on the screen now: let every network read it.

        ``digit`` is what was prepared, ``whole`` the photo that the network on the screen reads instead.
        """
        self._figures.ask(shown.network, shifts=True)
        titles, movement = tuple(self._registry.titles()), self._edits.state.movement
        known = self._figures.of(shown.network)
        asked = self._kept(self._comparisons, titles, shown, digit, whole, movement, known)
        if asked is not self._asked:
            self._asked = asked
            self._compare(asked, sentence(movement != STILL) if asked else _nothing())

    def retranslate(self) -> None:
        """Say it in the language of the moment when it is shown next."""
        self._kept = Kept()

    def _comparisons(
        self,
        titles: tuple[tuple[str, str], ...],
        shown: Shown,
        digit: NDArray[Any] | None,
        whole: NDArray[Any] | None,
        movement: Movement,
        _known: Figures,
    ) -> list[Comparison]:
        """What every network is to read; the one on the screen with what was changed in it."""
        key = shown.network.key
        networks = [
            (title, shown.network if one == key else self._registry.load(one)) for one, title in titles
        ]
        by_itself = None if whole is None else (shown.network, whole)
        return comparisons(networks, digit, movement, self._figures.of, by_itself)

    def _compare(self, asked: list[Comparison], text: str) -> None:
        """Begin; what was shown of a network stays until its answer is there."""
        shown = {one.title: one for one in self._panel.comparison.comparison()}
        waiting = [(None if one.is_slow else shown.get(one.title)) or one.waiting() for one in asked]
        if waiting != list(shown.values()) or text != self._panel.sentence.text():
            self._panel.set_comparison(waiting, text)
        for work, slow in ((self._quick, False), (self._slow, True)):
            places = tuple((place, one) for place, one in enumerate(asked) if one.is_slow == slow)
            if places:
                work.ask(asked, partial(_held, places, self._worker), interrupt=True)
            else:
                work.cancel()

    @property
    def busy(self) -> bool:
        """Whether a network is reading."""
        return self._quick.busy or self._slow.busy

    def wait_idle(self, timeout: float = 10.0) -> bool:
        """Let events pass until all networks have answered, at most ``timeout`` seconds."""
        return self._quick.wait_idle(timeout) and self._slow.wait_idle(timeout)

    def shut_down(self) -> None:
        """End the threads."""
        self._quick.close()
        self._slow.close()

    def _on_moved(self) -> None:
        self._edits.edit("move", "move", movement=Movement(**self._panel.values()))

    def _on_held(self, asked: list[Comparison], answers: dict[int, ComparedNetwork | None]) -> None:
        if asked is not self._asked:
            return
        shown = list(self._panel.comparison.comparison())
        places = {one.title: place for place, one in enumerate(asked)}
        found = (answers.get(places[one.title], one) for one in shown)
        self._panel.set_comparison([one for one in found if one is not None], self._panel.sentence.text())

    def _on_failed(self, _asked: object, error: BaseException) -> None:
        raise error  # none is expected


def _nothing() -> str:
    return say("Network", "Draw a digit or open a photo first.")


def _held(
    places: tuple[tuple[int, Comparison], ...], worker: Worker | None, run: Run
) -> dict[int, ComparedNetwork | None]:
    """The answers by place; of a request that is given up only the first ones."""
    found: dict[int, ComparedNetwork | None] = {}
    for place, comparison in places:
        if run.cancelled():
            break
        found[place] = comparison.held(worker)
    return found


def sentence(is_moved: bool) -> str:
    """What is being seen."""
    if not is_moved:
        return say(
            "Network",
            "Move the digit: the maps of a convolution move along (it is shift-equivariant), pooled maps "
            "partly; the dense end cares where things are.",
        )
    return say(
        "Network",
        "The maps have moved along with the digit. What helps the dense end behind them is training that "
        "saw shifted digits, more than the architecture.",
    )
