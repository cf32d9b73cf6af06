"""What the controls of the pages' dialogs are for, by their paths from the dialog."""

from __future__ import annotations

from convviz.views.base.texts import say
from convviz.views.help.told import Told


def training() -> dict[str, Told]:
    """The explanations of the training by paths; see `attach`."""
    return {
        "form.network": Told(
            say("Explained", "What is trained: how many layers it has, and of which kind."),
            "layers",
            "network",
        ),
        "form.network/mlp": Told(
            say(
                "Explained",
                "A network without convolution, to see how much harder it finds digits that have moved.",
            ),
            "rows",
            "dense layer",
        ),
        "form.network/lenet": Told(
            say("Explained", "The classic from 1998 that read digits on cheques: small and quick to train."),
            "layers",
            "network",
        ),
        "form.network/convnet": Told(
            say(
                "Explained",
                "A present-day network with small kernels: takes longer and misreads fewer digits.",
            ),
            "filter",
            "convolution",
        ),
        "form.recipe/tutorial": Told(
            say("Explained", "Plain and quick, so that you can compare the curves with a textbook’s."),
            "training",
            "epoch",
        ),
        "form.recipe/best": Told(
            say("Explained", "Slower: changed digits make the network read other people’s writing better."),
            "training",
            "epoch",
        ),
        "form.epochs": Told(
            say("Explained", "More rounds lower the errors, until single digits are learned by heart."),
            "loop",
            "epoch",
        ),
        "form.seed": Told(
            say(
                "Explained",
                "The same number gives the same network again; try several to see what is chance.",
            ),
            "random",
        ),
        "form.choose": Told(
            say("Explained", "Asks for the 70,000 handwritten digits that the network learns from."), "open"
        ),
        "plot": Told(
            say(
                "Explained",
                "Falling loss and rising accuracy mean that it learns; a growing gap means that "
                "it learns by heart.",
            ),
            "training",
            "epoch",
        ),
        "buttons[close]": Told(
            say("Explained", "Puts this window away; a training that runs goes on."), "off"
        ),
        "buttons[start]": Told(
            say("Explained", "Trains a network from random weights; the curves grow epoch by epoch."),
            "play",
            "weight",
        ),
        "buttons[discard]": Told(
            say("Explained", "Stops at once; use it when the settings were wrong."), "off"
        ),
        "buttons[stop]": Told(
            say("Explained", "Ends early with the weights that have done best so far."), "kept", "weight"
        ),
        "buttons[save]": Told(
            say("Explained", "Writes the network as a Keras file, which other programs read too."), "file"
        ),
        "buttons[open]": Told(
            say("Explained", "Looks into your own network with the digit that is drawn now."),
            "layers",
            "network",
        ),
    }


def film() -> dict[str, Told]:
    """The explanations of “Export film” by paths; see `attach`."""
    return {
        "kind": Told(
            say(
                "Explained",
                "Whether the film is written or only the present moment, and as which kind of file.",
            ),
            "file",
        ),
        "kind/gif": Told(
            say("Explained", "Plays in every browser and slide program; 256 colours at most."), "play"
        ),
        "kind/webp": Told(say("Explained", "Every colour in a small file, for web pages."), "play"),
        "kind/apng": Told(
            say("Explained", "Every colour without loss, for browsers; the file is larger."), "play"
        ),
        "kind/mp4": Told(
            say("Explained", "A video that can be stopped and wound, for lessons and for cutting."),
            "timeline",
        ),
        "kind/frames": Told(
            say("Explained", "A folder of pictures in order, for a program that makes films of them."), "pins"
        ),
        "kind/png": Told(say("Explained", "One picture for a slide or a worksheet."), "value"),
        "kind/svg": Told(
            say("Explained", "One drawing that stays sharp and can be changed in a drawing program."),
            "expand",
        ),
        "kind/pdf": Told(say("Explained", "One page that stays sharp, for LaTeX and for print."), "file"),
        "width_choice": Told(
            say("Explained", "How many pixels each picture has; for a projector 1280 or more."), "size"
        ),
        "width_choice/*": Told(
            say("Explained", "A larger picture is sharper, takes longer and makes a larger file."), "size"
        ),
        "speed": Told(
            say(
                "Explained",
                "How quickly the film goes on; slow is better where people are to follow the sums.",
            ),
            "speed",
        ),
        "speed/*": Told(say("Explained", "As on the page at the same speed."), "speed"),
        "dark": Told(say("Explained", "Bright figures on a dark ground, like dark slides."), "moon"),
        "first": Told(
            say(
                "Explained", "The output cell that the film begins with; a short film shows the idea as well."
            ),
            "start",
        ),
        "last": Told(say("Explained", "The output cell that the film ends with."), "timeline"),
        "path": Told(say("Explained", "Name and place of the file; its ending follows the kind."), "file"),
        "path_button": Told(
            say("Explained", "Asks for name and place with the system’s own dialog."), "open"
        ),
        "export_button": Told(say("Explained", "Begins to write; a bar shows how far it is."), "file"),
        "close_button": Told(
            say("Explained", "Ends this dialog; while a file is being written, stops that instead."), "off"
        ),
    }


