"""One reader for each family of picture files: from a `PolledFile`, a name and a `Part` to a `Picture`."""
