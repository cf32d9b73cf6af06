# `make run` installs ConvViz here and starts it; `make test` installs what the tests need and runs
# them. Both look first and do only what is missing, so the second time they begin at once.

SHELL := /bin/bash
VENV := .venv
PYTHON := $(or $(PYTHON),$(shell .ci/find_python.sh))
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check --no-input

# The rooms of the core, as names to import: `__all__` of the core itself lists what most people need.
CORE := $(subst /,.,$(patsubst %/__init__,%,$(basename $(sort $(shell find convviz/core -name '*.py')))))

.DEFAULT_GOAL := help
.PHONY: help run test quick soak check docs structure bench fuzz kills mutants translations bundle clean system-run system-test

help:
	@echo "make run     install ConvViz in $(VENV) and start it (in the terminal where there is no display)"
	@echo "make test    install what the tests need and run them"
	@echo "make quick   the tests of core, document and views, without the slow ones: under three minutes"
	@echo "make soak    thousands of random actions in the real window (SECONDS=, ACTIONS=, SEED=)"
	@echo "make check   style, types and layers"
	@echo "make docs    build the pages of convviz.core in build/docs"
	@echo "make structure   print how the program is built and what an event costs in it"
	@echo "make bench   measure the speed and print it as a table"
	@echo "make fuzz    damaged files for every reader, for FUZZ=300 seconds"
	@echo "make mutants change the code a little, many times, and count what the tests notice: WHAT, BASE, COUNT, SEED"
	@echo "make kills   end the window with SIGKILL 200 times (KILLS=12 for fewer) and see what is left"
	@echo "make translations   bring resources/i18n up to the texts of the program"
	@echo "make bundle  build one folder that starts on a Linux without Python: build/bundle/convviz"
	@echo "make clean   remove $(VENV) and everything built"

run: $(VENV)/.ready-run
	@if reason=$$($(BIN)/python -m convviz.display_check); then \
	  $(BIN)/convviz; \
	else \
	  echo "$$reason So there is no window this time; here is the X walked through in the terminal."; \
	  echo; \
	  $(BIN)/convviz steps x --text; \
	fi

# The journeys come first, so that the last line of all is the verdict on everything else.
test: $(VENV)/.ready-test
	@tests/journeys/run_xvfb.sh $(BIN)/python -m pytest -m journey tests/journeys
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest

quick: $(VENV)/.ready-test
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -m "not journey and not slow" \
	  tests/core tests/document tests/views tests/test_structure.py convviz/core convviz/document convviz/views

# Half of SECONDS without a screen, half in an X session; a failing run prints its seed and its last actions.
SECONDS ?= 600
ACTIONS ?= 20000
SEED ?= 1
HALF = $(shell expr $(SECONDS) / 2)
soak: export SECONDS_OF_SOAK = $(HALF)
soak: export ACTIONS := $(ACTIONS)
soak: export SEED := $(SEED)
soak: $(VENV)/.ready-test
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -s -m soak tests/soak
	@tests/journeys/run_xvfb.sh $(BIN)/python -m pytest -q -s -m soak tests/soak

check: $(VENV)/.ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check convviz tests
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(VENV)/.ready-dev
	@$(BIN)/pdoc $(CORE) --output-directory build/docs
	@echo "build/docs/index.html"

structure: $(VENV)/.ready-test
	@$(BIN)/python tests/structure.py

# The texts without a translation stand in the .ts files as unfinished; translate them, then once more.
translations: $(VENV)/.ready-run
	@BIN=$(BIN) .ci/translations.sh

bench: $(VENV)/.ready-bench
	@$(BIN)/python tests/benchmarks/report.py

# The first case is chosen by the clock and printed; SEED=N begins there again.
SECONDS ?= 300
fuzz: $(VENV)/.ready-test
	@QT_QPA_PLATFORM=offscreen $(BIN)/python tests/faults/fuzz_readers.py --seconds $(or $(FUZZ),300) $(if $(SEED),--seed $(SEED))

# make mutants WHAT="core network" COUNT=60 SEED=1; without WHAT, the lines that differ from BASE.
BASE := origin/main
COUNT := 20
mutants: $(VENV)/.ready-test
	@$(BIN)/python tests/mutants/run.py $(WHAT) --base $(BASE) --count $(COUNT) $(if $(SEED),--seed $(SEED))
bundle: $(VENV)/.ready-bundle
	@$(BIN)/python -m PyInstaller --noconfirm --log-level ERROR \
	  --distpath build/bundle --workpath build/pyinstaller .ci/convviz.spec
	@du -sh build/bundle/convviz

kills: $(VENV)/.ready-test
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -m kills -s tests/kills

clean:
	rm -rf $(VENV) build dist .coverage .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .benchmarks
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- what has to be there first ----------------------------------------------------------------

system-run system-test: system-%:
	@test -n "$(PYTHON)"
	@PYTHON="$(PYTHON)" .ci/system_packages.sh $*

$(BIN)/python: | system-run
	@echo "Creating $(VENV) with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.ready-run: pyproject.toml | system-run $(BIN)/python
	@echo "Installing ConvViz and what it needs; TensorFlow alone is 0.6 GB, so this takes some minutes."
	@$(PIP) --editable .
	@touch $@

$(VENV)/.ready-test: pyproject.toml | system-test $(BIN)/python
	@echo "Installing ConvViz, what it needs (TensorFlow alone is 0.6 GB) and what the tests need."
	@$(PIP) --editable '.[test]'
	@touch $@ $(VENV)/.ready-run

$(VENV)/.ready-dev: pyproject.toml | system-test $(BIN)/python
	@$(PIP) --editable '.[test,dev]'
	@touch $@ $(VENV)/.ready-run $(VENV)/.ready-test

$(VENV)/.ready-bundle: pyproject.toml | system-test $(BIN)/python
	@$(PIP) --editable '.[test,bundle]'
	@touch $@ $(VENV)/.ready-run $(VENV)/.ready-test

# PyTorch is large and not available everywhere; its rows are left out where it cannot be had.
$(VENV)/.ready-bench: pyproject.toml | system-test $(BIN)/python
	@$(PIP) --editable '.[test,bench]' || $(PIP) --editable '.[test]' pytest-benchmark opencv-python-headless threadpoolctl
	@touch $@ $(VENV)/.ready-run $(VENV)/.ready-test
