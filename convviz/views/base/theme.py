"""Colours, type and spacing: the one place where the look of ConvViz is written down.

Widgets ask `tokens(widget)` each time they paint, so a change of theme needs nothing but a
repaint. The scheme is read from the palette, which is how Qt itself tells light from dark.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QWidget

from convviz.core.colours.scales import AMOUNT_STOPS, LIGHT_CARD, SIGNED_STOPS
from convviz.views.base.scale import px


@dataclass(frozen=True)
class Tokens:
    """The colours of one scheme, as ``#RRGGBB`` (what each is for: see the field's group)."""

    dark: bool
    # surfaces
    window: str
    panel: str
    card: str
    sunken: str
    hover: str
    # text
    text1: str
    text2: str
    text3: str
    # lines and accent
    line: str
    linestrong: str
    accent: str
    onaccent: str
    accentsoft: str
    # the highlight language
    win: str
    out: str
    pinA: str
    pinB: str
    hatch: str
    drop: str
    ring: str
    halo: str
    # states
    stale: str
    stalebg: str
    error: str
    errorbg: str
    busy: str
    ok: str
    # colour maps: 17 stops from -r to +r
    signed: tuple[str, ...]
    signed_cells: tuple[str, ...]
    amount: tuple[str, ...]

    def color(self, name: str, alpha: float = 1.0) -> QColor:
        """The colour called ``name``; with less than the whole ``alpha`` what is below shows through."""
        colour = QColor(getattr(self, name))
        if alpha < 1.0:
            colour.setAlphaF(alpha)
        return colour


LIGHT = Tokens(
    dark=False,
    window="#E9EAEC", panel="#F3F4F5", card=LIGHT_CARD, sunken="#E3E5E8", hover="#E7E9EC",
    text1="#1A1D21", text2="#484E57", text3="#5E656F",
    line="#D3D6DA", linestrong="#868D97", accent="#3F4FB0", onaccent="#FFFFFF", accentsoft="#E4E7F7",
    win="#980267", out="#059269", pinA="#5C10B4", pinB="#936E06", hatch="#9AA1AB", drop="#7A818B",
    ring="#14161A", halo="#FFFFFF",
    stale="#7A5B00", stalebg="#FBF2D5", error="#B3171D", errorbg="#FCE9E8", busy="#3F4FB0", ok="#1C6B45",
    signed=SIGNED_STOPS,
    signed_cells=tuple(
        "#6FADEB #7FB6EF #8FBFF2 #9FC9F5 #AFD2F7 #BFDBF9 #D0E4FA #E1EDFA #F6F6F6 "
        "#F8E8DF #F7DCCC #F4CFBA #F1C3A8 #EDB797 #E9AB86 #E49F75 #DF9363".split()
    ),
    amount=AMOUNT_STOPS,
)  # fmt: skip

DARK = Tokens(
    dark=True,
    window="#121417", panel="#191C20", card="#1F2328", sunken="#0D0F11", hover="#2A2F36",
    text1="#ECEEF1", text2="#BCC2CA", text3="#979EA9",
    line="#31363D", linestrong="#6F7782", accent="#A3AEFF", onaccent="#121417", accentsoft="#2B3050",
    win="#FF6FC0", out="#4FF5BA", pinA="#AC8FF8", pinB="#F4D248", hatch="#59616B", drop="#7C848F",
    ring="#FFFFFF", halo="#0B0C0E",
    stale="#E8C766", stalebg="#3A3115", error="#FF8A80", errorbg="#44201F", busy="#A3AEFF", ok="#7FD6A6",
    signed=tuple(
        "#6FB5FC #63A0DF #588DC2 #4D79A6 #43668B #395470 #304256 #27313C #202020 "
        "#3A2D25 #523A2C #6B4834 #84573C #9E6745 #B8764E #D28757 #EE9861".split()
    ),
    signed_cells=tuple(
        "#62A3E5 #5891CB #4F80B2 #466F99 #3D5E80 #354E68 #2D3E51 #262F39 #202020 "
        "#382B24 #4D372A #634330 #7A5037 #915E3E #A86B46 #C07A4E #D88856".split()
    ),
    amount=tuple("#1D1A39 #1C3260 #02507A #086E85 #038D90 #1DAD92 #77C491 #B7D89E #EAECC1".split()),
)  # fmt: skip

# Spacing and sizes in logical pixels.
GAP = 12
RAIL, TOP_BAR, STRIP, STATUS_BAR, CARD_HEADER, FORMULA_HEADER = 56, 44, 40, 26, 36, 32
CONTROL, HEADER_CONTROL = 28, 24
RADIUS_CARD, RADIUS_CONTROL, RADIUS_KERNEL_CELL = 6, 4, 3

# Type: role -> (pixels, weight).
TYPE: dict[str, tuple[float, int]] = {
    "sum": (34, 600),
    "comparison": (26, 600),
    "result": (15.5, 700),
    "title": (13, 600),
    "body": (13, 400),
    "strong": (13, 600),
    "label": (12.5, 400),
    "caption": (12, 400),
    "caption-strong": (12, 700),
    "ruler": (11, 400),
    "ruler-strong": (11, 700),
    "cell": (13, 500),
}


def tokens(widget: QWidget | QPalette) -> Tokens:
    """The colours to paint ``widget`` with: dark ones where its window colour is dark."""
    palette = widget if isinstance(widget, QPalette) else widget.palette()
    # The active group: the stylesheet leaves black in the others of a widget that is switched off.
    window = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Window)
    return DARK if window.lightness() < 128 else LIGHT


def font(role: str, base: QFont | None = None, *, pixels: float | None = None) -> QFont:
    """The system font in the size and weight of ``role``, with tabular figures.

    ``pixels`` overrides the size, at the text size of the moment (cells compute their own).
    """
    size, weight = TYPE[role]
    result = QFont(base) if base is not None else QFont()
    result.setPixelSize(max(1, round(px(size) if pixels is None else pixels)))
    result.setWeight(QFont.Weight(weight))
    result.setFeature(QFont.Tag("tnum"), 1)
    return result


def palette(scheme: Tokens) -> QPalette:
    """A complete Fusion palette of ``scheme``."""
    p = QPalette()
    role = QPalette.ColorRole
    for group_role, name in (
        (role.Window, "window"), (role.WindowText, "text1"), (role.Base, "card"),
        (role.AlternateBase, "panel"), (role.Text, "text1"), (role.Button, "card"),
        (role.ButtonText, "text1"), (role.BrightText, "onaccent"),
        (role.Highlight, "accent"), (role.HighlightedText, "onaccent"), (role.Link, "accent"),
        (role.LinkVisited, "accent"), (role.ToolTipBase, "card"), (role.ToolTipText, "text1"),
        (role.PlaceholderText, "text3"), (role.Light, "card"), (role.Midlight, "panel"), (role.Mid, "line"),
        (role.Dark, "linestrong"), (role.Shadow, "linestrong"), (role.Accent, "accent"),
    ):  # fmt: skip
        p.setColor(group_role, scheme.color(name))
    for dimmed in (role.WindowText, role.Text, role.ButtonText):
        colour = scheme.color("text1", 0.5)
        p.setColor(QPalette.ColorGroup.Disabled, dimmed, colour)
    return p
