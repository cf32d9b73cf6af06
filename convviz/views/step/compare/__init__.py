"""Two cells, or two settings, side by side."""
