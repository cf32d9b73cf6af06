"""Why a cell has its value: its products, its window, the matrix of the whole convolution, its formulas."""
