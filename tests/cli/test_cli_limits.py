"""What a command refuses beyond the table of limits, and what would take too much: status 2 and one line."""

import pytest

from convviz.__main__ import main
from convviz.core.base.limits import LIMITS

RENDER = ["render", "x", "--kernel", "box"]
FILM = ["steps", "x", "-o", "film.gif"]
TRAIN = ["train", "mlp", "--data", "none.npz", "-o", "net.keras"]
SEEN = {
    "kernel side": lambda n: ["render", "x", "--kernel", ";".join(["1"] * int(n))],
    "weight": lambda n: ["render", "x", "--kernel", f"{n:.17g} 1"],
    "divisor": lambda n: [*RENDER, "--divisor", f"{n:.17g}"],
    "bias": lambda n: [*RENDER, "--bias", f"{n:.17g}"],
    "padding": lambda n: [*RENDER, "--padding", f"{n:.0f}"],
    "fill": lambda n: [*RENDER, "--fill", f"{n:.17g}", "--padding", "1"],
    "stride": lambda n: [*RENDER, "--stride", f"{n:.0f}"],
    "dilation": lambda n: [*RENDER, "--dilation", f"{n:.0f}", "--padding", "same"],
    "slope": lambda n: [*RENDER, "--activation", f"leaky_relu:{n:.17g}"],
    "pool size": lambda n: [*RENDER, "--pool", f"max:{n:.0f}:1:same"],
    "pool stride": lambda n: [*RENDER, "--pool", f"max:2:{n:.0f}"],
    "film width": lambda n: [*FILM, "--width", f"{n:.0f}", "--step", "1", "--detail", "cell"],
    "epochs": lambda n: [*TRAIN, "--epochs", f"{n:.0f}"],
    "seed": lambda n: [*TRAIN, "--seed", f"{n:.0f}"],
}
"""Each limit that a command has an option for, and the command line with a number."""


@pytest.mark.parametrize("name", SEEN)
def test_beyond_the_table_is_one_line_with_number_and_limit(capsys, qapp, name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    limit = LIMITS[name]
    for beyond in (limit.low - max(1, abs(limit.low)), limit.high * 2 + 1):
        if name == "kernel side" and beyond < 1:
            continue  # no number is asked for
        status = main(SEEN[name](beyond))
        out, err = capsys.readouterr()
        assert (status, out, err.count("\n")) == (2, "", 1), beyond
        end = limit.low if beyond < limit.low and name != "weight" else limit.high
        assert any(text in err for text in (f"{end:g}", f"{end:.10g}")), err
        assert any(text in err for text in (f"{beyond:g}", f"{beyond:.10g}", f"{beyond:.17g}")), err


@pytest.mark.parametrize("name", [name for name in SEEN if name not in ("epochs", "seed")])
def test_the_ends_of_the_table_are_not_refused_for_their_size(capsys, qapp, name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for end in (LIMITS[name].low, LIMITS[name].high):
        main(SEEN[name](end))
        assert "is not from" not in (err := capsys.readouterr().err)
        assert "is more than" not in err
        assert "too large" not in err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["render", "x", "--kernel", "box", "--padding", "15000"], "padding 15000 is more than 512"),
        ([*RENDER, "--pool", "max:1000000000:1:same"], "pool size 1000000000 is more than 1000"),
        (["steps", "x", "--padding", "3000"], "padding 3000 is more than 512"),
        (["steps", "x", "--padding", "512", "--text"], "1,062,961 cells are too many to be told"),
        ([*FILM, "--padding", "40"], "the film has more than 20,000 pictures"),
        (["render", "x", "--kernel", "/dev/zero"], "zero: it is no ordinary file"),
        (["classify", "/dev/zero"], "is no ordinary file"),
        (["classify", "x", "--network", "/dev/zero"], "zero: it is no ordinary file"),
        ([*RENDER, "--bias", "nan"], "bias nan is not from"),
        ([*RENDER, "--fill", "inf"], "fill inf is not a finite number"),
        (["render", "x", "--kernel", ";".join([" 1" * 31] * 31), "--padding", "full", "--dilation", "500"],
         "this takes 216,485,000,000 steps of arithmetic; the limit is 100,000,000,000"),
    ],
)  # fmt: skip
def test_what_would_not_end_is_refused_in_a_line(capsys, qapp, tmp_path, monkeypatch, arguments, words):
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert words in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--divisor", "1e-320"], "--divisor 1e-320 is too near to 0: at least 1e-12 away from it would do"),
        (["--divisor", "1e400"], "--divisor 1e400 is not from -1e+12 to 1e+12"),
        (["--bias", "-1e400"], "bias -1e400 is not from -1e+12 to 1e+12"),
        (["--fill", "1e309", "--padding", "1"], "fill 1e309 is not from -1e+12 to 1e+12"),
        (["--activation", "leaky_relu:1e999"], "slope 1e999 is not from -1000 to 1000"),
        (["--kernel", "1e999 1"], "row 1, column 1: '1e999' is too large; the limit is 1e+12"),
    ],
)
def test_the_number_in_the_line_is_the_one_that_was_given(capsys, qapp, options, said):
    assert main([*RENDER, *options, "-o", "out.png"]) == 2
    assert capsys.readouterr().err == f"convviz render: {said}\n"


@pytest.mark.parametrize("name", ["bad.json", "a\nb.txt", "bad.npy"])
def test_a_kernel_file_stands_once_in_its_line(capsys, qapp, tmp_path, name):
    path = tmp_path / name
    path.write_text("[1 2")
    if name.endswith(".txt"):
        path.write_text("1 x")
    assert main(["render", "x", "--kernel", str(path), "-o", "out.png"]) == 2
    said = capsys.readouterr().err
    assert said.count(path.suffix) == said.count("\n") == 1, said
    assert "Expecting" not in said
