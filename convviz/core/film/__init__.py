"""Films of a convolution: what each moment shows (`moments`), how long (`timing`), and the file formats."""
