"""What `convviz train` tells while it runs, and what it says where it cannot."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest

from convviz.cli import train
from convviz.cli.main import UsageError


def epoch(held_out_accuracy):
    return SimpleNamespace(
        number=2, train_loss=0.5, train_accuracy=0.9, test_loss=0.25, test_accuracy=0.95,
        held_out_loss=0.125, held_out_accuracy=held_out_accuracy,
    )  # fmt: skip


def test_an_epoch_is_a_line_with_its_held_out_digits_where_there_are_some(capsys):
    progress = train.Progress(3)
    progress.batch(1, 1, 4)
    progress.epoch(epoch(None))
    progress.epoch(epoch(0.75))
    plain, held_out = capsys.readouterr().out.splitlines()
    assert plain.startswith("epoch   2  loss and accuracy: train 0.5000 0.9000  test 0.2500 0.9500")
    assert "held out 0.1250 0.7500" in held_out


def test_a_terminal_has_a_bar_that_is_drawn_now_and_then(capsys, monkeypatch):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    times = iter([0.0, 10.0, 10.1, 10.15])
    monkeypatch.setattr(train.time, "monotonic", lambda: next(times))
    progress = train.Progress(2)
    progress.batch(1, 2, 4)
    progress.batch(1, 3, 4)  # too soon
    progress.batch(1, 4, 4)  # the last one is always drawn
    progress.epoch(epoch(None))
    first, second, line = capsys.readouterr().out.split("\r")[1:]
    assert first == "epoch 1/2 [###############               ] about 0 min left "
    assert second.startswith("epoch 1/2 [" + "#" * 30 + "]")
    assert line.startswith("epoch   2")


def test_an_interrupted_training_says_which_epoch_it_kept(capsys):
    train._say_interrupted(SimpleNamespace(interrupted=False, best=3))
    train._say_interrupted(SimpleNamespace(interrupted=True, best=3))
    assert capsys.readouterr().out == "\ninterrupted: epoch 3 is kept\n"


def test_without_tensorflow_there_is_no_training(monkeypatch):
    monkeypatch.setitem(sys.modules, "tensorflow", None)
    with pytest.raises(UsageError, match="TensorFlow is needed for training, and it is not installed"):
        train._quiet()
