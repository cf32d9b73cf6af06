"""The samples in words, and the settings that make the small exact ones a lesson."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from convviz.core.images.image import Image
from convviz.core.kernels.library import library
from convviz.core.sizes.settings import PoolSettings, Settings


def sample_title(key: str) -> str:
    """What people call the sample ``key``."""
    titles = {
        "x": QCoreApplication.translate("Samples", "The X"),
        "edge": QCoreApplication.translate("Samples", "Edge"),
        "stripes": QCoreApplication.translate("Samples", "Stripes"),
        "five": QCoreApplication.translate("Samples", "A five"),
        "mug": QCoreApplication.translate("Samples", "Mug"),
        "scene": QCoreApplication.translate("Samples", "Fair"),
        "text": QCoreApplication.translate("Samples", "Page"),
        "colour": QCoreApplication.translate("Samples", "Fruit"),
        "panorama": QCoreApplication.translate("Samples", "Lake, large"),
    }
    return titles.get(key) or key.replace("_", " ").capitalize()


def image_title(image: Image) -> str:
    """What the picture is called: bundled ones have a name in every language."""
    if image.sample:
        return sample_title(image.sample)
    if image.source is None and image.name == "Colour patch":
        return QCoreApplication.translate("Samples", "Colour patch")
    return image.name


def lesson_settings(key: str) -> Settings | None:
    """The settings with which the tutorials show this sample; None for those of no tutorial."""
    if key == "x":
        return Settings(library("diagonal"), padding="same", activation="relu", pool=PoolSettings("max"))
    if key in ("edge", "stripes"):
        return Settings(library("edge_vertical"))
    return None
