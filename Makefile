# The two commands of the README: `make demo` and `make test`. `make packages` installs what building needs.
CARGO_TARGET_DIR ?= $(CURDIR)/target
export CARGO_TARGET_DIR
DATELINE := $(CARGO_TARGET_DIR)/release/dateline
DEMO := $(CARGO_TARGET_DIR)/demo
SHARED := ../shared

.PHONY: demo test packages build lint unit interop gold

demo: packages build
	rm -rf $(DEMO) && mkdir -p $(DEMO)
	$(DATELINE) ingest examples/*.txt --store $(DEMO)/kg
	$(DATELINE) query queries/in-office-or-former.rq --bind name="Donald Trump" --store $(DEMO)/kg
	$(DATELINE) query queries/casualty-figures.rq --store $(DEMO)/kg
	$(DATELINE) show "Steve Witkoff" --store $(DEMO)/kg
	$(DATELINE) export --store $(DEMO)/kg --format turtle -o $(DEMO)/examples.ttl
	$(DATELINE) export --store $(DEMO)/kg --format jsonld -o $(DEMO)/examples.jsonld
	@ls -l $(DEMO)/examples.*

test: packages build lint unit interop gold

packages:
	@.ci/packages

build:
	cargo build --release --workspace

lint:
	cargo fmt --all --check
	cargo clippy --release --workspace --all-targets -- --deny warnings

# Unit, integration and documentation tests.
unit:
	cargo test --release --workspace

# The exports in rdflib, pyoxigraph, PyLD, pySHACL, raptor, serd, N3.js, jsonld.js, Comunica and tools for networks.
interop: build
	tests/interop/run $(DATELINE) $(CARGO_TARGET_DIR)/interop

# Scores against articles annotated by hand, which are not part of this repository.
gold: build
	@.ci/gold $(DATELINE) $(SHARED)
