#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What `./dev run` does once Poise is built: on a desktop it runs there, with the user's own configuration and journal,
# until Ctrl-C. Without a desktop, or with --headless, a scripted person shows it on a private one.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
binaries=$here/../../build/bin

while [ $# -gt 0 ]; do
    case "$1" in
    --headless) headless=yes ;;
    --binaries)
        binaries=${2:?--binaries needs a folder}
        shift
        ;;
    *)
        echo "run: unknown argument: $1 (there is --headless)" >&2
        exit 2
        ;;
    esac
    shift
done
binaries=$(readlink -f "$binaries")

bus() { busctl --user call org.freedesktop.DBus /org/freedesktop/DBus org.freedesktop.DBus "$@" 2>/dev/null; }
is_on_the_bus() { [ "$(bus NameHasOwner s "$1")" = "b true" ]; }

if [ -n "${headless:-}" ] || [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || ! bus GetId >/dev/null; then
    exec /usr/bin/python3 -B "$here/demo.py" --binaries "$binaries"
fi

if is_on_the_bus org.poise.Daemon1; then
    pid=$(busctl --user status org.poise.Daemon1 | sed -n 's/^PID=//p')
    cat <<TEXT
poised runs in this session already (process $pid, $(readlink "/proc/$pid/exe")), and there can be only one. It says:

$("$binaries/poise" status)

To try what was built here instead, stop that one and run this again:
    systemctl --user stop poise-tray poised     or, if it was not started by systemd: kill $pid
TEXT
    exit 0
fi

programs=()
stopped=
stop() {
    stopped=yes
    # Not all of them need be there still.
    kill "${programs[@]}" 2>/dev/null || true
}
trap stop INT TERM HUP

"$binaries/poised" &
programs+=($!)
# Before the tray asks for it: the bus might start another one, which is installed.
gdbus wait --session --timeout 30 org.poise.Daemon1 || stop
if is_on_the_bus org.poise.Tray1; then
    echo "A poise-tray runs in this session already; it shows the prompts."
elif [ -z "$stopped" ]; then
    "$binaries/poise-tray" &
    programs+=($!)
fi

cat <<TEXT
Poise runs on this desktop, as it was built. Ctrl-C ends it; what it logs follows.
    configuration  $("$binaries/poise" config path)
    try            $binaries/poise status
                   $binaries/poise start        a break now, instead of in a while
                   ./dev run --headless         all of it in a minute, by a scripted person
TEXT

code=0
wait -n || code=$?
by_hand=$stopped
stop
wait
if [ -n "$by_hand" ]; then
    echo "Poise has ended."
    exit 0
fi
echo "run: one of them ended by itself (exit code $code), so the other was stopped." >&2
exit 1
