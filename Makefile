# `make help` lists the targets. Everything that takes more than a line is in scripts/.

SHELL := /bin/bash
PREFIX ?= /usr/local
BINARY := .build/release/mqadmin
# A position-dependent program needs no relocations at start, which would cost a millisecond and a megabyte; the C++ library
# that Swift's runtime uses costs a third of a millisecond and a megabyte more when it is shared.
ARCHIVES := .build/archives
# A section a function lets the linker leave out more, and put what every start runs side by side: scripts/section-order.
SECTIONS := -Xswiftc -Xfrontend -Xswiftc -function-sections -Xlinker --section-ordering-file=scripts/section-order
# Half a megabyte of Swift's library are the names of all Unicode characters, which nothing here asks for.
NAMELESS := -Xlinker --wrap=_swift_stdlib_getScalarName -Xlinker --defsym=__wrap__swift_stdlib_getScalarName=0
BUILD := swift build -c release --static-swift-stdlib \
	-Xlinker --gc-sections -Xlinker --icf=all -Xlinker --version-script=scripts/hidden-symbols -Xlinker -L$(ARCHIVES) \
	-Xlinker -z -Xlinker relro \
	-Xswiftc -Xclang-linker -Xswiftc -no-pie -Xswiftc -Xclang-linker -Xswiftc -static-libgcc \
	$(SECTIONS) $(NAMELESS) --product
# Swift unwinds no stack: the tables for it are a seventh of the binary.
STRIP := strip --strip-all --remove-section=.eh_frame --remove-section=.eh_frame_hdr

.PHONY: help deps build release demo test lint bench docs clean install
.DEFAULT_GOAL := help

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | while IFS=$$'\t' read -r t h; do printf 'make %-9s %s\n' "$$t" "$$h"; done

deps: ## install the system libraries that a build needs (apt-get; sudo when not root)
	@scripts/install-dependencies.sh

build: deps ## build the release binary, .build/release/mqadmin
	@mkdir -p $(ARCHIVES)
	@ln -sf "$$($$(dirname "$$(realpath "$$(command -v swift)")")/clang -print-file-name=libstdc++.a)" $(ARCHIVES)/
	$(BUILD) mqadmin
	$(STRIP) $(BINARY)

release: build ## pack binary, man pages and completions into dist/: .tar.gz, .deb, SHA256SUMS
	@scripts/package

demo: build ## start an embedded cluster and do the main job on it
	@scripts/demo.sh

test: ## install what is missing, then run every gate and every test
	@scripts/test.sh

lint: ## only the gates that need no build: format, style, imports, scripts
	@scripts/install-dependencies.sh --tests
	@scripts/lint.sh

bench: build ## measure start-up, fan-out, messages and memory, each beside its floor in C
	$(BUILD) decode
	@Benchmarks/run

docs: build ## write completions/ and man/ anew from the declarations
	@scripts/check-docs --write

clean: ## remove what was built
	rm -rf .build dist

install: build ## install binary, man pages and completions below PREFIX (default /usr/local)
	@$(MAKE) --no-print-directory copy

.PHONY: copy
copy:
	install -Dm755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/mqadmin
	install -d $(DESTDIR)$(PREFIX)/share/man/man1
	install -m644 man/*.1 $(DESTDIR)$(PREFIX)/share/man/man1/
	install -Dm644 completions/mqadmin.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/mqadmin
	install -Dm644 completions/_mqadmin $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_mqadmin
	install -Dm644 completions/mqadmin.fish $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/mqadmin.fish
