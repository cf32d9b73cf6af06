"""Kernels: their weights and transformations, the library, and reading them from text and files."""
