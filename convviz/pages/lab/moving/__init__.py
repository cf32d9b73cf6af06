"""A camera or a video in the place of the document's picture."""
