"""Opening experiments without keeping the window waiting for their pictures."""

from __future__ import annotations

from pathlib import Path

from convviz.document.files.experiment import read_experiment
from convviz.document.files.loader import Loader


class ExperimentLoader(Loader):
    """Opens experiments: ``loaded(opened)``, a `files.Opened`, or ``failed(name, error)``; see `Loader`."""

    def load(self, path: Path | str) -> None:
        """Open the experiment file at ``path``."""
        path = Path(path)
        self.start(path.name, lambda cancelled: read_experiment(path, cancelled=cancelled))
