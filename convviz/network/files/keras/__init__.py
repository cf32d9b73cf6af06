"""Keras' layers (.keras, .h5): checked (`allowed`), then translated to ours or refused with a reason."""
