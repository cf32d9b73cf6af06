"""Digits: MNIST, our own samples, and the preparation of photos and drawings to 28x28.

`prepare` runs all steps, `paper` separates ink from paper, `transforming` shifts and turns a digit.
"""
