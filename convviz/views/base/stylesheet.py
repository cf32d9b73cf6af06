"""The stylesheet of ConvViz: what Fusion's palette cannot say, written from the tokens.

One template for both schemes. Widgets opt in by properties: ``card``, ``role``, ``primary``,
``segment`` and ``invalid``. After changing a property at run time call `restyle(widget)`.
"""

from __future__ import annotations

import re
from string import Template

from PySide6.QtWidgets import QDoubleSpinBox, QFrame, QSpinBox, QWidget

from convviz import paths
from convviz.views.base.scale import factor, px
from convviz.views.base.theme import TYPE, Tokens

_FRAMES = """
QMainWindow, QDialog { background: $window; }
QFrame[card="true"] { background: $card; border: 1px solid $line; border-radius: 6px; }
QFrame[hairline="true"] { background: $line; border: none; }
QToolTip { background: $card; color: $text1; border: 1px solid $linestrong; padding: 4px 6px; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $accentsoft; }
QFrame#rail { background: $panel; border: none; border-right: 1px solid $line; }
QFrame#topbar { background: $panel; border: none; border-bottom: 1px solid $line; }
QFrame#statusstrip { background: $panel; border: none; border-top: 1px solid $line; }
QFrame[band] { border: none; border-bottom: 1px solid $line; }
QFrame[band="error"] { background: $errorbg; }
QFrame[band="info"], QFrame[band="busy"] { background: $accentsoft; }
QFrame[offer="true"] { background: $accentsoft; border: none; border-radius: 5px; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollArea, QScrollArea > QWidget > QWidget[transparent="true"] { background: transparent; border: none; }
"""

_BUTTONS = """
QPushButton {
    background: $card; color: $text1; border: 1px solid $linestrong; border-radius: 4px;
    min-height: 26px; padding: 0 12px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $accentsoft; }
QPushButton:focus { border: 2px solid $accent; min-height: 24px; padding: 0 11px; }
QPushButton:disabled { color: $off; border-color: $lineoff; }
QPushButton[primary="true"] {
    background: $accent; color: $onaccent; border-color: $accent; font-weight: 600;
}
QPushButton[primary="true"]:hover { background: $accenthover; border-color: $accenthover; }
QPushButton[primary="true"]:focus { border: 2px solid $text1; }
QPushButton[primary="true"]:disabled { background: $accentoff; border-color: transparent; }
QPushButton:flat { background: transparent; border-color: transparent; }
QPushButton:flat:hover { background: $hover; }
QPushButton:flat:focus { border: 2px solid $accent; }
QPushButton[align="left"] { text-align: left; padding: 0 6px; }
QPushButton[align="left"]:focus { padding: 0 5px; }
QToolButton {
    background: transparent; color: $text1; border: 2px solid transparent; border-radius: 5px; padding: 0;
}
QToolButton:hover { background: $hover; border-color: $hover; }
QToolButton:pressed, QToolButton:open { background: $accentsoft; border-color: $accentsoft; }
QToolButton:checked { background: $accentsoft; border-color: $accentsoft; color: $accent; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $off; }
QToolButton::menu-indicator { image: none; }
QToolButton[bar] { padding: 0 6px; min-height: 28px; max-height: 28px; }
QToolButton[bar="menu"] { padding-right: 12px; }
QToolButton[bar="menu"]::menu-indicator {
    image: url($chevron); width: 12px; height: 12px; right: 6px;
    subcontrol-origin: padding; subcontrol-position: center right;
}
QToolButton[outlined="true"] {
    background: $card; border: 1px solid $line; border-radius: 4px; padding: 0 8px; min-height: 22px;
}
QToolButton[outlined="true"]:hover { background: $hover; }
QToolButton[outlined="true"]:focus { border: 2px solid $accent; padding: 0 7px; min-height: 20px; }
QToolButton[verdict] {
    font-size: 12px; border-width: 1px; border-radius: 4px; padding: 0 5px;
    min-height: 18px; max-height: 18px;
}
QToolButton[verdict="ok"] { color: $ok; }
QToolButton[verdict="error"] { color: $error; }
QToolButton[verdict="caption"] { color: $text2; }
QToolButton[segment] {
    background: $card; color: $text2; border: 1px solid $linestrong; border-radius: 0;
    padding: 0 4px; min-height: 26px; max-height: 26px; font-size: 12px;
}
QToolButton[segment]:hover { background: $hover; }
QToolButton[segment]:checked { background: $accentsoft; color: $accent; font-weight: 600; }
QToolButton[segment]:focus { border: 2px solid $accent; padding: 0 3px; min-height: 24px; max-height: 24px; }
QToolButton[segment]:disabled { color: $off; border-color: $lineoff; }
QToolButton[segment="left"] {
    border-top-left-radius: 4px; border-bottom-left-radius: 4px; border-right: none;
}
QToolButton[segment="middle"] { border-right: none; border-left: 1px solid $line; }
QToolButton[segment="right"] {
    border-top-right-radius: 4px; border-bottom-right-radius: 4px; border-left: 1px solid $line;
}
QToolButton[segment="only"] { border-radius: 4px; }
QToolButton[segment][small="true"] {
    min-height: 22px; max-height: 22px; padding: 0 8px; border-color: $line;
}
QToolButton[segment][small="true"]:focus {
    min-height: 20px; max-height: 20px; padding: 0 7px; border-color: $accent;
}
"""

