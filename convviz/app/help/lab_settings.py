"""What the settings of the Lab are for, by their paths from the page."""

from __future__ import annotations

from convviz.views.base.texts import say
from convviz.views.help.told import Told, same


def settings() -> dict[str, Told]:
    """The explanations by paths, in the language of the moment; see `attach`."""
    return {
        **same(
            "settings_panel.activation.function",
            "settings_panel.activation.row.label",
            told=Told(
                say("Explained", "The function that every number of the convolution goes through."),
                "relu",
                "activation",
            ),
        ),
        "settings_panel.activation.function/none": Told(
            say("Explained", "none: the numbers stay as they are, negative ones too."),
            "none",
            "activation",
        ),
        "settings_panel.activation.function/relu": Told(
            say("Explained", "ReLU: negative numbers become 0, the others stay."),
            "relu",
            "relu",
        ),
        "settings_panel.activation.function/leaky_relu": Told(
            say("Explained", "leaky ReLU: negative numbers are made small instead of 0."),
            "leaky",
            "relu",
        ),
        "settings_panel.activation.function/sigmoid": Told(
            say("Explained", "sigmoid: every number is squeezed between 0 and 1; 0 becomes 0.5."),
            "sigmoid",
            "activation",
        ),
        "settings_panel.activation.function/tanh": Told(
            say("Explained", "tanh: every number is squeezed between −1 and 1; 0 stays 0."),
            "tanh",
            "activation",
        ),
        "settings_panel.activation.function/absolute": Told(
            say(
                "Explained",
                "absolute value: the minus sign goes, so that outlines of both directions look alike.",
            ),
            "absolute",
            "activation",
        ),
        "settings_panel.activation.slope": Told(
            say("Explained", "What negative numbers are multiplied by."),
            "slope",
            "relu",
        ),
        "settings_panel.convolution._rows[1].apart": Told(
            say("Explained", "Opens a box for each side: top, bottom, left and right."),
            "apart",
            "padding",
        ),
        **same(
            "settings_panel.convolution.dilation.rows",
            "settings_panel.convolution.dilation_row.label",
            "settings_panel.convolution.dilation_label",
            told=Told(
                say(
                    "Explained",
                    "Dilation pulls the weights apart: at 2 the window skips every other cell and covers "
                    "more with as many weights.",
                ),
                "dilation",
                "dilation",
            ),
        ),
        "settings_panel.convolution.dilation.columns": Told(
            say("Explained", "How far apart neighbouring weights lie from left to right."),
            "dilation",
            "dilation",
        ),
        **same(
            "settings_panel.convolution.fill",
            "settings_panel.convolution.fill_row.label",
            told=Told(
                say("Explained", "What stands in the cells that the padding adds."),
                "zero",
                "fill value",
            ),
        ),
        "settings_panel.convolution.fill/zero": Told(
            say("Explained", "zero: the added cells are 0."),
            "zero",
            "fill value",
        ),
        "settings_panel.convolution.fill/number": Told(
            say("Explained", "a number: the added cells all have the number beside."),
            "number",
            "fill value",
        ),
        "settings_panel.convolution.fill/mean": Told(
            say("Explained", "mean: the added cells have the mean of the picture."),
            "mean",
            "fill value",
        ),
        "settings_panel.convolution.fill/reflect": Told(
            say(
                "Explained",
                "reflect: the picture is mirrored at its outermost cells, which are not repeated.",
            ),
            "reflect",
            "fill value",
        ),
        "settings_panel.convolution.fill/symmetric": Told(
            say(
                "Explained",
                "symmetric: the picture is mirrored at its border, so that its outermost cells stand twice.",
            ),
            "symmetric",
            "fill value",
        ),
        "settings_panel.convolution.fill/edge": Told(
            say("Explained", "edge: the outermost cells are repeated outwards."),
            "edge",
            "fill value",
        ),
        "settings_panel.convolution.fill/wrap": Told(
            say("Explained", "wrap: what leaves on one side comes in again on the other, as on a tile."),
            "wrap",
            "fill value",
        ),
        "settings_panel.convolution.fill_value": Told(
            say("Explained", "The number in all cells that the padding adds."),
            "number",
            "fill value",
        ),
        "settings_panel.convolution.operation/correlate": Told(
            say(
                "Explained",
                "Correlation: the kernel is laid on the window as it stands, as every deep-learning "
                "library does.",
            ),
            "correlate",
            "cross-correlation",
        ),
        "settings_panel.convolution.operation/convolve": Told(
            say(
                "Explained",
                "Convolution: the kernel is turned by 180° before it is laid on the window, as "
                "mathematics defines it.",
            ),
            "convolve",
            "convolution",
        ),
        **same(
            "settings_panel.convolution.padding.rule",
            "settings_panel.convolution.padding.row.label",
            told=Told(
                say("Explained", "How many cells are added around the picture."),
                "same",
                "padding",
            ),
        ),
        "settings_panel.convolution.padding.rule/valid": Told(
            say(
                "Explained",
                "valid: nothing is added; the window stays inside, so the output is smaller than the input.",
            ),
            "valid",
            "padding",
        ),
        "settings_panel.convolution.padding.rule/same": Told(
            say("Explained", "same: the output is as large as the input, at stride 1."),
            "same",
            "padding",
        ),
        "settings_panel.convolution.padding.rule/full": Told(
            say(
                "Explained",
                "full: every place where kernel and picture touch has an output, so the output is "
                "larger than the input.",
            ),
            "full",
            "padding",
        ),
        "settings_panel.convolution.padding.rule/custom": Told(
            say("Explained", "custom: you say how many cells are added on each side."),
            "custom",
            "padding",
        ),
        "settings_panel.convolution.padding.amount": Told(
            say("Explained", "How many cells are added on every side."),
            "amount",
            "padding",
        ),
        "settings_panel.convolution.padding.top": Told(
            say("Explained", "How many cells are added above the picture."),
            "top",
            "padding",
        ),
        "settings_panel.convolution.padding.bottom": Told(
            say("Explained", "How many cells are added below the picture."),
            "bottom",
            "padding",
        ),
        "settings_panel.convolution.padding.left": Told(
            say("Explained", "How many cells are added on the left of the picture."),
            "left",
            "padding",
        ),
        "settings_panel.convolution.padding.right": Told(
            say("Explained", "How many cells are added on the right of the picture."),
            "right",
            "padding",
        ),
        **same(
            "settings_panel.convolution.stride.rows",
            "settings_panel.convolution.stride_row.label",
            told=Told(
                say(
                    "Explained",
                    "Stride: how many cells the window moves from one output cell to the next; at 2 the "
                    "output is about half as large.",
                ),
                "stride",
                "stride",
            ),
        ),
        "settings_panel.convolution.stride.columns": Told(
            say(
                "Explained",
                "How many cells the window moves to the right from one output cell to the next.",
            ),
            "stride",
            "stride",
        ),
        "settings_panel.convolution.stride_row.apart": Told(
            say(
                "Explained",
                "Gives stride and dilation one number downwards and another one to the right.",
            ),
            "apart",
            "stride",
        ),
        **same(
            "settings_panel.pooling.kind",
            "settings_panel.pooling.kind_row.label",
            told=Told(
                say("Explained", "What pooling makes of the values in its window."),
                "max",
                "pooling",
            ),
        ),
        "settings_panel.pooling.kind/none": Told(
            say("Explained", "none: nothing is pooled, every value stays."),
            "poolnone",
            "pooling",
        ),
        "settings_panel.pooling.kind/max": Told(
            say("Explained", "max: of every window only the largest value is kept."),
            "max",
            "pooling",
        ),
        "settings_panel.pooling.kind/average": Told(
            say("Explained", "average: every window becomes the mean of its values."),
            "average",
            "pooling",
        ),
        "settings_panel.pooling.kind_row.apart": Told(
            say("Explained", "Gives the pooling window one number downwards and another one to the right."),
            "apart",
            "pooling",
        ),
        "settings_panel.pooling.rest": Told(
            say(
                "Explained",
                "What becomes of cells at the bottom and on the right that do not fill a window.",
            ),
            "floor",
            "pooling",
        ),
        "settings_panel.pooling.rest/floor": Told(
            say(
                "Explained",
                "drop the rest: cells that do not fill a window are left out, the size is rounded down.",
            ),
            "floor",
            "pooling",
        ),
        "settings_panel.pooling.rest/ceil": Told(
            say("Explained", "keep the rest: incomplete windows count too, the size is rounded up."),
            "ceil",
            "pooling",
        ),
        "settings_panel.pooling.rest/same": Told(
            say(
                "Explained",
                "same: padding completes the windows, the output is the input's size divided by the "
                "stride, rounded up.",
            ),
            "poolsame",
            "pooling",
        ),
        **same(
            "settings_panel.pooling.stride.rows",
            "settings_panel.pooling.stride_row.label",
            told=Told(
                say(
                    "Explained",
                    "How many cells the pooling window moves on; as many as it is large, windows do not "
                    "overlap.",
                ),
                "stride",
                "stride",
            ),
        ),
        "settings_panel.pooling.stride.columns": Told(
            say("Explained", "How many cells the pooling window moves to the right."),
            "stride",
            "stride",
        ),
        "settings_panel.pooling.window_size.rows": Told(
            say("Explained", "How large the pooling window is: 2 makes one value of 2 × 2."),
            "poolwindow",
            "pooling",
        ),
        "settings_panel.pooling.window_size.columns": Told(
            say("Explained", "How wide the pooling window is."),
            "poolwindow",
            "pooling",
        ),
        "settings_panel.pooling.count_padding": Told(
            say("Explained", "The mean is divided by the whole window, even where part of it is padding."),
            "poolsame",
            "pooling",
        ),
        "settings_panel.convolution.operation_row.label": Told(
            say("Explained", "Whether the kernel is used as it stands or turned by 180° first."),
            "convolve",
            "cross-correlation",
        ),
    }
