"""Damaged files of every kind for every reader: ``python tests/faults/fuzz_readers.py --seconds 300``.

Whatever stands in a file, a reader gives a value or raises a ValueError or OSError, one sentence, within
`PATIENCE` seconds and `MEMORY` bytes. Each case has a number from which everything in it follows, so that
``--seed N --cases 1`` repeats it. The cases run in a child process; a case that takes too long, or ends the
child, is a find as well. What is found is written to ``--keep`` (tests/faults/found/ unless named), as
``READER-SEED`` and the file's ending: the tests read everything there again.
"""

from __future__ import annotations

import argparse
import io
import json
import math
import multiprocessing
import os
import random
import re
import resource
import struct
import sys
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import PIL.Image
import tifffile

from convviz.app.preferences import Preferences
from convviz.cli import options
from convviz.cli.main import Parser, UsageError, joined
from convviz.core.base.limits import LIMITS
from convviz.core.base.typed import read_number
from convviz.core.images.image import read
from convviz.core.kernels.files import read_kernel, write_kernel
from convviz.core.kernels.kernel import Kernel
from convviz.core.kernels.kernel_library import library
from convviz.core.samples.pictures import load_sample
from convviz.core.stages.pipeline import chain
from convviz.document.files.experiment import read_experiment, save_experiment
from convviz.document.state.state import DocumentState
from convviz.network.digits.mnist import read_mnist
from convviz.network.files.keras.file import read_network
from convviz.paths import resource as shipped

FOUND = Path(__file__).with_name("found")
PATIENCE, WAITING = 10.0, 20
"""Seconds of computing for one case; and by how much more may go by, where other programs compute, too."""
MEMORY = 3 << 30
"""Bytes of address space that the child may ask for beyond what it has to begin with."""

PICTURES = {
    "png": {}, "jpg": {}, "webp": {"lossless": True}, "bmp": {}, "gif": {}, "tif": {}, "ppm": {},
    "lzw.tif": {"compression": "tiff_lzw"}, "zip.tif": {"compression": "tiff_adobe_deflate"},
    "jpg.tif": {"compression": "jpeg"}, "avif": {}, "ico": {}, "tga": {}, "jp2": {}, "qoi": {},
}  # fmt: skip
PASTED = (
    b"1 2 1\n2 4 2\n1 2 1",
    b"[[1, -0.5], [.5e3, 2]]",
    b"tensor([[[[ 1., 0.], [2., 0.]]]], device='cuda:0') / 16",
    b"| 1 | 2 |\n|---|---|\n| 3 | 4 |",
    rb"\frac{1}{9} \begin{bmatrix} 1 & 2 \\ 3 & \frac{1}{2} \end{bmatrix}",
    b"float k[2][2] = {{1.0f, 0}, {2, 0}}; // edge",
)
TIFFS: list[dict[str, Any]] = [
    {"planarconfig": "separate", "compression": "zlib", "predictor": 2},
    {"tile": (16, 16), "bigtiff": True},
    {"photometric": "cielab", "byteorder": ">"},
]
OPTIONS = (
    "--padding 1,2 --fill -0.5 --stride 2,1 --dilation 1,2 --bias -2 --activation leaky_relu:0.2",
    "--padding 0,1,0,1 --divisor 4 --pool avg:3:2:same --channels sum --unit-range --mode convolve",
    "--kernel 1,0,-1;2,0,-2 --divisor taps --padding same --pool max:2:ceil",
)
FIGURES = (
    b"0",
    b"-1",
    b"1e400",
    b"-1e400",
    b"1e-400",
    b"nan",
    b"inf",
    b"1e13",
    b"5e-324",
    b"9" * 5000,
    b"1/0",
    b"1e",
    b"9007199254740993",
    b"1,000",
    b"",
    "\uff11\uff12".encode(),
    "\u2212\u0663".encode(),
    b"0x10",
    b"1_0",
)
EXTREMES = [0, 1, -1, 2**15, 2**31 - 1, 2**31, 2**32 - 1, 2**53, 10**400, 0.5, 1e308, -1e308, 5e-324, 3e38]


def _read_settings(path: Path) -> None:
    from PySide6.QtCore import QSettings

    preferences = Preferences(QSettings(str(path), QSettings.Format.IniFormat))
    for name in ("theme", "language", "remember_window", "embed_picture", "folder"):
        getattr(preferences, name)
    preferences.recent()
    preferences.bytes("geometry")


def _read_pasted(path: Path) -> None:
    Kernel.from_text(path.read_text(encoding="utf-8", errors="replace"))


