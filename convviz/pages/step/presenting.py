"""Step in presenter mode: input, operation and output over the whole screen, the film by PgUp and PgDn."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from convviz.document.player import Player
from convviz.pages.step.layout import StepCards


class StepPresenting:
    """Shows the cards of a moment and steps through the film."""

    most = 3

    def __init__(self, strip: QWidget, cards: StepCards, player: Player) -> None:
        self._strip, self._cards, self._player = strip, cards, player

    def cards(self) -> list[tuple[str, str]]:
        """Key and title of the three cards."""
        return [(key, card.title.text()) for key, card in self._cards.upper().items()]

    def keep(self) -> None:
        """Nothing is to be remembered here: parts are shown and hidden, none is divided anew."""

    def begin(self, width: int) -> tuple[str, ...]:
        """All three cards belong to one step."""
        self._strip.hide()
        return tuple(self._cards.upper())

    def show(self, keys: tuple[str, ...]) -> None:
        """Show these cards."""
        self._cards.present(keys)

    def end(self) -> None:
        """Be as before."""
        self._cards.present(())
        self._strip.show()

    def turn(self, by: int) -> None:
        """One step of the film on, or back."""
        self._player.step(by)

    def place(self) -> tuple[int, int]:
        """Which step of the film."""
        count = len(self._player.film)
        return (self._player.position + 1 if count else 0), count
