"""What the kernels of the library are called, and one sentence about each."""

from __future__ import annotations

from dataclasses import dataclass

from convviz.views.base.texts import say


@dataclass(frozen=True)
class KernelText:
    """The words for one kernel: its name, a sentence, a name for narrow places, one for a thumbnail."""

    name: str
    sentence: str
    short: str
    label: str


def kernel_text(key: str) -> KernelText:
    """The words for a library key in the present language; the key itself where it is unknown."""
    texts = all_texts().get(key)
    if texts is None:
        return KernelText(key, "", key, key)
    name, sentence, *more = texts
    short = more[0] if more else name
    return KernelText(name, sentence, short, more[1] if len(more) > 1 else short)


def own_kernel_name() -> str:
    """What a kernel is called that is none of the library."""
    return say("KernelTexts", "Your own")


def all_texts() -> dict[str, tuple[str, ...]]:
    """Key -> name, sentence [, name for narrow places [, name under a thumbnail]]."""
    return {**_blurs(), **_edges(), **_second_order(), **_patterns()}


def _blurs() -> dict[str, tuple[str, ...]]:
    return {
        "identity": (say("KernelTexts", "Identity"), say("KernelTexts", "Leaves the picture as it is")),
        "box": (say("KernelTexts", "Box"), say("KernelTexts", "The mean of nine neighbours")),
        "gaussian": (say("KernelTexts", "Gaussian"), say("KernelTexts", "Soft blur, weights 1 2 1")),
        "gaussian5": (
            say("KernelTexts", "Gaussian, 5\u00d75"),
            say("KernelTexts", "Softer blur, weights 1 4 6 4 1"),
        ),
        "motion_blur": (
            say("KernelTexts", "Motion blur"),
            say("KernelTexts", "Smeared sideways over nine pixels"),
        ),
        "sharpen": (say("KernelTexts", "Sharpen"), say("KernelTexts", "The pixel against its neighbours")),
        "unsharp": (
            say("KernelTexts", "Unsharp mask"),
            say("KernelTexts", "Twice the picture minus its blur"),
            say("KernelTexts", "Unsharp"),
        ),
    }


def _edges() -> dict[str, tuple[str, ...]]:
    return {
        "edge_vertical": (
            say("KernelTexts", "Edges, vertical"),
            say("KernelTexts", "Left minus right: upright outlines"),
            say("KernelTexts", "Edges, vert."),
            say("KernelTexts", "Vertical"),
        ),
        "edge_horizontal": (
            say("KernelTexts", "Edges, horizontal"),
            say("KernelTexts", "Top minus bottom: level outlines"),
            say("KernelTexts", "Edges, horiz."),
            say("KernelTexts", "Horizontal"),
        ),
        "sobel_vertical": (
            say("KernelTexts", "Sobel, vertical"),
            say("KernelTexts", "The same, steadied by its neighbours"),
            say("KernelTexts", "Sobel, vert."),
            say("KernelTexts", "Sobel"),
        ),
        "sobel_horizontal": (
            say("KernelTexts", "Sobel, horizontal"),
            say("KernelTexts", "Level outlines, steadied by neighbours"),
            say("KernelTexts", "Sobel, horiz."),
            say("KernelTexts", "Sobel \u2195"),
        ),
        "prewitt_vertical": (
            say("KernelTexts", "Prewitt, vertical"),
            say("KernelTexts", "Upright outlines, all rows weigh alike"),
            say("KernelTexts", "Prewitt, vert."),
            say("KernelTexts", "Prewitt"),
        ),
        "prewitt_horizontal": (
            say("KernelTexts", "Prewitt, horizontal"),
            say("KernelTexts", "Level outlines, all columns weigh alike"),
            say("KernelTexts", "Prewitt, horiz."),
            say("KernelTexts", "Prewitt \u2195"),
        ),
        "scharr_vertical": (
            say("KernelTexts", "Scharr, vertical"),
            say("KernelTexts", "Upright outlines, truer on slanted ones"),
            say("KernelTexts", "Scharr, vert."),
            say("KernelTexts", "Scharr"),
        ),
        "scharr_horizontal": (
            say("KernelTexts", "Scharr, horizontal"),
            say("KernelTexts", "Level outlines, truer on slanted ones"),
            say("KernelTexts", "Scharr, horiz."),
            say("KernelTexts", "Scharr \u2195"),
        ),
    }


def _second_order() -> dict[str, tuple[str, ...]]:
    return {
        "laplacian": (
            say("KernelTexts", "Laplacian"),
            say("KernelTexts", "Outlines in every direction"),
            say("KernelTexts", "Laplacian"),
            say("KernelTexts", "Laplace"),
        ),
        "laplacian8": (
            say("KernelTexts", "Laplacian, 8 sides"),
            say("KernelTexts", "Outlines, the corners counted too"),
            say("KernelTexts", "Laplacian 8"),
            say("KernelTexts", "Laplace 8"),
        ),
        "log": (
            say("KernelTexts", "Laplacian of Gaussian"),
            say("KernelTexts", "Blurred first: outlines without the noise"),
            say("KernelTexts", "LoG"),
        ),
        "emboss": (say("KernelTexts", "Emboss"), say("KernelTexts", "Light from the upper left")),
        "gabor": (say("KernelTexts", "Gabor"), say("KernelTexts", "Answers to slanted stripes of one width")),
    }


def _patterns() -> dict[str, tuple[str, ...]]:
    return {
        "diagonal": (
            say("KernelTexts", "Diagonal of the X"),
            say("KernelTexts", "Finds a stroke falling to the right"),
            say("KernelTexts", "Diagonal"),
        ),
        "anti_diagonal": (
            say("KernelTexts", "Anti-diagonal of the X"),
            say("KernelTexts", "Finds a stroke rising to the right"),
            say("KernelTexts", "Anti-diagonal"),
            say("KernelTexts", "Anti-diag."),
        ),
        "small_x": (
            say("KernelTexts", "Small X"),
            say("KernelTexts", "Finds the crossing in the middle of the X"),
        ),
    }
