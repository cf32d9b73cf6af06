"""The pictures that come with ConvViz, and the small examples whose numbers can be followed by hand."""
