"""Why a cell has its value.

`trace` has the products and sums of one cell, `links` which cells are connected, `matrix` the convolution
as one matrix product, `formula` the size formulas in text and LaTeX.
"""
