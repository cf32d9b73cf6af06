"""The dialog that trains a network."""
