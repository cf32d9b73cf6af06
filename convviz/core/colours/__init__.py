"""Values to colours: the colour scales, and which scale a stage's map is painted with."""
