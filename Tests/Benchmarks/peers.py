#!/usr/bin/env python3
"""How fast the measures are beside igraph, NetworKit, rustworkx and networkx.

    swift build -c release --product Benchmarks
    swift build -c release --product sightline      # for the row of the whole process
    python3 -m pip install igraph networkit rustworkx networkx polars pandas
    python3 Tests/Benchmarks/peers.py [--rounds 5] [--limit 120] [--only WORD] [--json FILE] [--smoke]

Everything is timed in this one run, on the same graphs, which our own program writes. Every library
answers in a process of its own that reads a graph once and keeps it; the rounds go around among
them, so that a busy moment of the machine meets all alike, and the best round of each counts.
Libraries take all the threads they can. One that needs longer than the limit for a measure is not
asked again. What is not installed is left out, and said. Totals over all nodes are compared: a
measure whose totals differ is marked "differs".
"""

import argparse
import json
import os
import select
import subprocess
import sys
import tempfile
import time

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
BUILT = os.environ.get("SIGHTLINE_BUILD", os.path.join(ROOT, ".build", "release"))
NETWORKS = os.path.join(ROOT, "..", "shared", "data", "networks")

# The ratio to the fastest peer that each measure must reach.
BARS = {
    "betweenness": 10, "edge_betweenness": 8, "weighted_betweenness": 4, "harmonic": 80,
    "closeness": 80, "average_path_length": 80, "diameter": 80, "global_efficiency": 80,
    "triad_census": 40, "constraint": 5, "clustering": 2.5, "coreness": 1.5, "pagerank": 2,
    "articulation_points": 4, "blocks": 4, "csv": 1, "whole process": 8,
}


def lines(path):
    with open(path) as file:
        count = int(next(file))
        return count, [tuple(map(int, line.split())) for line in file]


def present(values):
    return sum(value for value in values if value is not None and value == value)


def igraph_measures(folder):
    import igraph

    def ties(name):
        count, rows = lines(f"{folder}/{name}.ties")
        graph = igraph.Graph(count, [row[:2] for row in rows])
        # Long where weak: the lengths of paths.
        graph.es["length"] = [1 / row[2] for row in rows]
        return graph

    def arcs(name):
        count, rows = lines(f"{folder}/{name}.arcs")
        return igraph.Graph(count, rows, directed=True)

    def harmonic(graph):
        return sum(graph.harmonic_centrality(normalized=False))

    return ties, arcs, {
        "betweenness": lambda g: sum(g.betweenness()),
        "edge_betweenness": lambda g: sum(g.edge_betweenness()),
        "weighted_betweenness": lambda g: sum(g.betweenness(weights="length")),
        "harmonic": harmonic,
        "closeness": lambda g: present(g.closeness()),
        "average_path_length": lambda g: g.average_path_length(),
        "diameter": lambda g: g.diameter(),
        "triad_census": lambda g: g.triad_census()["300"],
        "constraint": lambda g: present(g.constraint()),
        "clustering": lambda g: present(g.transitivity_local_undirected()),
        "coreness": lambda g: sum(g.coreness()),
        "pagerank": lambda g: max(g.pagerank()),
        "articulation_points": lambda g: len(g.articulation_points()),
        "blocks": lambda g: len(g.biconnected_components()),
        "components": lambda g: len(g.connected_components()),
    }


def networkit_measures(folder):
    import networkit as nk

    def ties(name):
        count, rows = lines(f"{folder}/{name}.ties")
        graph = nk.Graph(count)
        for row in rows:
            graph.addEdge(row[0], row[1])
        return graph

    def arcs(name):
        count, rows = lines(f"{folder}/{name}.arcs")
        graph = nk.Graph(count, directed=True)
        for row in rows:
            graph.addEdge(*row)
        return graph

    def betweenness(graph):
        return sum(nk.centrality.Betweenness(graph).run().scores()) / 2

    def edge_betweenness(graph):
        return sum(nk.centrality.Betweenness(graph, False, True).run().edgeScores()) / 2

    def harmonic(graph):
        return sum(nk.centrality.HarmonicCloseness(graph, False).run().scores())

    def diameter(graph):
        exact = nk.distance.Diameter(graph, algo=nk.distance.DiameterAlgo.EXACT)
        return exact.run().getDiameter()[0]

    def pagerank(graph):
        return max(nk.centrality.PageRank(graph, 0.85, 1e-12).run().scores())

    def clustering(graph):
        return sum(nk.centrality.LocalClusteringCoefficient(graph).run().scores())

    def blocks(graph):
        return nk.components.BiconnectedComponents(graph).run().numberOfComponents()

    def indexed(measure):
        def run(graph):
            if not graph.hasEdgeIds():
                graph.indexEdges()
            return measure(graph)
        return run

    return ties, arcs, {
        "betweenness": betweenness,
        "edge_betweenness": indexed(edge_betweenness),
        "harmonic": harmonic,
        "diameter": diameter,
        "clustering": clustering,
        "coreness": lambda g: sum(nk.centrality.CoreDecomposition(g).run().scores()),
        "pagerank": pagerank,
        "blocks": blocks,
        "components": lambda g: nk.components.ConnectedComponents(g).run().numberOfComponents(),
    }


