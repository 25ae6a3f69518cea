#!/usr/bin/env python3
"""What a browser says of the pictures, and how often their lines cross.

    swift build -c release --product sightline
    python3 Tests/Pictures/measure.py [--pages slide,a4,a3,a0] [--views system,silos] [MAP ...]
    python3 Tests/Pictures/measure.py --crossings [--pages slide,a3] [--views system] [MAP ...]
    python3 Tests/Pictures/measure.py Output/gallery [FILE.svg ...]

Every view of every map (those of Samples/ if none is named) is drawn on every page and loaded into
headless Chromium, which is asked where each text and each label has come to lie. A fault is: a text
outside the page, two texts over one another, two labels over one another, a text outside its label,
or a text smaller than the page promises unless the tool itself has said so. Of pictures that are
there already, every SVG of a folder or those that are named, one table is printed; there a small
text on a slide is marked and no fault, since the command that drew it has told of it.

Of each view the crossings of its lines are counted from `sightline draw -o FILE.json`, and beside
them those of plain `neato`, `sfdp` and `dot` of the same nodes and lines, laid out by the installed
Graphviz library. Lines that share an end do not count. The exit code is 1 if there is any fault.

With --crossings nothing is loaded into a browser: only the crossings are counted, and the exit code
is 1 if any picture has more than the best of the three engines.
"""

import argparse
import ctypes
import ctypes.util
import glob
import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
TOOL = os.environ.get("SIGHTLINE", os.path.join(ROOT, ".build", "release", "sightline"))

# The smallest text that a page promises, in points.
PROMISES = {"slide": 14, "a0": 18}
IN_PRINT = 7

# The names of pages by their sides, the shorter first.
PAGES = {(540, 960): "slide", (595, 842): "a4", (612, 792): "letter", (842, 1191): "a3",
         (2384, 3370): "a0"}

# Runs in the page: every text and every label with its rectangle in points of the picture.
SCRIPT = r"""
const svg = document.querySelector('svg');
// Browsers round the height of letters to whole dots: with more of them it matters less.
svg.setAttribute('width', 4 * svg.viewBox.baseVal.width);
svg.setAttribute('height', 4 * svg.viewBox.baseVal.height);
const page = svg.getBoundingClientRect();
const scale = svg.viewBox.baseVal.width / page.width;
const rect = e => {
  const r = e.getBoundingClientRect();
  return [(r.left - page.left) * scale, (r.top - page.top) * scale,
          (r.right - page.left) * scale, (r.bottom - page.top) * scale];
};
const isFlat = e => { const m = e.getCTM(); return Math.abs(m.b) < 1e-6 && Math.abs(m.c) < 1e-6; };
const groups = [...svg.querySelectorAll('g.node')];
const number = new Map(groups.map((g, i) => [g, i]));
const texts = [...svg.querySelectorAll('text')].filter(t => t.textContent.trim() && isFlat(t));
const labels = groups.filter(g => g.classList.contains('element'));
const outline = g => g.querySelector('polygon, path, ellipse');
document.title = 'measured';
document.body.textContent = JSON.stringify({
  width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height,
  texts: texts.map(t => ({
    text: t.textContent, rect: rect(t), size: parseFloat(getComputedStyle(t).fontSize),
    node: number.has(t.closest('g.node')) ? number.get(t.closest('g.node')) : -1 })),
  labels: labels.filter(outline).map(g => ({
    id: g.id, rect: rect(outline(g)), node: number.get(g) })),
});
"""


def browser():
    for name in ("chromium", "chromium-browser", "google-chrome", "chrome"):
        if shutil.which(name):
            return name
    sys.exit("Please install chromium: it measures the pictures.")


