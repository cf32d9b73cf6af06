"""The digits a network misreads, and MNIST fetched for them."""
