"""Work beside the window: threads, and the queue of computations."""
