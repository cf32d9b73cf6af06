"""The grid of a film: pixels, the kernel over them, rulers, editing, choosing a region."""
