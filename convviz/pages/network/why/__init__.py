"""Why a neuron of the network has its value: selection, trail, highlights, words."""
