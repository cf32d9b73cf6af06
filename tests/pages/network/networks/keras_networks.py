"""Writes networks with Keras into the folder that is given: sound ones, and some that want to do harm.

Run in a process of its own, since TensorFlow must not be imported where the tests run.
"""

import sys
from pathlib import Path

import keras  # noqa: TID253 - this script has a process of its own
from keras import layers  # noqa: TID253

FOLDER = Path(sys.argv[1])
DIGIT = (28, 28, 1)


def save(name, *parts, shape=DIGIT):
    keras.Sequential([keras.Input(shape), *parts], name=name).save(FOLDER / f"{name}.keras")


def ending(classes=10):
    return layers.Flatten(), layers.Dense(classes, activation="softmax")


def colours():
    picture = keras.Input((32, 32, 3))
    one = layers.Conv2D(8, 3, padding="same", use_bias=False)(picture)
    one = layers.ReLU()(layers.BatchNormalization()(one))
    two = layers.Add()([one, layers.Conv2D(8, 3, padding="same", activation="relu")(one)])
    two = layers.MaxPooling2D()(two)
    three = layers.Concatenate()([two, layers.DepthwiseConv2D(3, padding="same")(two)])
    answers = layers.Softmax()(layers.Dense(5)(layers.Dropout(0.2)(layers.GlobalAveragePooling2D()(three))))
    keras.Model(picture, answers, name="colours").save(FOLDER / "colours.keras")


def two_ends():
    first, second = keras.Input(DIGIT), keras.Input(DIGIT)
    both = layers.Flatten()(layers.Add()([first, second]))
    keras.Model([first, second], layers.Dense(10)(both)).save(FOLDER / "two_inputs.keras")
    flat = layers.Flatten()(first)
    keras.Model(first, [layers.Dense(10)(flat), layers.Dense(2)(flat)]).save(FOLDER / "two_outputs.keras")


def harm():
    target = str(FOLDER / "ran")

    def run(values):
        Path(target).touch()
        return values

    code = keras.Sequential([keras.Input(DIGIT), layers.Lambda(run, output_shape=DIGIT), *ending()])
    code.save(FOLDER / "code.keras")
    code.save(FOLDER / "code.h5")
    api = keras.Sequential(
        [keras.Input(DIGIT), layers.Lambda(keras.utils.set_random_seed, output_shape=DIGIT), layers.Flatten()]
    )
    api.save(FOLDER / "api.keras")
    for path in FOLDER.glob("ran"):
        path.unlink()


keras.utils.set_random_seed(1)
save("opaque", layers.Conv2D(4, 3), layers.Softmax(axis=[1, 2], name="strange"), *ending())
sound = keras.Sequential([keras.Input(DIGIT), layers.Conv2D(4, 3, activation="relu"), *ending()], name="old")
sound.save(FOLDER / "old.h5")
sound.save_weights(FOLDER / "only.weights.h5")
colours()
two_ends()
harm()