def rustworkx_measures(folder):
    import rustworkx as rx

    def ties(name):
        count, rows = lines(f"{folder}/{name}.ties")
        graph = rx.PyGraph()
        graph.add_nodes_from(range(count))
        graph.add_edges_from_no_data([row[:2] for row in rows])
        return graph

    def arcs(name):
        count, rows = lines(f"{folder}/{name}.arcs")
        graph = rx.PyDiGraph()
        graph.add_nodes_from(range(count))
        graph.add_edges_from_no_data(rows)
        return graph

    def betweenness(graph):
        return sum(rx.betweenness_centrality(graph, normalized=False).values())

    def edge_betweenness(graph):
        return sum(rx.edge_betweenness_centrality(graph, normalized=False).values())

    def path_length(graph):
        return rx.unweighted_average_shortest_path_length(graph, disconnected=True)

    return ties, arcs, {
        "betweenness": betweenness,
        "edge_betweenness": edge_betweenness,
        "average_path_length": path_length,
        "coreness": lambda g: sum(rx.core_number(g).values()),
        "articulation_points": lambda g: len(rx.articulation_points(g)),
        "blocks": lambda g: len(set(rx.biconnected_components(g).values())),
        "components": lambda g: len(rx.connected_components(g)),
    }


def networkx_measures(folder):
    import networkx as nx

    def ties(name):
        count, rows = lines(f"{folder}/{name}.ties")
        graph = nx.Graph()
        graph.add_nodes_from(range(count))
        graph.add_weighted_edges_from(((a, b, 1 / w) for a, b, w in rows), weight="length")
        return graph

    def arcs(name):
        count, rows = lines(f"{folder}/{name}.arcs")
        graph = nx.DiGraph()
        graph.add_nodes_from(range(count))
        graph.add_edges_from(rows)
        return graph

    def betweenness(graph, **options):
        return sum(nx.betweenness_centrality(graph, normalized=False, **options).values())

    def edge_betweenness(graph):
        return sum(nx.edge_betweenness_centrality(graph, normalized=False).values())

    return ties, arcs, {
        "betweenness": betweenness,
        "edge_betweenness": edge_betweenness,
        "weighted_betweenness": lambda g: betweenness(g, weight="length"),
        "harmonic": lambda g: sum(nx.harmonic_centrality(g).values()),
        "global_efficiency": nx.global_efficiency,
        "triad_census": lambda g: nx.triadic_census(g)["300"],
        "constraint": lambda g: present(nx.constraint(g).values()),
        "clustering": lambda g: sum(nx.clustering(g).values()),
        "coreness": lambda g: sum(nx.core_number(g).values()),
        "pagerank": lambda g: max(
            nx.pagerank(g, tol=1e-12 / len(g), max_iter=1000, weight=None).values()),
        "articulation_points": lambda g: sum(1 for _ in nx.articulation_points(g)),
        "blocks": lambda g: sum(1 for _ in nx.biconnected_components(g)),
        "components": nx.number_connected_components,
    }


def polars_measures(folder):
    import polars

    def csv(path):
        rows = polars.read_csv(path)
        names = polars.concat([rows["From"], rows["To"]]).cast(polars.Categorical)
        return len(names.to_physical()) / 2

    return None, None, {"csv": csv}


def pandas_measures(folder):
    import pandas

    def csv(path):
        rows = pandas.read_csv(path)
        codes, _ = pandas.factorize(pandas.concat([rows["From"], rows["To"]]))
        return len(codes) / 2

    return None, None, {"csv": csv}


