# What people type. Each target is a line or two; the work is done by cargo and the scripts it names.
CARGO ?= cargo
PREFIX ?= /usr/local
SECONDS ?= 60
SAMPLE = examples/reports/half-year-district.txt

.PHONY: demo test setup test-rust test-python test-c test-browser lint format bench instructions fuzz header
.PHONY: api api-check coverage supply install-c clean

demo: ## outline of a sample report
	$(CARGO) run --release --quiet --bin reportparse -- $(SAMPLE)

test: setup test-rust test-python test-c test-browser ## every test: Rust, Python, C, browser

setup: ## installs what the tests need
	scripts/setup.sh

test-rust:
	$(CARGO) test --workspace --exclude reportparse-py
	$(CARGO) test --package reportparse-input --no-default-features --test without_features

test-python: setup
	scripts/test-python.sh

test-c: setup
	tests/c/run.sh

test-browser: setup
	tests/browser/run.sh

lint: ## what CI checks before it tests
	$(CARGO) fmt --all --check
	$(CARGO) clippy --workspace --all-targets --quiet -- -D warnings
	$(CARGO) clippy --manifest-path fuzz/Cargo.toml --target-dir target --workspace --all-targets --quiet -- -D warnings
	for format in "" html docx pdf; do $(CARGO) clippy --package reportparse-input --lib --no-default-features --features "$$format" --quiet -- -D warnings || exit; done
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc --workspace --no-deps --quiet

format:
	$(CARGO) fmt --all

bench: ## one table: each stage, whole reports, growth, memory, peers on the same bytes
	benches/table.py

instructions: ## compares what each stage costs with benches/instructions.tsv
	benches/instructions.py

fuzz: ## SECONDS of each fuzz target, two at a time on two cores
	fuzz/run.sh $(SECONDS)

header: ## writes include/reportparse.h anew
	$(CARGO) run --quiet -p reportparse-dev -- header

api: ## writes the public interface of the Rust libraries to tests/api anew
	$(CARGO) run --quiet -p reportparse-dev -- api

api-check: ## whether it is what stands there
	$(CARGO) run --quiet -p reportparse-dev -- api --check

coverage: ## how many lines of the core the tests reach; fails below 95 %
	scripts/coverage.py

supply: ## licences, sources and advisories of what is depended on; the oldest versions and the oldest Rust
	scripts/supply.sh

install-c: ## C library, header, pkg-config and CMake files under PREFIX
	crates/reportparse-capi/install.sh "$(PREFIX)"

clean:
	$(CARGO) clean
	rm -rf .venv
