#!/usr/bin/env bash
# All tests: installs the missing packages (as root; otherwise it names them), starts a PostgreSQL and a Redis
# of its own, and ends with a line that counts the tests.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/postgres.sh
. scripts/redis.sh
. scripts/web.sh

command -v cargo >/dev/null 2>&1 || { say "Missing: Rust 1.94 or newer."; exit 1; }
command -v cc >/dev/null 2>&1 || install_package gcc
web_tools
[ -n "${CHROMIUM:-}" ] || install_missing chromium chromium

folder=$(mktemp -d)
steps=() # names of steps and the seconds at which they began
step() {
    steps+=("$SECONDS $1")
    say "$1"
}
cleanup() {
    redis_stop
    postgres_stop
    rm -rf "$folder"
}
trap cleanup EXIT

step "Starting PostgreSQL and Redis for the tests"
# It runs only during the tests, so it need not survive a power cut.
postgres_start "$folder" fsync=off synchronous_commit=off full_page_writes=off
redis_start "$folder"
export TEST_POSTGRES_URL=$POSTGRES_URL TEST_REDIS_URL=$REDIS_URL

step "The web app: lints, tests, and the export for the binary"
status=0
(cd web && npm ci && npm run lint && npm run typecheck)
(cd web && npm test -- --reporter=default --reporter=json --outputFile.json="$folder/vitest.json") || status=$?
web_build

step "Formatting, lints, words, documentation, dependencies"
scripts/lint.sh

step "Tests"
cargo test --workspace --no-fail-fast 2>&1 | tee "$folder/cargo.log" || status=$?

step "Tests in a browser"
PLAYWRIGHT_JSON_OUTPUT_NAME=$folder/playwright.json \
    scripts/e2e.sh "${CARGO_TARGET_DIR:-target}/debug/omnitraffick" --reporter=line,json || status=$?

steps+=("$SECONDS the end")
say "Seconds of each step:"
for number in $(seq 0 $((${#steps[@]} - 2))); do
    printf '%8d  %s\n' "$((${steps[number + 1]%% *} - ${steps[number]%% *}))" "${steps[number]#* }" >&2
done
node scripts/count.mjs "$folder/cargo.log" "$folder/vitest.json" "$folder/playwright.json" || status=1
exit "$status"
