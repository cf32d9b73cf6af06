"""The steps of the preparation in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def step_name(key: str) -> str:
    """A step of the preparation in a word."""
    return {
        "grey": QCoreApplication.translate("Network", "grey"),
        "light": QCoreApplication.translate("Network", "evened out"),
        "lines": QCoreApplication.translate("Network", "lines off"),
        "ink": QCoreApplication.translate("Network", "ink"),
        "cropped": QCoreApplication.translate("Network", "cropped"),
        "fitted": QCoreApplication.translate("Network", "fitted"),
        "centred": QCoreApplication.translate("Network", "centred"),
        "moved": QCoreApplication.translate("Network", "moved"),
        "resized": QCoreApplication.translate("Network", "resized"),
    }.get(key, key)


def step_tip(key: str, photo: bool) -> str:
    """What a step does, in a sentence; for a photo also what a click decides."""
    drawn = QCoreApplication.translate("Network", "The strokes, white on black as MNIST has them.")
    text = drawn if key == "ink" and not photo else _sentence(key)
    more = _decision(key) if photo else ""
    return f"{text}\n{more}" if more else text


def _decision(key: str) -> str:
    return {
        "light": QCoreApplication.translate("Network", "Click: the writing is dark or bright."),
        "lines": QCoreApplication.translate("Network", "Click: keep the lines."),
        "ink": QCoreApplication.translate("Network", "Click: how dark ink must be."),
        "cropped": QCoreApplication.translate("Network", "Click: mark the digit on the photo."),
    }.get(key, "")


def _sentence(key: str) -> str:
    return {
        "grey": QCoreApplication.translate("Network", "Colours become grey."),
        "light": QCoreApplication.translate(
            "Network", "Shadows are evened out; ink becomes bright on black."
        ),
        "lines": QCoreApplication.translate("Network", "The lines of squared or ruled paper are taken off."),
        "ink": QCoreApplication.translate("Network", "Ink and paper are told apart."),
        "cropped": QCoreApplication.translate("Network", "Everything around the digit is cut off."),
        "fitted": QCoreApplication.translate("Network", "Scaled into 20 × 20 pixels, keeping its shape."),
        "centred": QCoreApplication.translate(
            "Network", "Moved so that its centre of mass lies in the middle of 28 × 28 pixels."
        ),
        "moved": QCoreApplication.translate("Network", "Moved as the sliders of “Shift” say."),
        "resized": QCoreApplication.translate(
            "Network", "Scaled to as many pixels as the network was trained with."
        ),
    }.get(key, "")
