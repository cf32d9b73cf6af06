"""What the controls of the window's own dialogs are for, by their paths from the dialog."""

from __future__ import annotations

from convviz.views.base.texts import say
from convviz.views.help.told import Told


def preferences() -> dict[str, Told]:
    """The explanations of the preferences by paths; see `attach`."""
    return {
        "theme": Told(say("Explained", "How bright the window is; pictures keep their own colours."), "sun"),
        "theme/system": Told(
            say("Explained", "Follows what the system is set to, at once when that changes."), "none"
        ),
        "theme/light": Told(
            say("Explained", "Dark figures on white: best on a projector in a bright room."), "sun"
        ),
        "theme/dark": Told(
            say("Explained", "Bright figures on dark: easier on the eyes in a dim room."), "moon"
        ),
        "language": Told(
            say("Explained", "The language of every text, at once; your experiments stay as they are."),
            "letters",
        ),
        "language/system": Told(
            say("Explained", "The system’s language where ConvViz has it, otherwise English."), "letters"
        ),
        "language/*": Told(
            say("Explained", "Every text and the glossary change to this language."), "letters"
        ),
        "start": Told(say("Explained", "What you see first when ConvViz is opened."), "start"),
        "start/page": Told(
            say(
                "Explained",
                "Begins with the samples, your recent files and the button for a file of your own.",
            ),
            "picture",
        ),
        "start/last": Told(
            say(
                "Explained", "Goes straight to the file you had open last, as in a course of several lessons."
            ),
            "file",
        ),
        "text_size": Told(
            say("Explained", "Makes every text and every control larger, for a projector or tired eyes."),
            "size",
        ),
        "text_size/*": Told(say("Explained", "Measured against the usual size, which is 100 %."), "size"),
        "remember": Told(
            say(
                "Explained",
                "Place and size on the screen, and how its parts are divided, are the same next time.",
            ),
            "expand",
        ),
        "embed": Told(
            say(
                "Explained",
                "The file can be handed on by itself; without its picture it is smaller, but "
                "needs the picture’s file.",
            ),
            "picture",
        ),
        "go_on": Told(
            say(
                "Explained",
                "Brings your unsaved work back without asking when the program ended unexpectedly.",
            ),
            "forward",
        ),
        "buttons[Close]": Told(
            say("Explained", "Ends this dialog; what was changed here holds already."), "off"
        ),
    }


def figure() -> dict[str, Told]:
    """The explanations of “Export for slides and print” by paths; see `attach`."""
    return {
        "name": Told(
            say(
                "Explained", "Which part of the page goes onto the slide: one stage, or all of them in a row."
            ),
            "maps",
        ),
        "name/chain": Told(
            say(
                "Explained",
                "All stages beside each other with kernel and formulas: the whole way of the "
                "numbers on one slide.",
            ),
            "layers",
        ),
        "name/*": Told(say("Explained", "Only this part, as large as the slide allows."), "maps"),
        "kind": Told(
            say(
                "Explained",
                "The kind of file, which decides where it can be used and whether it can be enlarged.",
            ),
            "file",
        ),
        "kind/png": Told(say("Explained", "Opens everywhere; choose a large size for print."), "value"),
        "kind/svg": Told(
            say("Explained", "Can be taken apart in a drawing program or put on a web page."), "expand"
        ),
        "kind/pdf": Told(
            say("Explained", "For LaTeX, for print, and for sending to somebody who only wants to look."),
            "file",
        ),
        "scale": Told(say("Explained", "More pixels make a sharper slide and a larger file."), "size"),
        "scale/1": Told(say("Explained", "As on the screen: enough for a web page."), "value"),
        "scale/*": Told(
            say("Explained", "Finer than the screen: figures stay sharp on a projector and in print."),
            "expand",
        ),
        "background": Told(
            say("Explained", "What lies behind figures and titles; choose it like the slide’s."), "through"
        ),
        "background/light": Told(say("Explained", "For white slides and for paper."), "sun"),
        "background/dark": Told(say("Explained", "For dark slides: figures and lines are bright."), "moon"),
        "background/none": Told(
            say("Explained", "The slide’s own colour shows through, so that no box is seen."), "through"
        ),
        "copy_button": Told(
            say("Explained", "Puts the figure on the clipboard, to paste it into a slide straight away."),
            "copy",
        ),
        "export_button": Told(say("Explained", "Asks for a place and writes the figure there."), "file"),
        "close_button": Told(
            say("Explained", "Ends this dialog; while a file is being written, stops that instead."), "off"
        ),
        "preview": Told(
            say(
                "Explained", "The figure as it will be written; a chequered ground means that there is none."
            ),
            "look",
        ),
    }


def new_picture() -> dict[str, Told]:
    """The explanations of “New picture” by paths; see `attach`."""
    return {
        "rows": Told(
            say("Explained", "How many pixels high the picture is; up to about 12 every number can be read."),
            "rows",
        ),
        "columns": Told(
            say(
                "Explained",
                "How many pixels wide the picture is; 9 by 9 is small enough to work out by hand.",
            ),
            "columns",
        ),
        "range": Told(
            say("Explained", "Between which numbers a pixel lies: its darkest and its brightest value."),
            "range",
        ),
        "range/0": Told(
            say("Explained", "As photos are stored: whole numbers, 0 is black and 255 white."), "value"
        ),
        "range/1": Told(say("Explained", "As networks are fed: 0 is black and 1 is white."), "range"),
        "range/2": Told(
            say("Explained", "Ink is 1 and paper −1, so that agreeing pixels give positive products."),
            "correlate",
        ),
        "value": Told(
            say("Explained", "The paper that you draw on: all pixels have this number at first."), "fill"
        ),
        "buttons[Ok]": Told(
            say(
                "Explained",
                "Takes the place of the present picture in the Lab, ready to be drawn on; Undo "
                "brings that back.",
            ),
            "pen",
        ),
        "buttons[Cancel]": Told(say("Explained", "Changes nothing."), "off"),
    }


def glossary() -> dict[str, Told]:
    """The explanations of the glossary by paths; see `attach`."""
    return {
        "search": Told(
            say(
                "Explained",
                "Finds words by any of their names, in English and Chinese, and by what is said of them.",
            ),
            "search",
        ),
        "list": Told(
            say("Explained", "The words that fit the search; choose one to read what it means."), "rows"
        ),
        "text": Told(
            say("Explained", "What the word means; a coloured word in it leads to its own explanation."),
            "library",
        ),
        "back": Told(say("Explained", "Returns to the word that you came from."), "back"),
    }


def shortcuts() -> dict[str, Told]:
    """The explanations of the sheet of keys by paths; see `attach`."""
    return {
        "_area": Told(
            say("Explained", "What each key does, page by page; scroll where there are more than fit."),
            "search",
        ),
        "buttons[Close]": Told(say("Explained", "Puts the sheet away; F1 brings it back."), "off"),
    }


def about() -> dict[str, Told]:
    """The explanations of “About ConvViz” by paths; see `attach`."""
    return {
        "versions": Told(
            say("Explained", "Which programs are at work here; a report of a fault needs these numbers."),
            "number",
        ),
        "copy_button": Told(
            say("Explained", "Puts these numbers on the clipboard, to paste them into a report."), "copy"
        ),
        "buttons[Close]": Told(say("Explained", "Returns to your work."), "off"),
    }
