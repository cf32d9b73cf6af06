"""The size of a kernel is typed as a whole; what a smaller size cuts off comes back with a larger one."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt

from convviz.core.kernels.kernel import Kernel

WEIGHTS = np.arange(35, dtype=float).reshape(5, 7)


@pytest.fixture
def oblong(panel):
    panel.set_kernel(Kernel(WEIGHTS))
    return panel


def typed(qtbot, box, text):
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, text)


def test_nothing_is_cut_while_a_size_is_being_typed(qtbot, oblong):
    typed(qtbot, oblong.form.columns, "31")
    assert oblong.said == []
    qtbot.keyClick(oblong.form.columns, Qt.Key.Key_Return)
    assert oblong.kernel().size == (5, 31)
    assert np.array_equal(oblong.kernel().weights[:, 12:19], WEIGHTS)


def test_a_size_is_entered_by_leaving_its_box_too(qtbot, oblong):
    typed(qtbot, oblong.form.rows, "3")
    qtbot.keyClick(oblong.form.rows, Qt.Key.Key_Tab)
    assert np.array_equal(oblong.kernel().weights, WEIGHTS[1:4])


def test_what_was_cut_off_comes_back_in_the_same_visit(qtbot, oblong):
    rows = oblong.form.rows
    rows.setFocus()
    for _ in range(4):
        qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert oblong.kernel().size == (1, 7)
    typed(qtbot, rows, "6")
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert np.array_equal(oblong.kernel().weights[:5], WEIGHTS)


def test_the_visit_ends_with_another_edit_or_with_the_focus(qtbot, oblong):
    rows = oblong.form.rows
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    oblong.set_kernel(oblong.kernel().negated())
    qtbot.keyClick(rows, Qt.Key.Key_Up)
    assert oblong.kernel().weights[0].tolist() == [0.0] * 7
    oblong.form.divisor.setFocus()
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    oblong.form.divisor.setFocus()
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Up)
    assert oblong.kernel().weights[0].tolist() == [0.0] * 7
