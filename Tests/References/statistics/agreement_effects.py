"""Conditional odds ratios with exact limits, and the spread of Kendall's W when people are drawn anew.

Run in this folder: python3 agreement_effects.py > agreement_effects.json   (Python 3.11, scipy 1.17.1, numpy 2)
W is recomputed from the rows of whole people in every draw.
"""
import csv
import json

import numpy as np
from scipy import stats
from scipy.stats import contingency


def odds(table):
    result = contingency.odds_ratio(np.array(table), kind="conditional")
    limits = result.confidence_interval(0.95)
    finite = lambda x: float(x) if np.isfinite(x) else None
    return {"table": table, "estimate": finite(result.statistic), "ci95": [finite(limits.low), finite(limits.high)]}


def w(ranks):
    m, n = ranks.shape
    ties = sum(sum(t**3 - t for t in np.unique(row, return_counts=True)[1]) for row in ranks)
    s = ((ranks.sum(axis=0) - m * (n + 1) / 2) ** 2).sum()
    return 12 * s / (m * m * (n**3 - n) - m * ties)


random = np.random.default_rng(5)
rows = [[float(x) for x in r] for r in list(csv.reader(open("data/irr_anxiety.csv")))[1:]]
raters = np.array(rows).T
people = np.array([[4, 3, 2, 1], [3, 4, 2, 1], [4, 2, 3, 1], [1, 2, 4, 3], [4, 3, 1, 1], [2, 4, 3, 1], [3, 3, 2, 1], [4, 1, 2, 3]])
cases = []
for name, values in (("anxiety", raters), ("people", people)):
    ranks = stats.rankdata(values, axis=1)
    draws = [w(ranks[random.integers(0, len(ranks), len(ranks))]) for _ in range(20000)]
    cases.append({"name": name, "raters": values.tolist(), "w": w(ranks),
                  "percentile": np.percentile(draws, [2.5, 97.5]).tolist()})
tables = [[[3, 1], [1, 3]], [[12, 5], [4, 9]], [[30, 70], [55, 45]], [[0, 5], [4, 3]], [[5, 0], [3, 4]], [[7, 2], [40, 61]]]
print(json.dumps({"source": "scipy 1.17.1, numpy", "odds_ratios": [odds(t) for t in tables], "kendall_w": cases}, indent=1))
