"""The player moves with the time it is given, and stands still, without a timer, when it should."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from convviz.core.film.moments import Act, Film
from convviz.document.player import Player


def film(detail: str, cells: int = 7, taps: int = 9) -> Film:
    return Film((Act("convolution", range(1), range(cells), taps, detail),))  # type: ignore[arg-type]


@pytest.fixture
def player(qtbot: QtBot) -> Player:
    made = Player(clock=lambda: 0.0)  # time goes by in `advance` alone, however slow the computer is
    made.set_film(film("product"))
    return made


def timers(player: Player) -> list[bool]:
    return [timer.isActive() for timer in player.findChildren(QTimer)]


def test_every_product_takes_40_and_every_term_60_milliseconds(player: Player) -> None:
    player.play()
    shown = []
    player.moved.connect(shown.append)
    for wait in (159, 1, 39, 1, 320, 59, 1):
        player.advance(wait)
    assert shown == [1, 2, 10, 11]
    assert player.film.moment(11).terms == 2


def test_a_cell_takes_a_fifth_of_a_second_where_only_results_land(player: Player) -> None:
    player.set_film(film("cell"))
    player.play()
    player.advance(999)
    assert player.position == 4
    player.advance(1)
    assert player.position == 5


def test_twice_as_fast_takes_half_the_time(player: Player) -> None:
    player.set_speed(2)
    player.play()
    player.advance(80)
    assert player.position == 1
    player.set_speed(0.25)
    player.advance(159)
    assert player.position == 1
    player.advance(1)
    assert player.position == 2


def test_above_4x_only_landings_are_shown_and_take_as_long_as_all_of_it(player: Player) -> None:
    player.seek(player.film.index("convolution", 0, 0, "land"))
    player.set_speed(8)
    player.play()
    whole_cell = 200 + 160 + 9 * 40 + 9 * 60 + 160
    player.advance(whole_cell / 8 - 1)
    assert player.film.moment(player.position).column == 0
    player.advance(1)
    moment = player.film.moment(player.position)
    assert (moment.column, moment.part) == (1, "land")


def test_the_end_pauses_and_play_begins_anew(qtbot: QtBot, player: Player) -> None:
    player.set_film(film("cell"))
    player.play()
    with qtbot.waitSignal(player.ended, timeout=0):
        player.advance(60_000)
    assert (player.position, player.playing) == (6, False)
    player.play()
    assert (player.position, player.playing) == (0, True)


def test_a_loop_goes_round(player: Player) -> None:
    player.set_film(film("cell"))
    player.loop = True
    player.play()
    player.advance(7 * 200 + 400)
    assert (player.position, player.playing) == (2, True)


def test_stepping_pauses_and_stays_inside(player: Player) -> None:
    player.play()
    player.step()
    assert (player.position, player.playing) == (1, False)
    player.step(-5)
    assert player.position == 0
    player.last()
    player.step()
    assert player.position == len(player.film) - 1


def test_no_timer_runs_while_paused(player: Player) -> None:
    assert timers(player) == [False]
    player.play()
    assert timers(player) == [True]
    player.pause()
    player.advance(10_000)
    assert (timers(player), player.position) == ([False], 0)


def test_an_empty_film_does_not_play(player: Player) -> None:
    player.set_film(Film(()))
    player.play()
    assert not player.playing


def test_the_clock_moves_it_when_the_timer_fires(qtbot: QtBot) -> None:
    now = [0.0]
    player = Player(clock=lambda: now[0])
    player.set_film(film("cell"))
    player.play()
    now[0] = 0.45
    with qtbot.waitSignal(player.moved) as caught:
        pass
    assert caught.args == [2]
    player.pause()


def test_a_speed_that_is_not_offered_is_refused(player: Player) -> None:
    with pytest.raises(ValueError, match="speed 3 is none of 0.25, 0.5, 1, 2, 4, 8, 16"):
        player.set_speed(3)


def test_without_a_film_it_stands_still(player: Player) -> None:
    player.play()
    player.set_film(film("cell"))
    assert player.playing
    player.set_film(Film(()))
    assert not player.playing
    player.play()
    assert timers(player) == [False]
