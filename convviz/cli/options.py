"""From words on the command line to pictures, kernels and settings."""

from __future__ import annotations

import argparse
import difflib
import math
import re
import sys
from pathlib import Path

from convviz.cli.main import UsageError
from convviz.core.base.limits import LIMITS
from convviz.core.base.typed import is_number, read_number
from convviz.core.base.visible import visible
from convviz.core.images.image import WHOLE, Image, ImageError, Part, read
from convviz.core.kernels.files import read_kernel
from convviz.core.kernels.kernel import Kernel
from convviz.core.kernels.kernel_library import LIBRARY, library
from convviz.core.operations.activations import ACTIVATIONS
from convviz.core.sizes import numbers as sizes
from convviz.core.sizes.padding import FILLS, RULES
from convviz.core.sizes.settings import PaddingRule, Pair, PoolSettings, Settings

_WHOLE = re.compile(r"[+-]?\d+")
_WEIGHTS = re.compile(r"(?=.*\d)(?:[\d.,;:+\-\u2212/eE\s\[\]]+|.*[\s;,].*)", re.DOTALL)


def add_settings(parser: argparse.ArgumentParser) -> None:
    """Add the options that say what happens to a picture."""
    add = parser.add_argument
    add("--use-channels", type=channels, default=(), metavar="N|R,G,B",
        help="of a file with several channels, one as grey or three as colours, from 1 on")  # fmt: skip
    add("--mode", choices=["correlate", "convolve"], default="correlate",
        help="convolve turns the kernel by 180 degrees first (default: correlate, as CNNs do)")  # fmt: skip
    add("--divisor", metavar="N|sum|taps",
        help="divide by N, by the sum of the weights, or by their number")  # fmt: skip
    add("--padding", type=padding, default="valid", metavar="P",
        help="valid, same, full, N, ROWS,COLUMNS or TOP,BOTTOM,LEFT,RIGHT (default: valid)")  # fmt: skip
    add("--fill", type=fill, default="zero", metavar="F",
        help=f"{', '.join(FILLS)} or a number (default: zero)")  # fmt: skip
    add("--stride", type=pair, default=(1, 1), metavar="S", help="N or ROWS,COLUMNS (default: 1)")
    add("--dilation", type=pair, default=(1, 1), metavar="D", help="N or ROWS,COLUMNS (default: 1)")
    add("--bias", type=bias, default=0.0, metavar="B", help="added to every value (default: 0)")
    add("--activation", type=activation, default=("none", 0.01), metavar="A",
        help=f"{', '.join(ACTIVATIONS)}; leaky_relu:0.2 names the slope (default: none)")  # fmt: skip
    add("--pool", type=pool, default=PoolSettings(), metavar="KIND:SIZE[:STRIDE][:same|:ceil|:count]",
        help="max or avg, such as max:2 or avg:3:2:same (default: none)")  # fmt: skip
    add("--channels", choices=["grey", "sum", "each"], default="grey",
        help="a colour picture as one grey map, summed as in a CNN, or each channel on its own")  # fmt: skip
    add_page(parser)
    add("--unit-range", action="store_true", help="divide pixel values 0..255 by 255 first")


def settings_from(options: argparse.Namespace, weights: Kernel) -> Settings:
    """Gather the options of `add_settings` and a kernel into `Settings`."""
    name, slope = options.activation
    pooling = options.pool
    for what, given in (
        ("stride", options.stride),
        ("dilation", options.dilation),
        ("pool size", pooling.size),
        ("pool stride", pooling.stride),
    ):
        sizes.pair(given, what, *LIMITS[what].ends)
    return Settings(
        kernel=divided(weights, options.divisor),
        operation=options.mode,
        channels=options.channels,
        bias=options.bias,
        padding=options.padding,
        fill=options.fill,
        stride=options.stride,
        dilation=options.dilation,
        activation=name,
        slope=slope,
        pool=options.pool,
        unit_range=options.unit_range,
    )


