# `make demo` shows what Sightline does; `make test` proves that it does it.
# Both install what is missing first (Debian: apt; macOS: Homebrew).

NEED := git ca-certificates pkg-config binutils libc6-dev g++ zlib1g-dev libgraphviz-dev \
  libminizip-dev libxlsxwriter-dev libsqlite3-dev fonts-liberation libncurses6 libcurl4 libxml2
BREW := pkg-config graphviz minizip libxlsxwriter

# The views that every map with ties has, and those of a map with tables besides.
TIES := system ladder silos sectors missing
TABLES := bridges tables overlap seats

.PHONY: demo test samples lint need

demo: need
	swift build -c release --product sightline
	rm -rf Output/larkspur
	"$$(swift build -c release --show-bin-path)/sightline" report Samples/larkspur -o Output/larkspur
	@echo "Open Output/larkspur/index.html in a browser."

test: export SIGHTLINE_OPTIMIZED = 1
test: need
	swift build --build-tests
	swift test --skip-build

# Everything in Output/ comes from here, and from nowhere else.
samples: demo
	rm -rf Output/prairie-basin Output/household-h07 Output/gallery
	@set -e; tool="$$(swift build -c release --show-bin-path)/sightline"; \
	"$$tool" report Samples/prairie-basin -o Output/prairie-basin --formats html,json; \
	"$$tool" report Samples/household-h07 -o Output/household-h07 --for journey --share team \
	  --formats html; \
	mkdir -p Output/gallery; \
	draw() { sample=$$1 view=$$2; shift 2; for ending in svg dot; do \
	  "$$tool" draw "Samples/$$sample" "$$view" -o "Output/gallery/$$sample-$$view.$$ending" "$$@"; \
	  done; }; \
	for view in $(TIES); do \
	  draw larkspur $$view; \
	  case $$view in system|ladder) draw prairie-basin $$view --page a3;; \
	    *) draw prairie-basin $$view;; esac; \
	  draw household-h07 $$view --on 2026-04-01; \
	  draw forty-families $$view; \
	done; \
	for view in $(TABLES); do draw larkspur $$view; draw prairie-basin $$view; done; \
	draw larkspur ego --focus "Mercy Ridge Hospital"; \
	draw larkspur difference --before 2025-11-14; \
	draw prairie-basin ego --focus "Harvest Basket Food Bank"; \
	draw prairie-basin difference --before 2025-01-01 --ties agreement; \
	draw prairie-basin grid --share team; \
	draw household-h07 ego --on 2026-04-01 --focus "Harbor Family Center"; \
	draw household-h07 bridges --on 2026-04-01; \
	draw household-h07 difference --on 2026-04-01 --before 2026-03-01; \
	for view in journey ecomap care-team; do draw household-h07 $$view --share team --page a3; done; \
	draw forty-families flow

lint:
	swift format lint --strict --parallel --recursive Package.swift Sources Tests

need:
	@missing=""; if command -v dpkg-query >/dev/null; then \
	  for p in $(NEED); do dpkg-query -W -f '$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$p"; done; \
	  if [ -n "$$missing" ]; then \
	    if [ "$$(id -u)" = 0 ]; then as=; elif command -v sudo >/dev/null; then as=sudo; \
	    else echo "Please run as root: apt-get install$$missing" >&2; exit 1; fi; \
	    $$as apt-get update && $$as env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $$missing; fi; \
	elif ! { command -v pkg-config >/dev/null && pkg-config --exists libgvc minizip xlsxwriter; }; then \
	  if command -v brew >/dev/null; then brew install $(BREW); \
	  else echo "Please install pkg-config, Graphviz, minizip and libxlsxwriter with their headers" >&2; exit 1; fi; \
	fi
	@command -v swift >/dev/null || { echo "Please install Swift 6.2 or later: https://swift.org/install" >&2; exit 1; }