def _read_options(path: Path) -> None:
    """The words of a command line, one a line, as ``convviz render`` takes them."""
    parser = Parser(prog="convviz render")
    options.add_settings(parser)
    parser.add_argument("--kernel", type=options.kernel, default=library("box"))
    words = path.read_text(encoding="utf-8", errors="replace").splitlines()
    try:
        chosen = parser.parse_args(joined([word for word in words[:100] if "\0" not in word]))
        settings = options.settings_from(chosen, chosen.kernel)
        chain((9, 11), settings)
    except UsageError as error:
        raise ValueError(str(error)) from None
    except SystemExit:  # --help
        return


def _read_number(path: Path) -> None:
    """What is typed into a box."""
    text = path.read_text(encoding="utf-8", errors="replace")
    read_number(text, LIMITS["stride"], "stride", whole=True)


READERS: dict[str, Callable[[Path], object]] = {
    "picture": read,
    "kernel": read_kernel,
    "pasted": _read_pasted,
    "options": _read_options,
    "number": _read_number,
    "experiment": read_experiment,
    "network": read_network,
    "digits": read_mnist,
    "settings": _read_settings,
}


@cache
def seeds() -> list[tuple[str, str, bytes]]:
    """Valid files, made on the spot: reader, ending, bytes."""
    noise = np.random.default_rng(0).integers(0, 255, (9, 11, 3), dtype=np.uint8)
    found = []
    for ending, saving in PICTURES.items():
        stream = io.BytesIO()
        PIL.Image.init()
        kind = PIL.Image.EXTENSION["." + ending.rpartition(".")[2]]
        PIL.Image.fromarray(noise).save(stream, kind, **saving)
        found.append(("picture", ending, stream.getvalue()))
    for array in (noise, noise[..., 0] / 7, noise.astype(">u2")):
        found.append(("picture", "npy", _saved(np.save, array)))
    found.append(("picture", "pgm", b"P2\n3 2\n10\n0 5 10\n1 2 3\n"))
    found.append(("picture", "pam", b"P7\nWIDTH 2\nHEIGHT 1\nDEPTH 2\nMAXVAL 9\nENDHDR\n\1\2\3\4"))
    found.append(("picture", "csv", b"1,2.5\n3,4\n\n5,6\n7,8\n\n9,1\n2,nan\n"))
    found.append(("picture", "heic", (Path(__file__).with_name("small.heic")).read_bytes()))
    found.append(("picture", "npy", _saved(np.save, noise.reshape(3, 9, 11))))
    for saving in TIFFS:
        planes = np.moveaxis(noise, 2, 0) if saving.get("planarconfig") == "separate" else noise
        found.append(("picture", "tif", _saved(partial(_write_tiff, saving), planes)))
    wide = PIL.Image.fromarray(noise[..., 0].astype(np.uint16) * 200)
    found.append(("picture", "tif", _saved(lambda file, image: image.save(file, "TIFF"), wide)))
    with tempfile.TemporaryDirectory() as folder:
        for ending in ("txt", "csv", "json", "npy"):
            path = Path(folder, f"kernel.{ending}")
            write_kernel(path, library("log"))
            found.append(("kernel", ending, path.read_bytes()))
        path = Path(folder, "mine.convviz")
        for picture in ("x", "colour"):
            save_experiment(path, DocumentState(load_sample(picture)), embed=True)
            found.append(("experiment", "convviz", path.read_bytes()))
        found.append(("network", "h5", _as_h5(Path(folder, "plain.h5"))))
    found += [("pasted", "txt", text) for text in PASTED]
    found += [("pasted", "txt", text) for text in (b"1 2 1\n2 4 2\n1 2 1", b"[[1, -0.5], [.5e3, 2]]")]
    for words in OPTIONS:
        found.append(("options", "txt", "\n".join(words.split()).encode()))
    found += [("number", "txt", text.encode()) for text in ("12", "1,000", "\uff11\uff12", "2.0e1", "24/2")]
    found.append(("network", "keras", shipped("models", "mlp_tutorial.keras").read_bytes()))
    labels = np.arange(6, dtype=np.uint8)
    digits = np.zeros((6, 28, 28), np.uint8)
    arrays = {"x_train": digits, "y_train": labels, "x_test": digits, "y_test": labels}
    for save in (np.savez, np.savez_compressed):
        found.append(
            (
                "digits",
                "npz",
                _without_times(_saved(lambda file, all_, save=save: save(file, **all_), arrays)),
            )
        )
    settings = "[appearance]\ntheme=dark\n\n[files]\nembed=true\nfolder=/tmp\nrecent=/a.png, /b.png\n\n"
    settings += "[window]\nstate\\geometry=@ByteArray(\\x1\\xd9\\xd0\\xcb\\0\\x3)\n"
    settings += "remember=@Variant(\\0\\0\\0\\x1\\x1)\n"
    found.append(("settings", "ini", settings.encode()))
    return found


