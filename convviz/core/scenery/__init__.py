"""Pictures that ConvViz paints itself, so that every one of them is free to use."""
