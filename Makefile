# Each recipe is a step that CI runs too. `make help` lists them.
.DEFAULT_GOAL := help
BINARY := target/release/omnitraffick

.PHONY: help up build test fmt lint deny openapi bench bench-attack bench-scale bench-web chaos simulate clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

up: build ## build and run everything on this machine, and print its address
	$(BINARY) up

build: ## the web app, and the release binary with it, at target/release/omnitraffick
	scripts/web.sh
	cargo build --release --package omnitraffick

test: ## run all tests, and install and start what they need
	scripts/test.sh

fmt: ## format the code
	cargo fmt --all

lint: ## formatting, lints, plain words, documentation, dependencies
	scripts/lint.sh

deny: ## licences, advisories, sources and allowed users of crates (needs cargo-deny)
	cargo deny check

openapi: ## write openapi.json
	cargo run --quiet --package omnitraffick -- openapi > openapi.json

bench: ## measure the release binary; see docs/benchmarks.md
	scripts/bench.sh

bench-attack: ## attack the release binary and measure /health; see docs/benchmarks.md
	scripts/bench.sh attack

bench-scale: ## measure lists and the claim at a million rows, or at ROWS=n
	scripts/bench.sh scale $(ROWS)

bench-web: build ## measure the web app in a browser with 10,000 tickets, or with TICKETS=n
	scripts/e2e.sh $(BINARY) --config playwright.bench.config.ts

chaos: ## break the release binary's processes and everything around them, and count; see docs/chaos.md
	scripts/chaos.sh $(CHAOS)

simulate: ## simulate the deployment engine for 2,000 seeds; see docs/simulation.md
	cargo run --release --quiet --package simulate -- $(or $(SIMULATE),--seeds 2000)

clean: ## remove built files
	cargo clean
	rm -rf web/out web/.next
