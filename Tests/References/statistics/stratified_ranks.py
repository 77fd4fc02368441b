"""Reference values for tests within strata and of whole clusters, in exact rationals by full enumeration of labels.

Run: python3 stratified_ranks.py > stratified_ranks.json   (Python 3, standard library only)
Each p is a fraction of labellings, so nothing here shares an algorithm with the package.
"""
import itertools
import json
from fractions import Fraction as F
from math import sqrt


def midranks(values):
    ordered = sorted(values)
    return [F(ordered.index(v) + 1 + ordered.index(v) + ordered.count(v), 2) for v in values]


def labellings(labels):
    """All distinct orders of a list of labels."""
    return sorted(set(itertools.permutations(labels)))


def van_elteren(strata):
    total, variance, spread = F(0), F(0), [F(0)]
    per_stratum = []
    for values, labels in strata:
        n, n1 = len(values), labels.count(0)
        if n1 in (0, n):
            continue
        ranks = [r - F(n + 1, 2) for r in midranks(values)]
        total += sum(r for r, g in zip(ranks, labels) if g == 0) / (n + 1)
        variance += F(n1 * (n - n1), n * (n - 1)) * sum(r * r for r in ranks) / (n + 1) ** 2
        per_stratum.append([sum(r for r, g in zip(ranks, order) if g == 0) / (n + 1) for order in labellings(labels)])
    sums = [sum(c) for c in itertools.product(*per_stratum)]
    p = F(sum(abs(s) >= abs(total) for s in sums), len(sums))
    top = max(abs(s) for s in sums)
    return {"z": float(total) / sqrt(variance), "p": float(p), "smallest": sum(abs(s) == top for s in sums) / len(sums)}


def solve(matrix, vector):
    """Gauss-Jordan elimination in rationals."""
    rows = [row[:] + [v] for row, v in zip(matrix, vector)]
    n = len(rows)
    for i in range(n):
        pivot = next(r for r in range(i, n) if rows[r][i] != 0)
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [x / rows[i][i] for x in rows[i]]
        for r in range(n):
            if r != i:
                rows[r] = [x - rows[r][i] * y for x, y in zip(rows[r], rows[i])]
    return [row[-1] for row in rows]


def blocked_kruskal(strata, k):
    """The quadratic form of the first k - 1 groups' distances with the inverse of their covariance."""
    covariance = [[F(0)] * (k - 1) for _ in range(k - 1)]
    observed = [F(0)] * (k - 1)
    per_stratum = []
    for values, labels in strata:
        n = len(values)
        scores = [(r - F(n + 1, 2)) / (n + 1) for r in midranks(values)]
        s2 = sum(s * s for s in scores) / (n - 1)
        sizes = [labels.count(g) for g in range(k)]
        for i in range(k - 1):
            observed[i] += sum(s for s, g in zip(scores, labels) if g == i)
            for j in range(k - 1):
                covariance[i][j] += s2 * ((sizes[i] if i == j else 0) - F(sizes[i] * sizes[j], n))
        per_stratum.append(
            [[sum(s for s, g in zip(scores, order) if g == i) for i in range(k - 1)] for order in labellings(labels)])

    def form(x):
        return sum(a * b for a, b in zip(x, solve(covariance, x)))

    q = form(observed)
    values = [form([sum(part[i] for part in c) for i in range(k - 1)]) for c in itertools.product(*per_stratum)]
    top = max(values)
    return {"q": float(q), "p": sum(v >= q for v in values) / len(values),
            "smallest": sum(v == top for v in values) / len(values)}


def whole_cluster(clusters, k):
    means = [sum(map(F, values)) / len(values) for _, values in clusters]
    labels = [g for g, _ in clusters]
    grand = sum(means) / len(means)

    def statistic(order):
        groups = [[m for m, g in zip(means, order) if g == i] for i in range(k)]
        if k == 2:
            return sum(groups[0]) / len(groups[0]) - sum(groups[1]) / len(groups[1])
        return sum(len(g) * (sum(g) / len(g) - grand) ** 2 for g in groups)

    observed = statistic(labels)
    values = [abs(statistic(order)) for order in labellings(labels)]
    top = max(values)
    return {"statistic": float(observed), "p": sum(v >= abs(observed) for v in values) / len(values),
            "smallest": sum(v == top for v in values) / len(values)}


def superiority(strata):
    """The weighted mean of the strata's P(first > second) + P(equal) / 2, weights n1 n2 / (n1 + n2 + 1)."""
    top, bottom = F(0), F(0)
    for values, labels in strata:
        a = [v for v, g in zip(values, labels) if g == 0]
        b = [v for v, g in zip(values, labels) if g == 1]
        if a and b:
            w = F(len(a) * len(b), len(a) + len(b) + 1)
            top += w * sum(F((x > y) * 2 + (x == y), 2) for x in a for y in b) / (len(a) * len(b))
            bottom += w
    return float(top / bottom)


two = [
    ([1, 2, 2, 4, 5], [0, 0, 1, 0, 1]),
    ([3, 3, 1, 5], [1, 1, 0, 1]),
    ([2, 4, 4, 4, 1, 5], [0, 1, 1, 0, 0, 1]),
    ([1, 5], [0, 0]),
]
unequal = [
    ([1, 1, 2], [1, 0, 0]),
    ([2, 3, 3, 5, 5, 4], [1, 0, 0, 0, 0, 1]),
    ([5, 4, 4, 1], [0, 0, 1, 1]),
]
three = [
    ([1, 2, 2, 4], [0, 1, 2, 2]),
    ([3, 3, 1, 5, 2], [0, 0, 1, 2, 2]),
    ([5, 1, 3], [2, 0, 1]),
]
clusters = [(0, [1, 2, 2, 3]), (0, [4]), (0, [2, 2]), (1, [3, 5, 4]), (1, [5, 5]), (1, [4, 1]), (1, [3])]
clusters3 = [(0, [1, 2]), (0, [2]), (1, [3, 3, 4]), (1, [5]), (2, [2, 5]), (2, [4, 4]), (2, [1])]

print(json.dumps({
    "name": "stratified_ranks",
    "source": "exact rationals, full enumeration (stratified_ranks.py)",
    "van_elteren": [dict(strata=s, superiority=superiority(s), **van_elteren(s)) for s in (two, unequal)],
    "blocked_kruskal": [dict(strata=three, groups=3, **blocked_kruskal(three, 3))],
    "whole_cluster": [dict(clusters=clusters, groups=2, **whole_cluster(clusters, 2)),
                      dict(clusters=clusters3, groups=3, **whole_cluster(clusters3, 3))],
    "tolerance": {"rel": 1e-12},
}, indent=1))
