"""The dialogs: files and questions (`dialogs`), preferences, what Help opens, and errors as sentences."""