def measured(path, folder):
    """What the browser says of one picture."""
    with open(path, encoding="utf-8") as file:
        picture = file.read()
    page = os.path.join(folder, "page.html")
    with open(page, "w", encoding="utf-8") as file:
        file.write(
            "<!DOCTYPE html><meta charset='utf-8'><style>body{margin:0}svg{display:block}</style>"
            f"<body>{picture}<script>{SCRIPT}</script></body>")
    result = subprocess.run(
        [browser(), "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
         f"--user-data-dir={folder}/profile", "--dump-dom", "file://" + page],
        capture_output=True, text=True, timeout=120)
    body = re.search(r"<body>(.*)</body>", result.stdout, re.DOTALL)
    if not body or "<title>measured</title>" not in result.stdout:
        sys.exit(f"{path}: the browser did not measure it: {result.stderr[-500:]}")
    return json.loads(html.unescape(body.group(1)))


def shared(first, second):
    """The width and height that two rectangles have in common; 0 if none."""
    width = min(first[2], second[2]) - max(first[0], second[0])
    height = min(first[3], second[3]) - max(first[1], second[1])
    return (width, height) if width > 0 and height > 0 else (0, 0)


def overlaps(items, slack):
    """The pairs that cover one another by more than a slack in both directions."""
    items = sorted(items, key=lambda item: item["rect"][0])
    for place, first in enumerate(items):
        for second in items[place + 1:]:
            if second["rect"][0] >= first["rect"][2]:
                break
            if min(shared(first["rect"], second["rect"])) > slack:
                yield first, second


def faults(page, promise):
    """Everything that is wrong on a page, each as a sentence."""
    found = []
    for text in page["texts"]:
        left, top, right, bottom = text["rect"]
        if left < -0.5 or top < -0.5 or right > page["width"] + 0.5 or bottom > page["height"] + 0.5:
            found.append(f"outside the page: {text['text']!r}")
    # A line of text has room above and below its letters.
    for first, second in overlaps(page["texts"], 0.12 * smallest(page)):
        found.append(f"texts over one another: {first['text']!r}, {second['text']!r}")
    for first, second in overlaps(page["labels"], 0.5):
        found.append(f"labels over one another: {first['id']}, {second['id']}")
    frames = {label["node"]: label["rect"] for label in page["labels"]}
    for text in page["texts"]:
        frame = frames.get(text["node"])
        if frame and (text["rect"][0] < frame[0] - 0.5 or text["rect"][2] > frame[2] + 0.5):
            found.append(f"wider than its label: {text['text']!r}")
    if promise and smallest(page) < promise - 0.05:
        found.append(f"text of {smallest(page):.1f} points, promised are {promise}")
    return found


def table(paths, folder):
    """Prints a line for each picture that is there already; returns the number of faults."""
    total = 0
    print(f"{'picture':<28} {'page':<7} {'texts':>5} {'labels':>6} {'least':>6} {'faults':>6}")
    for path in paths:
        page = measured(path, folder)
        name = PAGES.get(tuple(sorted((round(page["width"]), round(page["height"])))), "fit")
        promise = PROMISES.get(name, IN_PRINT)
        is_small = bool(page["texts"]) and smallest(page) < promise - 0.05
        found = faults(page, None if name == "slide" else promise)
        total += len(found)
        picture = os.path.splitext(os.path.basename(path))[0]
        note = f"  below {promise} pt, as the command has told" if is_small and not found else ""
        print(f"{picture:<28} {name:<7} {len(page['texts']):>5} {len(page['labels']):>6}"
              f" {smallest(page):>6.1f} {len(found):>6}{note}", flush=True)
        for fault in found:
            print("    " + fault)
    print(f"{len(paths)} pictures, {total} faults")
    return total


def smallest(page):
    return min((text["size"] for text in page["texts"]), default=0)


# ---- Crossings -------------------------------------------------------------------------------


def crossings(lines):
    """How many pairs of lines without a common end cross; a line is (ends, polyline)."""
    pieces = []
    for number, (ends, points) in enumerate(lines):
        for start, end in zip(points, points[1:]):
            pieces.append((min(start[0], end[0]), max(start[0], end[0]), start, end, number))
    pieces.sort()
    crossed = set()
    for place, (_, right, start, end, first) in enumerate(pieces):
        for left, _, other, last, second in pieces[place + 1:]:
            if left > right:
                break
            if first == second or lines[first][0] & lines[second][0]:
                continue
            pair = (min(first, second), max(first, second))
            if pair not in crossed and cross(start, end, other, last):
                crossed.add(pair)
    return len(crossed)


