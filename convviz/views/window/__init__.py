"""The parts around the pages: rail, tool bar, message band, status strip, start page."""
