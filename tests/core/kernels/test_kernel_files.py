"""Kernel files: what is written reads back, whatever the ending; errors name the file."""

from pathlib import Path

import numpy as np
import pytest

from convviz.core.kernels.files import read_kernel, write_kernel
from convviz.core.kernels.kernel import Kernel
from convviz.core.kernels.kernel_library import library

COLOUR = Kernel(np.arange(6.0).reshape(1, 2, 3) - 2.5, 2)


@pytest.mark.parametrize("ending", [".txt", ".csv", ".json", ".CSV"])
@pytest.mark.parametrize(
    "kernel", [Kernel([[1, 0.1], [-3, 0]]), Kernel([[1, 2, 1]], 16), COLOUR, Kernel([[7]])]
)
def test_there_and_back(tmp_path: Path, ending: str, kernel: Kernel) -> None:
    write_kernel(tmp_path / f"kernel{ending}", kernel)
    assert read_kernel(tmp_path / f"kernel{ending}") == kernel


def test_json_keeps_the_library_name(tmp_path: Path) -> None:
    write_kernel(tmp_path / "a.json", library("gaussian"))
    assert read_kernel(tmp_path / "a.json") == library("gaussian")


def test_numpy_gets_the_weights_as_they_act(tmp_path: Path) -> None:
    write_kernel(tmp_path / "a.npy", Kernel([[1, 2, 1]], 4))
    assert np.load(tmp_path / "a.npy").tolist() == [[0.25, 0.5, 0.25]]
    assert read_kernel(tmp_path / "a.npy") == Kernel([[0.25, 0.5, 0.25]])


def test_text_files_are_readable(tmp_path: Path) -> None:
    write_kernel(tmp_path / "a.txt", Kernel([[1, 2], [3, -4]], 16))
    assert (tmp_path / "a.txt").read_text() == "# divisor 16\n1 2\n3 -4\n"


def test_the_channels_of_a_text_file_are_counted_from_1(tmp_path: Path) -> None:
    write_kernel(tmp_path / "a.csv", COLOUR)
    assert (tmp_path / "a.csv").read_text() == (
        "# divisor 2\n# channel 1\n-2.5,0.5\n# channel 2\n-1.5,1.5\n# channel 3\n-0.5,2.5\n"
    )


def test_a_spreadsheets_utf_16(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("1\t\u22122\n".encode("utf-16"))
    assert read_kernel(tmp_path / "a.txt") == Kernel([[1, -2]])


@pytest.mark.parametrize(
    ("name", "content", "cause"),
    [
        ("a.txt", b"1 2\n3 x", "row 2, column 2: 'x' is not a number"),
        ("a.csv", b"", "no weights"),
        ("a.txt", b"\xff\x00\x80", "not a text file"),
        ("a.json", b"{", "damaged, at line 1, character 2"),
        ("a.json", b"[" * 100_000, "no JSON that describes a kernel"),
        ("a.json", b'{"weights": 3}', "no list of weights"),
        ("a.npy", b"", "no array, or it is damaged"),
        ("a.npy", b"\x93NUMPY", "no array, or it is damaged"),
        ("a.npy", b"not an array", "no array, or it is damaged"),
    ],
)
def test_errors_name_the_file(tmp_path: Path, name: str, content: bytes, cause: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ValueError, match=f"(?s)^{name}: .*({cause})"):
        read_kernel(tmp_path / name)


def test_objects_are_never_unpickled(tmp_path: Path) -> None:
    np.save(tmp_path / "a.npy", np.array([[print]], dtype=object), allow_pickle=True)
    with pytest.raises(ValueError, match="a.npy"):
        read_kernel(tmp_path / "a.npy")


def test_missing_files_and_folders(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"none\.txt: there is no such file"):
        read_kernel(tmp_path / "none.txt")
    with pytest.raises(ValueError, match="it is a folder"):
        read_kernel(tmp_path)


def test_a_film_is_no_kernel(tmp_path: Path) -> None:
    (tmp_path / "film.txt").write_bytes(bytes(4_000_001))
    with pytest.raises(ValueError, match="4,000,001 bytes"):
        read_kernel(tmp_path / "film.txt")
