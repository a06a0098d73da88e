#!/usr/bin/env bash
# Measures the release binary beside its floors; prints the tables of docs/benchmarks.md.
#   scripts/bench.sh                the rates of one process
#   scripts/bench.sh scale [ROWS]   lists, filters and the claim at 10,000 and at ROWS rows; by default a million
#   scripts/bench.sh attack [NAME]  the effect of one client on all others: time, memory and /health
set -euo pipefail
cd "$(dirname "$0")/.."
if [ "${1:-}" = attack ]; then
    # Each client of an attack is an open file.
    ulimit -n "$(ulimit -Hn)"
    cargo build --release --quiet --package omnitraffick --package bench
    exec target/release/bench target/release/omnitraffick "$@"
fi
. scripts/postgres.sh

install_missing sqlite3 sqlite3
folder=$(mktemp -d)
cleanup() {
    postgres_stop
    rm -rf "$folder"
}
trap cleanup EXIT
# With its default durability: every commit is synced.
postgres_start "$folder"
PATH="$(postgres_programs):$PATH"
export PATH BENCH_POSTGRES_URL=$POSTGRES_URL
cargo build --release --quiet --package omnitraffick --package bench
target/release/bench target/release/omnitraffick "$@"
