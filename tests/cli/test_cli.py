"""The command line as a person meets it: what is printed, what is written, what is refused."""

import io
import json
import os
import sys

import numpy as np
import PIL.Image
import pytest

from convviz import __version__
from convviz.__main__ import main
from convviz.cli import lab
from convviz.cli import main as cli
from convviz.core.base.visible import visible
from convviz.core.samples import pictures


def test_what_a_terminal_cannot_write_does_not_end_a_command(monkeypatch):
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, io.TextIOWrapper(io.BytesIO(), "ascii"))
    assert main(["kernels"]) == 0
    sys.stdout.write("ü\u2588\n")
    sys.stdout.flush()
    assert sys.stdout.buffer.getvalue().endswith(rb"\xfc\u2588" + os.linesep.encode())


@pytest.fixture
def convviz(capsys):
    """Run a command line; returns (status, standard output, standard error)."""

    def run(*arguments):
        try:
            status = main(list(arguments))
        except SystemExit as end:
            status = end.code
        out, err = capsys.readouterr()
        return status, out, err

    return run


def test_version(convviz):
    assert convviz("--version") == (0, f"convviz {__version__}\n", "")


def test_help_names_every_command(convviz):
    status, out, _ = convviz("--help")
    assert status == 0
    assert all(f"convviz {name}" in out for name in cli.COMMANDS)


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_command_has_help(convviz, name):
    status, out, _ = convviz(name, "--help")
    assert status == 0
    assert out.startswith(f"usage: convviz {name}")


def test_samples_have_the_names_of_the_window(convviz):
    assert tuple(sample.key for sample in pictures.SAMPLES) == cli.SAMPLES
    assert all(name in convviz("--help")[1].split("without a window")[0] for name in cli.SAMPLES)


