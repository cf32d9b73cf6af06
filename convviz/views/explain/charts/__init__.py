"""Small plots beside an explanation: the running sum as text and as a chart, the activation function."""
