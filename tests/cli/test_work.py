"""Long work of a command: it says how far it is, and Ctrl+C ends it without a trace."""

import os
import signal

import pytest

from convviz.cli.work import Work
from convviz.core.stages.pipeline import Cancelled

RUN = """
import os, signal, sys
from convviz.film.sheet import Frames
made = Frames.pixels
drawn = []
def pixels(self, index):
    drawn.append(index)
    if len(drawn) == 20:
        os.kill(os.getpid(), signal.SIGINT)
    return made(self, index)
Frames.pixels = pixels
from convviz.__main__ import main
status = main(sys.argv[1:])
print(status, len(drawn))
"""


def test_how_far_it_is_is_said_every_ten_seconds(capsys):
    now = [0.0]
    with Work("render", clock=lambda: now[0]) as work:
        for share in range(1, 61):
            now[0] = share / 2
            work.progress(share / 60)
    assert capsys.readouterr().err.splitlines() == [
        "convviz render: 33%, about 20 s to go; Ctrl+C ends it",
        "convviz render: 67%, about 10 s to go; Ctrl+C ends it",
    ]


def test_short_work_says_nothing(capsys):
    with Work("render") as work:
        work.progress(0.5)
    assert capsys.readouterr() == ("", "")


def test_ctrl_c_is_noted_until_the_work_ends_itself():
    before, heard = signal.getsignal(signal.SIGINT), []

    def interrupted():
        with Work("render") as work:
            os.kill(os.getpid(), signal.SIGINT)
            heard.append(work.cancelled())
            raise Cancelled

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert heard == [True]
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.parametrize("name", ["film.gif", "film.png", "film.webp", "frames"])
def test_a_film_that_is_interrupted_leaves_nothing(fresh_python, tmp_path, name):
    arguments = ["steps", "x", "-o", str(tmp_path / name), "--detail", "cell", "--width", "320"]
    status, drawn = fresh_python(RUN, arguments=arguments).split()
    assert (status, drawn) == ("130", "20")
    assert os.listdir(tmp_path) == []
