"""The Network page itself: its parts, their places, its exports."""
