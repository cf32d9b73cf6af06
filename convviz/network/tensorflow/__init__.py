"""TensorFlow in a process of its own, which checks our arithmetic."""
