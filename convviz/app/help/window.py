"""What the controls around the pages are for, by their paths from the window."""

from __future__ import annotations

from convviz.views.base.texts import say
from convviz.views.help.told import Told, same


def window() -> dict[str, Told]:
    """The explanations by paths, in the language of the moment; see `attach`."""
    return {
        "body.samples_button": Told(
            say("Explained", "Pictures that come with ConvViz, from the 9 × 9 X to a photo."),
            "picture",
        ),
        **same(
            "bar._buttons[0]",
            "start_page.drop_zone.open_button",
            told=Told(
                say("Explained", "Opens a picture, an experiment or a network from a file."),
                "open",
            ),
        ),
        **same(
            "bar._buttons[2]",
            "start_page.drop_zone.paste_button",
            told=Told(
                say("Explained", "Takes the picture or the file from the clipboard."),
                "paste",
            ),
        ),
        **same(
            "start_page.new_button",
            "body.samples.new_button",
            told=Told(
                say("Explained", "Makes a small picture from nothing, to draw on: 3 to 64 rows and columns."),
                "pen",
            ),
        ),
        "bar._buttons[3]": Told(
            say("Explained", "Saves picture and settings as one file, to go on with later."),
            "file",
        ),
        "bar._buttons[4]": Told(say("Explained", "Takes the last change back."), "undo"),
        "bar._buttons[5]": Told(say("Explained", "Makes the change again that was taken back."), "redo"),
        "bar._buttons[6]": Told(say("Explained", "Writes a stage, the film or a layer to a file."), "copy"),
        "bar.menu_button": Told(
            say("Explained", "Everything the window can do, by name and with its keys."),
            "more",
        ),
        "rail._entries[lab]": Told(
            say("Explained", "The Lab: change a kernel and its settings and see every stage at once."),
            "kernel",
        ),
        "rail._entries[step]": Told(
            say("Explained", "Step: the same operation as a film, number by number."),
            "play",
        ),
        "rail._entries[network]": Told(
            say("Explained", "Network: draw a digit and look inside a trained network."),
            "layers",
            "network",
        ),
        "rail.theme_button": Told(say("Explained", "Switches between a light and a dark window."), "none"),
        "rail.help_button": Told(say("Explained", "All keys on one sheet."), "search"),
        "rail.settings_button": Told(
            say("Explained", "Language, colours, and what the window remembers."),
            "more",
        ),
        "band._close": Told(say("Explained", "Takes this message away."), "off"),
        "band._cancel": Told(say("Explained", "Stops what is being done."), "off"),
        **same(
            "start_page._tiles[*]",
            "body.samples._tiles[*]",
            told=Told(
                say("Explained", "Starts with this picture; your own can follow at any time."),
                "picture",
            ),
        ),
        "start_page.welcome.begin": Told(
            say(
                "Explained",
                "Opens the 9 × 9 X with a diagonal kernel: small enough to work out every number.",
            ),
            "example",
            "kernel",
        ),
        "start_page.offer.go_on": Told(
            say("Explained", "Brings back what was in hand when the window last ended."),
            "forward",
        ),
        "start_page.offer.discard": Told(
            say("Explained", "Throws away what was in hand when the window last ended."),
            "off",
        ),
        "start_page._clear": Told(
            say("Explained", "Empties the list of recent files; the files themselves stay."),
            "off",
        ),
        "pages._pages[lab].note": Told(
            say("Explained", "How far our numbers and SciPy's are apart; click to see what was compared."),
            "sumstep",
        ),
    }
