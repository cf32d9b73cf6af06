"""The panel that answers why a cell has its value: products, windows, steps."""