def cross(a, b, c, d):
    def side(p, q, r):
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
    return (side(a, b, c) > 0) != (side(a, b, d) > 0) and (side(c, d, a) > 0) != (side(c, d, b) > 0)


def polyline(points, steps=10):
    """Bezier curves as short straight pieces."""
    line = [tuple(points[0])]
    for start in range(0, len(points) - 3, 3):
        a, b, c, d = points[start:start + 4]
        for step in range(1, steps + 1):
            t = step / steps
            s = 1 - t
            line.append(tuple(
                s * s * s * a[axis] + 3 * s * s * t * b[axis] + 3 * s * t * t * c[axis]
                + t * t * t * d[axis] for axis in (0, 1)))
    return line


def ours(positions):
    """Crossings of our lines, each from centre to centre: what a label hides counts too."""
    centers = {item["id"]: (item["x"], item["y"])
               for item in positions["nodes"] + positions["boxes"]}
    return crossings([
        (frozenset((edge["from"], edge["to"])),
         [centers[edge["from"]]] + polyline(edge["points"]) + [centers[edge["to"]]])
        for edge in positions["edges"]])


class Library:
    """Graphviz as it is, for comparison."""

    def __init__(self):
        self.cgraph = ctypes.CDLL(ctypes.util.find_library("cgraph"))
        self.gvc = ctypes.CDLL(ctypes.util.find_library("gvc"))
        self.gvc.gvContext.restype = ctypes.c_void_p
        self.cgraph.agmemread.restype = ctypes.c_void_p
        self.context = ctypes.c_void_p(self.gvc.gvContext())

    def crossings(self, engine, positions):
        edges = [edge for edge in positions["edges"] if edge["from"] != edge["to"]]
        items = {item["id"]: f"n{place}" for place, item in
                 enumerate(positions["nodes"] + positions["boxes"])}
        used = {end for edge in edges for end in (edge["from"], edge["to"])}
        # Labels that lie over one another would hide most of the lines, and their crossings.
        text = "graph g { node [shape=point]\n"
        for item in positions["nodes"] + positions["boxes"]:
            if item["id"] in used:
                text += items[item["id"]] + "\n"
        for edge in edges:
            text += f'{items[edge["from"]]} -- {items[edge["to"]]}\n'
        graph = ctypes.c_void_p(self.cgraph.agmemread((text + "}").encode()))
        self.gvc.gvLayout(self.context, graph, engine.encode())
        data, length = ctypes.c_char_p(), ctypes.c_size_t(0)
        self.gvc.gvRenderData(
            self.context, graph, b"plain", ctypes.byref(data), ctypes.byref(length))
        lines = []
        for line in data.value.decode().splitlines():
            words = line.split()
            if words[0] == "edge":
                count = int(words[3])
                numbers = [float(word) for word in words[4:4 + 2 * count]]
                points = list(zip(numbers[::2], numbers[1::2]))
                lines.append((frozenset(words[1:3]), polyline(points)))
        self.gvc.gvFreeLayout(self.context, graph)
        self.cgraph.agclose(graph)
        return crossings(lines)


# ---- The runs ----------------------------------------------------------------------------------


def views():
    text = subprocess.run([TOOL, "draw", "--help"], capture_output=True, text=True).stdout
    found = re.search(r"What to draw: ([^.]*)\.", text, re.DOTALL)
    return re.split(r",\s*", " ".join(found.group(1).split()))


def draw(map_, view, page, path, *more):
    """Draws a view; returns what the tool said, or None if it has no such picture."""
    result = subprocess.run(
        [TOOL, "draw", map_, view, "--page", page, "-o", path, *more],
        capture_output=True, text=True)
    return result.stderr if result.returncode == 0 else None


