"""The command line: what can be asked for without a window.

`main` finds the command and says in one line why it failed; `options` reads its words.
"""
