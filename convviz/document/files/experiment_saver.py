"""Saving experiments without keeping the window waiting while large pictures are packed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from convviz.document.files.experiment import save_experiment
from convviz.document.files.loader import Loader
from convviz.document.state.state import DocumentState


@dataclass(frozen=True)
class Saved:
    """What is in which file now; `Document.mark_saved` wants to know both."""

    path: Path
    state: DocumentState


class ExperimentSaver(Loader):
    """Saves experiments: ``loaded(saved)``, a `Saved`, or ``failed(name, error)``; see `Loader`.

    A file once begun is finished, also after `cancel` and `close`; only the news are dropped then.
    """

    def save(self, path: Path, state: DocumentState, *, embed: bool) -> None:
        """Write ``state`` to ``path``; see `save_experiment`."""

        def write(_: object) -> Saved:
            save_experiment(path, state, embed=embed)
            return Saved(path, state)

        self.start(path.name, write)
