from convviz.views.network.maps.tiling import SHARED, Tiling, fit, loosened, tile


def test_maps_share_the_line_between_them():
    tiling = Tiling(13, 13, 32, factor=3, across=3)
    assert tiling.pitch == (40, 40)
    assert tiling.down == 11
    assert tiling.size == (121, 441)
    assert tiling.corner(4) == (41, 41)


def test_cells_of_a_dense_layer_have_no_line():
    tiling = Tiling(1, 1, 10, factor=6, across=2)
    assert tiling.pitch == (7, 7)
    assert tiling.corner(3) == (7, 7)
    assert tiling.size == (13, 34)


def test_every_value_is_found_where_it_stands():
    tiling = Tiling(3, 4, 5, factor=7, across=2, gap=2)
    for channel in range(5):
        left, top = tiling.corner(channel)
        for row in range(3):
            for column in range(4):
                assert tiling.find(left + 7 * column + 3, top + 7 * row + 3) == (channel, row, column)
    assert tiling.find(*(one + 3 for one in (tiling.pitch[1], 2 * tiling.pitch[0]))) is None


def test_the_small_convnet_fits_without_scrolling():
    shapes = [(26, 26, 32), (13, 13, 32), (11, 11, 64), (5, 5, 64), (3, 3, 128)]
    tilings = fit(shapes, [150, 110, 150, 110, 150], 853, 440)
    assert all(one.size[1] <= 440 for one in tilings)
    assert (
        sum(max(one.size[0], least) for one, least in zip(tilings, [150, 110, 150, 110, 150], strict=True))
        <= 853
    )
    assert tilings[0].factor >= 2


def test_layers_with_a_smaller_share_leave_the_room_to_the_others():
    shapes = [(26, 26, 32), (13, 13, 32), (11, 11, 64), (5, 5, 64), (3, 3, 128)]
    least = [148, 133, 148, 133, 148]
    assert [one.factor for one in fit(shapes, least, 1278, 574)] == [2, 5, 4, 9, 10]
    assert [one.factor for one in fit(shapes, least, 1278, 574, [1, 0.5, 1, 0.5, 1])] == [3, 4, 4, 6, 10]


def test_what_does_not_fit_scrolls():
    narrow = fit([(28, 28, 256)], [60], 120, 300)[0]
    assert narrow.size[0] <= 120
    assert narrow.size[1] > 300


def test_gaps_open_where_there_is_room():
    tiling = tile((26, 26, 32), 2, 440)
    assert tiling.gap == SHARED
    assert loosened(tiling, 1000, 1000).gap == 2
    assert loosened(tiling, *tiling.size) == tiling
