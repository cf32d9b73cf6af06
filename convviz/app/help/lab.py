"""What the other controls of the Lab are for, by their paths from the page."""

from __future__ import annotations

from convviz.core.sizes.settings import STAGES
from convviz.views.base.texts import say
from convviz.views.help.told import Told, same


def lab() -> dict[str, Told]:
    """The explanations by paths, in the language of the moment; see `attach`."""
    return {
        **same(
            "strip.links[input]",
            "stages.cards[input].title",
            told=Told(
                say(
                    "Explained",
                    "The picture as the kernel reads it: its rows × columns, and its channels in a colour"
                    " picture.",
                ),
                "picture",
                "image",
            ),
        ),
        **same(
            "stages.cards[input].frames.slider",
            "stages.cards[input].frames.box",
            told=Told(
                say("Explained", "Which page, frame or slice of the file is the picture."),
                "picture",
                "image",
            ),
        ),
        "stages.cards[input].frames.array": Told(
            say("Explained", "Which of the file's arrays is shown; each may hold many pictures."),
            "picture",
            "image",
        ),
        "stages.cards[input].live.play": Told(
            say("Explained", "Freezes the live picture, so that its numbers can be read, and lets it go on."),
            "play",
        ),
        "stages.cards[input].live.slider": Told(
            say("Explained", "Where the video is; drag to look for a picture."),
            "timeline",
        ),
        "stages.cards[input].live.loop": Told(
            say("Explained", "Begins the video anew at its end, again and again."),
            "loop",
        ),
        "stages.cards[input].live.keep": Told(
            say(
                "Explained",
                "Makes this one picture the experiment’s own: it is saved with it, and Undo takes it back.",
            ),
            "picture",
            "image",
        ),
        "stages.cards[input].live.close_button": Told(
            say("Explained", "Ends the live picture and releases the camera; the picture before comes back."),
            "off",
        ),
        "strip.links[padding]": Told(
            say("Explained", "Cells added around the picture before the kernel slides over it."),
            "same",
            "padding",
        ),
        "strip.links[kernel]": Told(
            say(
                "Explained",
                "The size of the kernel and how far its window moves from one output cell to the next.",
            ),
            "kernel",
            "kernel",
        ),
        **same(
            "strip.links[activation]",
            "stages.cards[activation].title",
            told=Told(
                say("Explained", "The function that is applied to every number of the convolution's output."),
                "relu",
                "activation",
            ),
        ),
        **same(
            "strip.links[pooling]",
            "stages.cards[pooling].title",
            told=Told(
                say("Explained", "How pooling makes one number of several."),
                "max",
                "pooling",
            ),
        ),
        "stages.cards[input].draw_button": Told(
            say(
                "Explained",
                "Change the pixels of the picture: draw with a pencil, fill areas, type numbers into cells.",
            ),
            "pen",
        ),
        "stages.cards[input].drawing.tools/pencil": Told(
            say("Explained", "Every cell that is pressed or drawn over gets the value."), "pen"
        ),
        "stages.cards[input].drawing.tools/fill": Told(
            say("Explained", "The pressed cell, and all like it that hang together with it, get the value."),
            "fill",
        ),
        "stages.cards[input].drawing.tools/type": Told(
            say("Explained", "A click frames a cell; what is typed is its number, Enter and Tab go on."),
            "number",
        ),
        "stages.cards[input].drawing.value": Told(
            say("Explained", "The number that pencil and fill put into cells."),
            "value",
        ),
        "stages.cards[input].drawing.channel": Told(
            say("Explained", "Which numbers of a colour pixel are changed."),
            "channels",
            "channel",
        ),
        "stages.cards[input].drawing.channel/all": Told(
            say("Explained", "All: red, green and blue get the same value, a grey."), "channels", "channel"
        ),
        "stages.cards[input].drawing.channel/red": Told(
            say("Explained", "R: only the red channel is changed."), "red", "channel"
        ),
        "stages.cards[input].drawing.channel/green": Told(
            say("Explained", "G: only the green channel is changed."), "green", "channel"
        ),
        "stages.cards[input].drawing.channel/blue": Told(
            say("Explained", "B: only the blue channel is changed."), "blue", "channel"
        ),
        "stages.cards[*].expand_button": Told(
            say("Explained", "Gives this stage the whole width; Esc brings the others back."),
            "expand",
        ),
        **same(
            *(f"stages.cards[{stage}].keep_button" for stage in STAGES[1:]),
            told=Told(
                say(
                    "Explained",
                    "Keeps this result, so that what the next settings make can be laid beside it.",
                ),
                "kept",
            ),
        ),
        **same(
            "compare.sentence",
            "compare.here",
            "stages.kept.title",
            told=Told(
                say(
                    "Explained",
                    "The kept settings on the picture that is open now, beside the present ones:"
                    " what differs, and both values of the place that is pointed at.",
                ),
                "kept",
            ),
        ),
        "compare.look/beside": Told(
            say("Explained", "Side by side: the same place of the picture is marked in both maps."),
            "kept",
        ),
        **same(
            "compare.look/slider",
            "stages.both.divider",
            told=Told(
                say("Explained", "Slider: left of the line the kept map, right of it the present one."),
                "line",
            ),
        ),
        "compare.restore": Told(
            say("Explained", "Makes the kept settings the present ones again."),
            "undo",
        ),
        "compare.forget": Told(
            say("Explained", "Ends the comparison; Undo brings the kept result back."),
            "off",
        ),
        "stages.kept.expand_button": Told(
            say("Explained", "Gives the kept result the whole width; Esc brings the others back."),
            "expand",
        ),
        "stages.kept.more_button": Told(
            say(
                "Explained", "What can be done with the kept result: copy it, export it, change its colours."
            ),
            "more",
        ),
        "stages.kept.picture": Told(
            say(
                "Explained",
                "The kept result; point at a number to see what the present settings make of the same place.",
            ),
            "kept",
            "feature map",
        ),
        "stages.cards[*].more_button": Told(
            say(
                "Explained",
                "What can be done with this stage: copy it, export it, change its colours and its zoom.",
            ),
            "more",
        ),
        "stages.cards[*].picture": Told(
            say(
                "Explained",
                "The numbers of this stage as colours, and as figures where there is room; point at "
                "one to see where it comes from, click to keep it.",
            ),
            "value",
            "feature map",
        ),
        "channel_mode": Told(
            say("Explained", "How a colour picture goes through the kernel."),
            "sum",
            "channel",
        ),
        "channel_mode/grey": Told(
            say("Explained", "Grey: the three colours become one map first, and one kernel reads it."),
            "grey",
            "grey",
        ),
        "channel_mode/sum": Told(
            say(
                "Explained",
                "All channels: each channel has weights of its own and the three sums are added, as "
                "in a network's layer.",
            ),
            "sum",
            "channel",
        ),
        "channel_mode/each": Told(
            say(
                "Explained",
                "Each channel: the kernel is applied to red, green and blue separately, as photo editors do.",
            ),
            "each",
            "channel",
        ),
        "busy_note._button": Told(
            say("Explained", "Stops this computation; what was there before stays."),
            "off",
        ),
        "formula.copy_menu": Told(
            say(
                "Explained",
                "Puts the formulas as text or LaTeX on the clipboard, or code for SciPy, Keras or "
                "PyTorch that computes the same map.",
            ),
            "copy",
        ),
        **same(
            "formula.title.switch/size",
            "why.header.title.switch/size",
            told=Told(
                say(
                    "Explained",
                    "Shows how the size of the output follows from input, kernel, padding and stride.",
                ),
                "size",
                "output size",
            ),
        ),
        **same(
            "formula.title.switch/why",
            "why.header.title.switch/why",
            told=Told(
                say(
                    "Explained",
                    "Shows the window, the products and the sum behind the number that is pointed at.",
                ),
                "why",
                "cross-correlation",
            ),
        ),
        "kernel_panel.favourites.buttons[*]": Told(
            say("Explained", "Takes this kernel from the library."),
            "library",
            "kernel",
        ),
        **same(
            "kernel_panel.form.rows",
            "kernel_panel.form._labels[0]",
            told=Told(
                say("Explained", "How many rows of weights the kernel has, 1 to 31."),
                "rows",
                "kernel",
            ),
        ),
        **same(
            "kernel_panel.form.columns",
            "kernel_panel.form._labels[1]",
            told=Told(
                say("Explained", "How many columns of weights the kernel has, 1 to 31."),
                "columns",
                "kernel",
            ),
        ),
        **same(
            "kernel_panel.form.divisor",
            "kernel_panel.form._labels[2]",
            told=Told(
                say(
                    "Explained",
                    "The sum of the products is divided by this number: 9 makes a 3 × 3 sum a mean.",
                ),
                "divisor",
                "divisor",
            ),
        ),
        **same(
            "kernel_panel.form.bias",
            "kernel_panel.form._labels[3]",
            told=Told(
                say("Explained", "This number is added to every result, after the division."),
                "bias",
                "bias",
            ),
        ),
        **same(
            "kernel_panel.grid",
            "kernel_panel.header.title",
            told=Told(
                say(
                    "Explained",
                    "The weights of the kernel: type a number, turn the wheel or drag; the arrow keys "
                    "move on.",
                ),
                "kernel",
                "weight",
            ),
        ),
        "kernel_panel.header.apart": Told(
            say("Explained", "Gives every channel weights of its own."),
            "channels",
            "channel",
        ),
        "kernel_panel.header.channels/0": Told(
            say("Explained", "The weights for the red channel."),
            "red",
            "channel",
        ),
        "kernel_panel.header.channels/1": Told(
            say("Explained", "The weights for the green channel."),
            "green",
            "channel",
        ),
        "kernel_panel.header.channels/2": Told(
            say("Explained", "The weights for the blue channel."),
            "blue",
            "channel",
        ),
        "kernel_panel.header.kernels": Told(
            say(
                "Explained",
                "Kernels that have names: blurs, outlines, sharpening; each is shown with what it "
                "makes of your picture.",
            ),
            "library",
            "kernel",
        ),
        "kernel_panel.header.kernels.popup.search": Told(
            say("Explained", "Finds kernels by their names and by what they do."),
            "search",
        ),
        "kernel_panel.tools._buttons[copy]": Told(
            say("Explained", "Copies the weights as a table for a spreadsheet."),
            "copy",
        ),
        "kernel_panel.tools._buttons[paste]": Told(
            say("Explained", "Takes weights from the clipboard: a table, a list, an array."),
            "paste",
        ),
        "kernel_panel.tools._buttons[folder]": Told(
            say("Explained", "Opens a file with a kernel, or writes this one to a file."),
            "file",
        ),
        "kernel_panel.tools._buttons[flip]": Told(
            say("Explained", "Swaps top and bottom of the kernel."),
            "flip",
            "kernel",
        ),
        "kernel_panel.tools._buttons[mirror]": Told(
            say("Explained", "Swaps left and right of the kernel."),
            "mirror",
            "kernel",
        ),
        "kernel_panel.tools._buttons[rotate]": Told(
            say(
                "Explained",
                "Turns the kernel by 90° clockwise; twice is the half turn of true convolution.",
            ),
            "rotate",
            "kernel",
        ),
        "kernel_panel.tools._buttons[transpose]": Told(
            say("Explained", "Makes rows of columns: an upright outline becomes a level one."),
            "transpose",
            "kernel",
        ),
        "kernel_panel.tools._buttons[negate]": Told(
            say("Explained", "Changes the sign of every weight: what was positive becomes negative."),
            "negate",
            "weight",
        ),
        "kernel_panel.tools._buttons[normalise]": Told(
            say(
                "Explained",
                "Sets the divisor so that the brightness stays: the sum of the weights, or their number.",
            ),
            "normalise",
            "divisor",
        ),
        "kernel_panel.tools._buttons[random]": Told(
            say("Explained", "Draws whole weights from −3 to 3 by lot."),
            "random",
            "weight",
        ),
        "why.body.grids": Told(
            say("Explained", "The window of the input, the kernel, and their products, number by number."),
            "grids",
            "window",
        ),
        "why.header.pin": Told(say("Explained", "Keeps this place while the pointer moves on."), "pin"),
        "why.header.stages/convolution": Told(
            say("Explained", "Explains the number of the convolution."),
            "correlate",
            "convolution",
        ),
        "why.header.stages/activation": Told(
            say("Explained", "Explains the number after the activation."),
            "relu",
            "activation",
        ),
        "why.header.stages/pooling": Told(
            say("Explained", "Explains the number after the pooling."),
            "max",
            "pooling",
        ),
        "kernel_panel.header.kernels/*": Told(
            say("Explained", "The kernel that is used now; the list opens with pictures of all of them."),
            "library",
            "kernel",
        ),
        "stages.cards[convolution].title": Told(
            say(
                "Explained",
                "Every number is a window of the input times the kernel, added up, divided by the "
                "divisor, plus the bias.",
            ),
            "correlate",
            "convolution",
        ),
        "formula.formulas": Told(
            say(
                "Explained",
                "How the size of the output follows from what is set; point at a symbol, or walk with"
                " the arrow keys, to see what it is.",
            ),
            "size",
            "output size",
        ),
        **same(
            "stages.cards[*].bar",
            "stages.kept.bar",
            told=Told(
                say(
                    "Explained",
                    "Which value has which colour, and how often each occurs; drag an end, or the part "
                    "between, to choose the range.",
                ),
                "range",
            ),
        ),
        **same(
            "stages.cards[*].blind.button",
            "stages.kept.blind.button",
            told=Told(
                say("Explained", "Lets the range follow the values again."),
                "range",
            ),
        ),
    }
