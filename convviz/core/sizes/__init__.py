"""The rules of sizes: output size, padding, stride, dilation, and the settings of all stages together."""
