# The main job is `make conformance`; CONTRIBUTING.md says what else there is.

CONFIGURATION_FLAGS := --explicit-target-dependency-import-check=error
RELEASE_COMMANDS := bbb-sim bbb-exporter bbb-conformance bbb-load
# Every release build has Swift's libraries inside and exports no symbols, so that the linker drops what nobody calls: 8 MB less memory,
# and a command runs where no Swift is installed. One set of flags, because SwiftPM compiles everything again when they change.
RELEASE_BUILD := swift build --configuration release --static-swift-stdlib -Xlinker --no-export-dynamic \
  $(CONFIGURATION_FLAGS) --product
EXPORTER ?=
LEVEL ?= required

.PHONY: conformance test build release lint format generate walls deploy-check documented real-peers bench soak fuzz clean

## Build everything for use and judge our own exporter, or EXPORTER='command', at LEVEL=required or another.
## make turns every failure into its own 2; .ci/conformance ends with the judge's exit code.
conformance:
	@.ci/conformance '$(LEVEL)' '$(if $(EXPORTER),$(EXPORTER),.build/release/bbb-exporter)'

release:
	@.ci/setup build
	@# One at a time: of several --product options SwiftPM heeds the last.
	@set -e; for command in $(RELEASE_COMMANDS); do \
	  $(RELEASE_BUILD) $$command; \
	done

## Run every test.
test:
	@.ci/setup test
	swift build --build-tests $(CONFIGURATION_FLAGS)
	@# A few at a time: what holds an exporter to deadlines must not wait for a hundred neighbours' processes.
	SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=8 swift test --skip-build $(CONFIGURATION_FLAGS)

## Build everything for development.
build:
	@.ci/setup build
	swift build $(CONFIGURATION_FLAGS)

## Hold every Swift file against .swift-format.
lint:
	swift format lint --strict --recursive Package.swift Sources Tests

format:
	swift format --in-place --recursive Package.swift Sources Tests

## Write the sources that are made from scenarios and cases again.
generate:
	.ci/embed-scenarios
	.ci/embed-cases

## Check who may know whom.
walls:
	.ci/walls

## Check the container file and the CI definitions of deploy/ against the release build, without an engine.
deploy-check:
	@.ci/setup deploy
	.ci/deploy

## Run the commands of the pages, which have to print what stands there, with the release build.
documented:
	.ci/documented .build/release docs/conformance.md

## Run the debug build against Debian's Prometheus and real BBB clients.
real-peers:
	@.ci/setup peers
	.ci/real-peers

## Measure the release builds of bbb-sim and bbb-exporter beside nginx, libxml2 and themselves; BENCH=--quick only sees
## that it works.
bench:
	@.ci/setup bench
	$(RELEASE_BUILD) bbb-sim
	$(RELEASE_BUILD) bbb-exporter
	@.ci/bench $(BENCH)

## Scrape the release build of bbb-exporter SCRAPES times while worlds change and faults come and go; fails on growth.
SCRAPES ?= 10000
soak:
	@.ci/setup bench
	$(RELEASE_BUILD) bbb-sim
	$(RELEASE_BUILD) bbb-exporter
	@.ci/soak $(SCRAPES) $(SOAK)

## Fuzz every parser that faces the world, for SECONDS in all.
SECONDS ?= 60
fuzz:
	@.ci/setup test
	.ci/fuzz $(SECONDS)

clean:
	rm -rf .build results