def compared(maps, views, pages, folder):
    """Prints our crossings beside those of the three engines; returns how often we have more."""
    library = Library()
    worse = 0
    print(f"{'map':<14} {'view':<10} {'page':<6} {'ties':>5} {'ours':>5}"
          f" {'neato':>6} {'sfdp':>6} {'dot':>6}")
    for map_ in maps:
        name = os.path.basename(map_.rstrip("/"))
        for view in views:
            plain = lines = None
            for page in pages:
                path = os.path.join(folder, "picture.json")
                # The view around one element: around the one with most ties.
                more = ["--focus", most_tied(map_, folder)] if view == "ego" else []
                if draw(map_, view, page, path, *more) is None:
                    continue
                with open(path, encoding="utf-8") as file:
                    positions = json.load(file)
                if not positions["edges"]:
                    continue
                # A page with too little room for all names shows the groups, which is another map.
                if lines != len(positions["edges"]):
                    lines = len(positions["edges"])
                    plain = [library.crossings(engine, positions)
                             for engine in ("neato", "sfdp", "dot")]
                mine = ours(positions)
                worse += mine > min(plain)
                print(f"{name:<14} {view:<10} {page:<6} {len(positions['edges']):>5} {mine:>5}"
                      + "".join(f" {count:>6}" for count in plain)
                      + ("" if mine <= min(plain) else "  more than the best"), flush=True)
    return worse


def most_tied(map_, folder):
    """The id of the element with most ties in the picture of the system."""
    path = os.path.join(folder, "system.json")
    draw(map_, "system", "a3", path)
    with open(path, encoding="utf-8") as file:
        positions = json.load(file)
    elements = {item["id"]: item.get("element") for item in positions["nodes"]}
    ends = [elements.get(edge[end]) for edge in positions["edges"] for end in ("from", "to")]
    return max(sorted({end for end in ends if end}), key=ends.count, default="")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="*")
    parser.add_argument("--pages", default="slide,a4,a3")
    parser.add_argument("--views")
    parser.add_argument("--crossings", action="store_true")
    options = parser.parse_args()
    total = 0
    with tempfile.TemporaryDirectory() as folder:
        inside = {path: sorted(glob.glob(os.path.join(path, "*.svg"))) for path in options.inputs}
        pictures = [picture for path in options.inputs
                    for picture in ([path] if path.endswith(".svg") else inside[path])]
        if pictures:
            total += table(pictures, folder)
        maps = [path for path in options.inputs if not path.endswith(".svg") and not inside[path]]
        if pictures and not maps:
            sys.exit(1 if total else 0)
        maps = maps or sorted(glob.glob(os.path.join(ROOT, "Samples", "*")))
        if options.crossings:
            shown = options.views.split(",") if options.views else views()
            sys.exit(1 if compared(maps, shown, options.pages.split(","), folder) else 0)
        library = Library()
        print(f"{'map':<12} {'view':<10} {'page':<7} {'texts':>5} {'least':>6} {'faults':>6}"
              f" {'ours':>6} {'neato':>6} {'sfdp':>6} {'dot':>6}")
        for map_ in maps:
            name = os.path.basename(map_.rstrip("/"))
            for view in (options.views.split(",") if options.views else views()):
                plain = None
                for page_name in options.pages.split(","):
                    path = os.path.join(folder, "picture")
                    said = draw(map_, view, page_name, path + ".svg")
                    if said is None:
                        print(f"{name:<12} {view:<10} {page_name:<7} cannot be drawn without more")
                        break
                    draw(map_, view, page_name, path + ".json")
                    with open(path + ".json", encoding="utf-8") as file:
                        positions = json.load(file)
                    page = measured(path + ".svg", folder)
                    promise = PROMISES.get(page_name, IN_PRINT)
                    found = faults(page, None if "points high, and" in said else promise)
                    total += len(found)
                    if plain is None:
                        plain = [library.crossings(engine, positions)
                                 for engine in ("neato", "sfdp", "dot")]
                    mine = ours(positions)
                    note = "" if mine <= min(plain) else "  more than the best"
                    print(f"{name:<12} {view:<10} {page_name:<7} {len(page['texts']):>5}"
                          f" {smallest(page):>6.1f} {len(found):>6} {mine:>6}"
                          + "".join(f" {count:>6}" for count in plain) + note, flush=True)
                    for fault in found:
                        print("    " + fault)
    sys.exit(1 if total else 0)


if __name__ == "__main__":
    main()
