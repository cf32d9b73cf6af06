"""What all rooms need: translatable errors, files written whole, whole numbers that float64 holds exactly."""
