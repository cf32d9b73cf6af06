"""Kernels as programs write and print them, and as people hand them on: all of them can be pasted."""

import numpy as np
import pytest

from convviz.core.kernels.kernel import Kernel
from convviz.core.kernels.written import labelled_text, latex_matrix

EDGE = [[1, 0, -1], [2, 0, -2], [1, 0, -1]]


@pytest.mark.parametrize(
    "text",
    [
        "np.array([[1, 0, -1],\n          [2, 0, -2],\n          [1, 0, -1]])\n",
        "array([[ 1.,  0., -1.],\n       [ 2.,  0., -2.],\n       [ 1.,  0., -1.]], dtype=float32)",
        "[[ 1  0 -1]\n [ 2  0 -2]\n [ 1  0 -1]]",
        "kernel = np.array([\n    [1, 0, -1],  # left and right\n    [2, 0, -2],\n    [1, 0, "
        "-1],\n], dtype=np.float32)",
        "import numpy as np\nx = np.zeros((9, 9))\n"
        "kernel = np.array([[1,0,-1],[2,0,-2],[1,0,-1]])\nprint(x[0, 0])",
        "tensor([[ 1.,  0., -1.],\n        [ 2.,  0., -2.],\n        [ 1.,  0., -1.]])",
        "tensor([[[[ 1.,  0., -1.],\n          [ 2.,  0., -2.],\n          [ 1.,  0., -1.]]]], "
        "device='cuda:0', dtype=torch.float64)",
        "Parameter containing:\ntensor([[[[1., 0., -1.], [2., 0., -2.], [1., 0., -1.]]]], "
        "requires_grad=True)",
        "torch.tensor([[[1, 0, -1], [2, 0, -2], [1, 0, -1]]]).float()",
        "tf.constant([[1., 0., -1.], [2., 0., -2.], [1., 0., -1.]])",
        "<tf.Tensor: shape=(3, 3), dtype=float32, numpy=\narray([[ 1.,  0., -1.],\n       [ 2., "
        " 0., -2.],\n       [ 1.,  0., -1.]], dtype=float32)>",
        "{{1, 0, -1}, {2, 0, -2}, {1, 0, -1}}",
        "{{1., 0., -1.}, {2.`, 0.`, -2.`}, {1, 0, -1}}",
        "const float k[3][3] = {\n  { 1.0f, 0.0f, -1.0f }, // top\n  {2.0f, 0, -2.f},\n  {1, 0, -1},\n};",
        "float k[9][1] = {0};\nfloat kernel[3][3] = {{1,0,-1},{2,0,-2},{1,0,-1}};",
        "k = [1 0 -1; 2 0 -2; 1 0 -1];",
        "k = [1, 0, -1\n     2, 0, -2\n     1, 0, -1]",
        "ans =\n\n     1     0    -1\n     2     0    -2\n     1     0    -1\n",
        "((1, 0, -1), (2, 0, -2), (1, 0, -1))",
        "[1, 0, -1],\n[2, 0, -2],\n[1, 0, -1]",
        "１，０，－１；２，０，－２；１，０，－１",
        "１　０　－１\n２　０　－２\n１　０　－１",
        "1、0、-1\n2、0、-2\n1、0、-1",
        "“1”\t“0”\t“−1”\n“2”\t“0”\t“−2”\n“1”\t“0”\t“−1”",
        "'1', '0', '-1'\n'2', '0', '-2'\n'1', '0', '-1'",
        '"1" "0" "-1"\n"2" "0" "-2"\n"1" "0" "-1"',
        '[["1", "0", "-1"], ["2", "0", "-2"], ["1", "0", "-1"]]',
        "| 1 | 0 | -1 |\n|---|---|---|\n| 2 | 0 | -2 |\n| 1 | 0 | -1 |",
        "| a | b | c |\n|:--|:-:|--:|\n| 1 | **0** | `-1` |\n| 2 | 0 | -2 |\n| 1 | 0 | -1 |",
        "|   |   |   |\n|---|---|---|\n| 1 | 0 | −1 |\n| 2 | 0 | −2 |\n| 1 | 0 | −1 |\n",
        "1 | 0 | -1\n2 | 0 | -2\n1 | 0 | -1",
        r"\begin{bmatrix} 1 & 0 & -1 \\ 2 & 0 & -2 \\ 1 & 0 & -1 \end{bmatrix}",
        "$$\n\\left(\\begin{array}{rrr}\n1 & 0 & -1\\\\\n2 & 0 & -2\\\\\n1 & 0 & -1\\\\\n"
        "\\end{array}\\right)\n$$",
        "\\begin{tabular}{|c|c|c|}\n\\hline\n1 & 0 & $-1$ \\\\ \\hline\n2 & 0 & $-2$ \\\\\n"
        "1 & 0 & $-1$ \\\\ \\hline\n\\end{tabular}",
        '{"weights": [[1, 0, -1], [2, 0, -2], [1, 0, -1]], "divisor": 1, "name": "edge"}',
        "Table[...] gives {{1, 0, -1}, {2, 0, -2}, {1, 0, -1}}",
    ],
)
def test_every_notation_of_one_kernel(text: str) -> None:
    assert Kernel.from_text(text) == Kernel(EDGE)


