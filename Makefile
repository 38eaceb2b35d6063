# De opdrachten van TK Desktop; zie README.md en CONTRIBUTING.md.
SHELL := /bin/bash
BIN := .venv/bin
UV := uv

.PHONY: help demo run test check style ux screenshots fuzz faults trefzekerheid corpus bench regio lock wheel frozen licenties audit clean

help: ## Toon deze lijst
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1\t/' | expand -t 14

demo: .venv/.run ## Maak van de meegeleverde vergadering sets en Word-bestanden in de map demo
	@$(BIN)/tk demo --uit demo

run: .venv/.scherm ## Open het venster met de meegeleverde vergadering
	@$(BIN)/tk-desktop --voorbeeld --werkmap demo/venster

test: .venv/.dev ## Draai alle tests
	@$(BIN)/python -m pytest

check: style test ## Alles wat voor een commit groen moet zijn

style: .venv/.dev
	@$(BIN)/python -m ruff format --check
	@$(BIN)/python -m ruff check
	@$(BIN)/python -m mypy
	@$(BIN)/lint-imports

ux: .venv/.dev ## Doe de taken in een echt venster en tel de toetsen
	@$(BIN)/python -m tests.ux

screenshots: .venv/.dev ## Maak de beelden van de handleiding opnieuw
	@$(BIN)/python -m tests.ux.beelden

fuzz: .venv/.dev ## Beproef bundels en elke lezer lang: beschadigd, verdwaald, en met fouten die de tests moeten vangen
	@$(BIN)/python -m tests.dwalen 60
	@$(BIN)/python -m tests.slijtage
	@$(BIN)/python -m tests.mutanten
	@TK_VERHALEN=10000 $(BIN)/python -m pytest -q -n 0 tests/store/test_eenstemmig.py tests/exchange/test_niets_verloren.py
	@TK_LAKKEN=2000 $(BIN)/python -m pytest -q -n 0 tests/paper/test_redaction_random.py
	@TK_SCHADES=300 $(BIN)/python -m pytest -q -n 0 tests/exchange/test_nazien.py

faults: .venv/.dev ## Beproef wat een laptop kan overkomen: stroomuitval, kill -9, volle schijf (docs/beproefd.md)
	@$(BIN)/python -m tests.storing

trefzekerheid: .venv/.dev ## Meet hoeveel van bekende papieren goed wordt gelezen, in docs/trefzekerheid.md
	@$(BIN)/python -m tests.trefzekerheid

corpus: .venv/.dev ## Neem alle moeilijke bestanden van ../shared/corpus in en tel wat ervan wordt
	@$(BIN)/python -m tests.corpus

regio: .venv/.dev ## Speel vijf jaar van een regio met 200 laptops en één postbus na (docs/regio.md)
	@$(BIN)/python -m benchmarks.regio

bench: .venv/.dev ## Meet de snelheid en hoe zij groeit, in docs/prestaties.md
	@$(BIN)/python -m benchmarks

wheel: .venv/.dev ## Maak het installeerbare pakket in de map dist
	@$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

frozen: .venv/.dev ## Bouw het programma als map zonder Python (dist/tk) en gebruik het (docs/bevroren.md)
	@$(BIN)/python -m tests.bevroren

licenties: .venv/.dev ## Maak de lijst van meegeleverde bibliotheken met hun licentie (docs/licenties.md)
	@$(BIN)/python -m tests.licenties

audit: ## Zoek bekende lekken in de vastgelegde bibliotheken (vraagt pip-audit en een netwerk)
	pip-audit --disable-pip --require-hashes -r requirements.lock

lock: ## Leg de bibliotheken opnieuw vast (vraagt uv: pip install uv)
	$(UV) pip compile --universal --generate-hashes --python-version 3.11 --no-header --no-annotate -q \
		pyproject.toml --extra build -o requirements.lock
	$(UV) pip compile --universal --generate-hashes --python-version 3.11 --no-header --no-annotate -q \
		pyproject.toml --extra build --extra dev -c requirements.lock -o requirements-dev.lock

clean: ## Ruim op wat opnieuw gemaakt kan worden
	rm -rf .venv build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache *.egg-info
	@# What was done in the window stands in demo/venster, and cannot be made again.
	[ ! -d demo ] || find demo -mindepth 1 -maxdepth 1 ! -name venster -exec rm -rf {} +
	find tk_desktop tests benchmarks -type d -name __pycache__ -prune -exec rm -rf {} +

# One .venv serves both: with the libraries of the program, and with those that test it as well.
.venv/.run: requirements.lock pyproject.toml .ci/setup
	@.ci/setup requirements.lock
	@touch $@

.venv/.scherm: .venv/.run
	@.ci/setup requirements.lock scherm
	@touch $@

.venv/.dev: requirements-dev.lock pyproject.toml .ci/setup
	@.ci/setup requirements-dev.lock
	@touch $@ .venv/.run
