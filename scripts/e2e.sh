#!/usr/bin/env bash
# The web app's tests in a browser, against a server of their own with demo data: scripts/e2e.sh BINARY [playwright's arguments]
# The binary must contain the web app; the browser is the system's Chromium, or the one that CHROMIUM names.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/web.sh

E2E_BINARY=$(realpath "$1")
shift
web_tools
web_install
if [ -z "${CHROMIUM:-}" ]; then
    install_missing chromium chromium
    CHROMIUM=$(command -v chromium)
fi
export E2E_BINARY CHROMIUM

folder=$(mktemp -d)
server=
cleanup() {
    [ -z "$server" ] || stop_process "$server" TERM
    rm -rf "$folder"
}
trap cleanup EXIT

port=$(free_port)
"$E2E_BINARY" up --demo --listen "127.0.0.1:$port" --sandbox-listen "127.0.0.1:$(free_port)" --data-dir "$folder/data" \
    >"$folder/server.log" 2>&1 &
server=$!
for _ in $(seq 600); do
    if grep -q 'OmniTraffick is up at' "$folder/server.log" || ! kill -0 "$server" 2>/dev/null; then break; fi
    sleep 0.1
done
grep -q 'OmniTraffick is up at' "$folder/server.log" || { cat "$folder/server.log" >&2; exit 1; }

export E2E_URL="http://127.0.0.1:$port"
status=0
(cd web && npx --no-install playwright test "$@") || status=$?
[ "$status" = 0 ] || tail -n 50 "$folder/server.log" >&2
exit "$status"
