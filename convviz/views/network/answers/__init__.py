"""What a network answers: logits to probabilities, how a moved digit changes them, where the network looks."""
