"""A network changed by hand: switched-off filters, edited weights, and the experiments with them."""
