#!/usr/bin/env bash
# Install the Debian or Ubuntu packages that pip cannot: `system_packages.sh run` for the window,
# `system_packages.sh test` for the tests as well. Looks first, and installs only what is missing.
set -euo pipefail

# name of the package = how to see that it is there (lib: a library, cmd: a program, font: a file)
run_packages=(
  libgl1=lib:libGL.so.1
  libegl1=lib:libEGL.so.1
  libxkbcommon0=lib:libxkbcommon.so.0
  libfontconfig1=lib:libfontconfig.so.1
  libglib2.0-0=lib:libgthread-2.0.so.0
  libdbus-1-3=lib:libdbus-1.so.3
  libxcb-cursor0=lib:libxcb-cursor.so.0
  libxcb-icccm4=lib:libxcb-icccm.so.4
  libxcb-keysyms1=lib:libxcb-keysyms.so.1
  libxcb-randr0=lib:libxcb-randr.so.0
  libxcb-shape0=lib:libxcb-shape.so.0
  libxkbcommon-x11-0=lib:libxkbcommon-x11.so.0
  libpulse0=lib:libpulse.so.0
  fonts-dejavu-core=font:dejavu/DejaVuSans.ttf
  fonts-wqy-microhei=font:wqy/wqy-microhei.ttc
)
test_packages=(
  xvfb=cmd:Xvfb
  xauth=cmd:xauth
  xdotool=cmd:xdotool
  blackbox=cmd:blackbox
  desktop-file-utils=cmd:desktop-file-validate
  appstream=cmd:appstreamcli
  shared-mime-info=cmd:update-mime-database
  libglib2.0-bin=cmd:gio
  binutils=cmd:objdump
)

has_library() { "$PYTHON" -c 'import ctypes, sys; ctypes.CDLL(sys.argv[1])' "$1" 2>/dev/null; }

is_there() {
  case "$1" in
    lib:*) has_library "${1#lib:}" ;;
    cmd:*) command -v "${1#cmd:}" >/dev/null ;;
    font:*) [ -e "/usr/share/fonts/truetype/${1#font:}" ] ;;
  esac
}

missing_packages() {
  local entry
  for entry in "$@"; do
    is_there "${entry#*=}" || echo "${entry%%=*}"
  done
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif [ -t 0 ]; then
    sudo "$@"
  else
    sudo -n "$@"
  fi
}

install() {
  as_root env DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes \
    apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

python_venv_package() {
  # Debian keeps the part of Python that fills a new environment in a package of its own.
  "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null && return
  "$PYTHON" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
}

PYTHON="${PYTHON:-python3}"
wanted=("${run_packages[@]}")
[ "${1:-run}" = test ] && wanted+=("${test_packages[@]}")

[ "$(uname -s)" = Linux ] || exit 0
mapfile -t missing < <(missing_packages "${wanted[@]}"; python_venv_package)
[ ${#missing[@]} -gt 0 ] || exit 0

if ! command -v apt-get >/dev/null; then
  echo "This is not Debian or Ubuntu: please see that your system has the counterparts of ${missing[*]}."
  exit 0
fi
if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
  echo "Neither root nor sudo: please have these packages installed: ${missing[*]}." >&2
  # The terminal walk-through needs none of the libraries; the tests, and a venv, do.
  [ "${1:-run}" = run ] && [[ "${missing[*]}" != *-venv* ]] && exit 0
  exit 1
fi
echo "Installing system packages: ${missing[*]}"
install "${missing[@]}"
