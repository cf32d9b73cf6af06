"""The state of the document, frozen, and the history that undo and redo walk through."""
