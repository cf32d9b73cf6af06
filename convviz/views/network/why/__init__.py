"""Why a neuron has its value: blocks of inputs and weights, sums, the way back to the pixels."""
