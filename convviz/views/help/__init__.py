"""What a control is for: a sentence and a tiny drawing, on hover and by "What's this?"."""
