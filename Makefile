# Each target makes the virtual environment it needs: a fresh machine with Python 3.11+ and make is enough.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
CORPUS ?= $(HOME)/.cache/specloom-corpus
SAMPLE ?= 60
SEED ?= 1

.PHONY: help generate check test lint format bench corpus corpus-meaning corpus-repair accuracy wheel clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  %-14s %s\n", $$1, $$2}'

generate: $(READY) ## Generate the samples: specs/* -> output/*
	$(BIN)/specloom generate

check: $(READY) ## Fail when output/ is not what specs/* and templates/ make
	$(BIN)/specloom check

test: $(READY) ## Run the tests
	$(BIN)/pytest -n auto

lint: $(READY) ## Style, types and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pyright
	$(BIN)/lint-imports

format: $(READY) ## Format the project's own code
	$(BIN)/ruff check --fix --quiet .
	$(BIN)/ruff format .

bench: $(READY) ## Measure generation: seconds by stage, memory, beside openapi-python-client
	$(BIN)/python scripts/bench.py $(CORPUS)

corpus: $(READY) ## Generate every document below CORPUS and report
	$(BIN)/python scripts/corpus.py $(CORPUS)

corpus-meaning: $(READY) ## Read SAMPLE written OpenAPI documents back and compare the models
	$(BIN)/python scripts/meaning.py $(CORPUS) --sample $(SAMPLE)

corpus-repair: $(READY) ## Flatten and repair SAMPLE documents below CORPUS and report; SEED takes others
	$(BIN)/python scripts/corpus_repair.py $(CORPUS) --sample $(SAMPLE) --seed $(SEED)

accuracy: $(READY) ## Recall and precision of the documentation reader; FETCH=--fetch downloads public pages first
	$(BIN)/python scripts/accuracy.py $(FETCH)

wheel: $(READY) ## Build the wheel into dist/
	$(BIN)/python -m build --wheel --quiet --outdir dist

clean: ## Remove what the other targets made
	rm -rf $(VENV) dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
	touch $@
