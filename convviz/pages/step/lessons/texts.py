"""The examples of the Step page in words: what each is called, and what to see in it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def example_name(key: str) -> str:
    """What the example ``key`` is called in the list."""
    return {
        "x_diagonal": QCoreApplication.translate("StepExamples", "The X, diagonal kernel"),
        "x_anti_diagonal": QCoreApplication.translate("StepExamples", "The X, anti-diagonal kernel"),
        "x_small": QCoreApplication.translate("StepExamples", "The X, small X kernel"),
        "x_padding": QCoreApplication.translate("StepExamples", "The X with padding 1"),
        "x_stride": QCoreApplication.translate("StepExamples", "The X with stride 2"),
        "x_dilation": QCoreApplication.translate("StepExamples", "The X with dilation 2"),
        "x_pool_floor": QCoreApplication.translate("StepExamples", "ReLU, max pooling, rounded down"),
        "x_pool_ceil": QCoreApplication.translate("StepExamples", "ReLU, max pooling, rounded up"),
        "edge_correlation": QCoreApplication.translate("StepExamples", "An edge, as correlation"),
        "edge_convolution": QCoreApplication.translate("StepExamples", "An edge, as convolution"),
        "stripes": QCoreApplication.translate("StepExamples", "Stripes, edge kernel"),
        "mug": QCoreApplication.translate("StepExamples", "The outline of a mug"),
        "colour": QCoreApplication.translate("StepExamples", "A colour patch"),
    }[key]


def explanations(key: str) -> tuple[str, str]:
    """What to see in the example ``key``, in a sentence or two; and shorter, for narrow windows."""
    return {
        "x_diagonal": (
            QCoreApplication.translate(
                "StepExamples",
                "A 3×3 diagonal slides over a 9×9 X of −1 and 1. Where the window looks exactly "
                "like the kernel, all nine products are 1 and the sum is 9.",
            ),
            QCoreApplication.translate(
                "StepExamples", "Where the window looks like the kernel, the sum is 9."
            ),
        ),
        "x_anti_diagonal": (
            QCoreApplication.translate(
                "StepExamples",
                "The other diagonal: now the arms from top right to bottom left score 9, at (1, 5) for one, "
                "and the main diagonal scores low.",
            ),
            QCoreApplication.translate("StepExamples", "Now the other arms of the X score 9."),
        ),
        "x_small": (
            QCoreApplication.translate(
                "StepExamples",
                "A small X as the kernel: only the crossing in the middle is a perfect match, 9 at (3, 3).",
            ),
            QCoreApplication.translate(
                "StepExamples", "Only the crossing in the middle matches: 9 at (3, 3)."
            ),
        ),
        "x_padding": (
            QCoreApplication.translate(
                "StepExamples",
                "A ring of zeros lets the window start outside, so the output is 9×9 like the input. "
                "A 0 adds nothing to a sum, which is why the rim is pale.",
            ),
            QCoreApplication.translate("StepExamples", "With a ring of zeros the output stays 9×9."),
        ),
        "x_stride": (
            QCoreApplication.translate(
                "StepExamples",
                "The window moves two pixels at a time: 7×7 becomes 4×4. No sum is new, "
                "every other one is left out.",
            ),
            QCoreApplication.translate("StepExamples", "Two pixels at a time: 7×7 becomes 4×4."),
        ),
        "x_dilation": (
            QCoreApplication.translate(
                "StepExamples",
                "The nine taps stand two pixels apart and reach over 5×5 pixels, still with nine products. "
                "The output shrinks to 5×5.",
            ),
            QCoreApplication.translate("StepExamples", "Nine taps, two pixels apart, reach over 5×5."),
        ),
        "x_pool_floor": (
            QCoreApplication.translate(
                "StepExamples",
                "ReLU makes negative sums 0. Then the largest of every 2×2 cells is kept: "
                "7 / 2 is rounded down to 3, so the last row and column are dropped.",
            ),
            QCoreApplication.translate("StepExamples", "7 / 2 rounded down: 3×3, the last row is dropped."),
        ),
        "x_pool_ceil": (
            QCoreApplication.translate(
                "StepExamples",
                "The same with 7 / 2 rounded up to 4: the last windows reach over the rim and take "
                "what is there. Frameworks differ here, so always say which rule is meant.",
            ),
            QCoreApplication.translate("StepExamples", "7 / 2 rounded up: 4×4, nothing is dropped."),
        ),
        "edge_correlation": (
            QCoreApplication.translate(
                "StepExamples",
                "Left half 10, right half 0. The kernel subtracts what is right from what is left: "
                "30 at the edge, 0 where nothing changes. CNN layers compute it this way.",
            ),
            QCoreApplication.translate("StepExamples", "Left minus right: 0 30 30 0."),
        ),
        "edge_convolution": (
            QCoreApplication.translate(
                "StepExamples",
                "The same picture and kernel, but true convolution turns the kernel by 180° first: "
                "30 becomes −30.",
            ),
            QCoreApplication.translate("StepExamples", "The kernel is turned first: 0 −30 −30 0."),
        ),
        "stripes": (
            QCoreApplication.translate(
                "StepExamples",
                "A dark stripe on bright ground: its left edge gives 30, its right edge −30. "
                "The sign tells which side is brighter.",
            ),
            QCoreApplication.translate("StepExamples", "From bright to dark 30, from dark to bright −30."),
        ),
        "mug": (
            QCoreApplication.translate(
                "StepExamples",
                "The same kernel on a part of a photo, the left rim of the mug: large values only "
                "along the outline, flat areas nearly cancel out.",
            ),
            QCoreApplication.translate("StepExamples", "On a photo, only outlines remain."),
        ),
        "colour": (
            QCoreApplication.translate(
                "StepExamples",
                "Three windows, one for each colour, and one sum: at the edge red gives 480, green 0 "
                "and blue −360, together 120. So a colour picture still makes one map.",
            ),
            QCoreApplication.translate("StepExamples", "Red 480, green 0, blue −360: one sum, 120."),
        ),
    }[key]
