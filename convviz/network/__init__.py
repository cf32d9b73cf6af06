"""Trained networks: read, computed layer by layer, explained, edited and trained. No Qt here."""