_INPUTS = """
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox {
    background: $card; color: $text1; border: 1px solid $linestrong; border-radius: 4px;
    min-height: 26px; max-height: 26px; padding: 0 8px;
    selection-background-color: $accent; selection-color: $onaccent;
}
QSpinBox, QDoubleSpinBox { padding: 0 0 0 8px; }
QComboBox { padding: 0 4px 0 8px; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus {
    border: 2px solid $accent; min-height: 24px; max-height: 24px; padding-left: 7px;
}
QLineEdit[invalid="true"], QSpinBox[invalid="true"], QDoubleSpinBox[invalid="true"],
QComboBox[invalid="true"], QSpinBox[refused="true"], QDoubleSpinBox[refused="true"] {
    border: 2px solid $error; min-height: 24px; max-height: 24px; padding-left: 7px;
}
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled {
    color: $off; border-color: $lineoff;
}
QSpinBox::up-button, QDoubleSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::down-button {
    subcontrol-origin: padding; width: 18px; background: transparent; border: none;
    border-left: 1px solid $line;
}
QSpinBox::up-button, QDoubleSpinBox::up-button {
    subcontrol-position: top right; border-bottom: 1px solid $line; border-top-right-radius: 3px;
}
QSpinBox::down-button, QDoubleSpinBox::down-button {
    subcontrol-position: bottom right; border-bottom-right-radius: 3px;
}
QSpinBox::up-button:hover, QDoubleSpinBox::up-button:hover,
QSpinBox::down-button:hover, QDoubleSpinBox::down-button:hover { background: $hover; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url($up); width: 10px; height: 10px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url($down); width: 10px; height: 10px; }
QComboBox::drop-down {
    subcontrol-origin: padding; subcontrol-position: center right; width: 22px; border: none;
}
QComboBox::down-arrow { image: url($chevron); width: 12px; height: 12px; }
QComboBox[small="true"] { min-height: 22px; max-height: 22px; border-color: $line; }
QComboBox[small="true"]:focus { min-height: 20px; max-height: 20px; border-color: $accent; }
QComboBox QAbstractItemView {
    background: $card; color: $text1; border: 1px solid $linestrong; outline: none; padding: 3px;
    selection-background-color: $accentsoft; selection-color: $accent;
}
QComboBox QAbstractItemView::item { min-height: 24px; padding: 0 6px; }
QCheckBox, QRadioButton { spacing: 8px; color: $text1; }
QCheckBox:disabled, QRadioButton:disabled { color: $off; }
QCheckBox::indicator {
    width: 14px; height: 14px; border: 1px solid $linestrong; border-radius: 3px; background: $card;
}
QCheckBox::indicator:hover { background: $hover; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url($check); }
QCheckBox::indicator:focus { border: 2px solid $accent; width: 12px; height: 12px; }
QSlider:horizontal { min-height: 20px; }
QSlider::groove:horizontal { height: 6px; border-radius: 3px; background: $line; }
QSlider::sub-page:horizontal { height: 6px; border-radius: 3px; background: $accent; }
QSlider[signed="true"]::sub-page:horizontal { background: $line; }
QSlider::handle:horizontal {
    width: 12px; height: 12px; margin: -5px 0; border-radius: 8px;
    border: 2px solid $accent; background: $card;
}
"""

_LISTS = """
QMenu { background: $card; color: $text1; border: 1px solid $linestrong; padding: 4px 0; }
QMenu::item { padding: 5px 28px 5px 12px; min-height: 18px; }
QMenu::icon { padding-left: 10px; }
QMenu::item:selected { background: $accentsoft; color: $accent; }
QMenu::item:disabled { color: $off; }
QMenu::separator { height: 1px; background: $line; margin: 4px 0; }
QMenu::indicator { width: 12px; height: 12px; left: 8px; }
QMenu::indicator:non-exclusive:checked { image: url($tick); }
QMenu::indicator:exclusive:checked { image: url($dot); }
QMenu::right-arrow { image: url($right); width: 12px; height: 12px; right: 8px; }
QListView, QTreeView, QTableView, QTextBrowser, QPlainTextEdit, QTextEdit {
    background: $card; color: $text1; border: 1px solid $line; outline: none;
    selection-background-color: $accentsoft; selection-color: $accent;
}
QListView:focus, QTableView:focus, QPlainTextEdit:focus, QTextEdit:focus, QTextBrowser:focus {
    border: 2px solid $accent;
}
QHeaderView::section {
    background: $panel; color: $text2; border: none; border-bottom: 1px solid $line; padding: 4px 8px;
}
QTabBar::tab { padding: 6px 12px; color: $text2; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $accent; border-bottom-color: $accent; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QScrollBar:vertical { width: 10px; background: transparent; margin: 0; }
QScrollBar:horizontal { height: 10px; background: transparent; margin: 0; }
QScrollBar::handle { background: $linestrong; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 24px; margin: 2px; }
QScrollBar::handle:horizontal { min-width: 24px; margin: 2px; }
QScrollBar::handle:hover { background: $text3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $line; border: none; max-height: 3px; }
QProgressBar::chunk { background: $busy; }
"""