def _saved(save: Callable[[Any, Any], object], value: Any) -> bytes:
    stream = io.BytesIO()
    save(stream, value)
    return stream.getvalue()


def _write_tiff(options: dict[str, Any], file: Any, values: Any) -> None:
    tifffile.imwrite(file, values, **{"photometric": "rgb", "metadata": None, **options})


def _as_h5(path: Path) -> bytes:
    """A file of the older format with a description of no layers and a few weights."""
    import h5py

    with h5py.File(path, "w") as file:
        config = {"class_name": "Sequential", "config": {"name": "s", "layers": []}}
        file.attrs["model_config"] = json.dumps(config)
        file.create_dataset("model_weights/dense/kernel", data=np.ones((4, 3), np.float32))
    return path.read_bytes()


def case(number: int) -> tuple[str, str, bytes]:
    """Reader, ending and bytes of the case with this number."""
    dice = random.Random(number)
    reader, ending, data = dice.choice(seeds())
    for _ in range(dice.choice((1, 1, 2, 4))):
        ways = [_flip, _cut, _splice, _length, _repeat]
        if reader in ("options", "pasted", "number", "kernel"):
            ways += [_figure] * 4
        if ending in ("keras", "npz"):
            ways += [_member] * 5
        elif data[:1] in (b"{", b"["):
            ways += [_number] * 5
        data = dice.choice(ways)(dice, data)
    return reader, ending, data


