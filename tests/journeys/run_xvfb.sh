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

wait_until() { # up to a minute: the machine may be busy
  local attempt
  for attempt in $(seq 600); do
    "$@" >/dev/null 2>&1 && return
    sleep 0.1
  done
  echo "run_xvfb.sh: waited in vain for: $*" >&2
  return 1
}

# The server picks a free display by itself and writes its number to descriptor 3.
# Without -noreset it would start over whenever its last client leaves, and the question below
# whether the window manager is there would throw out the manager that is just arriving.
Xvfb -displayfd 3 -noreset -screen 0 "${SCREEN:-1440x900x24}" -nolisten tcp 3>"$work/display" 2>"$work/log" &
server=$!
wait_until test -s "$work/display"
export DISPLAY=":$(cat "$work/display")"

blackbox >"$work/manager.log" 2>&1 &
manager=$!
# Before it announces itself, windows have no focus and keys go nowhere.
wait_until xdotool get_num_desktops || {
  cat "$work/log" "$work/manager.log" >&2
  exit 1
}

unset WAYLAND_DISPLAY
export QT_QPA_PLATFORM=xcb
"$@"
