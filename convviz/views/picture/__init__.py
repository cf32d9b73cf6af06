"""A picture on the screen: its values, how it is zoomed, and what is marked in it."""
