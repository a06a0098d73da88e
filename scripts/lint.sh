#!/usr/bin/env bash
# Formatting, lints, plain words, documentation, and rules for dependencies. `make test` runs it too.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/packages.sh

DENY="cargo-deny 0.20.2"

cargo fmt --all --check

command -v node >/dev/null 2>&1 || { say "Missing: Node.js 20.9 or newer, which runs the check of words."; exit 1; }
node --test --test-reporter=dot scripts/words.test.mjs
node scripts/words.mjs

cargo clippy --workspace --all-targets -- -D warnings

# Links in comments must lead somewhere, also those between private items.
RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps --document-private-items

# Advisories need a database from the network, so only `make deny` asks for them. A build of cargo-deny takes longer than all lints
# together, so it is used only where it is installed. tools/testkit/tests has the rules that need no tool: the arrows between
# crates, the users of restricted libraries, and unused dependencies.
if cargo deny --version >/dev/null 2>&1; then
    cargo deny check bans licenses sources
else
    say "Not checked: licences and sources of dependencies, for lack of $DENY (cargo install --locked ${DENY/ /@})."
fi
