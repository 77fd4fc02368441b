"""Reference values for repeated measures, ordered groups and tables, in exact rationals by full enumeration.

Run: python3 repeated_and_tables.py > repeated_and_tables.json   (Python 3, standard library only)
Each p is a fraction of sign patterns, of orders within people or of orders of labels, so nothing here shares an
algorithm with the package.
"""
import itertools
import json
from fractions import Fraction as F
from math import comb, factorial, prod


def midranks(values):
    ordered = sorted(values)
    return [F(2 * ordered.index(v) + 1 + ordered.count(v), 2) for v in values]


def two_sided(law, observed, centre):
    """law: list of (value, weight)."""
    total = sum(w for _, w in law)
    far = max(abs(v - centre) for v, _ in law)
    p = sum(w for v, w in law if abs(v - centre) >= abs(observed - centre)) / total
    return {"p": float(p), "smallest": float(sum(w for v, w in law if abs(v - centre) == far) / total)}


def upper(law, observed):
    total = sum(w for _, w in law)
    top = max(v for v, _ in law)
    return {
        "p": float(sum(w for v, w in law if v >= observed) / total),
        "smallest": float(sum(w for v, w in law if v == top) / total),
    }


def signs(magnitudes, observed):
    law = [(sum(m for m, s in zip(magnitudes, pattern) if s), F(1)) for pattern in
           itertools.product((0, 1), repeat=len(magnitudes))]
    return two_sided(law, observed, F(sum(magnitudes), 2))


def signed_rank(first, second, pratt):
    d = [b - a for a, b in zip(first, second)]
    if not pratt:
        d = [x for x in d if x]
    ranks = [r for r, x in zip(midranks([abs(x) for x in d]), d)]
    kept = [(r, x) for r, x in zip(ranks, d) if x]
    return signs([r for r, _ in kept], sum(r for r, x in kept if x > 0))


def solve(matrix, vector):
    n = len(vector)
    rows = [list(map(F, row)) + [F(v)] for row, v in zip(matrix, vector)]
    for i in range(n):
        pivot = next(r for r in range(i, n) if rows[r][i])
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [x / rows[i][i] for x in rows[i]]
        for r in range(n):
            if r != i:
                rows[r] = [x - rows[r][i] * y for x, y in zip(rows[r], rows[i])]
    return [row[n] for row in rows]


def stuart_maxwell(table):
    """The last category is left out; every category exchanges people with another."""
    k = len(table)
    flows = [(i, j, table[i][j] + table[j][i]) for i in range(k) for j in range(i + 1, k)]
    v = [[-(table[i][j] + table[j][i]) for j in range(k)] for i in range(k)]
    for i in range(k):
        v[i][i] = sum(table[i]) + sum(row[i] for row in table) - 2 * table[i][i]

    def chi(changes):
        d = changes[:k - 1]
        return sum(x * y for x, y in zip(d, solve([row[:k - 1] for row in v[:k - 1]], d)))

    observed = chi([sum(row[i] for row in table) - sum(table[i]) for i in range(k)])
    law = []
    for ups in itertools.product(*[range(m + 1) for _, _, m in flows]):
        changes = [0] * k
        for (i, j, m), up in zip(flows, ups):
            changes[j] += 2 * up - m
            changes[i] -= 2 * up - m
        law.append((chi(changes), F(prod(comb(m, up) for (_, _, m), up in zip(flows, ups)), 2 ** sum(m for *_, m in flows))))
    return {"statistic": float(observed), "df": k - 1, **upper(law, observed)}


def blocks_law(scores, statistic):
    """The law of a statistic of the column sums when each block is put in any order."""
    sums = {tuple([F(0)] * len(scores[0])): F(1)}
    for block in scores:
        following = {}
        for order in itertools.permutations(block):
            for key, weight in sums.items():
                new = tuple(a + b for a, b in zip(key, order))
                following[new] = following.get(new, F(0)) + weight
        sums = following
    return [(statistic(key), weight) for key, weight in sums.items()]


def friedman(blocks):
    ranks = [midranks(b) for b in blocks]
    form = lambda sums: sum(s * s for s in sums)
    return upper(blocks_law(ranks, form), form([sum(c) for c in zip(*ranks)]))


def cochran(rows):
    form = lambda sums: sum(s * s for s in sums)
    return upper(blocks_law([[F(x) for x in r] for r in rows], form), form([sum(c) for c in zip(*rows)]))


def page(blocks):
    ranks = [midranks(b) for b in blocks]
    form = lambda sums: sum((j + 1) * s for j, s in enumerate(sums))
    n, k = len(blocks), len(blocks[0])
    observed = form([sum(c) for c in zip(*ranks)])
    return {"L": float(observed), **two_sided(blocks_law(ranks, form), observed, F(n * k * (k + 1) ** 2, 4))}


def orders(values, statistic, centre):
    law = {}
    for order in itertools.permutations(values):
        v = statistic(order)
        law[v] = law.get(v, F(0)) + 1
    return two_sided(list(law.items()), statistic(tuple(values)), centre)


def jonckheere(groups):
    sizes = [len(g) for g in groups]
    values = [v for g in groups for v in g]

    def j(order):
        cut = [order[sum(sizes[:i]):sum(sizes[:i + 1])] for i in range(len(sizes))]
        return sum(F(2 * (y > x) + (y == x), 2) for a, b in itertools.combinations(cut, 2) for x in a for y in b)

    n = sum(sizes)
    return {"J": float(j(tuple(values))), **orders(values, j, F(n * n - sum(s * s for s in sizes), 4))}


