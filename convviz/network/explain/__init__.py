"""Why a neuron has its value: the cells it was computed from, and which pixels count."""
