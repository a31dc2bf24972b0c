#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a benchmark on a display of its own, drawn by Cairo without a graphics card, without what slows tests down to find faults.
command -v xvfb-run >/dev/null || { echo "xvfb-run is not installed"; exit 77; }
export GSK_RENDERER=cairo GTK_A11Y=none GSETTINGS_BACKEND=memory GDK_BACKEND=x11 GDK_DEBUG=gl-disable
export LC_ALL=C.UTF-8 TZ=UTC ADW_DISABLE_PORTAL=1 DBUS_SESSION_BUS_ADDRESS=disabled: TMPDIR="${SUTRA_BENCH_DIR:-/var/tmp}"
unset GTK_THEME WAYLAND_DISPLAY G_DEBUG G_SLICE MALLOC_CHECK_ MALLOC_PERTURB_
exec xvfb-run -a -s "-screen 0 1280x1024x24 -dpi 96 -nolisten tcp" "$@"
