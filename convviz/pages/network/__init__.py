"""The Network page: a drawn digit, all maps of a trained network, and why."""
