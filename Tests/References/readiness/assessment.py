"""Reference numbers for AssessmentReferenceTests, from the definitions, in exact fractions; the standard library alone.

Run from the repository's root: python3 Tests/References/readiness/assessment.py
Writes Tests/References/readiness/assessment.json: 34 made-up people in six organisations, their scores and ranks, and p-values by
brute force over every rearrangement of labels (within organisations, freely, and of whole organisations).
"""
import itertools, json, math, random
from fractions import Fraction as F

FACETS = ["cm", "de", "dl", "as", "s1", "s2", "s3", "s4", "s5"]
NAMES = dict(zip(FACETS, ["co_commission", "co_design", "co_deliver", "co_assess", "map_it", "focus_it", "people_it",
                          "market_it", "grow_it"]))
ITEMS = [(f"d0{n // 3 + 1}", {FACETS[2 * n % 9], FACETS[(2 * n + 1) % 9]}, n % 2 == 1) for n in range(12)]
DIMS = ["d01", "d02", "d03", "d04"]

random.seed(20)
people = []
for org, size, level in [("Aber", 7, .7), ("Brynmawr", 6, .5), ("Cwm", 6, .45), ("Dyfi", 5, .3), ("Elan", 6, .6), ("Fal", 4, .9)]:
    for i in range(size):
        kind = "commissioner" if i % 2 == 0 else "citizen"
        shift = .12 if kind == "commissioner" else 0
        cells = []
        for dim, facets, reverse in ITEMS:
            u = random.random()
            if u < .12: cells.append(random.choice(["dk", "nfm", "-"])); continue
            ready = min(4, max(0, round(4 * (level + shift + random.uniform(-.35, .35)))))
            cells.append(str(1 + ready if reverse else 5 - ready))
        cells += [str(random.randrange(5)) for _ in range(4)]
        people.append((org, kind, cells))
random.shuffle(people)

def steps(cells, keep):
    found = []
    for (dim, facets, reverse), cell in zip(ITEMS, cells):
        if keep(dim, facets) and cell.isdigit(): found.append(int(cell) - 1 if reverse else 5 - int(cell))
    return found, sum(keep(d, f) for d, f, _ in ITEMS)
def scale(cells, keep):
    found, asked = steps(cells, keep)
    return F(100 * sum(found), 4 * len(found)) if len(found) >= max(2, math.ceil(asked / 2)) else None
def mean(xs):
    xs = [x for x in xs if x is not None]
    return sum(xs) / F(len(xs)) if xs else None

scored = []
for org, kind, cells in people:
    s = {d: scale(cells, lambda dim, f, d=d: dim == d) for d in DIMS}
    s |= {NAMES[c]: scale(cells, lambda dim, f, c=c: c in f) for c in FACETS}
    present = [s[d] for d in DIMS if s[d] is not None]
    s["overall"] = mean(present) if F(len(present), 4) >= F(2, 3) else None
    scored.append((org, kind, s))

def group(members):
    g = {m: mean([s[m] for s in members]) for m in DIMS + list(NAMES.values())}
    g["overall"] = mean([g[d] for d in DIMS]) if any(s["overall"] is not None for s in members) else None
    g["n"] = sum(s["overall"] is not None for s in members)
    return g
ORGS = sorted({o for o, _, _ in scored})
orgs = {o: group([s for p, _, s in scored if p == o]) for o in ORGS}
for o in ORGS:
    orgs[o]["types_equal"] = mean([group([s for p, k, s in scored if (p, k) == (o, kind)])["overall"]
                                   for kind in ("commissioner", "citizen")])
ranked = [o for o in ORGS if orgs[o]["n"] >= 5]
def rank(o, key): return 1 + sum(orgs[q][key] > orgs[o][key] for q in ranked)

def midranks(values):
    return [F(sum(v < x for v in values) * 2 + sum(v == x for v in values) + 1, 2) for x in values]
def two_sided(outcomes, observed):
    """outcomes: {distance: probability}; p of at least as far, and the smallest p that can be reached."""
    p = sum(w for d, w in outcomes.items() if d >= observed)
    return p, sum(w for d, w in outcomes.items() if d >= max(outcomes))
def stratum(values, labels):
    """(observed T - E, distribution of T - E) of one stratum, T the first group's midranks / (n + 1)."""
    n, k = len(values), sum(labels)
    ranks = [r / (n + 1) for r in midranks(values)]
    centre = F(k, 2)
    dist = {}
    for pick in itertools.combinations(range(n), k):
        t = sum(ranks[i] for i in pick) - centre
        dist[t] = dist.get(t, 0) + F(1, math.comb(n, k))
    return sum(r for r, l in zip(ranks, labels) if l) - centre, dist
