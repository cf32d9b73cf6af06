"""Work beside the window: threads, the queue of computations, what is warmed up after the start."""
