"""The Lab: a picture, a kernel, and the maps of every stage; `resolve` makes its view, `apply` shows it."""
