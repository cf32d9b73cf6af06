"""What the tests of the live input need: Qt's part for it, which a computer may lack."""

import pytest

from convviz.document.live.media import NoMultimediaError, multimedia


@pytest.fixture(autouse=True)
def media(qapp):
    try:
        return multimedia()
    except NoMultimediaError as error:
        pytest.skip(str(error))
