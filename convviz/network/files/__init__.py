"""Networks as files: read without running any code from them, and results saved.

`archive` opens a file safely, `plan` sorts out its description, `keras` makes our layers of it; `bundled`
has the networks that come with ConvViz, and report cards.
"""