def sample(measure, by):
    """values and labels (first group or not) per organisation, people with a score only"""
    data = {o: [] for o in ORGS}
    for (org, kind, s) in scored:
        if s[measure] is not None: data[org].append((s[measure], by(org, kind)))
    return {o: rows for o, rows in data.items() if rows}

def van_elteren(measure):
    total, t, num, den = {F(0): F(1)}, F(0), F(0), F(0)
    for rows in sample(measure, lambda o, k: k == "commissioner").values():
        values, labels = [v for v, _ in rows], [l for _, l in rows]
        if len(set(labels)) < 2: continue
        observed, dist = stratum(values, labels)
        t += observed
        joint = {}
        for a, p in total.items():
            for b, q in dist.items(): joint[a + b] = joint.get(a + b, 0) + p * q
        total = joint
        first, second = [v for v, l in rows if l], [v for v, l in rows if not l]
        a12 = sum(F(x > y) + F(x == y, 2) for x in first for y in second) / (len(first) * len(second))
        weight = F(len(first) * len(second), len(rows) + 1)
        num, den = num + weight * a12, den + weight
    outcomes = {}
    for d, w in total.items(): outcomes[abs(d)] = outcomes.get(abs(d), 0) + w
    p, smallest = two_sided(outcomes, abs(t))
    return {"p": float(p), "smallest": float(smallest), "effect": float(num / den)}
def pooled(measure):
    rows = sum(sample(measure, lambda o, k: k == "commissioner").values(), [])
    values, labels = [v for v, _ in rows], [l for _, l in rows]
    ranks, k = [int(2 * r) for r in midranks(values)], sum(labels)
    # the distribution of the doubled rank sum by dynamic programming over people: every subset counted once
    ways = [{0: 1}] + [{} for _ in range(k)]
    for r in ranks:
        for size in range(k, 0, -1):
            for total, count in ways[size - 1].items(): ways[size][total + r] = ways[size].get(total + r, 0) + count
    centre, everything = k * (len(rows) + 1), math.comb(len(rows), k)
    outcomes = {}
    for total, count in ways[k].items():
        outcomes[abs(total - centre)] = outcomes.get(abs(total - centre), 0) + F(count, everything)
    observed = abs(sum(r for r, l in zip(ranks, labels) if l) - centre)
    p, smallest = two_sided(outcomes, observed)
    return {"p": float(p), "smallest": float(smallest)}
OWN = {"Aber": True, "Cwm": True, "Fal": True, "Brynmawr": False, "Dyfi": False, "Elan": False}
def whole(measure):
    means = {o: mean([v for v, _ in rows]) for o, rows in sample(measure, lambda o, k: OWN[o]).items()}
    names = sorted(means)
    k = sum(OWN[o] for o in names)
    def difference(first): return mean([means[o] for o in first]) - mean([means[o] for o in names if o not in first])
    outcomes = {}
    for first in itertools.combinations(names, k):
        d = abs(difference(first))
        outcomes[d] = outcomes.get(d, 0) + F(1, math.comb(len(names), k))
    observed = difference([o for o in names if OWN[o]])
    p, smallest = two_sided(outcomes, abs(observed))
    return {"p": float(p), "smallest": float(smallest), "statistic": float(observed)}
def holm(ps):
    order, run, out = sorted(range(len(ps)), key=lambda i: ps[i]), 0, [0] * len(ps)
    for step, i in enumerate(order):
        run = max(run, min(1, (len(ps) - step) * ps[i])); out[i] = run
    return out

MEASURES = ["overall"] + DIMS
result = {
    "people": [{"organisation": o, "kind": k, "cells": " ".join(c)} for o, k, c in people],
    "organisations": {o: {k: (v if isinstance(v, int) else None if v is None else float(v)) for k, v in orgs[o].items()} for o in ORGS},
    "ranks": {o: [rank(o, "overall"), rank(o, "types_equal")] for o in ranked},
    "within": {m: van_elteren(m) for m in MEASURES},
    "pooled": {m: pooled(m) for m in MEASURES},
    "whole": {m: whole(m) for m in MEASURES},
}
for kind in ("within", "whole"):
    for m, p in zip(DIMS, holm([result[kind][m]["p"] for m in DIMS])): result[kind][m]["adjusted"] = p
json.dump(result, open("Tests/References/readiness/assessment.json", "w"), indent=1, sort_keys=True)
