#!/usr/bin/env python3
"""Checks the published test vectors, and what the built tool prints, against SciPy.

    Tests/InsightsTests/Inclusion/check_against_scipy.py [path of the built sightline] [MAP …]

Reads vectors.json beside it, the same table that the tests of Insights read, and computes every
value with SciPy: it must round to the printed one. With a tool, every p-value and interval of
`sightline inclusion MAP --share team --json` is computed again from the counts beside it. Ends
with 1 if anything differs, and with a sentence where SciPy is absent.
"""

import itertools
import json
import math
import pathlib
import subprocess
import sys

try:
    import numpy
    from scipy import stats
except ImportError:
    print("SciPy is not installed (pip install scipy): nothing was checked.")
    sys.exit(0)

HERE = pathlib.Path(__file__).resolve().parent
TOLERANCE = 1 + 1e-7
MOST_COMPOSITIONS = 400_000


def interval(x, n, method):
    found = stats.binomtest(x, n).proportion_ci(0.95, method)
    return [float(found.low), float(found.high)]


def compositions(seats, groups):
    for bars in itertools.combinations(range(seats + groups - 1), groups - 1):
        ends = (-1,) + bars + (seats + groups - 1,)
        yield [b - a - 1 for a, b in zip(ends, ends[1:])]


def mass_as_improbable(counts, distribution):
    table = numpy.array(list(compositions(sum(counts), len(counts))))
    masses = numpy.exp(distribution.logpmf(table))
    limit = math.exp(distribution.logpmf(counts)) * TOLERANCE
    return float(masses[masses <= limit].sum())


def multinomial(counts, shares):
    total = sum(shares)
    return mass_as_improbable(counts, stats.multinomial(sum(counts), [s / total for s in shares]))


def multivariate_hypergeometric(counts, members):
    return mass_as_improbable(counts, stats.multivariate_hypergeom(members, sum(counts)))


def binomial(x, n, p):
    return stats.binomtest(x, n, p).pvalue


def hypergeometric(x, members, marked, draws):
    draw = stats.hypergeom(members, marked, draws)
    masses = draw.pmf(range(draws + 1))
    return min(1.0, float(masses[masses <= masses[x] * TOLERANCE].sum()))


def webster(seats, shares):
    given = [0] * len(shares)
    for _ in range(seats):
        best = max(range(len(shares)), key=lambda g: (shares[g] / (2 * given[g] + 1), shares[g], -g))
        given[best] += 1
    return given


def hamilton(seats, shares):
    quotas = [seats * s / sum(shares) for s in shares]
    given = [math.floor(q + 1e-9) for q in quotas]
    order = sorted(range(len(shares)), key=lambda g: (given[g] - quotas[g], -shares[g], g))
    for group in order[: seats - sum(given)]:
        given[group] += 1
    return given


def theil_h(tables):
    whole = stats.entropy(numpy.sum(tables, axis=0))
    total = numpy.sum(tables)
    return sum(sum(t) * (whole - stats.entropy(t)) for t in tables) / (whole * total)


def concentration(values, ranks):
    ranked = (stats.rankdata(ranks) - 0.5) / len(values)
    return 2 * numpy.dot(values, ranked) / sum(values) - 1


