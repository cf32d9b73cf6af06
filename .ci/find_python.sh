#!/usr/bin/env bash
# Print the first Python on this machine that ConvViz runs on: 3.11, 3.12 or 3.13.
set -euo pipefail

supported='import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))'

for candidate in python3 python3.13 python3.12 python3.11 python; do
  if "$candidate" -c "$supported" >/dev/null 2>&1; then
    command -v "$candidate"
    exit 0
  fi
done
echo "ConvViz needs Python 3.11, 3.12 or 3.13, and none was found." >&2
exit 1
