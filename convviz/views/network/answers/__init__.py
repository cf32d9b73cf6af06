"""What a network answers: its probabilities, how a moved digit changes them, where the network looks."""
