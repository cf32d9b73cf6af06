"""The kernel's panel: its header, tools, facts and size, around the grid and the library."""
