"""The pages of the window: each shows a document with the views, and edits it."""
