"""What the network misreads: the confusion matrix and the gallery of digits."""
