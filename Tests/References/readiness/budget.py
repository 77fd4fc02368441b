"""Reference numbers for the budget tests, from the definitions, with numpy and scipy alone.

Run from the repository's root: python3 Tests/References/readiness/budget.py
Reads Surveys/examples/budget_responses.csv (© Copyright Governance International 2017) and makes up 31 more answers;
writes Tests/References/readiness/budget.json. Shares are exact fractions until the last step.
"""
import csv, json
from fractions import Fraction as F
import numpy as np
from scipy import stats

FACTORS = [f"b{i:02d}" for i in range(1, 12)]
DIMS = [f"d{i:02d}" for i in range(1, 12)]
WALK = {"b01": "d02", "b02": "d02 d03 d08", "b03": "d02 d07", "b04": "d02 d07", "b05": "d07", "b06": "d07",
        "b07": "d05 d07", "b08": "d04", "b09": "d05", "b10": "d04", "b11": "d03 d08 d09"}
WALK = {k: v.split() for k, v in WALK.items()}

def logit_t(x):
    """composite.md 2.2: t on the logit with floors, u = one step of five points."""
    x = np.array([float(v) for v in x]); n, u = len(x), .05
    if n < 2: return [None, None]
    m, s = max(x.mean(), u / 20), max(x.std(ddof=1) / np.sqrt(n), u / n)
    h = stats.t.ppf(.975, n - 1) * s / (m * (1 - m)); c = np.log(m / (1 - m))
    lo, hi = 1 / (1 + np.exp(-(c - h))), 1 / (1 + np.exp(-(c + h)))
    return [0. if x.mean() == 0 else float(min(lo, x.mean())), float(max(hi, x.mean()))]

def summarise(points, orgs):
    given = [i for i, p in enumerate(points) if p is not None]
    P = {i: [F(str(v)) for v in points[i]] for i in given}; n = len(given)
    names = sorted({orgs[i] for i in given}); who = {o: [i for i in given if orgs[i] == o] for o in names}
    mean = [sum(P[i][j] for i in given) / n for j in range(11)]
    omean = {o: [sum(P[i][j] for i in who[o]) / len(who[o]) for j in range(11)] for o in names}
    over = [sum(omean[o][j] for o in names) / len(names) for j in range(11)]
    rank = lambda v: [float(r) for r in stats.rankdata([-x for x in map(float, v)])]
    rows = []
    for j, f in enumerate(FACTORS):
        x = sorted(P[i][j] for i in given)
        lo = logit_t([v / 100 for v in x]); olo = logit_t([omean[o][j] / 100 for o in names])
        rows.append(dict(factor=f, respondents=n, mean=float(mean[j]), low=lo[0] and lo[0] * 100 if lo[0] is not None else None,
            high=lo[1] * 100 if lo[1] is not None else None, median=float((x[(n - 1) // 2] + x[n // 2]) / 2), zero=float(F(x.count(0), n)),
            rank=rank(mean)[j], organisations=len(names), organisation_mean=float(over[j]),
            organisation_low=olo[0] * 100 if olo[0] is not None else None, organisation_high=olo[1] * 100 if olo[1] is not None else None,
            organisation_rank=rank(over)[j]))
    share = {i: [v / sum(P[i]) for v in P[i]] for i in given}
    units = [[sum(share[i][j] for i in who[o]) / len(who[o]) for j in range(11)] for o in names] if len(names) > 1 else [share[i] for i in given]
    weights = []
    for d in DIMS:
        js = [j for j, f in enumerate(FACTORS) if d in WALK[f]]
        if not js: weights.append([d] + [None] * 6); continue
        s = [sum(u[j] / len(WALK[FACTORS[j]]) for j in js) for u in units]; o = [sum(u[j] for j in js) for u in units]
        weights.append([d, float(sum(s) / len(s)), *logit_t(s), float(sum(o) / len(o)), *logit_t(o)])
    top = lambda v: [j for j in range(11) if v[j] == max(v)]
    return dict(rows=rows, weights=weights, leave_one_out=[top([sum(P[k][j] for k in given if k != i) for j in range(11)]) for i in given])

table = list(csv.reader(open("Surveys/examples/budget_responses.csv", encoding="utf-8")))[1:]
published = summarise([[F(c) for c in r[3:]] for r in table], [r[1] for r in table])

rng = np.random.default_rng(5)
points, orgs = [], []
for i in range(31):
    orgs.append(["Aber", "Brynmawr", "Cwm", "Dyfi"][int(rng.integers(0, 4))])
    if i % 9 == 4: points.append(None); continue
    v = [5. * k for k in rng.multinomial(20, rng.dirichlet([1.2, 3, 2, 1, 1, .8, .6, .4, .2, 1e-9, 1.5]))]
    if i % 7 == 1: v[0] += .4                      # a total that is nearly 100, divided by itself for weights
    if i % 5 == 2: k = int(np.argmax(v)); v[k] -= 2.5; v[7] += 2.5
    points.append([float(x) for x in v])
made = summarise(points, orgs)
one = summarise(points, ["Aber"] * 31)
json.dump(dict(published=published, points=points, organisations=orgs, made=made, one=one),
          open("Tests/References/readiness/budget.json", "w", newline="\n"), indent=1)
print("mean", [r["mean"] for r in published["rows"]]); print("organisations", [round(r["organisation_mean"], 4) for r in published["rows"]])
print("median", [r["median"] for r in published["rows"]]); print(published["leave_one_out"])
print([w[1] for w in published["weights"]])
