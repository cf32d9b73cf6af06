"""What is said beside the three pictures of where a network looks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from convviz.views.base.numbers import TIMES, figure, tiny


def cam_sentence(layer: str, name: str) -> str:
    """What Grad-CAM shows."""
    return QCoreApplication.translate(
        "Network",
        "The maps of {layer}, each counted by how much the logit of {name} rises with it, added up: "
        "strong where they speak for {name}.",
    ).format(layer=layer, name=name)


def cam_silent(layer: str, name: str) -> str:
    """Why Grad-CAM shows nothing."""
    return QCoreApplication.translate("Network", "Nothing in {layer} speaks for {name}.").format(
        layer=layer, name=name
    )


def cam_impossible() -> str:
    """Why there is no Grad-CAM for a network of dense layers."""
    return QCoreApplication.translate(
        "Network", "Grad-CAM adds up maps, and this network has no convolution layer that makes some."
    )


def gradient_sentence(name: str) -> str:
    """What the gradient shows."""
    return QCoreApplication.translate(
        "Network",
        "How fast the logit of {name} changes with each pixel, up or down: the size of its derivative.",
    ).format(name=name)


def occlusion_sentence(name: str, size: int) -> str:
    """What the occlusion map shows."""
    return QCoreApplication.translate(
        "Network",
        "What covering a place with {size} black pixels costs: the probability of {name} less that with the "
        "patch.",
    ).format(name=name, size=f"{size} {TIMES} {size}")


def occlusion_running(name: str, size: int) -> str:
    """What is being computed."""
    return QCoreApplication.translate(
        "Network", "Laying {size} black pixels over every place and reading the digit again."
    ).format(name=name, size=f"{size} {TIMES} {size}")


def occlusion_long(minutes: float) -> str:
    """Why the occlusion map does not begin by itself."""
    return QCoreApplication.translate(
        "Network", "Covering every place of this picture takes this network about {minutes} minutes."
    ).format(minutes=figure(max(0.5, minutes), 1 if minutes < 10 else 0))


def amount_text(top: float) -> str:
    """The upper end of a colour bar; small ones as people write them."""
    return figure(top, 3) if top >= 0.01 or top == 0 else tiny(top)


def occlusion_unmoved(name: str) -> str:
    """Why the occlusion map shows nothing."""
    return QCoreApplication.translate(
        "Network", "No patch of this size makes the probability of {name} smaller by a thousandth."
    ).format(name=name)


def nothing_drawn() -> str:
    """Why there is nothing to look at."""
    return QCoreApplication.translate("Network", "Nothing is drawn, so there is nothing to look at.")


def share_text(share: float) -> str:
    """A share as the end of a colour bar."""
    return QCoreApplication.translate("Network", "{percent} %").format(percent=figure(100 * share, 1))
