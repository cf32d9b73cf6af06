"""Small plots beside an explanation: the running sum, the activation function."""
