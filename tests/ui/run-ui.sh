#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a test program on a display of its own, with everything that would make two runs differ switched off.
# Without Xvfb the test is skipped.
command -v xvfb-run >/dev/null || { echo "1..0 # SKIP xvfb-run is not installed"; exit 0; }
export GSK_RENDERER=cairo GTK_A11Y="${GTK_A11Y-test}" GSETTINGS_BACKEND=memory GDK_BACKEND=x11 GDK_DEBUG=gl-disable
export LC_ALL=C.UTF-8 ADW_DISABLE_PORTAL=1
# -r below: keys that a busy machine holds for long are not repeated.
unset GTK_THEME WAYLAND_DISPLAY
# No bus is started for them that would outlive the test, and nothing is left in the user's own folders.
export DBUS_SESSION_BUS_ADDRESS=disabled:
folder=$(mktemp -d "${TMPDIR:-/tmp}/sutra-ui-XXXXXX") || exit 1
trap 'rm -rf "$folder"' EXIT
export XDG_DATA_HOME="$folder/data" XDG_CONFIG_HOME="$folder/config"
xvfb-run -a -s "-screen 0 1280x1024x24 -dpi 96 -nolisten tcp -r" "$@"
