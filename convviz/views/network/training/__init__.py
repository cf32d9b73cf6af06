"""Training a network: the dialog that asks and shows, and the curves of accuracy and loss by epoch."""
