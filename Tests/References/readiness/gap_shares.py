"""Reference numbers for GapSharesTests, from the definitions; the standard library alone.

Run from the repository's root: python3 Tests/References/readiness/gap_shares.py
Reads the made-up people of assessment.json and writes gap_shares.json: each organisation's distance from 100 by barrier, by Co and by
Step, under the mean (in exact fractions) and under the geometric mean (Shapley values over all 24 orders, in floating point).
"""
import itertools, json, math
from fractions import Fraction as F

FACETS = ["cm", "de", "dl", "as", "s1", "s2", "s3", "s4", "s5"]
NAMES = dict(zip(FACETS, ["co_commission", "co_design", "co_deliver", "co_assess", "map_it", "focus_it", "people_it",
                          "market_it", "grow_it"]))
ITEMS = [(f"d0{n // 3 + 1}", {FACETS[2 * n % 9], FACETS[(2 * n + 1) % 9]}, n % 2 == 1) for n in range(12)]
DIMS = ["d01", "d02", "d03", "d04"]
KINDS = {"co": FACETS[:4], "step": FACETS[4:]}
HERE = "Tests/References/readiness/"

people = json.load(open(HERE + "assessment.json"))["people"]
organisations = sorted({p["organisation"] for p in people})


def distances(cells):
    """Distance of each answered item of each barrier from the ready end, for barriers with a score (2 of 3 answers)."""
    found = {}
    for dim in DIMS:
        own = {}
        for n, (item_dim, _, reverse) in enumerate(ITEMS):
            if item_dim == dim and cells[n].isdigit():
                ready = int(cells[n]) - 1 if reverse else 5 - int(cells[n])
                own[n] = 100 - F(100 * ready, 4)
        if len(own) >= 2:
            found[dim] = {n: d / len(own) for n, d in own.items()}
    return found


def geometric(means):
    return (math.exp(sum(math.log(1 + .99 * float(m)) for m in means) / len(means)) - 1) / .99


def shapley(means):
    points = [0.0] * len(means)
    for order in itertools.permutations(range(len(means))):
        values = [float(m) for m in means]
        for place in order:
            before = geometric(values)
            values[place] = 100.0
            points[place] += (geometric(values) - before) / math.factorial(len(means))
    return points


result = {}
for organisation in organisations:
    found = [distances(p["cells"].split()) for p in people if p["organisation"] == organisation]
    items = {}
    for dim in DIMS:
        own = [f[dim] for f in found if dim in f]
        items[dim] = {n: sum((f.get(n, F(0)) for f in own), F(0)) / len(own) for n in range(12) if any(n in f for f in own)}
    means = [100 - sum(items[dim].values()) for dim in DIMS]
    result[organisation] = {}
    for rule, points in [("arithmetic", [(100 - m) / 4 for m in means]), ("geometric", shapley(means))]:
        shares = {"barrier": dict(zip(DIMS, points))}
        for kind, facets in KINDS.items():
            parts = {}
            for dim, whole in zip(DIMS, points):
                total = sum(items[dim].values())
                for n, d in items[dim].items():
                    own = [f for f in facets if f in ITEMS[n][1]] or ["none"]
                    for f in own:
                        name = NAMES.get(f, f)
                        part = whole * (d / total if rule == "arithmetic" else float(d / total)) / len(own) if total else 0
                        parts[name] = parts.get(name, 0) + part
            shares[kind] = parts
        whole = sum(shares["barrier"].values())
        assert all(abs(sum(parts.values()) - whole) < 1e-9 for parts in shares.values())
        result[organisation][rule] = {k: {n: float(v) for n, v in p.items()} for k, p in shares.items()}

json.dump(result, open(HERE + "gap_shares.json", "w"), indent=1, sort_keys=True)
