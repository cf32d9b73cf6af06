"""What the Network page is made of: the drawing, the maps, the probabilities, the arithmetic."""
