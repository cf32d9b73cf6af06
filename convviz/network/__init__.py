"""Neural networks that can be taken apart: described, computed, explained, edited, read from files, trained.

`model` describes them, `compute` computes them in NumPy, `explain` says why a value is what it is, `edit`
changes weights, `files` reads and writes, `digits` prepares pictures of digits. TensorFlow runs in two other
processes: `tensorflow.worker` starts the one that checks our arithmetic and opens what we cannot read,
`training.process` the one that trains.
"""