def sign(x):
    return (x > 0) - (x < 0)


def kendall(x, y):
    pairs = list(itertools.combinations(range(len(x)), 2))
    return orders(y, lambda o: sum(sign(x[i] - x[j]) * sign(o[i] - o[j]) for i, j in pairs), 0)


def spearman(x, y):
    rx, ry = midranks(x), midranks(y)
    n = len(x)
    return orders(ry, lambda o: sum(a * b for a, b in zip(rx, o)), F(n * (n + 1) ** 2, 4))


def tables(rows, columns):
    if len(rows) == 1:
        yield [tuple(columns)]
        return
    for cells in itertools.product(*[range(min(rows[0], c) + 1) for c in columns]):
        if sum(cells) == rows[0]:
            for rest in tables(rows[1:], [c - a for c, a in zip(columns, cells)]):
                yield [cells] + rest


def weight(table):
    rows, columns = [sum(r) for r in table], [sum(c) for c in zip(*table)]
    return F(prod(map(factorial, rows)) * prod(map(factorial, columns)),
             factorial(sum(rows)) * prod(factorial(c) for r in table for c in r))


def fisher(table):
    observed = weight(table)
    law = [weight(t) for t in tables([sum(r) for r in table], [sum(c) for c in zip(*table)])]
    least = min(law)
    return {"p": float(sum(w for w in law if w <= observed)), "smallest": float(sum(w for w in law if w == least)),
            "probability": float(observed), "tables": len(law)}


def trend(strata, u, v):
    score = lambda t: sum(u[i] * v[j] * c for i, r in enumerate(t) for j, c in enumerate(r))
    law, centre = {F(0): F(1)}, F(0)
    for t in strata:
        rows, columns = [sum(r) for r in t], [sum(c) for c in zip(*t)]
        centre += F(sum(a * b for a, b in zip(u, rows)) * sum(a * b for a, b in zip(v, columns)), sum(rows))
        following = {}
        for other in tables(rows, columns):
            for key, w in law.items():
                following[key + score(other)] = following.get(key + score(other), F(0)) + w * weight(other)
        law = following
    return two_sided(list(law.items()), sum(map(score, strata)), centre)


def cases():
    likert = {"first": [4, 3, 5, 2, 4, 4, 5, 3, 1, 4, 2, 5], "second": [3, 3, 3, 2, 2, 5, 4, 1, 1, 2, 3, 4]}
    decimal = {"first": [5.4, 5.85, 5.2, 5.55, 5.9, 5.45], "second": [5.5, 5.7, 5.6, 5.5, 5.85, 5.45]}
    for d in (likert, decimal):
        scaled = [[round(100 * v) for v in d[k]] for k in ("first", "second")]
        d["pratt"], d["wilcoxon"] = signed_rank(*scaled, True), signed_rank(*scaled, False)
        moves = [b - a for a, b in zip(*scaled) if a != b]
        d["scores"] = signs([abs(m) for m in moves], sum(m for m in moves if m > 0))
    square = [[5, 3, 1], [0, 4, 4], [1, 2, 6]]
    repeated = [[[3, 1, 2], [5, 4, 4], [2, 2, 2], [5, 1, 3], [4, 2, 4]],
                [[1, 2, 3, 4], [2, 1, 4, 3], [1, 3, 2, 4], [2, 2, 3, 3]],
                [[7, 5, 5], [6, 6, 2], [7, 3, 3], [1, 2, 1], [5, 4, 3], [6, 5, 1]]]
    yes = [[1, 0, 1], [1, 1, 1], [0, 0, 1], [1, 0, 1], [0, 0, 0], [1, 1, 0], [1, 0, 0]]
    grouped = [[[1, 2, 2], [2, 3], [3, 5, 5]], [[4, 4], [1, 2, 3], [2, 2, 1]], [[2, 3, 5], [3, 4, 5, 5]]]
    pairs = [([1, 2, 3, 4, 5, 6, 7], [2, 1, 4, 3, 7, 5, 6]), ([1, 1, 2, 3, 3, 4, 5], [2, 1, 1, 3, 5, 5, 4]),
             ([3, 3, 1, 2, 2, 5], [1, 4, 5, 2, 2, 1])]
    small = [[[3, 1, 0], [1, 2, 2], [0, 1, 4]], [[2, 0], [1, 3], [0, 4], [3, 1]], [[6, 1], [2, 7]], [[4, 4], [4, 4]]]
    strata = [[[2, 1, 0], [1, 1, 3]], [[1, 2, 1], [0, 1, 2]]]
    return {
        "name": "repeated_and_tables",
        "source": "exact rationals, full enumeration (repeated_and_tables.py)",
        "signed": [likert, decimal],
        "stuart_maxwell": [{"table": square, **stuart_maxwell(square)}],
        "friedman": [{"blocks": b, **friedman(b)} for b in repeated],
        "page": [{"blocks": b, **page(b)} for b in repeated],
        "cochran": [{"rows": yes, **cochran(yes)}],
        "jonckheere": [{"groups": g, **jonckheere(g)} for g in grouped],
        "pairs": [{"x": x, "y": y, "kendall": kendall(x, y), "spearman": spearman(x, y)} for x, y in pairs],
        "fisher": [{"table": t, **fisher(t)} for t in small],
        "trend": [{"strata": strata, "rows": u, "columns": v, **trend(strata, u, v)}
                  for u, v in (([0, 1], [0, 1, 2]), ([1, 3], [0, 1, 4]))],
    }


print(json.dumps(cases(), indent=1))
