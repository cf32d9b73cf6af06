"""What of a state a person has made, and what was only opened or looked at."""

from __future__ import annotations

from dataclasses import replace

from convviz.core.images.image import Image
from convviz.document.state.state import ColorRange, DocumentState, NetworkState


def is_in_no_file(image: Image | None) -> bool:
    """Whether a picture is here alone: pasted, made, or a pixel of it was changed."""
    return image is not None and image.source is None and not image.sample


def work_in(state: DocumentState) -> DocumentState:
    """The state without what was opened or looked at: the work is another one where this differs.

    A picture in a file, a sample, a digit, a network, a pin are opened or looked at; everything else,
    also what a state may hold one day, is work. Without a picture nobody has chosen its settings.

    >>> from convviz.document.state.state import Paper, PenStroke, Pin
    >>> opened = DocumentState(network=NetworkState(key="mlp", paper=Paper(sample=5)), pin=Pin("input", 0, 0))
    >>> work_in(opened) == work_in(DocumentState())
    True
    >>> drawn = DocumentState(network=NetworkState(paper=Paper((PenStroke(0.1, ((0.5, 0.5, 1.0),)),))))
    >>> work_in(drawn) == work_in(DocumentState())
    False
    """
    none = NetworkState()
    paper = replace(state.network.paper, ground=b"", name="", sample=None, photo=None)
    network = replace(
        state.network,
        key="",
        path="",
        title="",
        checksum="",
        scale=none.scale,
        classes=none.classes,
        source="",
        paper=paper,
    )
    return replace(
        state,
        image=state.image if is_in_no_file(state.image) else None,
        pin=None,
        color_range=ColorRange(),
        shown_channel=0,
        network=network,
    )
