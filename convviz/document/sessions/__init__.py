"""What a window has in hand, kept beside the settings, so that the next start can go on after a crash."""
