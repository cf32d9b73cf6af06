"""The curves of a training: loss and accuracy by epoch."""
