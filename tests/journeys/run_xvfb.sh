#!/usr/bin/env bash
# Run a command in an X session of its own: a virtual screen with a window manager.
#   tests/journeys/run_xvfb.sh python -m pytest -m journey tests/journeys
set -euo pipefail

work=$(mktemp -d)
server='' manager=''
finish() {
  [ -z "$manager" ] || kill "$manager" 2>/dev/null || true
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

wait_until() { # up to ten seconds
  local attempt
  for attempt in $(seq 100); do
    "$@" >/dev/null 2>&1 && return
    sleep 0.1
  done
  echo "run_xvfb.sh: waited in vain for: $*" >&2
  return 1
}

# The server picks a free display by itself and writes its number to descriptor 3.
Xvfb -displayfd 3 -screen 0 "${SCREEN:-1440x900x24}" -nolisten tcp 3>"$work/display" 2>"$work/log" &
server=$!
wait_until test -s "$work/display"
export DISPLAY=":$(cat "$work/display")"

blackbox >/dev/null 2>&1 &
manager=$!
# Before it announces itself, windows have no focus and keys go nowhere.
wait_until xdotool get_num_desktops

unset WAYLAND_DISPLAY
export QT_QPA_PLATFORM=xcb
"$@"
