"""The application: one window, its appearance, language and preferences.

`application` starts and ends it; `window` is the main window, `dialogs` all other windows; `actions` has
every command with its keys. Pages and their views are below, in `convviz.pages` and `convviz.views`.
"""
