"""The one sum of products: every value of every map and layer is added up in this order.

1. each input value is multiplied by its weight, and the product is rounded;
2. the products of one row of the kernel are added from left to right;
3. the rows' sums are added from top to bottom;
4. the channels' sums are added in their order.

Every addition rounds, and every sum begins with +0. These are the sub-totals that the screen shows, and
adding in parts keeps rounding errors small. Kernels of more than `two_passes.LARGE` weights that are a
column times a row multiply by the row's weights in step 1, and each row's sum by the column's weight
after step 2. There are no fused multiply-adds and no other orders, so all processors, block sizes,
threads and batches give the same bits.

`maps` computes whole maps and chosen cells of one picture, `layers` the layers of networks. `adding` holds
the loops: as machine code (`code`, `writer`, `native`), or in NumPy. `two_passes.written` writes one sum
out, number by number; `job` describes what is to be computed.
"""
