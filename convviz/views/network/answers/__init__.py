"""The answers of the last layer: logits, softmax and probabilities, and how they follow a moved digit."""
