"""Code that can be copied: the settings in SciPy, Keras and PyTorch (`code`), the check (`check_code`)."""
