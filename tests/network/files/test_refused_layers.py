"""Descriptions that are no network, or one that only Keras computes: each is refused with its reason."""

from __future__ import annotations

import numpy as np
import pytest

from convviz.network.files.keras.allowed import check
from convviz.network.files.keras.layers import make
from convviz.network.files.plan import Node, graph, plan, shape_in
from convviz.network.model.errors import NeedsKerasError, NetworkError

MAPS = (4, 4, 2)
TENSOR = {"class_name": "__keras_tensor__", "config": {"keras_history": ["before", 0, 0]}}


class Weights:
    """Gives arrays of ones, in the shapes that are asked for."""

    def read(self, node, shapes):
        return [np.ones(shape, np.float32) for shape in shapes]


def made(class_name, config, *shapes, given=([], {}), module=""):
    """The layers that a description makes of layers of these shapes."""
    shapes = shapes or (MAPS,)
    node = Node("it", class_name, config, ("before",) * len(shapes), given=given, module=module)
    return make(node, tuple(range(len(shapes))), list(shapes), Weights())


def operation(class_name, *given, shapes=(MAPS,), **config):
    """The layers of an operation such as ``x * 2``: it is called with ``given``."""
    return made(class_name, config, *shapes, given=(list(given), {}), module="keras.src.ops.numpy")


@pytest.mark.parametrize(
    ("class_name", "config", "reason"),
    [
        ("CenterCrop", {"height": 5, "width": 2}, "a CenterCrop that enlarges"),
        ("Resizing", {"height": 2, "width": 2, "antialias": True}, "a Resizing that keeps shapes or smooths"),
        ("GroupNormalization", {"groups": 2, "axis": 1}, "a GroupNormalization of other axes"),
        ("GroupNormalization", {"groups": 3}, "a GroupNormalization of other axes"),
        ("Normalization", {"axis": 1}, "a Normalization of other axes"),
        ("Rescaling", {"scale": [1.0, 2.0, 3.0]}, "its numbers are not one for each channel"),
        ("ReLU", {"max_value": 3.0}, "a ReLU with limits"),
        ("Softmax", {"axis": 1}, "a softmax of other axes"),
        ("Activation", {"activation": "glu"}, "because of its function 'glu'"),
    ],
)
def test_layers_that_are_left_to_keras(class_name, config, reason):
    with pytest.raises(NeedsKerasError, match=reason):
        made(class_name, config)


@pytest.mark.parametrize(
    ("class_name", "config", "shapes", "sentence"),
    [
        ("Cropping2D", {"cropping": 2}, [MAPS], r"'it' leaves nothing of \(4, 4, 2\)"),
        ("Rescaling", {"scale": float("nan")}, [MAPS], "'it' has numbers that are none"),
        ("UnitNormalization", {"axis": 7}, [MAPS], "is not described as a UnitNormalization should be"),
        ("Concatenate", {}, [MAPS, (4, 5, 2)], r"'it' joins \(4, 4, 2\) and \(4, 5, 2\)"),
        ("Add", {}, [MAPS, (3, 4, 2)], r"'it' puts \(4, 4, 2\) and \(3, 4, 2\) together"),
        ("Reshape", {"target_shape": [5, 7]}, [MAPS], "which is not supported"),
        ("Flatten", {"data_format": "channels_first"}, [MAPS], "has channels first"),
        ("BatchNormalization", {"axis": 1}, [MAPS], "does not normalise channels"),
        ("GlobalMaxPooling2D", {}, [(9,)], r"needs \(rows, columns, channels\) and gets \(9,\)"),
        ("Add", {}, [MAPS, (2,)], "because of the shapes that it puts together"),
    ],
)
def test_layers_that_fit_nothing(class_name, config, shapes, sentence):
    with pytest.raises(NetworkError, match=sentence):
        made(class_name, config, *shapes)


def test_unknown_layers_are_left_to_keras():
    with pytest.raises(NeedsKerasError, match="a Nothing"):
        made("Nothing", {})


@pytest.mark.parametrize(
    ("class_name", "given", "config", "sentence"),
    [
        ("Add", [TENSOR], {}, "an operation of other than two things"),
        ("Add", [1.0, 2.0], {}, "is not described as a Add should be"),
        ("TrueDivide", [1.0, TENSOR], {}, "an operation with a constant"),
        ("TrueDivide", [TENSOR, 0.0], {}, "an operation with a constant"),
        ("Relu", [TENSOR, 6.0], {}, "with settings of its own"),
        ("Mean", [TENSOR], {"axis": [1]}, "a Mean of other axes"),
        ("GetItem", [TENSOR, [0, 1]], {}, "a choice of its pictures"),
        ("Stack", [TENSOR], {}, "a Stack of other axes"),
    ],
)
def test_operations_that_are_left_to_keras(class_name, given, config, sentence):
    with pytest.raises(NetworkError, match=sentence):
        operation(class_name, *given, **config)


def test_a_choice_may_leave_out_the_rest():
    ellipsis = {"class_name": "__ellipsis__", "config": {}}
    (layer,) = operation("GetItem", TENSOR, [ellipsis, 1])
    assert layer.shape == (4, 4)


