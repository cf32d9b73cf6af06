"""Only ordinary files are read, wherever ConvViz opens one; how large they are is asked first."""

import os
import stat

import pytest

from convviz.core.base.files import open_file, read_file
from convviz.core.images.image import read
from convviz.core.kernels.files import read_kernel
from convviz.document.files.experiment import read_experiment
from convviz.network.digits.mnist import read_mnist
from convviz.network.files.bundled import would_be_lost
from convviz.network.files.keras.file import read_network

READERS = [
    (read, "a.png"), (read_kernel, "a.csv"), (read_kernel, "a.npy"), (read_experiment, "a.convviz"),
    (read_network, "a.keras"), (read_network, "a.h5"), (read_mnist, "a.npz"),
]  # fmt: skip


def made(kind, path):
    """Something at ``path`` that is no ordinary file: nothing can be read of it, or without an end."""
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero")
    return path


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes in folders")
@pytest.mark.parametrize("kind", ["folder", "pipe", "device"])
@pytest.mark.parametrize(("reader", "name"), READERS)
def test_what_is_no_ordinary_file_is_refused_in_a_sentence(reader, name, kind, tmp_path):
    path = made(kind, tmp_path / name)
    with pytest.raises(
        ValueError, match="is a folder" if kind == "folder" else "is no ordinary file"
    ) as said:
        reader(path)
    assert str(said.value).count(name) == 1
    assert "\n" not in str(said.value)


@pytest.mark.parametrize(("reader", "name"), READERS[1:])
def test_a_file_of_a_terabyte_is_refused_unread(reader, name, tmp_path):
    path = tmp_path / name
    with path.open("wb") as file:
        file.truncate(10**12)  # sparse: nothing is on the disk
    with pytest.raises(ValueError, match=r"1,000,000,000,000 bytes"):
        reader(path)


def test_a_card_beside_a_network_is_no_card_where_it_is_no_file(tmp_path):
    made("folder", tmp_path / "net.json")
    assert would_be_lost(tmp_path / "net.keras") == tmp_path / "net.json"


def test_a_file_as_large_as_the_limit_is_read_and_one_that_grows_is_not(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_bytes(b"12345")
    assert read_file(path, 5) == b"12345"
    with pytest.raises(ValueError, match="it has 5 bytes; the limit is 4"):
        read_file(path, 4)
    small = os.stat_result((stat.S_IFREG, 0, 0, 1, 0, 0, 4, 0, 0, 0))
    monkeypatch.setattr(os, "fstat", lambda number: small)
    with pytest.raises(ValueError, match="it has 5 bytes; the limit is 4"):
        read_file(path, 4)


def test_a_file_that_is_not_there_is_the_systems_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        open_file(tmp_path / "no")
