"""The examples of the Step page: what each is called, what to see in it, and how its film begins."""

from __future__ import annotations

from convviz.core.samples.lessons import StepExample, example
from convviz.document.document import Document
from convviz.document.state.state import ColorRange, FilmState
from convviz.views.base.texts import edit_name, say


def _texts() -> dict[str, tuple[str, str, str]]:
    """By key: the name, what to see in a sentence or two, and shorter, for narrow windows.

    "" stands for what the Lab shows, which is no example.
    """
    return {
        "": (
            "",
            say(
                "StepExamples",
                "What the Lab shows, cell by cell: choose another kernel or other settings there.",
            ),
            say("StepExamples", "What the Lab shows, cell by cell."),
        ),
        "x_diagonal": (
            say("StepExamples", "The X, diagonal kernel"),
            say(
                "StepExamples",
                "A 3×3 diagonal slides over a 9×9 X of −1 and 1. Where the window looks exactly like "
                "the kernel, all nine products are 1 and the sum is 9.",
            ),
            say("StepExamples", "Where the window looks like the kernel, the sum is 9."),
        ),
        "x_anti_diagonal": (
            say("StepExamples", "The X, anti-diagonal kernel"),
            say(
                "StepExamples",
                "The other diagonal: now the arms from top right to bottom left score 9, at (1, 5) for "
                "one, and the main diagonal scores low.",
            ),
            say("StepExamples", "Now the other arms of the X score 9."),
        ),
        "x_small": (
            say("StepExamples", "The X, small X kernel"),
            say(
                "StepExamples",
                "A small X as the kernel: only the crossing in the middle is a perfect match, 9 at (3, 3).",
            ),
            say("StepExamples", "Only the crossing in the middle matches: 9 at (3, 3)."),
        ),
        "x_padding": (
            say("StepExamples", "The X with padding 1"),
            say(
                "StepExamples",
                "A ring of zeros lets the window start outside, so the output is 9×9 like the input. A "
                "0 adds nothing to a sum, which is why the rim is pale.",
            ),
            say("StepExamples", "With a ring of zeros the output stays 9×9."),
        ),
        "x_stride": (
            say("StepExamples", "The X with stride 2"),
            say(
                "StepExamples",
                "The window moves two pixels at a time: 7×7 becomes 4×4. No sum is new, every other one "
                "is left out.",
            ),
            say("StepExamples", "Two pixels at a time: 7×7 becomes 4×4."),
        ),
        "x_dilation": (
            say("StepExamples", "The X with dilation 2"),
            say(
                "StepExamples",
                "The nine taps stand two pixels apart and reach over 5×5 pixels, still with nine "
                "products. The output shrinks to 5×5.",
            ),
            say("StepExamples", "Nine taps, two pixels apart, reach over 5×5."),
        ),
        "x_pool_floor": (
            say("StepExamples", "ReLU, max pooling, rounded down"),
            say(
                "StepExamples",
                "ReLU makes negative sums 0. Then the largest of every 2×2 cells is kept: 7 / 2 is "
                "rounded down to 3, so the last row and column are dropped.",
            ),
            say("StepExamples", "7 / 2 rounded down: 3×3, the last row is dropped."),
        ),
        "x_pool_ceil": (
            say("StepExamples", "ReLU, max pooling, rounded up"),
            say(
                "StepExamples",
                "The same with 7 / 2 rounded up to 4: the last windows reach over the rim and take what "
                "is there. Frameworks differ here, so always say which rule is meant.",
            ),
            say("StepExamples", "7 / 2 rounded up: 4×4, nothing is dropped."),
        ),
        "edge_correlation": (
            say("StepExamples", "An edge, as correlation"),
            say(
                "StepExamples",
                "Left half 10, right half 0. The kernel subtracts what is right from what is left: 30 "
                "at the edge, 0 where nothing changes. CNN layers compute it this way.",
            ),
            say("StepExamples", "Left minus right: 0 30 30 0."),
        ),
        "edge_convolution": (
            say("StepExamples", "An edge, as convolution"),
            say(
                "StepExamples",
                "The same picture and kernel, but true convolution turns the kernel by 180° first: 30 "
                "becomes −30.",
            ),
            say("StepExamples", "The kernel is turned first: 0 −30 −30 0."),
        ),
        "stripes": (
            say("StepExamples", "Stripes, edge kernel"),
            say(
                "StepExamples",
                "A dark stripe on bright ground: its left edge gives 30, its right edge −30. The sign "
                "tells which side is brighter.",
            ),
            say("StepExamples", "From bright to dark 30, from dark to bright −30."),
        ),
        "mug": (
            say("StepExamples", "The outline of a mug"),
            say(
                "StepExamples",
                "The same kernel on a part of a photo, the left rim of the mug: large values only along "
                "the outline, flat areas nearly cancel out.",
            ),
            say("StepExamples", "On a photo, only outlines remain."),
        ),
        "colour": (
            say("StepExamples", "A colour patch"),
            say(
                "StepExamples",
                "Three windows, one for each colour, and one sum: at the edge red gives 480, green 0 "
                "and blue −360, together 120. So a colour picture still makes one map.",
            ),
            say("StepExamples", "Red 480, green 0, blue −360: one sum, 120."),
        ),
    }


def example_name(key: str) -> str:
    """What the example ``key`` is called in the list."""
    return _texts()[key][0]


def explanations(key: str) -> tuple[str, str]:
    """What to see in the example ``key``; and shorter."""
    return _texts()[key][1:]


def set_up(document: Document, key: str) -> None:
    """Make the example ``key`` the document's, undoably; ImageError where its picture cannot be read."""
    lesson, before = example(key), document.state.film
    document.edit(
        edit_name("example"),
        image=lesson.image(),
        settings=lesson.settings,
        title="",
        pin=None,
        color_range=ColorRange(),
        input_range=ColorRange(),
        shown_channel=0,
    )
    document.keep_film(film_of(lesson, speed=before.speed, loop=before.loop, predict=before.predict))


def film_of(
    lesson: StepExample, *, speed: float = 1.0, loop: bool = False, predict: bool = False
) -> FilmState:
    """How the film of an example is watched at first."""
    pin_a, pin_b = lesson.pins or (None, None)
    return FilmState(
        detail=lesson.detail,
        speed=speed,
        loop=loop,
        region=lesson.region,
        pin_a=pin_a,
        pin_b=pin_b,
        predict=predict,
    )
