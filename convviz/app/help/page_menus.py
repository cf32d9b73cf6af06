"""What the entries of the pages' menus are for: the path of a menu, then the name of an entry."""

from __future__ import annotations

from convviz.views.base.texts import say
from convviz.views.help.told import Told, same


def lab_menus() -> dict[str, Told]:
    """The explanations of the Lab by paths; see `attach`."""
    return {
        "stages.cards[*].menu/draw": Told(
            say(
                "Explained",
                "Change the pixels of the picture: draw with a pencil, fill areas, type numbers into cells.",
            ),
            "pen",
        ),
        "stages.cards[*].menu/crop": Told(
            say("Explained", "Keeps a part of the picture: fewer numbers, each of them readable."), "part"
        ),
        "stages.cards[*].menu/resize": Told(
            say("Explained", "Computes the picture in another size, by a method that you choose."), "size"
        ),
        "stages.cards[*].menu/unit": Told(
            say("Explained", "Shows bytes divided by 255, as networks read them; the sums follow."), "range"
        ),
        "stages.cards[*].menu/keep": Told(
            say("Explained", "Keeps this result, so that what the next settings make can be laid beside it."),
            "kept",
        ),
        **same(
            "stages.cards[*].menu/copy",
            "stages.kept.menu/copy",
            told=Told(
                say("Explained", "Puts what the card shows on the clipboard, to paste it into a document."),
                "copy",
            ),
        ),
        **same(
            "stages.cards[*].menu/figure",
            "stages.kept.menu/figure",
            told=Told(
                say(
                    "Explained",
                    "A figure with titles and colour bars as PNG, SVG or PDF; a preview shows it first.",
                ),
                "maps",
            ),
        ),
        **same(
            "stages.cards[*].menu/export",
            "stages.kept.menu/export",
            told=Told(
                say("Explained", "This one as a picture, or all its numbers as CSV, TIFF or NumPy."), "value"
            ),
        ),
        **same(
            "stages.cards[*].menu/fit",
            "stages.kept.menu/fit",
            told=Told(say("Explained", "Shows the whole map, as large as there is room."), "expand"),
        ),
        **same(
            "stages.cards[*].menu/actual",
            "stages.kept.menu/actual",
            told=Told(
                say("Explained", "The sharpest view of a photo: nothing is left out and nothing is blurred."),
                "value",
            ),
        ),
        **same(
            "stages.cards[*].menu/exact",
            "stages.kept.menu/exact",
            told=Told(
                say("Explained", "Leaves values out where they do not fit, so that each one shown is true."),
                "value",
            ),
        ),
        **same(
            "stages.cards[*].menu/average",
            "stages.kept.menu/average",
            told=Told(
                say("Explained", "Mixes neighbours where they do not fit, so that the picture looks smooth."),
                "average",
            ),
        ),
        **same(
            "stages.cards[*]._copy_menu",
            "stages.kept._copy_menu",
            told=Told(
                say("Explained", "The figure on white paper, sharp enough for a slide or for print."), "copy"
            ),
        ),
        **same(
            "stages.cards[*]._copy_menu/*",
            "stages.kept._copy_menu/*",
            told=Told(
                say("Explained", "How many times as many pixels as on the screen, in each direction."), "size"
            ),
        ),
        **same(
            "stages.cards[*]._range_menu",
            "stages.kept._range_menu",
            told=Told(say("Explained", "Which numbers the first and the last colour stand for."), "range"),
        ),
        **same(
            "stages.cards[*]._range_menu/range:auto",
            "stages.kept._range_menu/range:auto",
            told=Told(
                say(
                    "Explained",
                    "What suits this stage: bytes keep theirs, results with a sign are symmetric.",
                ),
                "range",
            ),
        ),
        **same(
            "stages.cards[*]._range_menu/range:data",
            "stages.kept._range_menu/range:data",
            told=Told(
                say(
                    "Explained",
                    "Every colour is used: shows faint differences, but changes with the picture.",
                ),
                "stretch",
            ),
        ),
        **same(
            "stages.cards[*]._range_menu/range:percentiles",
            "stages.kept._range_menu/range:percentiles",
            told=Told(
                say("Explained", "A few extreme values do not take the colours from all others."), "outliers"
            ),
        ),
        **same(
            "stages.cards[*]._range_menu/range:full",
            "stages.kept._range_menu/range:full",
            told=Told(
                say("Explained", "What kernel and picture allow: pictures can be compared with each other."),
                "whole",
            ),
        ),
        **same(
            "stages.cards[*]._range_menu/range:symmetric",
            "stages.kept._range_menu/range:symmetric",
            told=Told(
                say("Explained", "0 lies in the middle, so that its colour tells positive from negative."),
                "balance",
            ),
        ),
        **same(
            "stages.cards[*]._range_menu/range:fixed",
            "stages.kept._range_menu/range:fixed",
            told=Told(
                say("Explained", "Your own two ends, the same for every picture: good for comparing."),
                "number",
            ),
        ),
        "formula.copy_menu.menu/text": Told(
            say("Explained", "For a message or a worksheet: symbols and numbers in one line each."), "copy"
        ),
        "formula.copy_menu.menu/latex": Told(
            say("Explained", "For papers and slides that are set with LaTeX."), "copy"
        ),
        "formula.copy_menu.menu/scipy": Told(
            say("Explained", "A few lines that compute the same map with correlate2d, to check ours."),
            "sumstep",
            "cross-correlation",
        ),
        "formula.copy_menu.menu/keras": Told(
            say("Explained", "A Keras layer with these weights and settings, to go on with in a network."),
            "layers",
            "layer",
        ),
        "formula.copy_menu.menu/pytorch": Told(
            say("Explained", "The same as a PyTorch layer, whose order of axes differs."), "layers", "layer"
        ),
        "kernel_panel.tools._menu/open": Told(
            say("Explained", "Reads the weights from a file, such as a table of a spreadsheet."),
            "open",
            "kernel",
        ),
        "kernel_panel.tools._menu/save": Told(
            say("Explained", "Writes the weights to a file that ConvViz, a spreadsheet or NumPy reads."),
            "file",
            "kernel",
        ),
    }


