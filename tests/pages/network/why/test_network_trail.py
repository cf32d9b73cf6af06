from convviz.network.files.bundled import bundled
from convviz.network.model.terms import Cell
from convviz.pages.network.why.trail import Stop, answer_trail, logit_trail, trail_to


def test_the_last_convolution_leads_to_the_answer():
    network = bundled("convnet_tutorial")
    flatten, dense = 5, 6
    assert trail_to(network, Cell(4, 2, 0, 1), 7) == (
        Stop(Cell(dense, channel=7), share=True),
        Stop(Cell(dense, channel=7)),
        Stop(Cell(flatten, channel=769)),  # (2 * 3 + 0) * 128 + 1
        Stop(Cell(4, 2, 0, 1)),
    )


def test_earlier_layers_are_read_by_many():
    assert trail_to(bundled("convnet_tutorial"), Cell(0, 3, 4, 5), 7) == (Stop(Cell(0, 3, 4, 5)),)


def test_neurons_of_an_mlp():
    network = bundled("mlp_tutorial")
    assert trail_to(network, Cell(3, channel=9), 2) == (*logit_trail(network, 2), Stop(Cell(3, channel=9)))
    assert trail_to(network, Cell(2, channel=9), 2) == (Stop(Cell(2, channel=9)),)


def test_a_logit_of_its_own():
    network = bundled("mlp_tutorial")
    assert trail_to(network, Cell(4, channel=3), 2) == logit_trail(network, 3)
    assert answer_trail(network, 3) == logit_trail(network, 3)[:1]
