"""Training the bundled networks: the steps, the process they run in, the report at the end."""
