"""The main window: its menus, its pages, the files it opens and saves."""
