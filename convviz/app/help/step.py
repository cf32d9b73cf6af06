"""What the controls of the Step page are for, by their paths from it."""

from __future__ import annotations

from convviz.views.base.texts import say
from convviz.views.help.told import Told


def step() -> dict[str, Told]:
    """The explanations by paths, in the language of the moment; see `attach`."""
    return {
        "_panels.timeline": Told(
            say(
                "Explained",
                "Where the film is: drag to any output cell; the arrow keys step, Home and End go to "
                "the ends.",
            ),
            "timeline",
        ),
        "cards.compare.pin_button": Told(
            say("Explained", "Pins the output on show, so that two windows can be compared."),
            "pins",
        ),
        "cards.compare.clear_button": Told(say("Explained", "Takes both pins away."), "off"),
        "cards.work_note._button": Told(
            say("Explained", "Stops this computation; what was there before stays."),
            "off",
        ),
        "cards.*.expand_button": Told(
            say("Explained", "Gives this card the whole width; Esc brings the others back."),
            "expand",
        ),
        "cards.*.region_button": Told(
            say("Explained", "Chooses the part of a large picture that the film walks through."),
            "part",
        ),
        "region.picker": Told(
            say("Explained", "Drag a rectangle, or click a place, to choose the part that is filmed."),
            "part",
        ),
        "cards.input.grid": Told(
            say(
                "Explained",
                "The input with its padding; the window lies on the cells that are multiplied now. A "
                "double click changes a pixel.",
            ),
            "picture",
            "window",
        ),
        "cards.output.grid": Told(
            say("Explained", "The output as far as it is computed; click a cell to go there."),
            "product",
            "feature map",
        ),
        "cards.operation.choice/grids": Told(
            say("Explained", "Shows the window beside the kernel, and their products."),
            "grids",
            "window",
        ),
        "cards.operation.choice/matrix": Told(
            say(
                "Explained",
                "Shows the same operation as one multiplication by a matrix in which most numbers are 0.",
            ),
            "matrix",
            "matrix",
        ),
        "cards.sum.copy_button": Told(
            say("Explained", "Copies the whole sum as one line of text."),
            "copy",
        ),
        "cards.sum.result.predict.edit": Told(
            say("Explained", "Type what the result will be, then press Enter."),
            "predict",
        ),
        "strip.predict": Told(say("Explained", "Hides each result until you have guessed it."), "predict"),
        "drive._transport.play_button": Told(
            say("Explained", "Plays the film, or stops it where it is."),
            "play",
        ),
        "drive._transport.back_button": Told(say("Explained", "Goes one step back."), "back"),
        "drive._transport.forward_button": Told(say("Explained", "Goes one step on."), "forward"),
        "drive._transport.first_button": Told(
            say("Explained", "Goes to the beginning of the film."),
            "back",
        ),
        "drive._transport.last_button": Told(say("Explained", "Goes to the end of the film."), "forward"),
        "drive._transport.loop_button": Told(say("Explained", "Plays the film over and over."), "loop"),
        "drive._transport.detail/product": Told(
            say("Explained", "Every product is a step of its own."),
            "product",
            "cross-correlation",
        ),
        "drive._transport.detail/sum": Told(
            say("Explained", "Steps of a cell: place the window, multiply, add, finish, land."),
            "sumstep",
            "cross-correlation",
        ),
        "drive._transport.detail/cell": Told(
            say("Explained", "Every output cell is one step."),
            "cell",
            "feature map",
        ),
        "drive._transport.speed": Told(say("Explained", "How fast the film plays."), "speed"),
        "drive._transport.speed/*": Told(say("Explained", "So many times the usual speed."), "speed"),
        "strip.box": Told(
            say("Explained", "Examples with numbers that can be worked out on paper."),
            "example",
        ),
        "strip.box/x_diagonal": Told(
            say("Explained", "The diagonal slides over the X: where both are alike the sum is 9."),
            "example",
            "kernel",
        ),
        "strip.box/x_anti_diagonal": Told(
            say("Explained", "The other diagonal finds the other arm of the X."),
            "mirror",
            "kernel",
        ),
        "strip.box/x_small": Told(
            say("Explained", "A small X finds the middle of the large one."),
            "kernel",
            "kernel",
        ),
        "strip.box/x_padding": Told(
            say("Explained", "With a ring of zeros the output is as large as the input."),
            "same",
            "padding",
        ),
        "strip.box/x_stride": Told(
            say("Explained", "The window moves two cells at a time, so the output is smaller."),
            "stride",
            "stride",
        ),
        "strip.box/x_dilation": Told(
            say("Explained", "Nine weights, pulled apart, reach over five by five cells."),
            "dilation",
            "dilation",
        ),
        "strip.box/x_pool_floor": Told(
            say("Explained", "ReLU, then the largest of every 2 × 2 cells; what is left over is dropped."),
            "floor",
            "pooling",
        ),
        "strip.box/x_pool_ceil": Told(
            say("Explained", "The same, but incomplete windows are kept."),
            "ceil",
            "pooling",
        ),
        "strip.box/edge_correlation": Told(
            say("Explained", "An edge from 10 to 0, read by a kernel as it stands: 30."),
            "correlate",
            "cross-correlation",
        ),
        "strip.box/edge_convolution": Told(
            say("Explained", "The same edge with the kernel turned first: −30."),
            "convolve",
            "convolution",
        ),
        "strip.box/stripes": Told(
            say("Explained", "Upright stripes under a kernel that finds upright outlines."),
            "picture",
            "kernel",
        ),
        "strip.box/mug": Told(say("Explained", "A photo, a part of it at a time."), "picture", "kernel"),
        "strip.box/colour": Told(
            say("Explained", "Three windows, one for each colour, and one sum."),
            "sum",
            "channel",
        ),
    }
