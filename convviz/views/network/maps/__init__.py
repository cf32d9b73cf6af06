"""The maps of all layers as tiles, painted, pointed at, enlarged."""
