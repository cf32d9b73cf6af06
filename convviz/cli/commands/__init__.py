"""One file for each command: `convviz NAME` imports the file of that name."""
