"""What the controls of the Network page are for, by their paths from it."""

from __future__ import annotations

from convviz.views.base.texts import say
from convviz.views.help.told import Told, same


def network() -> dict[str, Told]:
    """The explanations by paths, in the language of the moment; see `attach`."""
    return {
        "drill._tabs/why": Told(
            say("Explained", "How the chosen number was computed, from layer to layer down to the pixels."),
            "why",
        ),
        "drill._tabs/look": Told(
            say("Explained", "Which pixels speak for an answer, in three ways."),
            "look",
            "receptive field",
        ),
        "drill._tabs/filter": Told(
            say("Explained", "The weights of the chosen filter, which can be changed."),
            "filter",
            "filter",
        ),
        "drill._tabs/shift": Told(
            say("Explained", "Moves the digit and shows which networks still read it."),
            "shift",
            "invariance",
        ),
        "drill._tabs/confusion": Told(
            say("Explained", "Which digits are taken for others, and the digits themselves."),
            "confusion",
            "accuracy",
        ),
        "drill._tabs/history": Told(
            say("Explained", "Accuracy and loss of every epoch of the training."),
            "training",
            "epoch",
        ),
        "drill.body.blocks": Told(
            say("Explained", "The windows and products behind the chosen number; click one to go there."),
            "grids",
            "window",
        ),
        "drill.body.rows": Told(
            say("Explained", "The contributions to the chosen number; click one to go there."),
            "sumstep",
            "dense layer",
        ),
        "drill.crumbs": Told(
            say("Explained", "The way from the answer to this number; click a stop to go back to it."),
            "layers",
            "layer",
        ),
        "drill.lab": Told(
            say("Explained", "Takes these weights to the Lab, as its kernel."),
            "kernel",
            "kernel",
        ),
        "drill.off": Told(
            say("Explained", "Switches this filter off and shows what becomes of the probabilities."),
            "off",
            "filter",
        ),
        "drill.orders/channel": Told(
            say("Explained", "Lists the contributions in the order of their maps."),
            "layers",
            "channel",
        ),
        "drill.orders/contribution": Told(
            say("Explained", "Lists the largest contributions first."),
            "sumstep",
            "channel",
        ),
        "filter_panel.bias": Told(
            say("Explained", "The number that this filter adds to each of its sums."),
            "bias",
            "bias",
        ),
        "filter_panel.grid": Told(
            say("Explained", "The weights of this filter; change one and watch the probabilities."),
            "kernel",
            "weight",
        ),
        "filter_panel.maps": Told(
            say("Explained", "One map of weights for each map of the layer before."),
            "maps",
            "feature map",
        ),
        "filter_panel.kernel": Told(
            say("Explained", "Puts the Lab's kernel in the place of these weights."),
            "kernel",
            "kernel",
        ),
        "filter_panel.reset": Told(
            say("Explained", "Gives this filter the weights back that were trained."),
            "undo",
            "weight",
        ),
        "filter_panel.shuffle": Told(
            say("Explained", "Puts the weights in another order: their pattern is gone, their sum stays."),
            "random",
            "weight",
        ),
        "filter_panel.shuffle_layer": Told(
            say("Explained", "Puts the weights of all filters of this layer in another order."),
            "random",
            "layer",
        ),
        "filter_panel.strength": Told(
            say("Explained", "Multiplies all weights of this filter: 0 switches it off."),
            "slope",
            "weight",
        ),
        "filter_panel.undo": Told(say("Explained", "Takes the last change of this filter back."), "undo"),
        "input._canvas": Told(
            say("Explained", "Paper: draw a digit here, the network reads it at every stroke."),
            "digit",
        ),
        "opened.bar.cancel": Told(say("Explained", "Stops opening this network."), "off"),
        "opened.bar.names": Told(
            say("Explained", "Says what the answers of this network are called."),
            "file",
            "label",
        ),
        "opened.bar.scales/*": Told(
            say("Explained", "Which numbers black and white had when this network was trained."),
            "range",
        ),
        "opened.bar.sources/digit": Told(
            say("Explained", "The network reads the digit, prepared as MNIST's are."),
            "digit",
        ),
        "opened.bar.sources/picture": Told(
            say("Explained", "The network reads the photo as it is."),
            "picture",
        ),
        "opened.bar.use": Told(
            say("Explained", "Takes the range at which this network is surest."),
            "range",
        ),
        "panel.answers.view": Told(
            say(
                "Explained",
                "How sure the network is of each class; click one to see where its number comes from.",
            ),
            "answers",
            "softmax",
        ),
        **same(
            "panel.columns[*].view",
            "panel.columns[*].header.title",
            told=Told(
                say(
                    "Explained",
                    "All maps of this layer; point at a value to see what it sees, click to go one "
                    "layer down.",
                ),
                "maps",
                "feature map",
            ),
        ),
        "panel.columns[*].fold": Told(
            say("Explained", "Folds this layer's maps away, to make room for the others."),
            "expand",
            "layer",
        ),
        "panel.input.lab": Told(say("Explained", "Reads the picture that is open in the Lab."), "picture"),
        "panel.input.steps": Told(
            say(
                "Explained",
                "What is done to a photo before the network reads it; click a step to change it.",
            ),
            "digit",
        ),
        "panel.input.tools.pen": Told(
            say("Explained", "Draws white strokes; hold the button to choose how thick."),
            "pen",
        ),
        "panel.input.tools.eraser": Told(
            say("Explained", "Rubs strokes out; hold the button to choose how wide."),
            "eraser",
        ),
        "panel.input.tools.undo": Told(say("Explained", "Takes the last stroke back."), "undo"),
        "panel.input.tools.clear": Told(say("Explained", "Takes an empty sheet."), "part"),
        "panel.input.tools.next": Told(
            say("Explained", "Takes the next handwritten digit that comes with ConvViz."),
            "digit",
        ),
        "shift_panel.sliders[right]": Told(
            say("Explained", "Moves the digit to the right or, below 0, to the left."),
            "shift",
            "invariance",
        ),
        "shift_panel.sliders[down]": Told(
            say("Explained", "Moves the digit down or, below 0, up."),
            "shift",
            "invariance",
        ),
        "shift_panel.sliders[turn]": Told(say("Explained", "Turns the digit."), "turn", "invariance"),
        "shift_panel.sliders[scale]": Told(
            say("Explained", "Makes the digit larger or smaller."),
            "size",
            "invariance",
        ),
        "shift_panel.sliders[noise]": Told(
            say("Explained", "Adds random numbers to the pixels."),
            "noise",
            "noise",
        ),
        "shift_panel.reset": Told(say("Explained", "Puts the digit back where it was."), "undo"),
        "strip.networks": Told(say("Explained", "Which network reads the digit."), "layers", "network"),
        "strip.networks/convnet": Told(
            say("Explained", "Three convolutions and a dense layer, trained as well as ConvViz can."),
            "layers",
            "network",
        ),
        "strip.networks/lenet": Told(
            say("Explained", "Two convolutions of 5 × 5 and a large dense layer, in the manner of LeNet."),
            "layers",
            "network",
        ),
        "strip.networks/mlp": Told(
            say("Explained", "Dense layers only: every neuron sees every pixel."),
            "layers",
            "dense layer",
        ),
        "strip.networks/*": Told(
            say(
                "Explained",
                "A network of the same layers, trained as its tutorial does, or one of your own.",
            ),
            "layers",
            "network",
        ),
        "strip.open": Told(
            say("Explained", "Looks inside a network of your own: a Keras file."),
            "open",
            "network",
        ),
        "strip.train": Told(
            say("Explained", "Trains a network of your own on MNIST's digits."),
            "training",
            "training",
        ),
        "strip.ranges/map": Told(
            say("Explained", "Every map has the full range of colours for itself."),
            "range",
        ),
        "strip.ranges/layer": Told(
            say("Explained", "All maps of a layer share one range: weak maps look weak."),
            "range",
        ),
        "strip.ranges/network": Told(say("Explained", "All layers share one range of colours."), "range"),
        "tabs.confusion_panel.gallery": Told(
            say(
                "Explained",
                "Test digits, with what they are and what they were read as; click one to take it to "
                "the paper.",
            ),
            "digit",
        ),
        "tabs.confusion_panel.head.labels": Told(
            say("Explained", "Shows the test digits of one label only."),
            "confusion",
            "label",
        ),
        "tabs.confusion_panel.head.labels/*": Told(
            say("Explained", "The test digits that carry this label, or all of them."),
            "confusion",
            "label",
        ),
        "tabs.confusion_panel.head.which/misread": Told(
            say("Explained", "Shows the misread digits."),
            "confusion",
            "accuracy",
        ),
        "tabs.confusion_panel.head.which/all": Told(
            say("Explained", "Shows the digits that were read correctly as well."),
            "confusion",
            "accuracy",
        ),
        "tabs.confusion_panel.table": Told(
            say(
                "Explained",
                "What was read as what: on the diagonal lie the digits that were read correctly.",
            ),
            "confusion",
            "label",
        ),
        "tabs.confusion_panel.tools.cancel": Told(
            say("Explained", "Stops reading the test digits."),
            "off",
        ),
        "tabs.confusion_panel.tools.download": Told(
            say("Explained", "Fetches MNIST's digits, after telling you from where."),
            "open",
        ),
        "tabs.confusion_panel.tools.examine": Told(
            say("Explained", "Lets this network read the 10,000 test digits."),
            "start",
            "accuracy",
        ),
        "tabs.confusion_panel.tools.file": Told(
            say("Explained", "Chooses MNIST's file on this computer."),
            "file",
        ),
        "tabs.history_panel.plot": Told(
            say("Explained", "Loss and accuracy after every epoch; point at one to read its numbers."),
            "training",
            "epoch",
        ),
        "tabs.look_panel.classes": Told(
            say("Explained", "For which answer the pixels are weighed."),
            "look",
            "label",
        ),
        "tabs.look_panel.classes/*": Told(
            say("Explained", "Weighs the pixels for this answer."),
            "look",
            "label",
        ),
        "tabs.look_panel.layers": Told(
            say("Explained", "The layer whose maps Grad-CAM weighs."),
            "layers",
            "layer",
        ),
        "tabs.look_panel.layers/*": Told(
            say("Explained", "Weighs the maps of this layer."),
            "layers",
            "layer",
        ),
        "tabs.look_panel.patches/*": Told(
            say("Explained", "How large the black patch is that covers the digit, in pixels."),
            "part",
        ),
        "tabs.look_panel.start": Told(
            say(
                "Explained",
                "Covers every place once and reads the digit each time; the same button stops it.",
            ),
            "start",
        ),
    }
