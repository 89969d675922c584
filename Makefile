# Needs only python3 (3.11 or later), pip and make; everything else goes into .venv.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
# Two tests at a time; PYTEST_ARGS="-n 0 tests/graph" runs some of them in one process.
PYTEST_ARGS ?= -n 2

VENV := .venv
STAMP := $(VENV)/installed
BUILD := build

# The commands below are found in .venv first, so they read as a user types them.
export PATH := $(CURDIR)/$(VENV)/bin:$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-print-directory

.DEFAULT_GOAL := help
.PHONY: help install demo test bench bench-whole clean distclean

help: ## Say what can be made (the default)
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

install: $(STAMP) ## Make .venv with the versions of constraints.txt

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	pip install --quiet --constraint constraints.txt hatchling editables
	pip install --quiet --constraint constraints.txt --no-build-isolation --editable '.[test,bench]'
	touch $@

demo: $(STAMP) ## Build the graph of the five plans, ask it, export it, draw it, publish it
	mkdir -p $(BUILD)
	kg build
	kg ask leads --limit 10
	kg ask missing
	kg cascade "36-NQ/TW" --no-tasks
	kg export --format turtle -o $(BUILD)/policy.ttl
	kg validate
	kg view -o $(BUILD)/cascade.html
	kg publish -o $(BUILD)/site
	@echo
	@echo "Made: $(BUILD)/policy.ttl (the graph as Turtle), $(BUILD)/cascade.html (the picture)"
	@echo "and the site. Open it in a browser: $(BUILD)/site/index.html"

test: $(STAMP) ## Check style, types and layers, then run all tests, the slow ones last
	ruff check .
	ruff format --check .
	mypy
	lint-imports
	pytest $(PYTEST_ARGS)

bench: $(STAMP) ## Measure speed, side by side with what else could be used
	@missed=0; for script in $(sort $(wildcard bench/*.py)); do \
	  echo "== $$script"; python "$$script" || missed=1; done; exit $$missed

bench-whole: $(STAMP) ## Every question on 34 provinces and 50,000 tasks; 8 minutes the first time
	python bench/questions.py whole

clean: ## Remove what was built and the caches
	rm -rf $(BUILD) dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find kg tests bench -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## Remove .venv as well
	rm -rf $(VENV)
