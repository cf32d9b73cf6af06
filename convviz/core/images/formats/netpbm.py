"""PBM, PGM, PPM and PAM with the numbers of the file: 0 to its own largest value.

The formats: https://netpbm.sourceforge.net/doc/ (pbm, pgm, ppm and pam).
"""

from __future__ import annotations

import re

import numpy as np

from convviz.core.base.translatable import TranslatableError
from convviz.core.images.arrays import WHOLE, Part, Picture, Pixels, check_frame, check_size, chosen
from convviz.core.images.formats.polled import PolledFile

_LONGEST_HEAD = 1 << 16
_MOST = 65535
_TOKEN = re.compile(rb"(?:[ \t\r\n\v\f]+|#[^\r\n]*[\r\n])*(?:([0-9]+)|(?=(.)))", re.DOTALL)
_COMMENT = re.compile(rb"#[^\r\n]*")
_CHARACTERS = 12
"""How many bytes a number may take in a plain file, with the space around it."""


def read_netpbm(file: PolledFile, name: str, part: Part = WHOLE) -> Picture:
    """Read a file that begins with P1 to P7: bytes stay bytes where the largest value is 255.

    Bits (P1, P4) are 0 for black and 255 for white, as in other pictures of one bit.
    """
    head = file.part(0, _LONGEST_HEAD)
    kind = int(head[1:2])
    check_frame(part, 1, name)
    width, height, depth, most, start = _pam(head) if kind == 7 else _header(head, kind)
    check_size(width, height, name)
    if not 1 <= most <= _MOST:
        raise TranslatableError("its largest value is {most}, not 1 to 65535", most=most)
    if width * height * depth > 4 * 100_000_000:
        raise TranslatableError("it has {count} numbers, more than can be read", count=width * height * depth)
    count = width * height * depth
    if kind in (1, 4):
        values = _bits(file, start, width, height, plain=kind == 1)
    elif kind in (2, 3):
        values = _plain(file, start, count)
    else:
        values = _raw(file, start, count, most)
    if values.size and int(values.max()) > most:
        raise TranslatableError(
            "it has the value {value}, above its own largest, {most}", value=int(values.max()), most=most
        )
    return _picture(
        values.reshape(height, width, depth), most, part, name, alpha=kind == 7 and depth in (2, 4)
    )


def _header(head: bytes, kind: int) -> tuple[int, int, int, int, int]:
    """Width, height, channels, largest value, and where the numbers begin."""
    wanted, at = (2 if kind in (1, 4) else 3), 2
    numbers: list[int] = []
    while len(numbers) < wanted:
        token = _TOKEN.match(head, at)
        if token is None or token[1] is None:
            raise TranslatableError("its header cannot be understood")
        numbers.append(int(token[1][:12]))
        at = token.end()
    depth = 3 if kind in (3, 6) else 1
    if kind in (4, 5, 6):  # one character that is no number parts header and bytes
        at += 1
    return numbers[0], numbers[1], depth, (255 if wanted == 2 else numbers[2]), at


def _pam(head: bytes) -> tuple[int, int, int, int, int]:
    text, end, _ = head.partition(b"ENDHDR\n")
    if not end:
        raise TranslatableError("its header cannot be understood")
    words = {
        line.split()[0]: line.split()[-1]
        for line in text.splitlines()[1:]
        if line.split() and line[:1] != b"#"
    }
    try:
        sizes = [int(words[key][:12]) for key in (b"WIDTH", b"HEIGHT", b"DEPTH", b"MAXVAL")]
    except (KeyError, ValueError):
        raise TranslatableError("its header cannot be understood") from None
    if sizes[2] < 1:
        raise TranslatableError("its header cannot be understood")
    return sizes[0], sizes[1], sizes[2], sizes[3], len(text) + len(end)


def _missing(there: int, wanted: int) -> TranslatableError:
    return TranslatableError(
        "it ends too early: {there} numbers instead of {wanted}", there=there, wanted=wanted
    )


def _plain(file: PolledFile, start: int, count: int) -> Pixels:
    """Numbers written with digits."""
    text = _COMMENT.sub(b" ", file.part(start, count * _CHARACTERS + _LONGEST_HEAD))
    words = text.split(None, count)[:count]
    if len(words) < count:
        raise _missing(len(words), count)
    if not all(word.isdigit() and len(word) < _CHARACTERS for word in words):
        wrong = next(word for word in words if not word.isdigit() or len(word) >= _CHARACTERS)
        raise TranslatableError("{text!r} is not a number", text=wrong[:20].decode("latin-1"))
    return np.array(words, dtype=f"S{_CHARACTERS}").astype(np.int64)


def _raw(file: PolledFile, start: int, count: int, most: int) -> Pixels:
    """One byte or two (the larger first) a number."""
    kind = np.dtype(np.uint8 if most < 256 else ">u2")
    there = (file.size() - start) // kind.itemsize
    if there < count:
        raise _missing(max(0, there), count)
    values = np.empty(count, kind)
    step = (1 << 24) // kind.itemsize
    file.seek(start)
    for first in range(0, count, step):
        block = values[first : first + step]
        block[:] = np.frombuffer(file.read(block.nbytes), kind)
    return values


def _bits(file: PolledFile, start: int, width: int, height: int, *, plain: bool) -> Pixels:
    """1 is black."""
    if plain:
        text = _COMMENT.sub(b"", file.part(start, width * height * _CHARACTERS + _LONGEST_HEAD))
        digits = np.frombuffer(b"".join(text.split()), np.uint8)[: width * height]
        if len(digits) < width * height:
            raise _missing(len(digits), width * height)
        if ((digits != ord("0")) & (digits != ord("1"))).any():
            raise TranslatableError("its bits are not written as 0 and 1")
        return np.where(digits == ord("0"), np.uint8(255), np.uint8(0))
    row = -(-width // 8)
    data = np.frombuffer(file.part(start, row * height), np.uint8)
    if len(data) < row * height:
        raise _missing(len(data) * 8, row * height * 8)
    bits = np.unpackbits(data.reshape(height, row), axis=1)[:, :width]
    return np.where(bits == 0, np.uint8(255), np.uint8(0))


def _picture(values: Pixels, most: int, part: Part, name: str, *, alpha: bool) -> Picture:
    kind = np.uint8 if most == 255 else np.float32
    if alpha and not part.channels:
        opaque = values[:, :, -1:].astype(np.float32) / most
        colours = values[:, :, :-1] * opaque + most * (1 - opaque)
        values = np.rint(colours) if most == 255 else colours
    wanted = chosen(values, part, name)
    return Picture(np.ascontiguousarray(wanted, dtype=kind), 0.0, float(most))
