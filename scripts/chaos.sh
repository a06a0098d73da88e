#!/usr/bin/env bash
# Breaks the release binary on purpose, and counts the results; see docs/chaos.md. Arguments go to the program: --seed 2 --broker postgres.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/postgres.sh

postgres_programs >/dev/null || install_package postgresql
install_missing redis-server redis-server
cargo build --release --quiet --package omnitraffick --package chaos
exec target/release/chaos --binary target/release/omnitraffick "$@"
