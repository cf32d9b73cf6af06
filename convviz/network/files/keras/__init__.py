"""The layers of Keras's files (.keras, .h5), translated to ours or refused with a reason."""
