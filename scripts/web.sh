#!/usr/bin/env bash
# For other scripts, and for `make`: the web app.
#   web_tools     says which of Node.js and npm is missing, where one is
#   web_install   what the lock file says, where that is not there yet
#   web_build     the export, at web/out
# Run by itself, it installs and builds where something has changed since the last time.

. "$(dirname "${BASH_SOURCE[0]}")/packages.sh"

export NEXT_TELEMETRY_DISABLED=1

web_tools() {
    local wanted="Node.js 20.9 or newer, which builds the web app"
    command -v node >/dev/null 2>&1 || { say "Missing: $wanted."; exit 1; }
    node -e 'const [major, minor] = process.versions.node.split("."); process.exit(major > 20 || (major == 20 && minor >= 9) ? 0 : 1)' ||
        { say "Missing: $wanted. This is $(node --version)."; exit 1; }
    command -v npm >/dev/null 2>&1 || { say "Missing: npm, which comes with Node.js and installs what the web app is built of."; exit 1; }
}

# npm writes that file last, so an installation that was cut off is not taken for one.
web_is_installed() { [ web/node_modules/.package-lock.json -nt web/package-lock.json ]; }

web_install() { web_is_installed || (cd web && npm ci); }

# The mark stands in a folder that each build begins by removing, and is set when it is through.
web_is_built() {
    [ -e web/.next/exported ] && [ -e web/out/index.html ] &&
        [ -z "$(find web -mindepth 1 \( -name node_modules -o -name .next -o -name out -o -name test-results -o -name '*.tsbuildinfo' \) \
            -prune -o -newer web/.next/exported -print -quit)" ]
}

web_build() { (cd web && npm run build) && touch web/.next/exported; }

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
    set -euo pipefail
    cd "$(dirname "$0")/.."
    web_tools
    web_install
    web_is_built || web_build
fi
