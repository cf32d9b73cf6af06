"""What the entries of the window's menus are for: the path of a menu, then the name of an entry."""

from __future__ import annotations

from convviz.views.base.texts import say
from convviz.views.help.told import Told


def window_menus() -> dict[str, Told]:
    """The explanations of the window by paths; see `attach`."""
    return {
        "menus.main": Told(
            say("Explained", "Everything the window can do, by name and with its keys."), "more"
        ),
        "menus.file": Told(say("Explained", "Begin, open, save, take away."), "file"),
        "menus.edit": Told(
            say("Explained", "Take changes back, bring something from the clipboard, set the program up."),
            "undo",
        ),
        "menus.view": Told(
            say("Explained", "Which page is shown, how large and how bright, and on the whole screen."),
            "look",
        ),
        "menus.language": Told(
            say("Explained", "The language of every text, at once; your experiments stay as they are."),
            "letters",
        ),
        "menus.help": Told(
            say("Explained", "Keys, words of the field, and what each control is for."), "search"
        ),
        "menus.recent": Told(say("Explained", "What was open before, the latest first."), "file"),
        "menus.recent/*": Told(say("Explained", "Opens this file again."), "open"),
        "menus.recent/clear_recent": Told(
            say("Explained", "Empties the list of recent files; the files themselves stay."), "off"
        ),
        "menus.samples": Told(
            say("Explained", "Pictures that come with ConvViz, from the 9 × 9 X to a photo."), "picture"
        ),
        "menus.samples/*": Told(
            say("Explained", "Starts with this picture; your own can follow at any time."), "picture"
        ),
        "menus.theme": Told(
            say("Explained", "How bright the window is; pictures keep their own colours."), "sun"
        ),
        "menus.theme/system": Told(
            say("Explained", "Follows what the system is set to, at once when that changes."), "none"
        ),
        "menus.theme/light": Told(
            say("Explained", "Dark figures on white: best on a projector in a bright room."), "sun"
        ),
        "menus.theme/dark": Told(
            say("Explained", "Bright figures on dark: easier on the eyes in a dim room."), "moon"
        ),
        "menus.language/system": Told(
            say("Explained", "The system’s language where ConvViz has it, otherwise English."), "letters"
        ),
        "menus.language/*": Told(
            say("Explained", "Every text and the glossary change to this language."), "letters"
        ),
        "menus.text_size": Told(
            say("Explained", "Makes every text and every control larger, for a projector or tired eyes."),
            "size",
        ),
        "menus.text_size/larger_text": Told(
            say("Explained", "One step larger, up to twice the usual size."), "expand"
        ),
        "menus.text_size/smaller_text": Told(
            say("Explained", "One step smaller, so that more fits on the page."), "size"
        ),
        "menus.text_size/usual_text": Told(
            say("Explained", "Back to the size that ConvViz begins with."), "undo"
        ),
        "menus.export": Told(say("Explained", "Writes a stage, the film or a layer to a file."), "copy"),
        "menus.export/figure": Told(
            say(
                "Explained",
                "A figure with titles and colour bars as PNG, SVG or PDF; a preview shows it first.",
            ),
            "maps",
        ),
        "menus.export/film": Told(
            say("Explained", "The steps of the sum as a film, or the present one as a picture."), "timeline"
        ),
        "menus.export/nothing": Told(
            say("Explained", "Open a picture first: its stages are offered here then."), "none"
        ),
        "menus.export/*": Told(
            say("Explained", "This one as a picture, or all its numbers as CSV, TIFF or NumPy."), "value"
        ),
        "menus.file/new_picture": Told(
            say("Explained", "Makes a small picture from nothing, to draw on: 3 to 64 rows and columns."),
            "pen",
        ),
        "menus.file/open": Told(
            say("Explained", "Opens a picture, an experiment or a network from a file."), "open"
        ),
        "menus.file/camera": Told(
            say("Explained", "Hold something before the camera and watch what the kernel makes of it."),
            "look",
        ),
        "menus.file/go_on": Told(
            say("Explained", "Brings back what was in hand when the window last ended."), "forward"
        ),
        "menus.file/open_kernel": Told(
            say("Explained", "Reads the weights from a file, such as a table of a spreadsheet."),
            "kernel",
            "kernel",
        ),
        "menus.file/save": Told(
            say("Explained", "Saves picture and settings as one file, to go on with later."), "file"
        ),
        "menus.file/save_as": Told(
            say("Explained", "Writes a second file under another name; the first stays as it is."), "copy"
        ),
        "menus.file/quit": Told(
            say("Explained", "Ends the program; where something is unsaved, you are asked first."), "off"
        ),
        "menus.edit/undo": Told(say("Explained", "Takes the last change back."), "undo"),
        "menus.edit/redo": Told(say("Explained", "Makes the change again that was taken back."), "redo"),
        "menus.edit/paste": Told(
            say("Explained", "Takes the picture or the file from the clipboard."), "paste"
        ),
        "menus.edit/preferences": Told(
            say("Explained", "Language, colours, and what the window remembers."), "more"
        ),
        "menus.view/lab": Told(
            say("Explained", "The Lab: change a kernel and its settings and see every stage at once."),
            "kernel",
        ),
        "menus.view/step": Told(
            say("Explained", "Step: the same operation as a film, number by number."), "play"
        ),
        "menus.view/network": Told(
            say("Explained", "Network: draw a digit and look inside a trained network."), "layers", "network"
        ),
        "menus.view/next_region": Told(
            say(
                "Explained",
                "Brings the keyboard to the next panel, so that everything can be reached without a mouse.",
            ),
            "forward",
        ),
        "menus.view/previous_region": Told(
            say("Explained", "Brings the keyboard to the panel before."), "back"
        ),
        "menus.view/present": Told(
            say(
                "Explained",
                "One or two cards over the whole screen, with figures that the last row can read.",
            ),
            "expand",
        ),
        "menus.view/full_screen": Told(
            say("Explained", "The window without its frame and the system’s bars."), "expand"
        ),
        "menus.help/shortcuts": Told(say("Explained", "All keys on one sheet."), "search"),
        "menus.help/glossary": Told(
            say("Explained", "What stride, padding, feature map and other words mean, in three languages."),
            "library",
        ),
        "menus.help/explain_focused": Told(
            say(
                "Explained",
                "Says what the control does that the keyboard is at, with a way into the glossary.",
            ),
            "why",
        ),
        "menus.help/whats_this": Told(
            say("Explained", "The next click explains what it lands on instead of doing it."), "look"
        ),
        "menus.help/about": Told(
            say("Explained", "Version, licence, and the programs that ConvViz is made with."), "number"
        ),
        "menus.help/about_qt": Told(
            say("Explained", "Version and licence of Qt, which draws this window."), "number"
        ),
    }
