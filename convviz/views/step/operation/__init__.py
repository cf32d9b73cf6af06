"""One operation in small grids: window, kernel, products, half turn, the matrix."""
