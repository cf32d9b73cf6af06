"""What a person works on: its state, its history, its files, and what is computed of it beside the window."""