PEERS = {
    "igraph": igraph_measures, "networkit": networkit_measures, "rustworkx": rustworkx_measures,
    "networkx": networkx_measures, "polars": polars_measures, "pandas": pandas_measures,
}


def answer(peer, folder):
    """Answers questions on standard input, as our own program does with `answer`."""
    try:
        read_ties, read_arcs, measures = PEERS[peer](folder)
    except ImportError:
        print(json.dumps({"absent": True}), flush=True)
        return
    print(json.dumps({"measures": sorted(measures)}), flush=True)
    graphs = {}
    for line in sys.stdin:
        question = json.loads(line)
        measure, name = question["measure"], question["graph"]
        if measure == "csv":
            graph = name
        else:
            read = read_arcs if measure == "triad_census" else read_ties
            key = (name, measure == "triad_census")
            graph = graphs[key] = graphs.get(key) or read(name)
        try:
            start = time.perf_counter()
            value = measures[measure](graph)
            seconds = time.perf_counter() - start
            print(json.dumps({"seconds": seconds, "value": float(value)}), flush=True)
        except Exception as error:
            print(json.dumps({"failed": str(error)}), flush=True)


class Contestant:
    """A library in its own process."""

    def __init__(self, name, command):
        self.name, self.command = name, command
        self.process = None
        self.refused = set()

    def start(self):
        self.process = subprocess.Popen(
            self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
        return json.loads(self.process.stdout.readline()) if self.name != "sightline" else {}

    def ask(self, measure, graph, limit):
        if measure in self.refused:
            return None
        if self.process is None:
            self.start()
        self.process.stdin.write(json.dumps({"measure": measure, "graph": graph}) + "\n")
        self.process.stdin.flush()
        # Reading the graph comes before the measure, and does not count.
        ready, _, _ = select.select([self.process.stdout], [], [], limit + 30)
        line = self.process.stdout.readline() if ready else ""
        if not line:
            self.stop()
        given = json.loads(line) if line else {}
        if "seconds" not in given or given["seconds"] > limit:
            self.refused.add(measure)
        return given if "seconds" in given else None

    def stop(self):
        if self.process:
            self.process.kill()
            self.process.wait()
        self.process = None


def contest(contestants, measure, graph, rounds, limit):
    """The best time of each contestant, and what it answered."""
    times, values = {}, {}
    for _ in range(rounds):
        for contestant in contestants:
            given = contestant.ask(measure, graph, limit)
            if given:
                name = contestant.name
                times[name] = min(times.get(name, float("inf")), given["seconds"])
                values[name] = given["value"]
        if times and max(times.values()) > limit / 4:
            break
    return times, values


def text(seconds):
    return f"{seconds * 1000:.2f} ms" if seconds < 0.1 else f"{seconds:.2f} s"


def row(measure, graph, times, values, is_smoke=False):
    ours = times.pop("sightline", None)
    if ours is None:
        return None
    # Tiny graphs say nothing of speed.
    bar = None if is_smoke else BARS.get(measure)
    if not times:
        return [measure, graph, text(ours), "–", "–", "–", f"{bar:g}×" if bar else "–", "no peer"]
    peer = min(times, key=times.get)
    ratio = times[peer] / ours
    verdict = "–" if bar is None else "reached" if ratio >= bar else "missed"
    mine, theirs = values.get("sightline"), values.get(peer)
    if None not in (mine, theirs) and abs(mine - theirs) > 1e-6 * max(abs(mine), abs(theirs), 1):
        verdict += f" (differs: {mine:.8g}, {theirs:.8g})"
    return [
        measure, graph, text(ours), text(times[peer]), peer, f"{ratio:.1f}×",
        f"{bar:g}×" if bar else "–", verdict,
    ]


def write_csv(path, count):
    """A million ties among 100,000 organizations; a name in ten has a comma and stands in quotes."""
    import random

    pick = random.Random(1)
    words = ["Springfield", "Northside", "Riverside", "County", "Hope", "Family", "Health", "School"]
    names = [
        f"{pick.choice(words)} {pick.choice(words)} {number}" for number in range(count // 10)]
    with open(path, "w") as file:
        file.write("From,To\n")
        for _ in range(count):
            first, second = pick.choice(names), pick.choice(names)
            if pick.random() < 0.1:
                first = '"' + first.replace(" ", ", ", 1) + '"'
            file.write(f"{first},{second}\n")


IGRAPH_PROCESS = """
import igraph, json, sys
graph = igraph.Graph.Read_Ncol(sys.argv[1], names=True, weights=False, directed=False).simplify()
scores = zip(graph.vs["name"], graph.betweenness(), graph.harmonic_centrality())
json.dump([{"label": n, "betweenness": b, "harmonic": h} for n, b, h in scores], sys.stdout)
"""


def whole_process(rounds):
    """A process from the file to JSON, ours and Python's with igraph."""
    path = os.path.join(NETWORKS, "ca-HepPh.txt")
    tool = os.path.join(BUILT, "sightline")
    if not (os.path.exists(path) and os.path.exists(tool)):
        print("whole process: the file or the tool is not there, left out")
        return None
    with tempfile.NamedTemporaryFile("w", suffix=".ncol") as pairs:
        for line in open(path):
            pairs.write(" ".join(line.split()[:2]) + "\n")
        pairs.flush()
        commands = {
            "sightline": [
                tool, "measure", path, "--measures", "betweenness,harmonic", "--json"],
            "python-igraph": [sys.executable, "-c", IGRAPH_PROCESS, pairs.name],
        }
        times = {}
        for _ in range(rounds):
            for name, command in commands.items():
                start = time.perf_counter()
                done = subprocess.run(
                    command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                seconds = time.perf_counter() - start
                if done.returncode == 0:
                    times[name] = min(times.get(name, seconds), seconds)
    return row("whole process", "ca-HepPh", times, {})


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--limit", type=float, default=60, help="seconds for one measure")
    parser.add_argument("--only", help="cases whose measure or graph contains this word")
    parser.add_argument("--json", help="a file for the table")
    parser.add_argument("--smoke", action="store_true", help="tiny graphs and one round")
    parser.add_argument("--answer", help=argparse.SUPPRESS)
    parser.add_argument("--folder", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.answer:
        answer(options.answer, options.folder)
        return
    rounds = 1 if options.smoke else options.rounds
    folder = tempfile.mkdtemp(prefix="sightline-peers-")
    smoke = ["--smoke"] if options.smoke else []
    ours = os.path.join(BUILT, "Benchmarks")
    subprocess.run([ours, "graphs", folder] + smoke, check=True)
    graphs = sorted(name[:-5] for name in os.listdir(folder) if name.endswith(".ties"))
    csv = os.path.join(folder, "ties.csv")
    if not options.only or options.only in "csv":
        write_csv(csv, 1_000 if options.smoke else 1_000_000)

    us = Contestant("sightline", [ours, "answer"] + smoke)
    peers, known = [], {}
    for name in PEERS:
        command = [sys.executable, os.path.abspath(__file__), "--answer", name, "--folder", folder]
        peer = Contestant(name, command)
        told = peer.start()
        if "absent" in told:
            print(f"{name}: not installed, left out")
            peer.stop()
        else:
            peers.append(peer)
            known[name] = set(told["measures"])

    cases = [(measure, graph) for measure in BARS if measure not in ("csv", "whole process")
             for graph in graphs] + [("csv", csv)]
    table = []
    print(f"load before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    for measure, graph in cases:
        name = os.path.basename(graph)
        if options.only and options.only not in measure and options.only not in name:
            continue
        if measure == "csv" and not os.path.exists(csv):
            continue
        asked = [us] + [peer for peer in peers if measure in known[peer.name]]
        times, values = contest(asked, measure, graph, rounds, options.limit)
        result = row(measure, name, times, values, options.smoke)
        if result:
            table.append(result)
            print(" | ".join(result), flush=True)
        for peer in peers:
            peer.refused.clear()
    for contestant in [us] + peers:
        contestant.stop()
    if not options.smoke and (not options.only or options.only in "whole process"):
        result = whole_process(rounds)
        if result:
            table.append(result)
    header = ["measure", "graph", "ours", "fastest peer", "its name", "ratio", "bar", "bar is"]
    widths = [max(len(line[column]) for line in [header] + table) for column in range(len(header))]
    print()
    for line in [header] + table:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())
    print(f"load after: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    if options.json:
        with open(options.json, "w") as file:
            json.dump([dict(zip(header, line)) for line in table], file, indent=2)


if __name__ == "__main__":
    main()
