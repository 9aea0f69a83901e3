# VanThu. `make` alone lists the targets.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help deps build demo test crash benchmark instructions peers qrels lint format clean

BIN := .build/release/vanthu
DEMO := .demo

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

deps: ## install what the build needs and the system lacks: pkg-config, libicu-dev
	@command -v swift >/dev/null || { echo "make: Swift 6.1 or newer is needed: https://www.swift.org/install" >&2; exit 1; }
	@missing=(); \
	command -v pkg-config >/dev/null || missing+=(pkg-config); \
	pkg-config --exists icu-i18n 2>/dev/null || missing+=(libicu-dev); \
	if [ "$${#missing[@]}" = 0 ]; then exit 0; fi; \
	by_hand() { echo "make: please install $${missing[*]} ($$1), then run make again" >&2; exit 1; }; \
	command -v apt-get >/dev/null || by_hand "no apt-get here; ICU's development files and pkg-config under any name will do"; \
	if [ "$$(id -u)" = 0 ]; then root=(); elif command -v sudo >/dev/null; then root=(sudo); else by_hand "neither root nor sudo"; fi; \
	install=("$${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$${missing[@]}"); \
	echo "installing $${missing[*]}"; \
	"$${install[@]}" >/dev/null 2>&1 </dev/null \
	  || { "$${root[@]}" apt-get update -qq </dev/null && "$${install[@]}" </dev/null; } || by_hand "apt-get failed"

build: deps ## build the release binary, .build/release/vanthu
	swift build -c release --product vanthu

demo: build ## index Corpus/documents, show eight searches, measure the questions of Corpus/
	@rm -rf $(DEMO) && mkdir -p $(DEMO)
	@if [ -t 1 ]; then bold=$$'\033[1m' plain=$$'\033[0m'; else bold= plain=; fi; \
	title() { printf '\n%s%s%s\n' "$$bold" "$$1" "$$plain"; }; \
	show() { title "$$1"; shift; $(BIN) "$$@"; }; \
	show 'Sixty-nine documents into an index'           index --index $(DEMO)/index Corpus/documents; \
	show 'A few words: hỗ trợ hộ nghèo trữ nước'        search --index $(DEMO)/index --top 3 'hỗ trợ hộ nghèo trữ nước'; \
	show 'Typed without diacritics: sot xuat huyet'     search --index $(DEMO)/index --top 3 'sot xuat huyet'; \
	show 'By its number, as one remembers it: 1487/qd-ubnd' search --index $(DEMO)/index --top 3 '1487/qd-ubnd'; \
	show 'A question: Khi nào được mở cống ngăn mặn để lấy nước?' search --index $(DEMO)/index --top 3 'Khi nào được mở cống ngăn mặn để lấy nước?'; \
	show 'Words that must and must not stand there: +"giấy tờ chứng thực" -"bí mật"' search --index $(DEMO)/index --top 3 '+"giấy tờ chứng thực" -"bí mật"'; \
	show 'Documents by their best passage: muc boi thuong khi thu hoi dat' search --index $(DEMO)/index --top 3 --by document 'muc boi thuong khi thu hoi dat'; \
	show 'By type, year and words side by side: loai:nghi-quyet nam:2023 "trữ nước ngọt"' search --index $(DEMO)/index --top 3 'loai:nghi-quyet nam:2023 "trữ nước ngọt"'; \
	show 'What cites a document, counted by type and year: cites:22/2023/NQ-HĐND' search --index $(DEMO)/index --top 3 --by document --facets type,year 'cites:22/2023/NQ-HĐND'; \
	for by in passage document; do \
	  for form in topics topics.typed topics.khongdau; do \
	    $(BIN) run --index $(DEMO)/index --topics Corpus/$$form.tsv --output $(DEMO)/$$by.$$form.trec --by $$by --repeat 1 --warm 0 --quiet; \
	  done; \
	done; \
	title 'How well 160 judged questions are answered: passages'; \
	$(BIN) eval --qrels Corpus/qrels.txt $(foreach form,topics topics.typed topics.khongdau,--run $(DEMO)/passage.$(form).trec); \
	title 'The same by document (topics: as typed, half without diacritics; typed: all with; khongdau: all without)'; \
	$(BIN) eval --qrels Corpus/qrels.documents.txt $(foreach form,topics topics.typed topics.khongdau,--run $(DEMO)/document.$(form).trec)
	@printf '\nTry your own: %s search --index %s "…"\n' $(BIN) $(DEMO)/index

test: deps ## run all tests
	swift test

crash: build ## kill the indexer at random moments and check what is left (needs python3)
	python3 Tests/crash/kill9.py $(BIN) --atomic

benchmark: deps ## time every part of the engine (Benchmarks/)
	cd Benchmarks && swift package --disable-sandbox benchmark

instructions: deps ## count instructions under callgrind and compare with those checked in (needs python3, valgrind)
	python3 Benchmarks/instructions/compare.py

peers: build ## install other engines into .peers/ and measure them and VanThu on the same work (needs python3)
	Benchmarks/peers/run

qrels: build ## derive the topics and judgments of Corpus/ from its questions.tsv and judgments.tsv (needs python3)
	python3 Corpus/derive.py --vanthu $(BIN)

SWIFT_FILES := Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources Benchmarks/Benchmarks

lint: ## check the format of all Swift files
	swift format lint --strict -r $(SWIFT_FILES)

format: ## rewrite all Swift files in the format
	swift format -i -r $(SWIFT_FILES)

clean: ## remove what was built
	rm -rf .build Benchmarks/.build $(DEMO)
