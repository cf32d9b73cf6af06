"""What is opened, dropped and pasted while the window soaks: good files, odd ones and broken ones."""

from __future__ import annotations

import io
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import PIL.Image

from convviz.core.images.image import Image
from convviz.core.kernels.kernel_library import library
from convviz.core.samples.lessons import EXAMPLES
from convviz.core.sizes.settings import PoolSettings, Settings
from convviz.document.files.experiment import save_experiment
from convviz.document.state.state import DocumentState, NetworkState, Paper, PenStroke, Pin
from convviz.paths import resource

NOISE = np.random.default_rng(2).integers(0, 256, (24, 36, 3), dtype=np.uint8)
SEVEN = PenStroke(0.09, ((0.28, 0.26, 1.0), (0.72, 0.23, 1.0), (0.48, 0.78, 1.0)))
LARGE = np.random.default_rng(3).integers(0, 256, (720, 900, 3), dtype=np.uint8)
"""More than half a megapixel: worked out where the screen looks."""


def write_all(folder: Path) -> list[Path]:
    """Write the files into ``folder``; the same ones, in the same order, every time."""
    for write in (_pictures, _kernels, _experiments, _networks, _broken):
        write(folder)
    return sorted(path for path in folder.iterdir())


def _pictures(folder: Path) -> None:
    picture = PIL.Image.fromarray(NOISE)
    picture.save(folder / "colour.png")
    picture.convert("L").save(folder / "grey.png")
    picture.convert("1").save(folder / "one_bit.png")
    picture.convert("P").save(folder / "palette.gif")
    picture.convert("CMYK").save(folder / "ink.jpg")
    picture.convert("F").save(folder / "float.tif")
    picture.convert("L").resize((9, 9)).save(folder / "<b>nine & nine.png")
    for ending in ("avif", "jp2", "tga", "ico", "qoi", "webp"):
        picture.save(folder / f"colour.{ending}")
    picture.save(folder / "two_pages.tif", save_all=True, append_images=[picture.convert("L")])
    picture.convert("RGBA").save(folder / "clear.png")
    PIL.Image.fromarray(LARGE).save(folder / "large.png", compress_level=1)
    PIL.Image.fromarray(np.arange(600, dtype=np.uint16).reshape(20, 30) * 100).save(folder / "deep.png")
    np.save(folder / "one_pixel.npy", np.array([[7]]))
    np.save(folder / "one_row.npy", np.arange(50.0)[None])
    np.save(folder / "one_column.npy", np.arange(50)[:, None])
    np.save(folder / "signed.npy", np.array([[-1e15, 1e15], [0, 1e-300]]))
    np.save(folder / "channels_first.npy", NOISE.transpose(2, 0, 1))
    np.save(folder / "many.npy", np.arange(5 * 6 * 7 * 3, dtype=np.uint8).reshape(5, 6, 7, 3))
    pages = [PIL.Image.fromarray(np.roll(NOISE[..., 0], 3 * page, 1)) for page in range(7)]
    pages[0].save(folder / "stack.tif", save_all=True, append_images=pages[1:])
    np.savez(
        folder / "stack.npz", first=NOISE[None], second=np.arange(60.0).reshape(3, 4, 5), third=np.eye(4)
    )
    np.save(folder / "halves.npy", np.linspace(-1, 1, 77).reshape(7, 11))
    digit = np.zeros((28, 28), np.uint8)
    digit[5:23, 12:15] = 255
    PIL.Image.fromarray(digit).save(folder / "digit.png")


def _kernels(folder: Path) -> None:
    (folder / "kernel.txt").write_text("1 0 -1\n2 0 -2\n1 0 -1\n")
    (folder / "oblong.csv").write_text("1,2\n0.5,-1\n3,4\n0,0\n")
    np.savetxt(folder / "table.csv", np.arange(108).reshape(12, 9) % 7, "%d", ",")
    (folder / "ragged.csv").write_text("1,2\n3\n")
    np.save(folder / "big_kernel.npy", np.eye(11))


def _experiments(folder: Path) -> None:
    colour = Image(NOISE, name="noise")
    odd = Settings(
        library("sharpen"), padding=((2, 0), (1, 3)), stride=(2, 1), dilation=(1, 2), channels="each",
        activation="tanh", pool=PoolSettings("average"), bias=0.5,
    )  # fmt: skip
    states = {
        "oblong": DocumentState(colour, odd, title="Oblong <i>title</i>", shown_channel=2),
        "pinned": DocumentState(EXAMPLES[0].image(), EXAMPLES[0].settings, pin=Pin("convolution", 1, 2)),
        "impossible": DocumentState(
            Image(NOISE[:2, :2, 0].copy(), name="tiny"), replace(odd, padding="valid")
        ),
        "digit": DocumentState(network=NetworkState(key="mlp", paper=Paper((SEVEN,)))),
        "photo": DocumentState(colour, network=NetworkState(paper=Paper(photo=colour))),
    }
    for name, state in states.items():
        save_experiment(folder / f"{name}.convviz", state, embed=True)


def _networks(folder: Path) -> None:
    for path in sorted(resource("models").glob("*.keras")):
        shutil.copy(path, folder / path.name)
    labels = np.arange(300, dtype=np.uint8) % 10
    digits = np.random.default_rng(0).integers(0, 60, (300, 28, 28)).astype(np.uint8)
    digits[np.arange(300), 2 * labels + 3] = 255
    parts = {"x_train": digits[:240], "y_train": labels[:240], "x_test": digits[240:], "y_test": labels[240:]}
    np.savez(folder / "digits.npz", **parts)


def _broken(folder: Path) -> None:
    buffer = io.BytesIO()
    PIL.Image.fromarray(NOISE).save(buffer, "JPEG")
    (folder / "cut.jpg").write_bytes(buffer.getvalue()[:-300])
    (folder / "text.png").write_text("Dear reader, I am no picture.\n")
    (folder / "empty.png").write_bytes(b"")
    (folder / "huge.pgm").write_bytes(b"P5 60000 60000 255\n")
    np.save(folder / "nan.npy", np.array([[1.0, np.nan]]))
    np.save(folder / "two_channels.npy", np.zeros((5, 5, 2)))
    for name in ("oblong.convviz", "mlp_tutorial.keras"):
        whole = (folder / name).read_bytes()
        (folder / f"cut_{name}").write_bytes(whole[: len(whole) // 2])
        (folder / f"changed_{name}").write_bytes(whole.replace(b"1", b"7"))
    (folder / "numbers.npz").write_bytes((folder / "digits.npz").read_bytes()[:5000])
    (folder / "folder.png").mkdir()