def values(v):
    """What SciPy makes of a vector, and the seats, shares and counts that most of them have."""
    counts, shares = v.get("counts", []), v.get("shares", [])
    n = sum(counts)
    held = [x / n for x in counts] if n else []
    ratios = [s / p for s, p in zip(held, shares)]
    match v["measure"]:
        case "ratio":
            return ratios
        case "parity gap":
            return [100 * (s - p) for s, p in zip(held, shares)]
        case "seat gap":
            return [x - n * p for x, p in zip(counts, shares)]
        case "four-fifths":
            top = max(r for r, p in zip(ratios, shares) if n * p >= 2)
            return [r / top for r in ratios]
        case "dissimilarity":
            return [sum(abs(s - p) for s, p in zip(held, shares)) / 2]
        case "blau":
            return [1 - sum(s * s for s in held)]
        case "blau normalized":
            return [(1 - sum(s * s for s in held)) / (1 - 1 / len(held))]
        case "blau unbiased":
            return [1 - sum(x * (x - 1) for x in counts) / (n * (n - 1))]
        case "shannon":
            return [stats.entropy(held)]
        case "kullback-leibler":
            return [stats.entropy(held, shares)]
        case "jensen-shannon":
            middle = [(s + p) / 2 for s, p in zip(held, shares)]
            return [(stats.entropy(held, middle, 2) + stats.entropy(shares, middle, 2)) / 2]
        case "multinomial":
            return [multinomial(counts, shares)]
        case "binomial":
            return [binomial(x, n, p) for x, p in zip(counts, shares)][: len(v["expected"])]
        case "binomial at most":
            return [stats.binom.cdf(counts[0], n, shares[0])]
        case "hypergeometric at most":
            return [stats.hypergeom.cdf(counts[0], sum(v["list"]), v["list"][0], n)]
        case "fewest seats for zero":
            return [next(n for n in itertools.count(1) if stats.binom.cdf(0, n, shares[0]) < 0.05)]
        case "hamilton":
            return hamilton(v["seats"], shares)
        case "webster":
            return webster(v["seats"], shares)
        case "seats to swap":
            return [w - x for w, x in zip(webster(n, shares), counts)]
        case "seats to add":
            targets = [v.get("threshold", 1) * p for p in shares]
            return [max(0, math.ceil((t * n - x) / (1 - t) - 1e-9)) for x, t in zip(counts, targets)]
        case "wilson":
            return interval(counts[0], n, "wilson")
        case "clopper-pearson":
            return interval(counts[0], n, "exact")
        case "theil h":
            return [theil_h(v["tables"])]
        case "dissimilarity across tables":
            first, second = numpy.array(v["tables"]).T
            return [float(abs(first / sum(first) - second / sum(second)).sum() / 2)]
        case "gini":
            return [concentration(v["values"], v["values"])]
        case "gini corrected":
            count = len(v["values"])
            return [concentration(v["values"], v["values"]) * count / (count - 1)]
        case "concentration index":
            return [concentration(v["values"], v["ranks"])]
        case "compositions":
            return [math.comb(v["seats"] + len(shares) - 1, len(shares) - 1)]
        case other:
            raise SystemExit(f"vectors.json asks for {other!r}, which this script does not know")


class Checks:
    def __init__(self):
        self.made, self.failed = 0, 0

    def near(self, what, found, expected, tolerance):
        self.made += 1
        if found is None or not abs(found - expected) <= tolerance:
            self.failed += 1
            print(f"{what}: {found}, expected {expected}")


def check_vectors(checks):
    for v in json.loads((HERE / "vectors.json").read_text()):
        found = values(v)
        checks.near(f"{v['measure']}: how many values", len(found), len(v["expected"]), 0)
        for value, printed in zip(found, v["expected"]):
            checks.near(v["measure"], value, printed, 0.5 * 10 ** -v["digits"] + 1e-12)


def check_table(checks, table, lists):
    where = f"{table['table']}, {table['attribute']}, {table['population']}"
    groups, n = table["groups"], table["n"]
    members = lists.get((table["population"], table["attribute"]))
    for group in groups:
        x, p = group["seats"], group["benchmark"]
        if n:
            for name, method in (("wilson", "wilson"), ("clopper_pearson", "exact")):
                for value, end in zip(group[name], interval(x, n, method)):
                    checks.near(f"{where}, {group['group']}: {name}", value, end, 1e-9)
        if group.get("p_binomial") is not None:
            checks.near(f"{where}, {group['group']}: p", group["p_binomial"], binomial(x, n, p), 1e-9)
        if group.get("p_hypergeometric") is not None:
            expected = hypergeometric(x, members, round(p * members), n)
            checks.near(f"{where}, {group['group']}: p", group["p_hypergeometric"], expected, 1e-9)
    counts = [group["seats"] for group in groups]
    if math.comb(n + len(counts) - 1, len(counts) - 1) > MOST_COMPOSITIONS:
        return
    if table.get("p_multinomial") is not None:
        expected = multinomial(counts, [group["benchmark"] for group in groups])
        checks.near(f"{where}: p_multinomial", table["p_multinomial"], expected, 1e-9)
    if table.get("p_hypergeometric") is not None:
        expected = multivariate_hypergeometric(
            counts, [round(group["benchmark"] * members) for group in groups])
        checks.near(f"{where}: p_hypergeometric", table["p_hypergeometric"], expected, 1e-9)


def check_tool(checks, tool, path):
    command = [tool, "inclusion", path, "--share", "team", "--json"]
    tables = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)["tables"]
    lists = {(t["population"], t["attribute"]): t["population_size"]
             for t in tables if t.get("population_size")}
    for table in tables:
        check_table(checks, table, lists)


def main(arguments):
    checks = Checks()
    check_vectors(checks)
    for path in arguments[1:]:
        check_tool(checks, arguments[0], path)
    print(f"{checks.made} checks against SciPy, {checks.failed} differ.")
    return 1 if checks.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
