"""F6 walks through the parts of the window, whatever page is on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def step(regions: Sequence[QWidget], forward: bool = True) -> None:
    """Move the focus from the region it is in to the next one; hidden regions are passed over."""
    shown = [region for region in regions if region.isVisible() and region.isEnabled()]
    if not shown:
        return
    focused = QApplication.focusWidget()
    here = next((i for i, region in enumerate(shown) if _holds(region, focused)), None)
    if here is None:
        place = 0 if forward else len(shown) - 1
    else:
        place = (here + (1 if forward else -1)) % len(shown)
    target = first_stop(shown[place])
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)


def first_stop(region: QWidget) -> QWidget:
    """Where the focus lands in a region: the region itself or the first widget in it that takes keys."""
    if region.focusPolicy() & Qt.FocusPolicy.TabFocus or region.focusProxy() is not None:
        return region
    widget = region.nextInFocusChain()
    while widget is not None and widget is not region:
        takes_keys = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes_keys and region.isAncestorOf(widget) and widget.isVisible() and widget.isEnabled():
            return widget
        widget = widget.nextInFocusChain()
    return region


def _holds(region: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (region is focused or region.isAncestorOf(focused))