def add_page(parser: argparse.ArgumentParser) -> None:
    """The options that say which picture of a file is meant."""
    parser.add_argument("--page", type=page, default=1, metavar="N",
        help="which page, frame or slice of the file, counted from 1 (default: 1)")  # fmt: skip
    parser.add_argument("--array", default="", metavar="NAME",
        help="which array of an .npz file (default: the first that can be a picture)")  # fmt: skip


def page(text: str) -> int:
    """Read the number of a page, as it is shown."""
    if not _WHOLE.fullmatch(text) or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no page: the first one is 1")
    return int(text)


def part_of(options: argparse.Namespace) -> Part:
    """The part of a file that is named by the options."""
    return Part(options.page - 1, getattr(options, "use_channels", ()), options.array)


def picture(name: str, part: Part = WHOLE) -> Image:
    """Open a file, or that part of it, or a picture that comes with ConvViz by its key, such as ``x``.

    How a file was understood, where there was more than one way, is said on standard error.
    """
    if _is_there(name):
        return _read(name, part)
    from convviz.core.samples.pictures import load_sample, samples

    keys = [sample.key for sample in samples()]
    if name in keys:
        if part.frame or part.array:
            raise UsageError(f"the sample {name} has one picture: --page and --array are for files")
        return load_sample(name)
    raise UsageError(f"there is no file {name!r}, and no sample picture: there are {', '.join(keys)}")


def _read(name: str, part: Part) -> Image:
    try:
        image = read(name, part)
    except ImageError as error:
        if error.cause != "channels":
            raise
        hint = "--use-channels 2 takes the second, --use-channels 1,2,3 the first three"
        raise UsageError(f"{str(error).rstrip('.')}: {hint}") from None
    if image.note is not None:
        print(f"{visible(image.name)}: {image.note}", file=sys.stderr)
    return image


def channels(text: str) -> tuple[int, ...]:
    """Read the numbers of channels as people count them, from 1.

    >>> channels("2"), channels("3,2,1")
    ((1,), (2, 1, 0))
    """
    numbers = _whole_numbers(text)
    if len(numbers) not in (1, 3) or min(numbers) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is neither one channel nor three, counted from 1")
    return tuple(number - 1 for number in numbers)


def kernel(text: str) -> Kernel:
    """Take a kernel from the library by name, from a file, or from its weights.

    >>> kernel("-1 0 1; -1 0 1").weights.tolist()
    [[-1.0, 0.0, 1.0], [-1.0, 0.0, 1.0]]
    """
    if text in LIBRARY:
        return library(text)
    if _is_there(text):
        return read_kernel(text)
    if _WEIGHTS.fullmatch(text):
        return Kernel.from_text(text)
    near = [key for key in LIBRARY if text in key] or difflib.get_close_matches(text, LIBRARY)
    hint = f"did you mean {' or '.join(near)}?" if near else "`convviz kernels` lists the names"
    raise UsageError(f"there is no kernel and no file {text!r}; {hint}")


def _is_there(path: str) -> bool:
    """Whether there is a file or folder of this name; weights can be too long to be one."""
    try:
        return bool(path) and Path(path).exists()
    except (OSError, ValueError):
        return False


def divided(weights: Kernel, divisor: str | None) -> Kernel:
    """Give a kernel the divisor that ``--divisor`` names."""
    if divisor is None:
        return weights
    if divisor == "taps":
        return weights.averaged()
    if divisor == "sum":
        if weights.total == 0:
            raise UsageError("the weights sum to 0: they cannot be divided by their sum")
        return weights.with_divisor(weights.total)
    if is_number(divisor) and _is_odd(float(divisor), LIMITS["divisor"].least):
        _refused(divisor, "divisor", "--divisor")
    try:
        return weights.with_divisor(int(divisor) if _WHOLE.fullmatch(divisor) else float(divisor))
    except ValueError as error:
        raise UsageError(f"--divisor {divisor}: {error}") from None


