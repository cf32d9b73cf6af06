"""What a network answers: logits and probabilities, what a moved digit changes, where the network looks."""
