"""The main window: its parts and menus, its pages, the files it opens and saves, the Export menu."""
