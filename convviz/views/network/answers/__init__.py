"""The answers of the last layer: probabilities, softmax."""
