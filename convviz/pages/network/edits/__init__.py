"""Changes of the network by hand, kept in the document."""
