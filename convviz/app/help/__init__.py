"""The explanations of every control and choice, by their paths, and how they come to the widgets."""