def test_the_name_of_a_sample_opens_it_in_the_window(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    asked = []

    def open_window(paths, *, new=False, sample=""):
        asked.append((list(paths), sample))
        return 0

    assert cli.run(["edge"], open_window) == 0
    assert capsys.readouterr().err == ""
    (tmp_path / "mug").mkdir()
    assert cli.run(["mug"], open_window) == 0
    (tmp_path / "edge").write_bytes(b"")
    assert cli.run(["edge"], open_window) == 0
    assert "'edge'" in capsys.readouterr().err
    assert asked == [([], "edge"), ([], "mug"), (["edge"], "")]
    assert cli.run(["hill"], open_window) == 2
    assert "x, edge, stripes" in capsys.readouterr().err


def test_without_a_command_the_window_is_opened(tmp_path):
    opened = []
    photo = tmp_path / "photo.png"
    photo.touch()

    def open_window(paths, *, new=False):
        opened.append((list(paths), new))
        return 0

    assert cli.run([], open_window) == 0
    assert cli.run([str(photo)], open_window) == 0
    assert opened == [([], False), ([str(photo)], False)]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["rendr"], "there is no file 'rendr', and no such command"),
        (["render"], "required: IMAGE, --kernel"),
        (["render", "no.png", "--kernel", "box"], "no file 'no.png'"),
        (["render", "x", "--kernel", "sobel"], "no kernel and no file 'sobel'; did you mean sobel_"),
        (["render", "x", "--kernel", "1 2; 3"], "row 2 has 1 weights, row 1 has 2"),
        (["render", "x", "--kernel", "1e308 1"], "row 1, column 1: '1e308' is too large"),
        (["render", "x", "--kernel", "box", "--bias", "1e300"], "bias 1e+300 is not from -1e+12 to 1e+12"),
        (["render", "x", "--kernel", "1 a"], "row 1, column 2: 'a' is not a number"),
        (["render", "x", "--kernel", "nan 1"], "row 1, column 1: 'nan' is not a number"),
        (["render", "x", "--kernel", ";".join([" 1" * 32] * 32)], "a kernel of 32x32 is too large"),
        (["render", "x", "--kernel", ""], "no kernel and no file ''"),
        (["render", "", "--kernel", "box"], "no file ''"),
        (["render", "x", "--kernel", "box", "--padding", "1000000000"], "1000000000 is more than 512"),
        (["render", "x", "--kernel", "box", "--stride", "1000000000"], "stride 1000000000 is more than 1000"),
        (["render", "x", "--kernel", "box", "--dilation", "1001", "--padding", "full"], "dilation 1001 is"),
        (["render", "x", "--kernel", "box", "--pool", "max:1000000000:same"], "pool size 1000000000 is"),
        (["render", "x", "--kernel", "box", "--pool", "avg:2:1000000000"], "pool stride 1000000000 is"),
        (["steps", "x", "--kernel", "box", "--padding", "1000000000"], "1000000000 is more than 512"),
        (
            ["render", "x", "--kernel", ";".join([" 1" * 31] * 31), "--padding", "full", "--dilation", "999"],
            "with its padding the picture has 59949x59949 values; the limit is 1,000,000,000",
        ),
        (["render", "x", "--kernel", "box", "--stride", "0"], "stride 0 is less than 1"),
        (["render", "x", "--kernel", "box", "--stride", "a"], "'a' is not made of whole numbers"),
        (["render", "x", "--kernel", "box", "--padding", "1,2,3"], "has 3 numbers"),
        (["render", "x", "--kernel", "box", "--fill", "red"], "'red' is none of zero, mean"),
        (["render", "x", "--kernel", "box", "--activation", "gelu"], "'gelu' is none of none, relu"),
        (["render", "x", "--kernel", "box", "--pool", "max"], "'max' is not like max:2"),
        (["render", "x", "--kernel", "box", "--pool", "max:9"], "pool window 9x9"),
        (["render", "x", "--kernel", "box", "--dilation", "5"], "does not fit 9x9"),
        (["render", "x", "--kernel", "box", "--bias", "big"], "invalid float value: 'big'"),
        (["render", "x", "--kernel", "box", "--divisor", "0"], "divisor"),
        (["render", "x", "--kernel", "box", "--divisor", "9007199254740993"], "has no exact float64"),
        (["render", "x", "--kernel", "sobel_vertical", "--divisor", "sum"], "sum to 0"),
        (["render", "x", "--kernel", "box", "--stage", "pooling"], "--pool is not given"),
        (["render", "x", "--kernel", "box", "-o", "out.jpg"], "ending must be one of .png"),
        (["render", "x", "--kernel", "box", "-o", "/no/such/folder/out.png"], "there is no folder"),
        (["render", "pyproject.toml", "--kernel", "box"], "pyproject.toml"),
        (["render", "tests", "--kernel", "box"], "tests is a folder"),
        (["sample", "y", "-o", "y.png"], "no sample picture 'y'"),
        (["sample", "x"], "-o FILE is missing"),
        (["kernels", "sobbel_vertical"], "did you mean sobel_vertical"),
    ],
)
def test_bad_input_is_one_line_and_status_2(convviz, arguments, words):
    status, out, err = convviz(*arguments)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert err.startswith("convviz")
    assert words in err


def test_render_prints_the_chain_and_the_formulas(convviz):
    status, out, err = convviz(
        "render", "x", "--kernel", "diagonal", "--padding", "1", "--activation", "relu", "--pool", "max:2"
    )
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "9x9 -> pad 1 -> 3x3 s1 -> 9x9 -> ReLU -> max 2x2 -> 4x4",
        "convolution rows: floor((9 + 1 + 1 - 3) / 1) + 1 = 9",
        "convolution columns: floor((9 + 1 + 1 - 3) / 1) + 1 = 9",
        "pooling rows: floor((9 + 0 + 0 - 2) / 2) + 1 = 4  (1 dropped at the end)",
        "pooling columns: floor((9 + 0 + 0 - 2) / 2) + 1 = 4  (1 dropped at the end)",
    ]


def test_the_largest_kernel_fits_on_the_command_line(convviz, tmp_path):
    out = tmp_path / "x.npy"
    weights = ";".join([" ".join(["1"] * 31)] * 31)
    status, _, err = convviz("render", "x", "--kernel", weights, "--padding", "same", "-o", str(out))
    assert (status, err) == (0, "")
    assert np.load(out)[4, 4] == -81 + 2 * 13


def test_render_writes_the_last_stage(convviz, tmp_path):
    out = tmp_path / "x.csv"
    arguments = ["render", "x", "--kernel", "diagonal", "--pool", "max:2"]
    status, printed, _ = convviz(*arguments, "-o", str(out))
    assert status == 0
    assert printed.splitlines()[-1] == f"wrote {out}: pooling, 3x3, from 3 to 9"
    assert out.read_text() == "9,3,5\n3,9,3\n5,3,9\n"


