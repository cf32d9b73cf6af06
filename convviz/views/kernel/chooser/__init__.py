"""The library of kernels: the list, previews, favourites."""