def step_menus() -> dict[str, Told]:
    """The explanations of Step by paths; see `attach`."""
    return {
        "#cell/go": Told(
            say("Explained", "The film goes to the moment at which this cell is computed."), "forward"
        ),
        "#cell/*": Told(
            say(
                "Explained",
                "Holds this cell, so that its window and products can be compared with another’s.",
            ),
            "pins",
        ),
    }


def network_menus() -> dict[str, Told]:
    """The explanations of the Network page by paths; see `attach`."""
    return {
        "filter_panel.shuffle_layer.menu/filters": Told(
            say(
                "Explained",
                "The same filters in another order: the next layer no longer finds what it expects.",
            ),
            "random",
            "filter",
        ),
        "filter_panel.shuffle_layer.menu/weights": Told(
            say("Explained", "The same numbers in other places: what the filters had learned is lost."),
            "noise",
            "weight",
        ),
        "panel.input.tools.pen.menu/*": Told(
            say("Explained", "How wide a stroke is; the digits of MNIST are drawn rather boldly."), "pen"
        ),
        "panel.input.tools.eraser.menu/*": Told(
            say("Explained", "How wide a stroke is; the digits of MNIST are drawn rather boldly."), "eraser"
        ),
        "panel.input.#light/*": Told(
            say(
                "Explained", "MNIST’s digits are white on black: dark writing on paper is turned round first."
            ),
            "grey",
        ),
        "panel.input.#lines/*": Told(
            say("Explained", "Printed lines of squared or ruled paper would be read as strokes."), "rows"
        ),
        "panel.input.#ink/*": Told(
            say("Explained", "Higher leaves shadows out, lower keeps faint strokes."), "fill"
        ),
        "panel.input.#cropped/mark": Told(
            say("Explained", "Drag a rectangle around the digit where other things are on the photo."), "part"
        ),
        "panel.input.#cropped/whole": Told(
            say("Explained", "Looks for the digit everywhere on the photo again."), "picture"
        ),
        "drill.#lab/here": Told(
            say(
                "Explained",
                "The Lab opens the map that the filter reads, so that its numbers agree with those here.",
            ),
            "maps",
            "filter",
        ),
        "drill.#lab/there": Told(
            say("Explained", "The Lab keeps its picture and shows what the filter finds on it."),
            "picture",
            "filter",
        ),
    }