def test_render_writes_the_stage_that_is_asked_for(convviz, tmp_path):
    out = tmp_path / "x.npy"
    arguments = ["render", "x", "--kernel", "diagonal", "--pool", "max:2", "--stage", "convolution"]
    convviz(*arguments, "-o", str(out))
    assert np.load(out)[0].tolist() == [7, -1, 1, 3, 5, -1, 3]


@pytest.mark.parametrize("kernel", ["1 0 -1; 1 0 -1; 1 0 -1", "1,0,-1;1,0,-1;1,0,-1", "edge_vertical"])
def test_the_edge_in_both_modes(convviz, tmp_path, kernel):
    out = tmp_path / "edge.npy"
    convviz("render", "edge", "--kernel", kernel, "-o", str(out))
    assert np.load(out).tolist() == [[0, 30, 30, 0]] * 4
    convviz("render", "edge", "--kernel", kernel, "--mode", "convolve", "-o", str(out))
    assert np.load(out).tolist() == [[0, -30, -30, 0]] * 4


@pytest.mark.parametrize(
    "kernel", ["-1 0 1; -1 0 1; -1 0 1", "-1,0,1;-1,0,1;-1,0,1", "\u22121 0 1;\u22121 0 1;\u22121 0 1"]
)
def test_a_kernel_may_begin_with_a_minus(convviz, tmp_path, kernel):
    out = tmp_path / "edge.npy"
    status, _, err = convviz("render", "edge", "--kernel", kernel, "--bias", "-5", "-o", str(out))
    assert (status, err) == (0, "")
    assert np.load(out).tolist() == [[-5, -35, -35, -5]] * 4


def test_a_kernel_from_a_file_and_a_picture_from_a_file(convviz, tmp_path):
    (tmp_path / "k.txt").write_text("0 0 0\n0 2 0\n0 0 0\n")
    PIL.Image.fromarray(np.arange(12, dtype=np.uint8).reshape(3, 4)).save(tmp_path / "p.png")
    out = tmp_path / "o.csv"
    picture, weights = str(tmp_path / "p.png"), str(tmp_path / "k.txt")
    status, _, _ = convviz("render", picture, "--kernel", weights, "-o", str(out))
    assert (status, out.read_text()) == (0, "10,12\n")


def test_signed_maps_become_blue_and_orange_and_blurred_ones_stay_grey(convviz, tmp_path):
    out = tmp_path / "shown.png"
    convviz("render", "edge", "--kernel", "1 0 -1", "--mode", "convolve", "-o", str(out))
    blue, neutral = [36, 127, 207], [246, 246, 246]
    assert np.asarray(PIL.Image.open(out))[0].tolist() == [neutral, blue, blue, neutral]
    convviz("render", "edge", "--kernel", "box", "--stride", "3", "-o", str(out))
    assert np.asarray(PIL.Image.open(out)).tolist() == [[255, 0], [255, 0]]


def test_kernels_lists_every_name_and_shows_one(convviz):
    from convviz.core.kernels.kernel_library import LIBRARY

    _, out, _ = convviz("kernels")
    assert [line.split()[0] for line in out.splitlines()] == list(LIBRARY)
    assert convviz("kernels", "gaussian") == (0, "1 2 1\n2 4 2\n1 2 1\n# divisor 16\n", "")


def test_samples_are_listed_and_written(convviz, tmp_path):
    _, out, _ = convviz("sample")
    assert {"x", "edge", "stripes", "five"} <= set(out.split())
    file = tmp_path / "edge.npy"
    assert convviz("sample", "edge", "-o", str(file))[:2] == (0, f"wrote {file}: 6x6, from 0 to 10\n")
    assert np.load(file)[0].tolist() == [10, 10, 10, 0, 0, 0]


def test_render_of_a_flat_picture_is_flat_and_its_numbers_are_the_raw_ones(convviz, tmp_path):
    (tmp_path / "flat.pgm").write_text("P2\n9 9\n255\n" + "200 " * 80 + "200\n")
    (tmp_path / "fractions.csv").write_text("0.3,-0.2,-0.1\n")
    render = ["render", str(tmp_path / "flat.pgm"), "--kernel", str(tmp_path / "fractions.csv"), "-o"]
    status, out, _ = convviz(*render, str(tmp_path / "map.png"))
    assert status == 0
    assert out.endswith("from 0 to 0\n")
    with PIL.Image.open(tmp_path / "map.png") as picture:
        assert np.unique(np.asarray(picture).reshape(-1, 3), axis=0).tolist() == [[246, 246, 246]]
    convviz(*render, str(tmp_path / "map.npy"))
    assert np.load(tmp_path / "map.npy").any()


