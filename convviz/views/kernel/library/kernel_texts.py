"""What the kernels of the library are called, and one sentence about each."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True)
class KernelText:
    """The words for one kernel: its name, a sentence, a name for narrow places, one for a thumbnail."""

    name: str
    sentence: str
    short: str
    label: str


def kernel_text(key: str) -> KernelText:
    """The words for a library key in the language of the moment; the key itself for a stranger."""
    texts = all_texts().get(key)
    if texts is None:
        return KernelText(key, "", key, key)
    name, sentence, *more = texts
    short = more[0] if more else name
    return KernelText(name, sentence, short, more[1] if len(more) > 1 else short)


def own_kernel_name() -> str:
    """What a kernel is called that is none of the library."""
    return QCoreApplication.translate("KernelTexts", "Your own")


def all_texts() -> dict[str, tuple[str, ...]]:
    """Key -> name, sentence [, name for narrow places [, name under a thumbnail]]."""
    return {**_blurs(), **_edges(), **_second_order(), **_patterns()}


def _blurs() -> dict[str, tuple[str, ...]]:
    return {
        "identity": (
            QCoreApplication.translate("KernelTexts", "Identity"),
            QCoreApplication.translate("KernelTexts", "Leaves the picture as it is"),
        ),
        "box": (
            QCoreApplication.translate("KernelTexts", "Box"),
            QCoreApplication.translate("KernelTexts", "The mean of nine neighbours"),
        ),
        "gaussian": (
            QCoreApplication.translate("KernelTexts", "Gaussian"),
            QCoreApplication.translate("KernelTexts", "Soft blur, weights 1 2 1"),
        ),
        "gaussian5": (
            QCoreApplication.translate("KernelTexts", "Gaussian, 5\u00d75"),
            QCoreApplication.translate("KernelTexts", "Softer blur, weights 1 4 6 4 1"),
        ),
        "motion_blur": (
            QCoreApplication.translate("KernelTexts", "Motion blur"),
            QCoreApplication.translate("KernelTexts", "Smeared sideways over nine pixels"),
        ),
        "sharpen": (
            QCoreApplication.translate("KernelTexts", "Sharpen"),
            QCoreApplication.translate("KernelTexts", "The pixel against its neighbours"),
        ),
        "unsharp": (
            QCoreApplication.translate("KernelTexts", "Unsharp mask"),
            QCoreApplication.translate("KernelTexts", "Twice the picture minus its blur"),
            QCoreApplication.translate("KernelTexts", "Unsharp"),
        ),
    }


def _edges() -> dict[str, tuple[str, ...]]:
    return {
        "edge_vertical": (
            QCoreApplication.translate("KernelTexts", "Edges, vertical"),
            QCoreApplication.translate("KernelTexts", "Left minus right: upright outlines"),
            QCoreApplication.translate("KernelTexts", "Edges, vert."),
            QCoreApplication.translate("KernelTexts", "Vertical"),
        ),
        "edge_horizontal": (
            QCoreApplication.translate("KernelTexts", "Edges, horizontal"),
            QCoreApplication.translate("KernelTexts", "Top minus bottom: level outlines"),
            QCoreApplication.translate("KernelTexts", "Edges, horiz."),
            QCoreApplication.translate("KernelTexts", "Horizontal"),
        ),
        "sobel_vertical": (
            QCoreApplication.translate("KernelTexts", "Sobel, vertical"),
            QCoreApplication.translate("KernelTexts", "The same, steadied by its neighbours"),
            QCoreApplication.translate("KernelTexts", "Sobel, vert."),
            QCoreApplication.translate("KernelTexts", "Sobel"),
        ),
        "sobel_horizontal": (
            QCoreApplication.translate("KernelTexts", "Sobel, horizontal"),
            QCoreApplication.translate("KernelTexts", "Level outlines, steadied by neighbours"),
            QCoreApplication.translate("KernelTexts", "Sobel, horiz."),
            QCoreApplication.translate("KernelTexts", "Sobel \u2195"),
        ),
        "prewitt_vertical": (
            QCoreApplication.translate("KernelTexts", "Prewitt, vertical"),
            QCoreApplication.translate("KernelTexts", "Upright outlines, all rows weigh alike"),
            QCoreApplication.translate("KernelTexts", "Prewitt, vert."),
            QCoreApplication.translate("KernelTexts", "Prewitt"),
        ),
        "prewitt_horizontal": (
            QCoreApplication.translate("KernelTexts", "Prewitt, horizontal"),
            QCoreApplication.translate("KernelTexts", "Level outlines, all columns weigh alike"),
            QCoreApplication.translate("KernelTexts", "Prewitt, horiz."),
            QCoreApplication.translate("KernelTexts", "Prewitt \u2195"),
        ),
        "scharr_vertical": (
            QCoreApplication.translate("KernelTexts", "Scharr, vertical"),
            QCoreApplication.translate("KernelTexts", "Upright outlines, truer on slanted ones"),
            QCoreApplication.translate("KernelTexts", "Scharr, vert."),
            QCoreApplication.translate("KernelTexts", "Scharr"),
        ),
        "scharr_horizontal": (
            QCoreApplication.translate("KernelTexts", "Scharr, horizontal"),
            QCoreApplication.translate("KernelTexts", "Level outlines, truer on slanted ones"),
            QCoreApplication.translate("KernelTexts", "Scharr, horiz."),
            QCoreApplication.translate("KernelTexts", "Scharr \u2195"),
        ),
    }


def _second_order() -> dict[str, tuple[str, ...]]:
    return {
        "laplacian": (
            QCoreApplication.translate("KernelTexts", "Laplacian"),
            QCoreApplication.translate("KernelTexts", "Outlines in every direction"),
            QCoreApplication.translate("KernelTexts", "Laplacian"),
            QCoreApplication.translate("KernelTexts", "Laplace"),
        ),
        "laplacian8": (
            QCoreApplication.translate("KernelTexts", "Laplacian, 8 sides"),
            QCoreApplication.translate("KernelTexts", "Outlines, the corners counted too"),
            QCoreApplication.translate("KernelTexts", "Laplacian 8"),
            QCoreApplication.translate("KernelTexts", "Laplace 8"),
        ),
        "log": (
            QCoreApplication.translate("KernelTexts", "Laplacian of Gaussian"),
            QCoreApplication.translate("KernelTexts", "Blurred first: outlines without the noise"),
            QCoreApplication.translate("KernelTexts", "LoG"),
        ),
        "emboss": (
            QCoreApplication.translate("KernelTexts", "Emboss"),
            QCoreApplication.translate("KernelTexts", "Light from the upper left"),
        ),
        "gabor": (
            QCoreApplication.translate("KernelTexts", "Gabor"),
            QCoreApplication.translate("KernelTexts", "Answers to slanted stripes of one width"),
        ),
    }


def _patterns() -> dict[str, tuple[str, ...]]:
    return {
        "diagonal": (
            QCoreApplication.translate("KernelTexts", "Diagonal of the X"),
            QCoreApplication.translate("KernelTexts", "Finds a stroke falling to the right"),
            QCoreApplication.translate("KernelTexts", "Diagonal"),
        ),
        "anti_diagonal": (
            QCoreApplication.translate("KernelTexts", "Anti-diagonal of the X"),
            QCoreApplication.translate("KernelTexts", "Finds a stroke rising to the right"),
            QCoreApplication.translate("KernelTexts", "Anti-diagonal"),
            QCoreApplication.translate("KernelTexts", "Anti-diag."),
        ),
        "small_x": (
            QCoreApplication.translate("KernelTexts", "Small X"),
            QCoreApplication.translate("KernelTexts", "Finds the crossing in the middle of the X"),
        ),
    }