@pytest.mark.parametrize(
    ("text", "divisor"),
    [
        ("np.array([[1, 2], [3, 4]]) / 16", 16),
        ("np.array([[1, 2], [3, 4]], dtype=np.float32) / 16.0", 16),
        ("1/16 * np.array([[1, 2], [3, 4]])", 16),
        ("(1/16) * [1 2; 3 4]", 16),
        ("[1 2; 3 4] / 16", 16),
        ("kernel = np.array([[1, 2], [3, 4]])\nkernel = kernel / 16\n", 16),
        ("# divisor 16\n[[1, 2], [3, 4]]", 16),
        (r"\frac{1}{16} \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", 16),
        (r"K = 1/16 \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", 16),
        ("[[1, 2], [3, 4]] * 2", 0.5),
        ('{"weights": [[1, 2], [3, 4]], "divisor": 16}', 16),
    ],
)
def test_a_factor_is_the_divisor(text: str, divisor: float) -> None:
    assert Kernel.from_text(text) == Kernel([[1, 2], [3, 4]], divisor)


def test_fractions_in_every_notation() -> None:
    ninth = [[1 / 9, -1 / 9], [2 / 9, 0.5]]
    for text in (
        "1/9 -1/9\n2/9 ½",
        "[[1/9, -1/9], [2/9, 1/2]]",
        "{{1/9, -1/9}, {2/9, 1/2}}",
        "[[(1/9), (-1/9)], [(2/9), (1/2)]]",
        "１／９；－１／９\n２／９；１／２",
        r"\begin{matrix} \frac{1}{9} & -\frac{1}{9} \\ \dfrac{2}{9} & \frac12 \end{matrix}".replace(
            r"\frac12", "0.5"
        ),
        "| 1/9 | −1/9 |\n|---|---|\n| 2/9 | 1⁄2 |",
    ):
        assert Kernel.from_text(text).weights.tolist() == ninth


def test_channels_in_brackets() -> None:
    weights = np.arange(12).reshape(2, 2, 3)
    assert np.array_equal(Kernel.from_text(f"np.array({weights.tolist()})").weights, weights)
    first = np.moveaxis(weights, 2, 0)
    for text in (f"tensor({first[None].tolist()})", f"np.array({first.tolist()})", str(first)):
        assert np.array_equal(Kernel.from_text(text).weights, weights)
    with pytest.raises(ValueError, match="the numbers stand in too many brackets"):
        Kernel.from_text(str([[[[1, 2], [3, 4]], [[1, 2], [3, 4]]]] * 2))


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("[[1, 0], [2, abc]]", "row 2, column 2: 'abc' is not a number"),
        ("{{1, 0}, {2}}", "row 2 has 1 weights, row 1 has 2"),
        ("[[1, 0], [2, 3]", "a bracket is opened and never closed"),
        (
            "[[1, ..., 3], [1, ..., 3]]",
            "some of the numbers were left out (…) when they were printed: print all of them",
        ),
        ("np.array([[1, 2]]) / 0", "the weights are divided by zero, or all of them multiplied by it"),
        ('"1,2\n3,4', "row 1, column 1: "),
        ("def f(x):\n    return x", "row 1"),
        ("[]", "the text has no weights"),
        ("[" * 50 + "1" + "]" * 50, "the brackets are nested more than 8 deep"),
    ],
)
def test_what_is_no_kernel_is_said_in_our_words(text: str, cause: str) -> None:
    with pytest.raises(ValueError) as error:
        Kernel.from_text(text)
    assert str(error.value).startswith(cause)
    assert not any(word in str(error.value) for word in ("zip()", "ast.", "object at", "could not convert"))


@pytest.mark.parametrize(
    "kernel",
    [
        Kernel(EDGE),
        Kernel([[0.1, 1 / 3], [-2.5, 1e-9]], 9),
        Kernel(np.arange(12).reshape(2, 2, 3), 16),
        Kernel([[7]]),
    ],
)
def test_what_is_handed_on_can_be_pasted(kernel: Kernel) -> None:
    assert Kernel.from_text(labelled_text(kernel)) == kernel
    assert Kernel.from_text(latex_matrix(kernel)) == kernel
    assert Kernel.from_text(f"9x9 -> 3x3\n\no = floor(i)\n\n{labelled_text(kernel)}") == kernel