def stylesheet(tokens: Tokens) -> str:
    """The whole stylesheet in the colours of ``tokens``, for `QApplication.setStyleSheet`."""
    values = {name: getattr(tokens, name) for name in Tokens.__dataclass_fields__}
    values["off"] = _faded(tokens, "text1")
    values["lineoff"] = _faded(tokens, "linestrong")
    values["accentoff"] = _faded(tokens, "accent")
    values["accenthover"] = _mixed(tokens, "accent", "text1", 0.15)
    scheme = "dark" if tokens.dark else "light"
    for name in ("up", "down", "chevron", "check", "right", "tick", "dot"):
        # Qt wants forward slashes, and quotes keep blanks in the path alive
        values[name] = f'"{paths.resource("icons", "arrows", f"{name}-{scheme}.svg").as_posix()}"'
    return sized(Template(_FRAMES + _BUTTONS + _INPUTS + _LISTS).substitute(values) + _labels(tokens))


def sized(rules: str) -> str:
    """Rules written for 100 %, at the text size of the moment; lines of 1 and 2 pixels stay as thin.

    >>> sized("A { border: 1px; padding: 0 4px } A:focus { border: 2px; padding: 0 3px }")
    'A { border: 1px; padding: 0 4px } A:focus { border: 2px; padding: 0 3px }'
    """
    return rules if factor() == 1.0 else _RULE.sub(_sized_rule, rules)


_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_SIZE = re.compile(r"([a-z-]+):([^;:]*px[^;]*)")


def _sized_rule(rule: re.Match[str]) -> str:
    """A frame that is drawn thicker for the focus takes from what it holds, so that nothing moves."""
    thicker = ":focus" in rule[1] or "[invalid" in rule[1]

    def one(size: re.Match[str]) -> str:
        taken = (1 if "padding" in size[1] else 2) if thicker and size[1] in _INSIDE else 0

        def times(number: re.Match[str]) -> str:
            value = int(number[1])
            return f"{px(value + taken) - taken if abs(value) > 2 else value}px"

        return f"{size[1]}:{re.sub(r'(-?[0-9]+)px', times, size[2])}"

    return f"{rule[1]}{{{_SIZE.sub(one, rule[2])}}}"


_INSIDE = ("min-height", "max-height", "height", "width", "padding", "padding-left")


def inset_numbers(root: QWidget) -> None:
    """Move the figures of all spin boxes in ``root`` off the border.

    Qt ignores ``padding-left`` for spin boxes, so their line edits need a margin of their own.
    """
    for kind in (QSpinBox, QDoubleSpinBox):
        for box in root.findChildren(kind):
            box.lineEdit().setTextMargins(px(6), 0, 0, 0)


def hairline(parent: QWidget, *, upright: bool = False) -> QFrame:
    """A line one pixel thick, in the colour of the theme's lines."""
    line = QFrame(parent)
    line.setProperty("hairline", True)
    (line.setFixedWidth if upright else line.setFixedHeight)(1)
    return line


def restyle(widget: QWidget) -> None:
    """Let Qt look at ``widget``'s properties again, after one that a rule asks for changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def _labels(tokens: Tokens) -> str:
    colours = {
        "title": tokens.text1,
        "strong": tokens.text1,
        "body": tokens.text1,
        "label": tokens.text2,
        "heading": tokens.text2,
        "caption": tokens.text2,
        "facts": tokens.text3,
        "ruler": tokens.text3,
        "error": tokens.error,
        "ok": tokens.ok,
        "stale": tokens.stale,
        "link": tokens.accent,
    }
    like = {
        "heading": "strong",
        "error": "label",
        "ok": "caption",
        "facts": "caption",
        "stale": "caption",
        "link": "label",
    }
    rules = []
    for role, colour in colours.items():
        size, weight = TYPE[like.get(role, role)]
        font = f"font-size: {round(size)}px; font-weight: {weight};"
        rules.append(f'QLabel[role="{role}"] {{ color: {colour}; {font} }}')
    rules.append(f'QLabel[role="headline"] {{ color: {tokens.text1}; font-size: 15px; font-weight: 600; }}')
    return "\n".join(rules)


def _faded(tokens: Tokens, name: str) -> str:
    """A colour at 50 % over a card, as an opaque value (stylesheets blend unevenly)."""
    return _mixed(tokens, name, "card", 0.5)


def _mixed(tokens: Tokens, one: str, other: str, amount: float) -> str:
    a, b = tokens.color(one), tokens.color(other)
    parts = [
        round(x * (1 - amount) + y * amount)
        for x, y in ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    ]
    return "#{:02X}{:02X}{:02X}".format(*parts)
