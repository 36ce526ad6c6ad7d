# vagled_lmi: everything a fresh machine needs is Python 3.11 or later and make.
# `make help` lists the commands.

PYTHON ?= python3
REGION ?= uppsala
EDITION ?= sv
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help brief test lint check lab bench fuzz docs snapshot clean

help: ## Show the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo "  REGION=uppsala (a name or a code), EDITION=sv, PYTHON=python3 may be set"

$(VENV)/.runtime: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or later is needed; set PYTHON=/path/to/python3.11"; exit 1; }
	@echo "Installing what the program needs into $(VENV): about a minute the first time …"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

brief: $(VENV)/.runtime ## Build the brief of REGION and say where its HTML and PDF lie
	@$(BIN)/vagled brief "$(REGION)" --edition "$(EDITION)"

test: $(VENV)/.dev ## Run the tests, on all cores
	@tests/system-packages
	$(BIN)/python -m pytest --numprocesses=logical --dist=loadfile

lint: $(VENV)/.dev ## Check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

check: lint test ## Both

lab: $(VENV)/.runtime ## Open the notebooks in JupyterLab
	@$(BIN)/vagled lab

bench: $(VENV)/.dev ## Measure beside the peers
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[bench]'
	$(BIN)/python -m bench.jsonstat
	$(BIN)/python -m bench.brief
	$(BIN)/python -m bench.refresh
	$(BIN)/python -m bench.refresh uppsala scb
	$(BIN)/python -m bench.streams

fuzz: $(VENV)/.dev ## Feed every parser 200 000 hostile inputs: hours, goes on where it stopped
	$(BIN)/python -m bench.fuzz
	$(BIN)/python -m bench.fuzz --page

docs: $(VENV)/.dev ## Write the pages that are made from declarations and from tests
	$(BIN)/python -m vagled_lmi.sources.handbook docs/sources.md
	$(BIN)/python -m bench.outlook_page > docs/outlook.md
	$(BIN)/python -m vagled_lmi.outlook.hindsight_page > docs/hindsight.md
	VAGLED_WRITE_DOCS=1 $(BIN)/python -m pytest -q tests/sources/test_faults.py

snapshot: $(VENV)/.dev ## Rebuild data/snapshot from the figures in FROM
	$(BIN)/python -m vagled_lmi.snapshot "$(FROM)"

clean: ## Remove the environment and what was built; fetched figures in data/store stay
	rm -rf $(VENV) reports .pytest_cache .mypy_cache .ruff_cache .hypothesis
