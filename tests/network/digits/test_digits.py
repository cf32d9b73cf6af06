import pytest

from convviz.network.digits.samples import HANDS, pulls


@pytest.mark.parametrize("hand", HANDS)
@pytest.mark.parametrize("digit", range(10))
def test_every_digit_stays_on_the_paper(digit, hand):
    for line in pulls(digit, hand):
        assert line.shape[1] == 2
        assert line.min() > 0
        assert line.max() < 1


def test_what_is_no_digit():
    with pytest.raises(ValueError, match="10 is no digit"):
        pulls(10)
