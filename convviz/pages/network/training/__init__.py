"""Training from the Network page, and the history of a training."""
