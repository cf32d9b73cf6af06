"""The real window under thousands of random actions: `python -m tests.soak --seed 3`, `make soak`."""