def _flip(dice: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(dice.choice((1, 3, 30)) if data else 0):
        changed[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    return bytes(changed)


def _cut(dice: random.Random, data: bytes) -> bytes:
    first, last = sorted(dice.randrange(len(data) + 1) for _ in range(2))
    return data[:first] if dice.random() < 0.5 else data[:first] + data[last:]


def _splice(dice: random.Random, data: bytes) -> bytes:
    """The beginning of one file and the end of another."""
    other = dice.choice(seeds())[2]
    return data[: dice.randrange(len(data) + 1)] + other[dice.randrange(len(other)) :]


def _length(dice: random.Random, data: bytes) -> bytes:
    """Two, four or eight bytes that may be a size become an extreme one."""
    kind = dice.choice(("<H", ">H", "<I", ">I", "<Q", ">Q"))
    size = struct.calcsize(kind)
    value = dice.choice(
        (0, 1, 2 ** (8 * size) - 1, 2 ** (8 * size - 1), 2 ** (8 * size - 1) - 1, 65536 % 2**16)
    )
    at = dice.randrange(max(1, min(len(data), dice.choice((64, 4096, 10**9)))))
    return data[:at] + struct.pack(kind, value) + data[at + size :]


def _repeat(dice: random.Random, data: bytes) -> bytes:
    at, length = dice.randrange(len(data) + 1), dice.randrange(1, 64)
    return data[:at] + data[at : at + length] * dice.choice((2, 100, 5000)) + data[at:]


def _timeless(name: str, compression: int) -> zipfile.ZipInfo:
    """A member that does not say when it was written: the same case has the same bytes tomorrow."""
    member = zipfile.ZipInfo(name)
    member.compress_type = compression
    return member


def _without_times(data: bytes) -> bytes:
    """An archive as it would be without the moment of its writing."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for one in old.infolist():
            new.writestr(_timeless(one.filename, one.compress_type), old.read(one))
    return stream.getvalue()


def _member(dice: random.Random, data: bytes) -> bytes:
    """An archive in which one member is damaged, missing, or there twice."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [(name, archive.read(name)) for name in archive.namelist()]
    except Exception:  # noqa: BLE001 - it was damaged before
        return data
    if not members:
        return data
    at = dice.randrange(len(members))
    name, content = members[at]
    ways = [_flip, _cut, _length, *([_number] * 4 if content[:1] == b"{" else [])]
    members[at] = name, dice.choice(ways)(dice, content)
    if dice.random() < 0.1:
        members.append((dice.choice(("../out", name, "/etc/x")), content))
    elif dice.random() < 0.1:
        del members[at]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", dice.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as archive:
        for one, content in dict(members).items():
            archive.writestr(_timeless(one, archive.compression), content)
    return stream.getvalue()


def _figure(dice: random.Random, data: bytes) -> bytes:
    """A text with one of its numbers replaced."""
    numbers = list(re.finditer(rb"-?[0-9][0-9.e]*", data))
    if not numbers:
        return data
    at = dice.choice(numbers)
    return data[: at.start()] + dice.choice(FIGURES) + data[at.end() :]


def _number(dice: random.Random, data: bytes) -> bytes:
    """JSON with one of its values replaced, mostly by one of its own kind."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return data
    spots = list(places(value))
    if not spots:
        return data
    holder, key = dice.choice(spots)
    holder[key] = other_value(dice, holder[key])
    return json.dumps(value).encode()


def places(value: Any) -> Any:
    """Everything inside nested lists and objects: the holder and the key or index."""
    keys = value.keys() if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in list(keys):
        yield value, key
        yield from places(value[key])


def other_value(dice: random.Random, value: Any) -> Any:
    """Another value of the same JSON type, extreme ones included."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        third = value / 3 if abs(value) < 1e308 else value  # of 10**400 there is none
        return dice.choice((*EXTREMES, -value, value + 1, third))
    if isinstance(value, str):
        words = (
            "",
            "x" * 5000,
            "\0\x1b[31m",
            "<b>bold</b>",
            "../../etc/passwd",
            "NaN",
            value[::-1],
            value[:-1],
        )
        return dice.choice(words)
    if isinstance(value, list):
        return dice.choice(([], value * 2, value[:-1], value[::-1], [value], value * 1000))
    if isinstance(value, dict):
        return dice.choice(({}, {**value, "": value}, dict(list(value.items())[1:])))
    return dice.choice((0, "", [], {}, False))


def outcome(reader: str, path: Path) -> str:
    """What is wrong with what a reader makes of a file; nothing where it gives a value or a sentence."""
    try:
        READERS[reader](path)
    except (ValueError, OSError) as error:
        text = str(error)
        return "" if text and "\n" not in text and "Traceback" not in text else f"no sentence: {text!r}"
    except BaseException:  # noqa: BLE001 - everything else is what is looked for
        return traceback.format_exc()
    return ""


def _work(line: Any, folder: str) -> None:
    """Read case after case in the child, and tell of each."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # libraries talk about what they do not like
    size = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (size + MEMORY, size + MEMORY))
    while True:
        number = line.recv()
        reader, ending, data = case(number)
        path = Path(folder, f"case-{number}.{ending}")
        path.write_bytes(data)
        line.send(outcome(reader, path))
        path.unlink()


class Child:
    """The process that reads; it is started again after a case that it does not survive."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._line, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, self._folder), daemon=True)
        self._process.start()
        theirs.close()
        self._fresh = True

    def read(self, number: int) -> str:
        """What is wrong in this case, or nothing."""
        patience, self._fresh = (PATIENCE + 60 if self._fresh else PATIENCE), False  # imports take a while
        try:
            self._line.send(number)
            begun, spent = time.monotonic(), self._spent()
            while self._spent() - spent < patience and time.monotonic() - begun < WAITING * patience:
                if self._line.poll(patience / 10):
                    answer: str = self._line.recv()
                    return answer
            problem = f"no answer within {patience:g} seconds"
        except (EOFError, OSError):
            self._process.join()
            problem = f"the process ended with status {self._process.exitcode}"
        self.close()
        self._start()
        return problem

    def _spent(self) -> float:
        """Seconds of computing that the child has had: on a busy machine fewer than went by."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(") ")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def close(self) -> None:
        self._process.kill()
        self._process.join()
        self._line.close()


def fuzz(first: int, seconds: float, cases: int, keep: Path) -> int:
    """Read cases from number ``first`` on until the time is over; how many finds there were."""
    say = sys.stdout.write
    say(f"seed {first}, {seconds:g} seconds\n")
    begun, number, finds, counts = time.monotonic(), first, 0, dict.fromkeys(READERS, 0)
    with tempfile.TemporaryDirectory() as folder:
        child = Child(folder)
        while number - first < cases and time.monotonic() - begun < seconds:
            problem = child.read(number)
            reader, ending, data = case(number)
            counts[reader] += 1
            if problem:
                finds += 1
                keep.mkdir(exist_ok=True)
                (keep / f"{reader}-{number}.{ending}").write_bytes(data)
                say(f"--- {reader}, seed {number} ({ending}): {problem}\n")
            number += 1
        child.close()
    say(f"{number - first} cases, {finds} finds: {', '.join(f'{k} {n}' for k, n in counts.items())}\n")
    return finds


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--seconds", type=float, default=None, help="default: 300, or until all cases are read"
    )
    parser.add_argument("--cases", type=int, default=None)
    parser.add_argument("--seed", type=int, default=None, help="the first case (default: by the clock)")
    parser.add_argument("--keep", type=Path, default=FOUND)
    chosen = parser.parse_args()
    first = chosen.seed if chosen.seed is not None else time.time_ns() % 10**12
    seconds = chosen.seconds or (300 if chosen.cases is None else math.inf)
    return min(1, fuzz(first, seconds, chosen.cases or 10**9, chosen.keep))


if __name__ == "__main__":
    sys.exit(main())
