"""Pictures: `image` reads a file into an `Image`, `export` writes maps to files.

`decode` knows the file formats, `modes` the pixel modes and colour profiles, `arrays` sizes and ranges.
"""
