# Two words matter: `make demo` runs the main job, `make test` passes the tests. Both start from nothing.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
PORT ?= 8000

.PHONY: demo test check format messages clean bench-linkage

demo: $(VENV)/installed
	$(BIN)/poimenno demo demo-archive --port $(PORT)

test: $(VENV)/installed-dev chromium
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

# What is installed is what `lock/` names, file for file; the build backend is in it, so that nothing else is fetched.
$(VENV)/installed: pyproject.toml lock/run.txt
	$(PYTHON) -c 'import sys; sys.exit("Poimenno needs Python 3.11 or later; this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes -r lock/run.txt
	$(PIP) --no-deps --no-index --no-build-isolation --editable .
	touch $@

$(VENV)/installed-dev: $(VENV)/installed lock/dev.txt
	$(PIP) --require-hashes -r lock/dev.txt
	touch $@

# Locks anew after a change of pyproject.toml; `make lock UPGRADE=--upgrade` takes the newest versions that are allowed.
# One lock serves every Python and system that pyproject.toml names. See docs/decisions/0017-the-lock-files.md.
TOOLS := .venv-tools
UV := $(TOOLS)/bin/uv --no-config
LOCK = $(UV) pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' $(UPGRADE) pyproject.toml
UPGRADE ?=
.PHONY: lock test-oldest test-newest
lock: $(TOOLS)/installed
	$(LOCK) --group build --extra dev --output-file lock/dev.txt
	$(LOCK) --group build --constraints lock/dev.txt --output-file lock/run.txt
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
		--custom-compile-command 'make lock' $(UPGRADE) --group tools --output-file lock/tools.txt

$(TOOLS)/installed: lock/tools.txt
	$(PYTHON) -m venv $(TOOLS)
	$(TOOLS)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r lock/tools.txt
	touch $@

# The suite on the oldest versions that pyproject.toml allows, and on the newest that are released, each in an
# environment of its own. `make test-oldest PYTHON=python3.13 TESTS=tests/values` for another Python, and a part.
TESTS ?= tests
test-oldest: SUITE = oldest
test-oldest: RESOLUTION = lowest-direct
test-newest: SUITE = newest
test-newest: RESOLUTION = highest
test-oldest test-newest: $(TOOLS)/installed chromium
	$(UV) venv --quiet --clear --python $$($(PYTHON) -c 'import sys; print(sys.executable)') .venv-$(SUITE)
	$(UV) pip install --quiet --python .venv-$(SUITE) --resolution $(RESOLUTION) --group build --editable '.[dev]'
	.venv-$(SUITE)/bin/pytest $(TESTS)

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
	$(PIP) --no-build-isolation --editable '.[dev,bench]'
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
	rm -rf $(VENV) .venv-tools .venv-oldest .venv-newest demo-archive .pytest_cache .mypy_cache .ruff_cache

# How fast and how right the estimators are; the tables of docs/estimates.md.
.PHONY: bench-estimates
bench-estimates: $(VENV)/installed-dev
	$(BIN)/python benchmarks/bench_estimates.py

# The references of docs/, from the code: the commands, the interface for programs, the tables of the record.
.PHONY: docs
docs: $(VENV)/installed-dev
	$(BIN)/python scripts/make_docs.py
