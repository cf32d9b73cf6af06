#!/usr/bin/env bash
# Build the wheel and use it the way a person does: installed elsewhere, started from elsewhere.
# The big dependencies are borrowed from .venv, so that nothing is downloaded twice.
set -euo pipefail
cd "$(dirname "$0")/.."

here=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

.venv/bin/python -m build --outdir "$work/dist" . >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
.venv/bin/python -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --no-deps --no-index --disable-pip-version-check \
  "$work"/dist/convviz-*.whl

# Every folder of .venv's site-packages but ours: the checkout must not be what is being tested.
borrowed=$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
site=$("$work/venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
mkdir "$work/borrowed"
for entry in "$borrowed"/*; do
  case "$(basename "$entry")" in
    convviz* | *convviz*.pth | pip | pip-* | __pycache__) ;;
    *) ln -s "$entry" "$work/borrowed/" ;;
  esac
done
echo "$work/borrowed" >"$site/borrowed.pth"

cd /
export PATH="$work/venv/bin:$PATH"
unset PYTHONPATH DISPLAY WAYLAND_DISPLAY

python - "$here" <<'PYTHON'
import sys
from pathlib import Path

import convviz
from convviz import paths

checkout = Path(sys.argv[1])
package = Path(convviz.__file__).parent
assert not package.is_relative_to(checkout), package
for folder in (paths.resource(), paths.sample()):
    assert folder.is_relative_to(package) and any(folder.iterdir()), folder
PYTHON

convviz --version | grep -q '^convviz [0-9]'
convviz kernels | grep -q sobel_vertical
convviz render x --kernel diagonal --pool max:2 -o "$work/x.npy" | grep -q '9x9 -> 3x3 s1 -> 7x7 -> max 2x2 -> 3x3'
python -c 'import numpy, sys; assert numpy.load(sys.argv[1]).tolist() == [[9, 3, 5], [3, 9, 3], [5, 3, 9]]' "$work/x.npy"

# Without a display: one sentence, status 1.
status=0
message=$(convviz 2>&1 >/dev/null) || status=$?
[ "$status" = 1 ] && [ "$(wc -l <<<"$message")" = 1 ] || { echo "without a display: $status: $message"; exit 1; }

# With one, the window opens with a picture, and an interrupt ends it in good order (status 130).
convviz sample edge -o "$work/edge.png" >/dev/null
export XDG_CONFIG_HOME="$work/config" SMOKE="$work"
"$here/tests/journeys/run_xvfb.sh" bash -euo pipefail -c '
  convviz "$SMOKE/edge.png" 2>"$SMOKE/stderr" &
  timeout 30 xdotool search --sync --onlyvisible --name ConvViz >/dev/null || echo "no window" >>"$SMOKE/stderr"
  kill -INT $! || true
  status=0
  wait $! || status=$?
  [ "$status" = 130 ] && [ ! -s "$SMOKE/stderr" ] || { echo "the window: $status"; cat "$SMOKE/stderr"; exit 1; }
'

echo "The wheel works from elsewhere: $(basename "$work"/dist/*.whl)"
