"""Step: a small picture convolved cell by cell."""
