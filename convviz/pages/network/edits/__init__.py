"""Changing the network: the document's state as networks, requests as edits, a filter's weights."""
