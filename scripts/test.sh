#!/usr/bin/env bash
# All tests: installs what they need (as root; otherwise it says what is missing), starts a PostgreSQL and a Redis
# of its own, and ends with a line that counts the tests.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/postgres.sh
. scripts/redis.sh

command -v cargo >/dev/null 2>&1 || { say "Missing: Rust 1.94 or newer."; exit 1; }
command -v cc >/dev/null 2>&1 || install_package gcc

folder=$(mktemp -d)
cleanup() {
    redis_stop
    postgres_stop
    rm -rf "$folder"
}
trap cleanup EXIT

say "Starting PostgreSQL and Redis for the tests"
# It lives as long as the tests do, so it need not survive a power cut.
postgres_start "$folder" fsync=off synchronous_commit=off full_page_writes=off
redis_start "$folder"
export TEST_POSTGRES_URL=$POSTGRES_URL TEST_REDIS_URL=$REDIS_URL

say "Formatting and lints"
scripts/lint.sh

say "Tests"
status=0
cargo test --workspace --no-fail-fast 2>&1 | tee "$folder/tests.log" || status=$?
awk '/^test result:/ { passed += $4; failed += $6 }
     END { printf "%d passed, %d failed\n", passed, failed; exit passed == 0 || failed > 0 }' "$folder/tests.log" || status=1
exit "$status"