def layer(name, class_name="Dense", reads="", config=None, **entries):
    history = [[[reads, 0, 0, {}]]] if reads else []
    config = {"name": name} if config is None else config
    return {"class_name": class_name, "name": name, "config": config, "inbound_nodes": history, **entries}


def model(*layers, inputs=(("picture", 0, 0),), outputs=(("end", 0, 0),), name="net"):
    config = {"name": name, "layers": list(layers), "input_layers": [list(one) for one in inputs],
              "output_layers": [list(one) for one in outputs]}  # fmt: skip
    return {"class_name": "Functional", "config": config}


PICTURE = layer("picture", "InputLayer", config={"name": "picture", "batch_shape": [None, 4, 4, 1]})
END = layer("end", reads="picture")


@pytest.mark.parametrize(
    ("description", "sentence"),
    [
        (model(PICTURE, END, END), "two layers are called 'end'"),
        (model(PICTURE, END, inputs=[("end", 0, 0)]), "does not say which of its layers are its inputs"),
        (model(PICTURE, layer("end", reads="gone")), "a layer reads 'gone', which does not exist"),
        (model(PICTURE, layer("a", reads="b"), layer("b", reads="a"), layer("end", reads="a")),
         "reads itself in a circle"),
        (model(PICTURE, layer("end", inbound_nodes=[{"args": 1}])), "not say what the layer 'end' reads"),
        (model(PICTURE, {"class_name": "Dense", "config": []}), "the file says nothing about a Dense layer"),
        (model(layer("picture", "InputLayer", config={"batch_shape": [None, 0, 4, 1]}), END),
         r"\[None, 0, 4, 1\] is no size of a picture"),
    ],
)  # fmt: skip
def test_a_graph_with_gaps(description, sentence):
    with pytest.raises(NetworkError, match=sentence):
        graph(description)


@pytest.mark.parametrize(
    ("description", "sentence"),
    [
        (model(PICTURE, END, outputs=[]), "the network has 0 outputs; one is needed"),
        (model(layer("picture", "InputLayer"), END), "does not say what size of picture the network reads"),
        (model(PICTURE, END, outputs=[("picture", 0, 0)]), "the network has no layers"),
        (model(PICTURE, layer("end", reads="picture"), outputs=[("end", 0, 3)]),
         "a layer reads output 3 of 'end', which does not exist"),
        (model(PICTURE, layer("end", "Functional", reads="picture",
               config=model(PICTURE, layer("more", "InputLayer", config={"name": "more"}), END,
                            inputs=[("picture", 0, 0), ("more", 0, 0)])["config"])),
         "the model 'end' has 2 inputs and reads 1"),
    ],
)  # fmt: skip
def test_a_plan_with_gaps(description, sentence):
    with pytest.raises(NetworkError, match=sentence):
        plan(description)


def test_two_layers_of_one_name_at_different_depths_are_refused():
    inner = model(PICTURE, END)["config"]
    outer = model(PICTURE, layer("a", "Functional", reads="picture", config=inner),
                  layer("a/end", reads="a"), outputs=[("a/end", 0, 0)])  # fmt: skip
    with pytest.raises(NetworkError, match="two layers are called 'a/end'"):
        plan(outer)


def test_models_in_models_have_an_end():
    description = model(PICTURE, END)
    for _ in range(12):
        inner = layer("end", "Functional", reads="picture", config=description["config"])
        description = model(PICTURE, inner)
    for reader in (plan, check):
        with pytest.raises(NetworkError, match="to a depth of more than 8"):
            reader(description)


def test_a_layer_that_is_used_too_often_is_refused():
    uses = [[["picture", 0, 0, {}]], *([["end", use, 0, {}]] for use in range(60))]
    again = layer("end", inbound_nodes=uses)
    with pytest.raises(NetworkError, match="used more than 50 times"):
        plan(model(PICTURE, again, outputs=[("end", 60, 0)]))


def test_a_model_of_models_says_what_its_first_layer_reads():
    assert shape_in({"class_name": "Sequential", "config": [PICTURE]}) == (4, 4, 1)
    assert shape_in({"class_name": "Sequential", "config": {"layers": []}}) is None


@pytest.mark.parametrize(
    ("description", "sentence"),
    [
        ({"class_name": "Sequential", "config": {"layers": 3}}, "does not list the layers of its network"),
        ({"class_name": "Sequential", "config": 3}, "does not list the layers of its network"),
        (model(layer("a", "Dense", registered_name="Package>Dense")), "custom code is refused"),
        (model(layer("a", "Add", module="keras.src.ops.numpy", registered_name="mine")),
         "'Add' is registered as custom code"),
        (model(layer("a", config={"policy": {"class_name": "QuantizedDTypePolicy"}})), "is quantized"),
        (model(layer("a", config={"what": {"module": "os"}})), "the description names 'os'; it is refused"),
    ],
)  # fmt: skip
def test_what_is_not_allowed(description, sentence):
    with pytest.raises(NetworkError, match=sentence):
        check(description)


def test_a_description_without_an_end_is_refused():
    nested = []
    for _ in range(50):
        nested = [nested]
    with pytest.raises(NetworkError, match="nested too deeply"):
        check(model(layer("a", config={"what": nested})))
