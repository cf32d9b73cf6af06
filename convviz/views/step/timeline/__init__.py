"""The timeline of a film and its transport buttons."""
