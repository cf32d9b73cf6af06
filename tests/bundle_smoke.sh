#!/usr/bin/env bash
# Use the folder of `make bundle` as on a machine without Python: moved elsewhere, started in an empty
# environment from elsewhere, with a picture of the window in build/bundle.png.
set -euo pipefail
cd "$(dirname "$0")/.."

here=$PWD
python=${PYTHON:-$here/.venv/bin/python} # only to look at what came of it
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -a "${1:-build/bundle/convviz}" "$work/a folder"
mkdir "$work/home"
cd /

alone() { env -i HOME="$work/home" LANG=C.UTF-8 "$work/a folder/convviz" "$@"; }
fail() {
  echo "$@" >&2
  exit 1
}

alone --version | grep -q '^convviz [0-9]'
alone doctor >"$work/doctor"
for line in 'from  .*/a folder/_internal' 'tensorflow *left out' 'sums  *by machine code' 'equal ones give equal bits everywhere'; do
  grep -q "$line" "$work/doctor" || fail "doctor does not say '$line': $(cat "$work/doctor")"
done
! grep -q 'cannot be loaded' "$work/doctor" || fail "$(cat "$work/doctor")"
alone render x --kernel diagonal --pool max:2 -o "$work/x.npy" >/dev/null
"$python" -c 'import numpy, sys; assert numpy.load(sys.argv[1]).tolist() == [[9, 3, 5], [3, 9, 3], [5, 3, 9]]' "$work/x.npy"
alone steps x --detail cell -o "$work/x.gif" >/dev/null
alone sample five -o "$work/five.png" >/dev/null
alone classify "$work/five.png" | grep -q 'reads 5,'
"$python" -c 'import numpy as n, sys; d, a = n.zeros((60, 28, 28), "u1"), n.arange(60, dtype="u1") % 10
n.savez(sys.argv[1], x_train=d, y_train=a, x_test=d, y_test=a)' "$work/digits.npz"
status=0
message=$(alone train lenet --data "$work/digits.npz" -o "$work/net.keras" 2>&1) || status=$?
[ "$status: $message" = "2: convviz train: TensorFlow is needed for training, and it is not installed" ] ||
  fail "train: $status: $message"

status=0
message=$(alone 2>&1) || status=$?
[ "$status" = 1 ] && [ "$(wc -l <<<"$message")" = 1 ] || fail "without a display: $status: $message"

# Two starts are two windows; nothing of any other Python is in them; each ends in order.
export SMOKE=$work LOOK=$python PICTURE=$here/build/bundle.png
mkdir -p "$here/build"
"$here/tests/journeys/run_xvfb.sh" bash -euo pipefail -c '
  start() { env -i HOME="$SMOKE/home" LANG=C.UTF-8 DISPLAY="$DISPLAY" "$SMOKE/a folder/convviz" "$1" 2>>"$SMOKE/stderr" & }
  seen() { timeout 60 xdotool search --sync --onlyvisible --name "$1" >/dev/null || { echo "no window: $1"; cat "$SMOKE/stderr"; exit 1; }; }
  start "$SMOKE/five.png"
  first=$!
  seen "^five.png"
  start "$SMOKE/x.gif"
  second=$!
  seen "^x.gif"
  sleep 3 # for a picture with everything in it
  "$LOOK" - <<PYTHON
import os
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
picture = application.primaryScreen().grabWindow(0)
picture.save(os.environ["PICTURE"])
image = picture.toImage()
colours = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
assert len(colours) > 30, len(colours)
PYTHON
  for process in $first $second; do
    ! grep -E "python|site-packages" "/proc/$process/maps" | grep -vF "$SMOKE" || { echo "another Python"; exit 1; }
    kill -TERM $process
    status=0
    wait $process || status=$?
    [ "$status" = 143 ] || { echo "the window: $status"; cat "$SMOKE/stderr"; exit 1; }
  done
  [ ! -s "$SMOKE/stderr" ] || { cat "$SMOKE/stderr"; exit 1; }
'

echo "The bundle works from elsewhere: $(du -sh "$work/a folder" | cut -f1)"
