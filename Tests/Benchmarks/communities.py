#!/usr/bin/env python3
"""How good and how fast the search for groups is beside igraph, NetworKit and leidenalg.

    swift build -c release --product Benchmarks
    python3 -m pip install igraph networkit leidenalg
    python3 Tests/Benchmarks/communities.py [--rounds 10] [--only WORD] [--slow TIES] [--smoke]

Everything is measured in this one run, on the same graphs, which our own program writes. The rounds
go around among the methods, each with its own seed, so that a busy moment of the machine meets all
alike, and the median counts. The bars below the table are of time by the clock on two cores, which
says something only where nobody else is at work; the time of the processors (user and system, all
threads of the process) stands beside it. NetworKit's threads turn in circles while they wait for
each other, which a busy machine makes dear, and for a while after: it is asked with two threads and
with one, and we are asked when they have come to rest. leidenalg is asked once, and only about graphs of fewer ties than `--slow`. The
modularity of one run spreads far wider than the methods lie apart: means of few rounds say nothing.

After the front come the planted groups that each finds over mixing levels (adjusted Rand index; one
run of either to its end, over several graphs and seeds, then our best of 16), and how many rewired
graphs can be searched in a second.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
BUILT = os.environ.get("SIGHTLINE_BUILD", os.path.join(ROOT, ".build", "release"))
OURS = [
    "leiden, 2 passes", "leiden, 3 passes", "leiden, 4 passes", "leiden",
    "leiden, 1 pass, best of 2", "leiden, 2 passes, best of 2", "leiden, 4 passes, best of 2",
    "leiden, 20 passes, best of 2", "leiden, 24 passes, best of 2", "leiden, best of 2",
    "leiden, best of 16", "louvain", "label propagation",
]
# Reached by leidenalg times this.
AGREEMENT_BAR = 0.95


class Sightline:
    """Our own program, which answers a line of JSON for each question."""

    def __init__(self, folder, is_smoke):
        command = [os.path.join(BUILT, "Benchmarks"), "communities", folder]
        self.process = subprocess.Popen(
            command + (["--smoke"] if is_smoke else []), stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, text=True, bufsize=1)
        while self.process.stdout.readline().strip() != "ready":
            if self.process.poll() is not None:
                sys.exit("our program ended before it was ready")

    def ask(self, graph, method, seed):
        question = {"graph": graph, "method": method, "seed": seed}
        self.process.stdin.write(json.dumps(question) + "\n")
        return json.loads(self.process.stdout.readline())


def timed(work):
    """What some work gives, with its processor time and its time by the clock."""
    cpu, wall = time.process_time(), time.perf_counter()
    given = work()
    return given, time.process_time() - cpu, time.perf_counter() - wall


class Peers:
    """The methods of other libraries on one graph: each gives a modularity and the groups."""

    def __init__(self, folder, name, slow):
        self.methods = {}
        with open(f"{folder}/{name}.ties") as file:
            count = int(next(file))
            ties = [tuple(map(int, line.split())) for line in file]
        try:
            import igraph
        except ImportError:
            sys.exit("igraph is needed: python3 -m pip install igraph")
        self.graph = graph = igraph.Graph(count, ties)

        def igraph_leiden(iterations):
            def search(seed):
                random.seed(seed)
                found, cpu, wall = timed(lambda: graph.community_leiden(
                    objective_function="modularity", n_iterations=iterations))
                return found.q, cpu, wall, found.membership
            return search

        self.methods["igraph leiden, 2"] = igraph_leiden(2)
        self.methods["igraph leiden"] = igraph_leiden(-1)
        self.add_networkit(count, ties)
        if len(ties) < slow:
            self.add_leidenalg()

    def add_networkit(self, count, ties):
        try:
            import networkit
        except ImportError:
            return
        graph = networkit.Graph(count)
        for first, second in ties:
            graph.addEdge(first, second)

        def search_with(method, threads):
            def search(seed):
                networkit.setNumberOfThreads(threads)
                networkit.setSeed(seed, False)
                found, cpu, wall = timed(lambda: method(graph).run())
                groups = found.getPartition()
                quality = networkit.community.Modularity().getQuality(groups, graph)
                return quality, cpu, wall, groups.getVector()
            return search

        community = networkit.community
        for threads in (1, 2):
            self.methods[f"networkit Leiden, {threads} threads"] = search_with(
                community.ParallelLeiden, threads)
            self.methods[f"networkit PLM, {threads} threads"] = search_with(
                lambda graph: community.PLM(graph, True), threads)

    def add_leidenalg(self):
        try:
            import leidenalg
        except ImportError:
            return

        def search(seed):
            found, cpu, wall = timed(lambda: leidenalg.find_partition(
                self.graph, leidenalg.ModularityVertexPartition, n_iterations=-1, seed=seed))
            return found.modularity, cpu, wall, found.membership

        self.methods["leidenalg"] = search

    def rewire_and_detect(self, replicates):
        def work():
            for _ in range(replicates):
                copy = self.graph.copy()
                copy.rewire(10 * copy.ecount())
                copy.community_leiden(objective_function="modularity", n_iterations=-1)
        return timed(work)[1:]


def median(values):
    return sorted(values)[len(values) // 2]


def front(us, folder, name, options):
    """The rows of one graph: method, mean and best modularity, processor time, clock."""
    peers = Peers(folder, name, options.slow)
    results = {}

    def note(method, value, cpu, wall):
        results.setdefault(method, []).append((value, cpu, wall))

    for seed in range(1, options.rounds + 1):
        time.sleep(0.5)
        for method in OURS:
            given = us.ask(name, method, seed)
            note("ours: " + method, given["value"], given["cpu"], given["wall"])
        for method, search in peers.methods.items():
            if method != "leidenalg" or seed == 1:
                note(method, *search(seed)[:3])
    rows = {}
    for method, rounds in results.items():
        values, cpus, walls = zip(*rounds)
        rows[method] = (sum(values) / len(values), max(values), median(cpus), median(walls))
    return rows


def verdicts(rows):
    """What is asked of the search: a peer, the method of ours that reaches it, and the bar."""
    def ours(quality):
        reaching = [
            (row[3], method) for method, row in rows.items()
            if method.startswith("ours: leiden") and row[0] >= quality]
        return min(reaching, default=None)

    for method in rows:
        if method.startswith("networkit Leiden"):
            yield method, ours(rows[method][0]), 1
    if "igraph leiden" in rows:
        yield "igraph leiden", ours(rows["igraph leiden"][0]), 3
    if "leidenalg" in rows:
        method = "ours: leiden, best of 16"
        is_better = rows[method][0] > rows["leidenalg"][0]
        yield "leidenalg", (rows[method][3], method) if is_better else None, 1


def planted_agreement(us, folder, names, options):
    """The adjusted Rand index of one run of ours, of leidenalg, and of our best of 16 with the
    groups planted in some graphs, means over graphs and seeds."""
    import igraph
    ours, theirs, best = [], [], []
    for name in names:
        peers = Peers(folder, name, options.slow)
        with open(f"{folder}/{name}.planted") as file:
            planted = [int(row) for row in file]
        for seed in range(1, options.rounds + 1):
            ours.append(us.ask(name, "leiden", seed)["agreement"])
            # Dear: fewer seeds, as many as tell the means apart.
            if "leidenalg" in peers.methods and seed <= 4:
                found = peers.methods["leidenalg"](seed)[3]
                theirs.append(igraph.compare_communities(found, planted, method="adjusted_rand"))
        best.append(us.ask(name, "leiden, best of 16", 1)["agreement"])
    return tuple(sum(values) / len(values) if values else None for values in (ours, theirs, best))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--only", default="", help="graphs whose name contains this word")
    parser.add_argument("--slow", type=int, default=300_000, help="ties too many for leidenalg")
    parser.add_argument("--smoke", action="store_true", help="tiny graphs and one round")
    options = parser.parse_args()
    if options.smoke:
        options.rounds = 1
    folder = tempfile.mkdtemp(prefix="sightline-communities-")
    us = Sightline(folder, options.smoke)
    names = sorted(name[:-5] for name in os.listdir(folder) if name.endswith(".ties"))
    names = [name for name in names if options.only in name]
    small = ("coalition", "county")
    print(f"load: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")

    line = "{:<18} {:<32} {:>10} {:>8} {:>9} {:>9}"
    print(line.format("graph", "method", "modularity", "best", "cpu s", "clock s"))
    told = []
    for name in names:
        if name in small or name.startswith("mixing"):
            continue
        rows = front(us, folder, name, options)
        for method, row in sorted(rows.items(), key=lambda entry: entry[1][3]):
            quality, best, cpu, wall = row
            print(line.format(
                name, method, f"{quality:.5f}", f"{best:.5f}", f"{cpu:.4f}", f"{wall:.4f}"),
                flush=True)
        for peer, reached, bar in verdicts(rows):
            if reached is None:
                told.append(f"{name}: the modularity of {peer} is not reached")
                continue
            ratio = rows[peer][3] / reached[0]
            told.append(
                f"{name}: {reached[1][6:]} reaches the modularity of {peer} in 1/{ratio:.1f} of its"
                f" time (bar 1/{bar}): {'reached' if ratio >= bar else 'missed'}")
    print("\n".join(told))

    line = "{:<18} {:>8} {:>10} {:>10} {:>11}"
    print()
    print(line.format("planted groups", "ours", "leidenalg", "bar is", "best of 16"))
    for level in sorted({name.rsplit("-", 1)[0] for name in names if name.startswith("mixing")}):
        drawn = [name for name in names if name.startswith(level)]
        ours, theirs, best = planted_agreement(us, folder, drawn, options)
        verdict = "–" if theirs is None else (
            "reached" if ours >= AGREEMENT_BAR * theirs else "missed")
        print(line.format(
            level, f"{ours:.4f}", "–" if theirs is None else f"{theirs:.4f}", verdict,
            f"{best:.4f}"), flush=True)

    line = "{:<18} {:>14} {:>14} {:>8}"
    print()
    print(line.format("rewire and detect", "ours, 1/cpu s", "igraph, 1/cpu s", "ratio"))
    for name in names:
        if name not in small:
            continue
        peers = Peers(folder, name, 0)
        count = 200 if name == "coalition" else 10
        mine, others = [], []
        for seed in range(1, options.rounds + 1):
            given = us.ask(name, "rewire and detect", seed)
            mine.append(given["value"] / given["cpu"])
            others.append(count / peers.rewire_and_detect(count)[0])
        ratio = median(mine) / median(others)
        print(line.format(
            name, f"{median(mine):.0f}", f"{median(others):.0f}", f"{ratio:.1f}×"))
    print(f"load: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    us.process.stdin.close()


if __name__ == "__main__":
    main()