def crop() -> dict[str, Told]:
    """The explanations of “Crop” by paths; see `attach`."""
    return {
        "picker": Told(
            say("Explained", "What lies inside the rectangle stays, the rest is cut away."), "part"
        ),
        "top": Told(say("Explained", "The uppermost row that stays, counted from 0."), "top"),
        "bottom": Told(say("Explained", "The lowest row that stays; it counts as well."), "bottom"),
        "left": Told(say("Explained", "The leftmost column that stays, counted from 0."), "left"),
        "right": Told(say("Explained", "The rightmost column that stays; it counts as well."), "right"),
        "buttons[Ok]": Told(
            say("Explained", "Keeps only this part, with every number as it was; Undo brings the rest back."),
            "part",
        ),
        "buttons[Cancel]": Told(say("Explained", "Changes nothing."), "off"),
    }


def resize() -> dict[str, Told]:
    """The explanations of “Resize” by paths; see `attach`."""
    return {
        "rows": Told(
            say("Explained", "How many pixels high the picture will be; fewer make single numbers visible."),
            "rows",
        ),
        "columns": Told(say("Explained", "How many pixels wide the picture will be."), "columns"),
        "locked": Told(
            say("Explained", "Height and width change together, so that circles stay circles."), "size"
        ),
        "method": Told(say("Explained", "How a new pixel’s value follows from the old ones."), "grids"),
        "method/nearest": Told(
            say("Explained", "No new values appear: right for drawings, labels and masks."), "copy"
        ),
        "method/box": Told(
            say("Explained", "Every old pixel counts once: the usual choice for making a photo smaller."),
            "average",
        ),
        "method/bilinear": Told(
            say("Explained", "Smooth between the pixels, a little soft: good for making a picture larger."),
            "sum",
        ),
        "method/bicubic": Told(say("Explained", "What photo editors take: sharper than bilinear."), "sharp"),
        "method/lanczos": Told(
            say("Explained", "The most detail where a photo becomes much smaller."), "sinc"
        ),
        "buttons[Ok]": Told(
            say("Explained", "Computes the picture anew in this size; Undo brings the old one back."),
            "picture",
        ),
        "buttons[Cancel]": Told(say("Explained", "Changes nothing."), "off"),
    }


def colour_range() -> dict[str, Told]:
    """The explanations of “Fixed colour range” by paths; see `attach`."""
    return {
        "low": Told(
            say(
                "Explained", "The value that gets the first colour of the scale; smaller ones look the same."
            ),
            "range",
        ),
        "high": Told(
            say("Explained", "The value that gets the last colour of the scale; larger ones look the same."),
            "range",
        ),
        "buttons[Ok]": Told(
            say("Explained", "Holds for every picture from now on, so that their colours can be compared."),
            "range",
        ),
        "buttons[Cancel]": Told(say("Explained", "Changes nothing."), "off"),
    }


def map_window() -> dict[str, Told]:
    """The explanations of the window of a map by paths; see `attach`."""
    return {
        "picture": Told(
            say("Explained", "Every number of this map; click one to see how it was computed."),
            "value",
            "feature map",
        ),
        "number": Told(
            say(
                "Explained",
                "Which of the layer’s maps is shown, counted from 0: each comes from a filter of its own.",
            ),
            "maps",
            "feature map",
        ),
    }
