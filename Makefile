# Two commands do everything: `make demo` shows the main job, `make test` proves it.
# Each sets up what it needs: a virtual environment here, and on Debian Qt's system libraries.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
DEBIAN := libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0 libxkbcommon-x11-0 \
	libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxcb-randr0 libgssapi-krb5-2 \
	xvfb xauth

.PHONY: demo test check bench trust mutations pictures system clean

demo: $(READY)
	$(BIN)/pcf-desktop demo demo --window

test: check
	$(BIN)/pytest -n 2 --dist worksteal -m "not bench" --cov --cov-report=term:skip-covered

check: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)
	$(BIN)/pytest -m bench -p no:randomly -s -q

# Some minutes: kills, damage, old pages, a wrong clock, a replaced file; prints what was lost.
trust: $(READY)
	$(BIN)/python -m tests.trust

# Slow: changes the program in a copy, promise by promise, and counts the changes that its tests see.
mutations: $(READY)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.mutations $(PROMISES)

pictures: $(READY)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.pictures pictures

$(READY): pyproject.toml
	@$(MAKE) --no-print-directory system
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'PCF Desktop needs Python 3.11 or newer.')"
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --editable ".[dev]"
	touch $(READY)

# Only where apt-get is there and something is missing; says in one line what it installs.
system:
	@if command -v apt-get >/dev/null 2>&1; then \
		missing=$$(for p in $(DEBIAN); do dpkg -s $$p >/dev/null 2>&1 || echo $$p; done); \
		$(PYTHON) -c "import ensurepip" 2>/dev/null || missing="$$missing python3-venv"; \
		if [ -n "$$(echo $$missing)" ]; then \
			as=""; [ "$$(id -u)" = 0 ] || as=sudo; \
			echo "Installing from Debian:" $$missing; \
			$$as apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$as apt-get install -y -qq \
				--no-install-recommends $$missing >/dev/null; \
		fi; \
	fi

clean:
	rm -rf .venv demo pictures dist build .coverage .mypy_cache .ruff_cache .pytest_cache
