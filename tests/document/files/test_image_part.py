"""Which part of its file a picture is, and its gaps, are kept with an experiment."""

import numpy as np
import pytest

from convviz.core.images.image import Part, from_array, read
from convviz.document.files.experiment import read_experiment, save_experiment
from convviz.document.state.state import DocumentState


@pytest.mark.parametrize("part", [Part(), Part(2), Part(channels=(4,)), Part(channels=(4, 0, 2))])
def test_the_part_of_a_file_comes_back(tmp_path, part):
    stack = np.random.default_rng(1).random((6, 7, 5) if part.channels else (4, 6, 7))
    np.save(tmp_path / "a.npy", stack)
    image = read(tmp_path / "a.npy", part)
    save_experiment(tmp_path / "a.convviz", DocumentState(image), embed=False)
    assert read_experiment(tmp_path / "a.convviz").state.image == image


def test_gaps_come_back_in_an_embedded_picture(tmp_path):
    image = from_array([[1.0, np.nan], [2.0, 3.0]])
    save_experiment(tmp_path / "a.convviz", DocumentState(image), embed=True)
    found = read_experiment(tmp_path / "a.convviz").state.image
    assert np.array_equal(found.values, image.values, equal_nan=True)
    assert (found.low, found.high) == (1, 3)


@pytest.mark.parametrize("part", [{"frame": -1}, {"channels": [0, 1]}, {"channels": ["x"]}, {"frame": 10**9}])
def test_a_part_that_cannot_be_is_a_sentence(tmp_path, part):
    np.save(tmp_path / "a.npy", np.zeros((6, 7)))
    save_experiment(tmp_path / "a.convviz", DocumentState(read(tmp_path / "a.npy")), embed=False)
    text = (tmp_path / "a.convviz").read_text()
    import json

    data = json.loads(text)
    data["image"] |= part
    (tmp_path / "a.convviz").write_text(json.dumps(data))
    with pytest.raises(ValueError, match="^a.convviz"):
        read_experiment(tmp_path / "a.convviz")
