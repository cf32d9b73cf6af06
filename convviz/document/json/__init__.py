"""The state as JSON and back, with a sentence for everything that does not fit."""
