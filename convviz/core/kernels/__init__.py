"""Kernels: their weights, their library, and how they are read from text and files."""
