"""Reference numbers for SpreadDigitsTests, and the table of decision 34; needs numpy and scipy.

Run from the repository's root: python3 Tests/References/readiness/spread_digits.py
Two groups are spread over a few organisations; only how many people each organisation and each group has is told. For every spread and
every order of the people (no ties) the script works out van Elteren's z, the probability of superiority with its interval (t on the
logit scale, pooled placement variances) and the exact p, rounds them, and counts the orders, every spread alike, whose row leaves one number of
people possible in some organisation. Writes spread_digits.json. Orders are told apart by what the row needs of them: pairs won and the
sums of squares of the placements. Above 60,000 such combinations of a spread that many of them, drawn, stand for all.
"""
import itertools, json
from collections import Counter
from functools import lru_cache
import numpy as np
from scipy.stats import t

GRID = np.linspace(0.9, 80, 80_000)
QUANTILE = t.ppf(0.975, GRID)


@lru_cache(None)
def orders(n, a):
    """Orders of n people, a of the first group: (pairs won, squares of the first, of the second), and how many there are."""
    found = Counter()
    for first in itertools.combinations(range(n), a):
        second = [i for i in range(n) if i not in set(first)]
        up = [sum(y < x for y in second) for x in first]
        down = [sum(x < y for x in first) for y in second]
        wins = sum(up)
        found[(wins, round(sum((v - wins / a) ** 2 for v in up) / (n - a) ** 2, 12),
               round(sum((v - (a * (n - a) - wins) / (n - a)) ** 2 for v in down) / a ** 2, 12))] += 1
    return np.array(list(found), float), np.array(list(found.values()), float)


def rows(sizes, spread, random):
    """z, superiority, lower, upper, p and the weight of every combination of orders."""
    parts = [orders(n, a) for n, a in zip(sizes, spread)]
    counts = [len(p[1]) for p in parts]
    places = (np.indices(counts).reshape(len(parts), -1) if np.prod(counts) <= 60_000 else
              np.array([random.integers(0, c, 60_000) for c in counts]))
    own = [p[0][i] for p, i in zip(parts, places)]
    weight = np.prod([p[1][i] for p, i in zip(parts, places)], axis=0)
    information = np.array([a * (n - a) / (n + 1) for n, a in zip(sizes, spread)])
    whole = information.sum()
    distance = sum((o[:, 0] - a * (n - a) / 2) / (n + 1) for o, n, a in zip(own, sizes, spread))
    z, superiority = abs(distance) / np.sqrt(whole / 12), 0.5 + distance / whole
    free = [sum(a - 1 for a in spread), sum(n - a - 1 for n, a in zip(sizes, spread))]
    shares = (information / whole) ** 2
    sides = [sum(shares / [max(1, k) for k in ks]) * sum(o[:, c] for o in own) / max(1, f)
             for c, f, ks in ((1, free[0], spread), (2, free[1], [n - a for n, a in zip(sizes, spread)]))]
    variance = sides[0] + sides[1]
    with np.errstate(all="ignore"):
        freedom = variance ** 2 / (sides[0] ** 2 / max(1, free[0]) + sides[1] ** 2 / max(1, free[1]))
        half = np.interp(freedom, GRID, QUANTILE) * np.sqrt(variance) / (superiority * (1 - superiority))
        centre = np.log(superiority / (1 - superiority))
        inside = (superiority > 1e-12) & (superiority < 1 - 1e-12) & (variance > 1e-15) & (min(free) > 0)
        # Newcombe's interval at the ends is a function of the spread; it is let tell the spread.
        lower = np.where(inside, 1 / (1 + np.exp(half - centre)), -1 - whole / 1e3)
        upper = np.where(inside, 1 / (1 + np.exp(-half - centre)), -1 - whole / 1e3)
    _, inverse = np.unique(np.round(abs(distance), 9), return_inverse=True)
    mass = np.bincount(inverse, weights=weight)
    return z, superiority, lower, upper, (mass[::-1].cumsum()[::-1] / mass.sum())[inverse], weight / weight.sum()


def digits(x, n, up=False):
    with np.errstate(all="ignore"):
        step = 10.0 ** (np.floor(np.log10(np.maximum(x, 1e-300))) - n + 1)
    return np.where(x < 1e-12, 0, (np.ceil(x / step - 1e-9) if up else np.round(x / step)) * step)


def steps(x, n):
    return np.round(x * n)


outwards = lambda lower, upper, n: (np.floor(lower * n + 1e-9), np.ceil(upper * n - 1e-9))
FORMS = {
    "full": lambda z, s, l, u, p: (z, s, p), "full with interval": lambda z, s, l, u, p: (z, s, l, u, p),
    "two": lambda z, s, l, u, p: (digits(z, 2), steps(s, 100), digits(p, 2, True)),
    "two with interval": lambda z, s, l, u, p: (
        digits(z, 2), steps(s, 100), *outwards(l, u, 100), digits(p, 2, True)),
    "one": lambda z, s, l, u, p: (steps(s, 20), digits(p, 1, True)),
    "one with interval": lambda z, s, l, u, p: (steps(s, 20), *outwards(l, u, 10), digits(p, 1, True)),
    "only p": lambda z, s, l, u, p: (digits(p, 1, True),),
}


def known(sizes, first):
    """By form: the share of orders whose row leaves one number of people in some organisation."""
    random = np.random.default_rng(34)
    spreads = np.array([s for s in itertools.product(*[range(1, n) for n in sizes]) if sum(s) == first])
    made = [rows(sizes, tuple(int(v) for v in s), random) for s in spreads]
    own = np.concatenate([np.full(len(m[5]), k) for k, m in enumerate(made)])
    weight = np.concatenate([m[5] for m in made])
    found = {}
    for name, form in FORMS.items():
        table = np.vstack([np.column_stack(form(*m[:5])) for m in made]) + 0.0
        key = np.round(np.round(table, 9) @ np.random.default_rng(1).random(table.shape[1]), 9)
        _, inverse = np.unique(key, return_inverse=True)
        alone = np.zeros(len(own), bool)
        for place in range(len(sizes)):
            low, high = np.full(inverse.max() + 1, 99), np.full(inverse.max() + 1, -1)
            np.minimum.at(low, inverse, spreads[own, place])
            np.maximum.at(high, inverse, spreads[own, place])
            alone |= (low == high)[inverse]
        found[name] = round(float((weight * alone).sum() / len(spreads)), 6)
    return found


CASES = [((8, 10), 8), ((5, 6, 7), 8), ((4, 5, 6, 7), 10), ((9, 10, 11), 14), ((5, 6, 6, 7), 11), ((8, 9, 8, 9), 16),
         ((5, 5, 6, 6, 7), 13)]
result = {"source": "spread_digits.py", "cases": [
    {"sizes": sizes, "first": first, "known": known(sizes, first)} for sizes, first in CASES]}
with open("Tests/References/readiness/spread_digits.json", "w") as file:
    json.dump(result, file, indent=1)
    file.write("\n")
for case in result["cases"]: print(case["sizes"], case["first"], case["known"])
