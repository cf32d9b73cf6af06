"""What a change of a layer's weights shows, in one sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from convviz.network.compute.forward import logit_layer
from convviz.network.edit.changes import Change
from convviz.network.model.network import Network


def lesson(network: Network, change: Change | None) -> tuple[str, ...]:
    """What the last change shows, then in fewer words; "" for one that speaks for itself."""
    if change is None:
        return ("",)
    if change.kind == "shuffle_filters" and change.layer == logit_layer(network):
        return _answers()
    if change.kind == "shuffle_filters" and len(network.shape(change.layer)) == 1:
        return _neurons()
    return {"shuffle": _one_filter, "shuffle_layer": _all_weights, "shuffle_filters": _filters}.get(
        change.kind, _nothing
    )()


def _nothing() -> tuple[str, ...]:
    return ("",)


def _one_filter() -> tuple[str, ...]:
    return (
        QCoreApplication.translate(
            "Network", "The same weights in another order: their pattern is what the filter had learned."
        ),
        QCoreApplication.translate("Network", "The same weights, but their pattern is gone."),
    )


def _all_weights() -> tuple[str, ...]:
    return (
        QCoreApplication.translate(
            "Network", "Every filter has its own weights still, but no pattern: what was learned is gone."
        ),
        QCoreApplication.translate("Network", "The same weights, but all patterns are gone."),
    )


def _filters() -> tuple[str, ...]:
    return (
        QCoreApplication.translate(
            "Network", "The same maps in other places: the next layer takes each for the one it had learned."
        ),
        QCoreApplication.translate("Network", "The same maps, where the next layer expects others."),
    )


def _neurons() -> tuple[str, ...]:
    return (
        QCoreApplication.translate(
            "Network",
            "The neurons have changed places: the next layer takes each for the one it had learned.",
        ),
        QCoreApplication.translate("Network", "The next layer takes each neuron for another."),
    )


def _answers() -> tuple[str, ...]:
    return (
        QCoreApplication.translate(
            "Network", "The neurons have changed places: each now speaks for another class than it learned."
        ),
        QCoreApplication.translate("Network", "Each neuron speaks for another class."),
    )
