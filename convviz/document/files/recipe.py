"""How a picture was cropped and resized, as JSON and back; every number is checked."""

from __future__ import annotations

from convviz.core.base.limits import LIMITS
from convviz.core.images.recipe import METHODS, MOST_STEPS, Crop, Recipe, Resize, Step
from convviz.document.files import read
from convviz.document.files.read import ExperimentError, Json, Value

_MOST = 100_000_000
_place, _size = read.whole(0, _MOST, 2), read.whole(1, _MOST, 2)
_side = read.whole(*LIMITS["resized side"].ends, 2)


def recipe_to_json(recipe: Recipe) -> Json:
    """The steps, as one more value of a picture; nothing for a picture as it was read.

    >>> recipe_to_json((Crop(10, 20, 90, 120), Resize(45, 60, "box")))["recipe"][1]
    {'resize': [45, 60], 'method': 'box'}
    """
    return {"recipe": [_step_to_json(step) for step in recipe]} if recipe else {}


def _step_to_json(step: Step) -> Json:
    size = [step.rows, step.columns]
    if isinstance(step, Crop):
        return {"crop": size, "from": [step.top, step.left]}
    return {"resize": size, "method": step.method}


def recipe_from_json(value: Value) -> Recipe:
    """The steps that `recipe_to_json` wrote among a picture's values. `ExperimentError`.

    >>> recipe_from_json(Value({"recipe": [{"crop": [90, 120], "from": [10, 20]}]}, "image"))
    (Crop(top=10, left=20, rows=90, columns=120),)
    """
    if "recipe" not in value.object():
        return ()
    return read.items(_step, MOST_STEPS)(value["recipe"])


def _step(value: Value) -> Step:
    try:
        if "crop" in value.object():
            return Crop(*_place(value["from"]), *_size(value["crop"]))
        rows, columns = _side(value["resize"])
        return Resize(rows, columns, read.choice(METHODS)(value["method"]))
    except ExperimentError:
        raise
    except ValueError as error:  # more megapixels than a picture may have
        raise ExperimentError("{name}: {cause}", name=value.path, cause=error) from None
