"""Reference numbers for RobustnessReferenceTests, from the definitions; the standard library alone.

Run from the repository's root: python3 Tests/References/readiness/robustness_runs.py
Reads the made-up people of assessment.json and writes robustness_runs.json: the scores of the five ranked organisations under every
missing rule, normalisation, aggregation and barrier left out, with equal weights; and from all these together, each as likely as any
other, what share of the variance of each organisation's rank each of the choices explains alone and in all.
"""
import itertools, json, math, statistics

ITEMS = [(f"d0{n // 3 + 1}", n % 2 == 1) for n in range(12)]
DIMS = ["d01", "d02", "d03", "d04"]
HERE = "Tests/References/readiness/"
people = json.load(open(HERE + "assessment.json"))["people"]
orgs = [o for o in sorted({p["organisation"] for p in people})]


def person(cells, dim, share):
    own = [n for n, (d, _) in enumerate(ITEMS) if d == dim]
    ready = [(int(cells[n]) - 1 if ITEMS[n][1] else 5 - int(cells[n])) / 4 * 100 for n in own if cells[n].isdigit()]
    asked = sum(cells[n] != "." for n in own)
    return statistics.fmean(ready) if len(ready) >= max(2, math.ceil(share * asked)) else None


def means(org, share):
    result = []
    for dim in DIMS:
        own = [s for s in (person(p["cells"].split(), dim, share) for p in people if p["organisation"] == org) if s is not None]
        result.append(statistics.fmean(own))
    return result


def scored(org):
    return sum(
        sum(person(p["cells"].split(), d, .5) is not None for d in DIMS) >= 3 for p in people if p["organisation"] == org)


def scale(xs): return xs
def min_max(xs): return [100 * (x - min(xs)) / (max(xs) - min(xs)) for x in xs]
def standard(xs): return [min(max(50 + 20 * (x - statistics.fmean(xs)) / statistics.stdev(xs), 0), 100) for x in xs]
def percentile_rank(xs): return [100 * sum((x > y) + (x == y) / 2 for y in xs[:i] + xs[i + 1:]) / (len(xs) - 1) for i, x in enumerate(xs)]


def arithmetic(xs): return statistics.fmean(xs)
def geometric(xs): return (statistics.geometric_mean([1 + .99 * x for x in xs]) - 1) / .99
def harmonic(xs): return (statistics.harmonic_mean([1 + .99 * x for x in xs]) - 1) / .99


ranked = [o for o in orgs if scored(o) >= 5]
choices = [[.5, .75], [scale, min_max, standard, percentile_rank], [arithmetic, geometric, harmonic], [None, 0, 1, 2, 3]]
runs, ranks = [], {}
for key in itertools.product(*(range(len(c)) for c in choices)):
    share, normal, rule, left = (c[k] for c, k in zip(choices, key))
    table = [means(o, share) for o in ranked]
    columns = [normal([row[d] for row in table]) for d in range(4) if d != left]
    scores = [rule(list(row)) for row in zip(*columns)]
    runs.append({"rule": key[0], "normalisation": key[1], "aggregation": key[2], "left_out": key[3], "scores": scores})
    ranks[key] = [1 + sum(y > x + 1e-9 for y in scores) for x in scores]


def variance(xs): return statistics.pvariance(xs)


def explained(place, fixed):
    """Variance of the mean rank given the choices in `fixed`."""
    groups = {}
    for key, row in ranks.items(): groups.setdefault(tuple(key[i] for i in fixed), []).append(row[place])
    return variance([statistics.fmean(g) for g in groups.values()])


indices = {}
for place, org in enumerate(ranked):
    whole = variance([row[place] for row in ranks.values()])
    if whole == 0: continue
    indices[org] = {
        "variance": whole, "first": [explained(place, [i]) / whole for i in range(4)],
        "total": [1 - explained(place, [j for j in range(4) if j != i]) / whole for i in range(4)]}
json.dump({"organisations": ranked, "runs": runs, "indices": indices}, open(HERE + "robustness_runs.json", "w"), indent=1, sort_keys=True)
