"""Training the bundled networks.

`run` is a whole training, `trainer` its steps in TensorFlow, `process` runs it beside the window,
`report_card` examines the network and writes the report.
"""
