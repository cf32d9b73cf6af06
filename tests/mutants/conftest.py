"""The tool is a program with modules of its own, not a part of what it tests."""

collect_ignore = ["recorder.py", "run.py"]