def test_a_divisor_may_be_the_number_or_the_sum_of_the_weights(convviz, tmp_path):
    for divisor, value in (("taps", 2.0), ("sum", 1.0), ("4", 4.5)):
        path = tmp_path / f"{divisor}.npy"
        status, _, _ = convviz("render", "edge", "--kernel", "2 2 2; 2 2 2; 2 2 2", "--divisor", divisor,
                               "--padding", "valid", "-o", str(path))  # fmt: skip
        assert status == 0
        assert np.load(path)[0, 0] == 10 * value
    status, _, err = convviz("render", "x", "--kernel", "1 -1", "--divisor", "sum")
    assert (status, err.strip()) == (
        2, "convviz render: the weights sum to 0: they cannot be divided by their sum"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--activation", "leaky_relu:a"], "'a' is no slope"),
        (["--activation", "none", "--pool", "none", "--divisor", "0"], "--divisor 0: "),
    ],
)
def test_what_a_stage_cannot_be(convviz, arguments, words):
    status, _, err = convviz("render", "x", "--kernel", "box", *arguments)
    assert status == 2
    assert words in err


def test_a_kernel_is_shown_with_its_divisor_where_it_has_one(convviz):
    assert convviz("kernels", "box") == (0, "1 1 1\n1 1 1\n1 1 1\n# divisor 9\n", "")
    assert convviz("kernels", "identity") == (0, "0 0 0\n0 1 0\n0 0 0\n", "")


def test_a_sample_needs_a_file(convviz):
    assert convviz("sample", "x") == (
        2, "", "convviz sample: -o FILE is missing: where shall the picture be written?\n"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (KeyboardInterrupt, 130, ""),
        (
            MemoryError,
            2,
            "convviz kernels: there is not enough memory for this; a smaller picture needs less\n",
        ),
        (
            OSError(13, "Permission denied", "a.npy"),
            2,
            "convviz kernels: a.npy: there is no permission for it\n",
        ),
    ],
)
def test_every_end_has_its_status(convviz, monkeypatch, error, status, words):
    def fail(options):
        raise error

    monkeypatch.setattr(lab, "run_kernels", fail)
    assert convviz("kernels") == (status, "", words)


def test_a_reader_that_has_seen_enough_is_no_fault(fresh_python):
    code = (
        "import os, sys\n"
        "ours, theirs = os.pipe()\n"
        "os.close(ours)\n"
        "kept = os.dup(1)\n"
        "os.dup2(theirs, 1)\n"
        "from convviz.__main__ import main\n"
        "status = main(['kernels'])\n"
        "os.write(kept, str(status).encode())\n"
    )
    assert fresh_python(code) == "0"


def test_a_stream_that_cannot_be_set_up_is_written_to_as_it_is(monkeypatch):
    stream = io.TextIOBase()
    lines = []
    stream.write = lines.append
    monkeypatch.setattr(sys, "stdout", stream)
    assert main(["kernels", "identity"]) == 0
    assert "0 1 0" in "".join(lines)


@pytest.mark.parametrize("name", ["a\x1b[31m\n.png", "photo\u202egnp.png", "\x9b2J.png"])
def test_names_do_not_steer_the_terminal(tmp_path, monkeypatch, capsys, name):
    monkeypatch.chdir(tmp_path)
    PIL.Image.fromarray(np.zeros((28, 28), np.uint8)).save(name)
    for arguments in (
        ["render", name, "--kernel", "box"],
        ["sample", "x", "-o", name],
        ["sample", "x", "-o", f"no/{name}"],
        ["render", f"no {name}", "--kernel", "box"],
        ["classify", name],
        ["classify", "--json", name],
        ["steps", "x", "-o", name],
        [f"no {name}"],
    ):
        main(arguments)
        told = "".join(capsys.readouterr())
        assert told
        assert {one for one in told if one != "\n" and visible(one) != one} == set()
    main(["classify", "--json", name])
    assert json.loads(capsys.readouterr().out)[0]["picture"] in (name, visible(name))
