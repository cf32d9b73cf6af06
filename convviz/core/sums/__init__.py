"""The one sum of products of ConvViz, and who asks for it.

Every value of every map and layer is added up in this order, whoever asks, wherever it lies:

1. each input value is multiplied by its weight, and the product is rounded;
2. the products of one row of the kernel are added from left to right;
3. the rows' sums are added from top to bottom;
4. the channels' sums are added in their order.

Every addition rounds, and every sum begins with +0. Those are the sub-totals that a person sees, and
adding in parts keeps rounding small. Kernels of more than `two_passes.LARGE` weights that are a column
times a row multiply by the row's weights in step 1, and each row's sum by the column's weight after
step 2. Nothing else is ever used: not fused multiply-adds, not other orders; so all processors, block
sizes, threads and batches agree.

`whole` makes whole maps, `places` the values at chosen cells, `layers` what the layers of networks need.
`adding` holds the sums themselves: as machine code (`code`, `writer`, `native`), or by NumPy.
`written` writes one of them out, number by number.
"""
