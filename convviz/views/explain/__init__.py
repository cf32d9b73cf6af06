"""Widgets that explain a number: where a size comes from, and where a value comes from."""
