"""What a long computation is at, over the map that it will fill, with a button that gives it up."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from convviz.document.background.compute_queue import ComputeQueue
from convviz.views.picture.state_bands import BusyNote


class WorkNote(BusyNote):
    """A `BusyNote` that follows a queue: it shows only work that takes a while."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._queue: ComputeQueue | None = None

    def follow(self, queue: ComputeQueue) -> None:
        """Tell of the work of ``queue``, and let it be given up."""
        self._queue = queue
        queue.busy_changed.connect(self._on_busy)
        queue.progress.connect(self._on_progress)
        self.cancel_requested.connect(queue.give_up)

    def _on_busy(self, busy: bool) -> None:
        self.set_active(busy)
        if busy:
            self._on_progress(0, 0.0)

    def _on_progress(self, _revision: int, share: float) -> None:
        job = self._queue.job if self._queue is not None else None
        if job is not None:
            rows, columns = job.settings.kernel.weights.shape[:2]
            text = self.tr("{rows} × {columns} kernel, {percent} %")
            self.setText(text.format(rows=rows, columns=columns, percent=round(share * 100)))
