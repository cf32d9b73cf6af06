"""What the edits on the Network page are called, and what is said of networks that are not there."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def paper(deed: str) -> str:
    """What was done to the paper, for Undo."""
    return {
        "draw": QCoreApplication.translate("Network", "Draw"),
        "undo": QCoreApplication.translate("Network", "Take a stroke back"),
        "clear": QCoreApplication.translate("Network", "New sheet"),
        "sample": QCoreApplication.translate("Network", "Next sample"),
        "digit": QCoreApplication.translate("Network", "Inspect a digit"),
        "photo": QCoreApplication.translate("Network", "Read a picture"),
        "choice": QCoreApplication.translate("Network", "Preparation of the picture"),
    }[deed]


def experiment(kind: str) -> str:
    """What was done to the network, for Undo; "" for a network as it was trained."""
    return {
        "": QCoreApplication.translate("Network", "As trained"),
        "off": QCoreApplication.translate("Network", "Switch a filter off"),
        "on": QCoreApplication.translate("Network", "Switch a filter on"),
        "scale": QCoreApplication.translate("Network", "Strength of a filter"),
        "weight": QCoreApplication.translate("Network", "Weight of a filter"),
        "bias": QCoreApplication.translate("Network", "Bias of a filter"),
        "kernel": QCoreApplication.translate("Network", "Lab\u2019s kernel into a filter"),
        "shuffle": QCoreApplication.translate("Network", "Shuffle a filter\u2019s weights"),
        "shuffle_layer": QCoreApplication.translate("Network", "Shuffle a layer\u2019s weights"),
        "shuffle_filters": QCoreApplication.translate("Network", "Shuffle a layer\u2019s filters"),
    }[kind]


def chosen() -> str:
    """Another network, for Undo."""
    return QCoreApplication.translate("Network", "Choose a network")


def moved() -> str:
    """The sliders, for Undo."""
    return QCoreApplication.translate("Network", "Move the digit")


def adapted() -> str:
    """Scale, class names and source of a network from a file, for Undo."""
    return QCoreApplication.translate("Network", "Fit to the network")


def gone(name: str) -> str:
    """The experiment's network is in no file and not in ConvViz."""
    return QCoreApplication.translate(
        "Network",
        "{name}, the network of this experiment, is not there any more; everything else of it is shown.",
    ).format(name=name)


def other_file(name: str) -> str:
    """The network's file was replaced."""
    return QCoreApplication.translate(
        "Network", "The file of {name} has changed since this experiment was saved."
    ).format(name=name)


def unfit(name: str) -> str:
    """The changes belong to another network."""
    return QCoreApplication.translate(
        "Network", "The changes in this experiment do not fit {name}; it is shown as it was trained."
    ).format(name=name)