def number(text: str, limit: str, name: str) -> float:
    """A number for one of `LIMITS`; one that no float64 holds is refused as it was typed.

    >>> number("-2.5", "bias", "bias")
    -2.5
    """
    value = float(text)
    if is_number(text) and _is_odd(value):
        _refused(text, limit, name)
    return value


def _is_odd(value: float, least: float = 0.0) -> bool:
    """Whether a number, written again from its float, would not be the one that was typed."""
    return math.isinf(value) or 0 < abs(value) < least


def _refused(text: str, limit: str, name: str) -> None:
    try:
        read_number(text, LIMITS[limit], name)
    except ValueError as error:
        raise UsageError(str(error)) from None


def bias(text: str) -> float:
    """Read a bias."""
    try:
        return number(text, "bias", "bias")
    except ValueError:
        raise argparse.ArgumentTypeError(f"invalid float value: {text!r}") from None


def _whole_numbers(text: str) -> list[int]:
    try:
        return [int(part) for part in re.split(r"[,x]", text)]
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not made of whole numbers") from None


def pair(text: str) -> Pair:
    """Read ``2`` or ``2,1`` as (rows, columns).

    >>> pair("2"), pair("2,1")
    ((2, 2), (2, 1))
    """
    numbers = _whole_numbers(text)
    if len(numbers) > 2:
        raise argparse.ArgumentTypeError(f"{text!r} has {len(numbers)} numbers: N or ROWS,COLUMNS")
    return numbers[0], numbers[-1]


def padding(text: str) -> PaddingRule:
    """Read a rule or amounts as ((top, bottom), (left, right)).

    >>> padding("same"), padding("1"), padding("1,2"), padding("0,1,0,1")
    ('same', ((1, 1), (1, 1)), ((1, 1), (2, 2)), ((0, 1), (0, 1)))
    """
    if text in RULES:
        return text
    numbers = _whole_numbers(text)
    if len(numbers) == 4:
        return (numbers[0], numbers[1]), (numbers[2], numbers[3])
    rows, columns = pair(text)
    return (rows, rows), (columns, columns)


def fill(text: str) -> str | float:
    """Read a fill: a name, or a number."""
    if text in FILLS:
        return text
    try:
        return number(text, "fill", "fill")
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is none of {', '.join(FILLS)}, and no number") from None


def activation(text: str) -> tuple[str, float]:
    """Read an activation and its slope.

    >>> activation("relu"), activation("leaky_relu:0.2")
    (('relu', 0.01), ('leaky_relu', 0.2))
    """
    name, colon, slope = text.partition(":")
    name = name.replace("-", "_")
    if name not in ACTIVATIONS:
        raise argparse.ArgumentTypeError(f"{text!r} is none of {', '.join(ACTIVATIONS)}")
    try:
        return name, number(slope, "slope", "slope") if colon else 0.01
    except ValueError:
        raise argparse.ArgumentTypeError(f"{slope!r} is no slope") from None


def pool(text: str) -> PoolSettings:
    """Read a pooling stage; the stride is the size unless it is given.

    >>> answer = pool("avg:3:2:same")
    >>> answer.kind, answer.size, answer.stride, answer.padding
    ('average', (3, 3), (2, 2), 'same')
    """
    if text == "none":
        return PoolSettings()
    kind, *words = text.split(":")
    numbers = [pair(word) for word in words if word[:1].isdigit()]
    flags = {word for word in words if not word[:1].isdigit()}
    unknown = flags - {"same", "valid", "ceil", "count"}
    if kind not in ("max", "avg", "average") or not 1 <= len(numbers) <= 2 or unknown:
        raise argparse.ArgumentTypeError(f"{text!r} is not like max:2, avg:3:2 or max:3:2:same")
    return PoolSettings(
        "max" if kind == "max" else "average",
        size=numbers[0],
        stride=numbers[-1],
        padding="same" if "same" in flags else "valid",
        ceil="ceil" in flags,
        count_padding="count" in flags,
    )
