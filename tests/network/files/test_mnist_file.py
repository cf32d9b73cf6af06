"""Where the tests look for MNIST: what is at hand is used, and a wrong path is never a skip."""

import zipfile

import pytest

from convviz.network.digits.mnist import read_mnist


@pytest.fixture
def found(mnist_file, monkeypatch, tmp_path):
    """Look for it from the folder "checkout" of the test's folder, with Keras' folder in "keras"."""
    monkeypatch.delenv("CONVVIZ_MNIST", raising=False)
    return lambda: mnist_file(tmp_path / "checkout", [tmp_path / "keras"])


def put(folder):
    folder.mkdir(parents=True)
    (folder / "mnist.npz").touch()
    return folder / "mnist.npz"


def test_it_is_nowhere(found):
    assert found() is None


def test_it_is_beside_the_checkout_or_where_keras_keeps_it(found, tmp_path):
    kept = put(tmp_path / "keras")
    assert found() == kept
    beside = put(tmp_path / "shared" / "data")
    assert found() == beside


def test_the_variable_goes_first_and_has_to_be_right(found, monkeypatch, tmp_path):
    put(tmp_path / "shared" / "data")
    named = put(tmp_path / "mine")
    monkeypatch.setenv("CONVVIZ_MNIST", str(named))
    assert found() == named
    named.unlink()
    with pytest.raises(pytest.fail.Exception, match="CONVVIZ_MNIST is .*, and there is no such file"):
        found()


def test_an_archive_that_unpacks_to_more_than_any_digits_is_refused_packed(tmp_path):
    path = tmp_path / "mnist.npz"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("x_train.npy", "w", force_zip64=True) as file,
    ):
        for _ in range(1001):
            file.write(bytes(1_000_000))
    assert path.stat().st_size < 2_000_000
    with pytest.raises(ValueError, match=r"unpacks to 1,001,000,000 bytes; the limit is 1,000,000,000"):
        read_mnist(path)
