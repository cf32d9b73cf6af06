"""`convviz render` writes figures: the whole chain or one stage, as SVG, PDF, or PNG of a size."""

import PIL.Image
import pytest

from convviz.__main__ import main

LESSON = [
    "render",
    "x",
    "--kernel",
    "diagonal",
    "--padding",
    "same",
    "--activation",
    "relu",
    "--pool",
    "max:2",
]


def size_of(path):
    with PIL.Image.open(path) as image:
        return image.size


def render(*more):
    return main([*LESSON, *map(str, more)])


def test_an_svg_is_the_whole_chain(tmp_path, capsys):
    path = tmp_path / "chain.svg"
    assert render("-o", path) == 0
    text = path.read_text("utf-8")
    for wanted in ("Pooling", "Kernel", "9 + 1 + 1 \u2212 3", "<title>The X</title>"):
        assert wanted in text
    assert capsys.readouterr().out.splitlines()[-1] == f"wrote {path}: the whole chain"


def test_a_pdf_of_one_stage(tmp_path):
    path = tmp_path / "map.pdf"
    assert render("-o", path, "--stage", "convolution", "--background", "dark") == 0
    assert path.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("scale", [1, 2, 4])
def test_a_png_of_the_chain_has_the_size_that_is_asked_for(tmp_path, capsys, scale):
    path = tmp_path / "chain.png"
    assert render("-o", path, "--scale", scale) == 0
    assert size_of(path) == (1280 * scale, 720 * scale)
    assert f"{1280 * scale}x{720 * scale} pixels" in capsys.readouterr().out


def test_without_a_scale_a_png_stays_one_pixel_a_value(tmp_path):
    path = tmp_path / "x.png"
    assert render("-o", path) == 0
    assert size_of(path) == (4, 4)
    assert render("-o", path, "--stage", "chain") == 0
    assert size_of(path) == (1280, 720)


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        (["-o", "a.csv", "--scale", "2"], "a.csv: --scale is for .png, .svg and .pdf"),
        (["-o", "a.npy", "--stage", "chain"], "a.npy: --stage chain is for .png, .svg and .pdf"),
        (["-o", "a.png", "--scale", "5"], "--scale 5 is not from 1 to 4"),
        (["-o", "a.png", "--scale", "0"], "--scale 0 is not from 1 to 4"),
        (["-o", "a.svg", "--stage", "activation", "--activation", "none"], "--activation is not given"),
        (["-o", "a.svg", "--stage", "pooling", "--pool", "none"], "--pool is not given"),
        (["-o", "/no/such/folder/a.svg"], "there is no folder"),
    ],
)
def test_what_cannot_be_a_figure_is_said_in_one_line(capsys, more, reason):
    assert render(*more) == 2
    error = capsys.readouterr().err
    assert reason in error
    assert error.count("\n") == 1


def test_a_file_with_markup_for_a_name_is_named_as_it_is(tmp_path, capsys):
    photo = tmp_path / "<b>&.png"
    PIL.Image.new("L", (12, 12), 99).save(photo)
    path = tmp_path / "a.svg"
    assert main(["render", str(photo), "--kernel", "box", "-o", str(path)]) == 0
    assert "<title>&lt;b&gt;&amp;.png</title>" in path.read_text("utf-8")
