"""The maps of a kept result on the picture that is open: what the screen shows of them first, then all."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from convviz.core.images.image import Image
from convviz.core.sizes.settings import Settings, StageName
from convviz.core.stages import pipeline
from convviz.core.stages.pipeline import Chain, Result
from convviz.document.background.latest_wins import LatestWins, Run
from convviz.document.state.state import DocumentState, KeptResult
from convviz.pages.lab.kept.places import shown_stage, without_later
from convviz.pages.lab.kept.resolve import belongs
from convviz.pages.lab.live import LabLive, Seen, run_whole
from convviz.views.picture.stage_picture import StagePicture
from convviz.views.stages.stages_row import StagesRow


class WholeMaps(QObject):
    """Computes one result at a time beside the window, and keeps none of them: ``ready(result)``."""

    ready, failed, busy_changed = Signal(object), Signal(object), Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = LatestWins(self)
        self._work.done.connect(self._on_done)
        self._work.failed.connect(self._on_failed)
        self._work.busy_changed.connect(self.busy_changed)

    @property
    def busy(self) -> bool:
        """Whether something is being computed."""
        return self._work.busy

    def submit(self, image: Image, settings: Settings) -> None:
        """Ask for a result; what is on its way already is not begun again."""
        newest = self._work.newest
        if newest is None or newest[0] is not image or newest[1] != settings:
            self._work.ask((image, settings), partial(_compute, image, settings))

    def cancel(self) -> None:
        """Give up all work."""
        self._work.cancel()

    def wait_idle(self, timeout: float = 10.0) -> bool:
        """Let events pass until nothing is computed any more, at most ``timeout`` seconds."""
        return self._work.wait_idle(timeout)

    def close(self) -> None:
        """End the thread (before the window goes away)."""
        self._work.close()

    def _on_done(self, _request: object, result: object) -> None:
        self.ready.emit(result)

    def _on_failed(self, _request: object, error: object) -> None:
        self.failed.emit(error)


def _compute(image: Image, settings: Settings, run: Run) -> Result:
    return run_whole(image, settings, cancelled=run.cancelled)


class KeptMaps(QObject):
    """Holds the result of the kept settings: ``changed()`` when it is there, or another one is."""

    changed, failed = Signal(), Signal(object)

    def __init__(self, stages: StagesRow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stages = stages
        self._wanted: DocumentState | None = None
        """The state with the kept settings in the place of its own; None where nothing can be computed."""
        self._kept: KeptResult | None = None
        self.result: Result | None = None
        """The newest one, whole or worked out where the screen looks; of whichever picture it was."""
        self.whole = WholeMaps(self)
        self.live = LabLive(Seen(self._pictures, self._lay_out), self.whole, self)
        self.whole.ready.connect(self._on_whole)
        self.whole.failed.connect(self._on_failed)
        self.live.changed.connect(self._on_live)

    @property
    def busy(self) -> bool:
        """Whether whole maps are still to come."""
        return self.live.active or self.whole.busy

    @property
    def is_behind(self) -> bool:
        """Whether there is no result of the picture and the settings that are wanted, but one will come."""
        return self._wanted is not None and not self._belongs(self.result)

    def follow(self, state: DocumentState, present: Result | None) -> None:
        """Be about this state; ``present``, its newest result, may be the kept one itself."""
        kept, image = state.kept, state.image
        self._kept = kept
        self._wanted = None if kept is None or image is None else _kept_state(state, kept, image)
        if self._wanted is None:
            self.whole.cancel()
            self.live.leave()
            self.result = None
        elif self._belongs(self.result):
            if not self.live.active:
                self.whole.cancel()
        elif present is not None and self._belongs(present):
            self._put(present)
        else:
            self._compute(self._wanted)

    def complete(self) -> None:
        """Wait for whole maps, letting events pass."""
        self.live.complete()
        self.whole.wait_idle(60)

    def close(self) -> None:
        """End the computing threads."""
        self.live.close()
        self.whole.close()

    def _belongs(self, result: Result | None) -> bool:
        wanted, kept = self._wanted, self._kept
        return wanted is not None and kept is not None and belongs(result, wanted.image, kept)

    def _compute(self, wanted: DocumentState) -> None:
        if wanted.image is not None and self.live.handles(wanted.image):
            self.live.show(wanted)
        elif wanted.image is not None:
            self.live.leave()
            self.whole.submit(wanted.image, wanted.settings)

    def _put(self, result: Result) -> None:
        self.whole.cancel()
        self.live.leave()
        self.result = result

    def _on_whole(self, result: Result) -> None:
        if self._belongs(result):
            self._put(result)
            self.changed.emit()

    def _on_live(self) -> None:
        self.result = self.live.result
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self._wanted = None  # nothing will come
        self.failed.emit(error)

    # What the screen shows

    def _pictures(self) -> list[tuple[StageName, StagePicture]]:
        if self._kept is None:
            return []
        stage = shown_stage(self._kept.settings, self._kept.stage)
        return [(stage, self._stages.kept.picture), (stage, self._stages.both.pane)]

    def _lay_out(self, chain: Chain) -> None:
        """It lies where the present result does; `set_kept_bounds` is the view's."""


def _kept_state(state: DocumentState, kept: KeptResult, image: Image) -> DocumentState | None:
    """The state under the kept settings; None where they do not fit its picture: the view says why."""
    wanted = without_later(kept)
    try:
        pipeline.chain(image.shape, wanted)
    except ValueError:
        return None
    return replace(state, settings=wanted)
