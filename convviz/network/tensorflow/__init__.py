"""TensorFlow in a process of its own, for checks, gradients, opening files and fetching MNIST.

`worker` is the window's side: it starts the process when it is needed, ends it, and hands out answers as
futures. `tasks` is what runs in the process.
"""
