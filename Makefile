# Two words matter: `make demo` runs the main job, `make test` passes the tests. Both start from nothing.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000

.PHONY: demo test check format messages clean bench-linkage

demo: $(VENV)/installed
	$(BIN)/poimenno demo demo-archive --port $(PORT)

test: $(VENV)/installed-dev chromium
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

$(VENV)/installed: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("Poimenno needs Python 3.11 or later; this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/installed-dev: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

# The browser tests use Debian's Chromium: installed here when run as root, otherwise found or skipped with a clear line.
.PHONY: chromium
chromium:
	@if command -v chromium >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
		echo "Installing Chromium for the browser tests"; \
		{ apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; } >/dev/null 2>&1 \
		|| echo "Chromium could not be installed: the browser tests will be skipped"; \
	else echo "No Chromium found: the browser tests will be skipped (install the package chromium to run them)"; fi

# Poimenno, Splink, dedupe and recordlinkage on the same made-up lists: time, memory, candidates, precision, recall.
# `make bench-linkage ENTRIES=1000000` for a larger set.
ENTRIES ?= 100000
bench-linkage: $(VENV)/installed-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,bench]'
	$(BIN)/python -m benchmarks.bench_linkage --entries $(ENTRIES)

check:
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

format:
	$(BIN)/ruff check --fix . && $(BIN)/ruff format .

# Collects the texts of the interface and compiles the translations.
messages: $(VENV)/installed-dev
	$(BIN)/python scripts/messages.py

# Writes the modules of the closed lists from the tables of src/poimenno/reference.
.PHONY: vocabularies
vocabularies:
	$(PYTHON) scripts/vocabularies.py

clean:
	rm -rf $(VENV) demo-archive .pytest_cache .mypy_cache .ruff_cache

# How fast and how right the estimators are; the tables of docs/estimates.md.
.PHONY: bench-estimates
bench-estimates: $(VENV)/installed-dev
	$(BIN)/python benchmarks/bench_estimates.py
