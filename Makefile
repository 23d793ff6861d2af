# Every target sets up what it needs first: Debian packages (packaging/system-packages), then .venv from the lock files.

PYTHON ?= python3
export PYTHON
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --upgrade
DISPLAYS := $(DISPLAY)$(WAYLAND_DISPLAY)

.PHONY: run test lint test-unit test-faults test-program package test-package fuzz bench soak translations lock clean system-run system-virtual system-test system-faults system-package system-package-test
.NOTPARALLEL:

run: $(if $(DISPLAYS),system-run,system-virtual) .venv/run
	@$(BIN)/python -m compileall -q kiosk
	$(BIN)/python $(if $(DISPLAYS),main.py,packaging/run_virtual.py)

test: lint
	$(BIN)/pytest -m "not faults"

lint: system-test .venv/test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python packaging/lint_qml.py

test-unit: system-test .venv/test
	$(BIN)/pytest -m "not program and not faults and not layout"

test-faults: system-faults .venv/test
	$(BIN)/pytest -m faults

test-program: system-test .venv/test
	$(BIN)/pytest -m program

package: system-package .venv/test
	PYTHONPATH=. $(BIN)/python packaging/package.py

test-package: system-package-test .venv/test dist/SHA256SUMS
	$(BIN)/pytest -m "package and not faults"

# Written last by `make package`.
dist/SHA256SUMS: $(wildcard $(shell git ls-files kiosk packaging resources content.yaml main.py requirements-dev.txt))
	$(MAKE) package

# How long each kind of file is tried.
FUZZ_SECONDS ?= 60

fuzz: system-test .venv/fuzz
	for kind in yaml svg png jpg webp ttf; do $(BIN)/python -m tests.content.fuzz $$kind $(FUZZ_SECONDS) || exit; done

bench: system-test .venv/test
	@$(BIN)/python -m compileall -q kiosk
	$(BIN)/python -m benchmarks

soak: system-test .venv/test
	@$(BIN)/python -m compileall -q kiosk
	$(BIN)/python -m benchmarks.soak

translations: system-test .venv/test
	$(BIN)/python packaging/update_translations.py
	$(BIN)/python main.py schema > resources/content.schema.json

lock: system-test .venv/test
	$(COMPILE) pyproject.toml --output-file requirements.txt
	$(COMPILE) pyproject.toml --group dev --constraint requirements.txt --output-file requirements-dev.txt
	$(COMPILE) --group fuzz --output-file requirements-fuzz.txt

clean:
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

system-run system-virtual system-test system-faults system-package system-package-test:
	@packaging/system-packages $(@:system-%=%)

.venv/run: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON=...")'
	$(PYTHON) -m venv .venv
	$(INSTALL) requirements.txt
	@touch $@

.venv/test: .venv/run requirements-dev.txt
	$(INSTALL) requirements-dev.txt
	@touch $@

.venv/fuzz: .venv/test requirements-fuzz.txt
	$(INSTALL) requirements-fuzz.txt
	@touch $@
