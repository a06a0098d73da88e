#!/usr/bin/env bash
# For other scripts, and for `make`: the web app.
#   web_tools     ends with a message if Node.js or npm is missing
#   web_install   installs the packages of the lock file, if needed
#   web_build     the export, at web/out
# Run by itself, it installs and builds if something has changed since the last time.

. "$(dirname "${BASH_SOURCE[0]}")/packages.sh"

export NEXT_TELEMETRY_DISABLED=1

web_tools() {
    local wanted="Node.js 20.9 or newer, which builds the web app"
    command -v node >/dev/null 2>&1 || { say "Missing: $wanted."; exit 1; }
    node -e 'const [major, minor] = process.versions.node.split("."); process.exit(major > 20 || (major == 20 && minor >= 9) ? 0 : 1)' ||
        { say "Missing: $wanted. This is $(node --version)."; exit 1; }
    command -v npm >/dev/null 2>&1 || { say "Missing: npm, which comes with Node.js and installs the web app's packages."; exit 1; }
}

# npm writes that file last, so an interrupted installation does not count.
web_is_installed() { [ web/node_modules/.package-lock.json -nt web/package-lock.json ]; }

web_install() { web_is_installed || (cd web && npm ci); }

# The mark is in a folder that each build removes first, and is set at the end of the build.
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
