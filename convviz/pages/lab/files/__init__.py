"""What the Lab writes and reads itself: stages, figures for slides and print, kernels."""
