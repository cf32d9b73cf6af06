"""The Lab: a photo, a kernel, and the maps of every stage while they are edited."""
