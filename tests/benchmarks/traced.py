"""Every layer of a bundled network, by ConvViz and by TensorFlow's traced function, in turn.

python tests/benchmarks/traced.py NETWORK        prints the seconds of both as JSON. It runs in a process
of its own, so that TensorFlow's threads disturb nothing else that is measured.
"""

import json
import os
import statistics
import sys
import time

ROUNDS = 151


def traced(path):
    """A network with all of its layers as outputs, as one traced function."""
    import keras
    import tensorflow as tf

    model = keras.models.load_model(path, compile=False)
    layers = [one for one in model.layers if not isinstance(one, keras.layers.InputLayer)]

    @tf.function(input_signature=[tf.TensorSpec((1, *model.inputs[0].shape[1:]), tf.float32)])
    def call(x):
        values = []
        for layer in layers:
            x = layer(x)
            values.append(x)
        return values

    return call


def main(key):
    import numpy as np
    import tensorflow as tf

    from convviz.core.sums.adding import compiler
    from convviz.network.compute.forward import activations
    from convviz.network.digits.prepare import prepare_drawing
    from convviz.network.digits.samples import pulls
    from convviz.network.files.bundled import bundled

    assert compiler.wait(), compiler.problem
    ink = np.zeros((256, 256))
    for line in pulls(7):
        for x, y in line:
            ink[int(250 * y) : int(250 * y) + 20, int(250 * x) : int(250 * x) + 20] = 1
    network, digit = bundled(key), prepare_drawing(ink).digit
    theirs, given = traced(network.path), tf.constant(digit.reshape(1, 28, 28, 1))

    def seconds(function, *arguments):
        begun = time.perf_counter()
        function(*arguments)
        return time.perf_counter() - begun

    times = [(seconds(activations, network, digit), seconds(theirs, given)) for _ in range(ROUNDS)]
    ours, bare = zip(*times[ROUNDS // 3 :], strict=True)
    found = activations(network, digit).values
    apart = max(abs(a - b.numpy()[0]).max() for a, b in zip(found, theirs(given), strict=True))
    print(
        json.dumps({"ours": statistics.median(ours), "bare": statistics.median(bare), "apart": float(apart)})
    )


if __name__ == "__main__":
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    main(sys.argv[1])
