"""Sizes: the size formula (`shapes`), the padding rules (`padding`), all settings together (`settings`)."""
