"""The files that people have, on the command line."""

from __future__ import annotations

import numpy as np
import pytest
import tifffile

from convviz.__main__ import main


def output(capsys, *arguments):
    status = main(list(arguments))
    out, err = capsys.readouterr()
    return status, out, err


def test_a_table_is_rendered_like_a_picture(capsys, tmp_path):
    (tmp_path / "edge.csv").write_text("10,10,10,0,0,0\n" * 6)
    done = output(
        capsys,
        "render",
        str(tmp_path / "edge.csv"),
        "--kernel",
        "edge_vertical",
        "-o",
        str(tmp_path / "a.npy"),
    )
    assert done[0] == 0
    assert np.load(tmp_path / "a.npy").tolist() == [[0, 30, 30, 0]] * 4


@pytest.mark.parametrize("most", [10, 1, 300])
def test_pgm_keeps_its_numbers(capsys, tmp_path, most):
    (tmp_path / "edge.pgm").write_text(f"P2 6 6 {most}\n" + f"{most} {most} {most} 0 0 0\n" * 6)
    output(
        capsys,
        "render",
        str(tmp_path / "edge.pgm"),
        "--kernel",
        "edge_vertical",
        "-o",
        str(tmp_path / "a.npy"),
    )
    assert np.load(tmp_path / "a.npy").tolist() == [[0, 3 * most, 3 * most, 0]] * 4


@pytest.mark.parametrize("ending", ["csv", "tif", "npy", "png"])
def test_what_render_wrote_is_rendered_again(capsys, tmp_path, ending):
    colours = np.arange(192, dtype=np.uint8).reshape(8, 8, 3)
    tifffile.imwrite(tmp_path / "a.tif", colours, photometric="rgb")
    again = tmp_path / f"b.{ending}"
    line = ["--kernel", "[[1]]", "--channels", "each"]
    assert output(capsys, "render", str(tmp_path / "a.tif"), *line, "-o", str(again))[0] == 0
    assert output(capsys, "render", str(again), *line, "-o", str(tmp_path / "c.npy"))[0] == 0
    assert np.array_equal(np.load(tmp_path / "c.npy"), colours)


def test_channels_are_named_and_chosen(capsys, tmp_path):
    values = np.arange(180, dtype=np.uint8).reshape(6, 6, 5)
    tifffile.imwrite(tmp_path / "five.tif", values, photometric="minisblack", planarconfig="contig")
    line = ["render", str(tmp_path / "five.tif"), "--kernel", "[[1]]"]
    status, _, err = output(capsys, *line)
    assert status == 2
    assert err.startswith(
        "convviz render: five.tif has 5 channels; one of them can be read as grey, or three as"
    )
    assert "--use-channels 2 takes the second" in err
    assert output(capsys, *line, "--use-channels", "4", "-o", str(tmp_path / "a.npy"))[0] == 0
    assert np.array_equal(np.load(tmp_path / "a.npy"), values[:, :, 3])
    line += ["--channels", "each", "-o", str(tmp_path / "b.npy")]
    assert output(capsys, *line, "--use-channels", "5,1,2")[0] == 0
    assert np.array_equal(np.load(tmp_path / "b.npy"), values[:, :, [4, 0, 1]])
    for wrong in ("0", "1,2", "x"):
        assert output(capsys, *line, "--use-channels", wrong)[0] == 2
    status, _, err = output(capsys, *line, "--use-channels", "6")
    assert (status, "has 5 channels; there is no number 6" in err) == (2, True)


def test_how_a_file_was_understood_is_said(capsys, tmp_path):
    np.save(tmp_path / "a.npy", np.zeros((3, 6, 7)))
    _, out, err = output(capsys, "render", str(tmp_path / "a.npy"), "--kernel", "box")
    assert err == "a.npy: shape (3, 6, 7): read as 3 channels of 6x7, red, green and blue\n"
    assert out.startswith("6x7 -> 3x3 s1 -> 4x5\n")


def test_a_kernel_as_it_was_copied(capsys, tmp_path):
    for text in ("np.array([[1, 0, -1]] )", "{{1, 0, -1}}", "tensor([[[[1., 0., -1.]]]])"):
        assert output(capsys, "render", "x", "--kernel", text, "-o", str(tmp_path / "a.npy"))[0] == 0
        assert np.load(tmp_path / "a.npy").shape == (9, 7)
