"""Permutation distributions of F2, the pseudo-F and the largest Welch t for 3,000 made-up allocations, by shuffling, with numpy 2.4.6:

    python3 permutation_limit.py > permutation_limit.json

What draws from the normal limit are held against: quantiles of 40,000 shuffles of the rows (all together, or inside ten strata) and the
observed statistics from their definitions. The allocations come from a 64-bit congruential generator that the Swift test repeats:
twenty steps of five points, often on the part of the step before, more often in the smaller group, so that the groups differ in spread.
"""
import json
import numpy as np

MASK = (1 << 64) - 1


def allocations(count=3000, parts=11):
    state, rows, groups = 2026, [], []

    def uniform():
        nonlocal state
        state = (state * 6364136223846793005 + 1442695040888963407) & MASK
        return (state >> 11) / 2.0 ** 53

    for row in range(count):
        group = 1 if row % 10 == 0 else (2 if row % 10 == 1 else 0)
        stay, last, own = (0.7 if group == 1 else 0.4), 0, [0] * parts
        for step in range(20):
            if step == 0 or uniform() >= stay:
                last = int(parts * uniform() ** 1.5)
            own[last] += 1
        rows.append(own)
        groups.append(group)
    return np.array(rows, float) / 20, np.array(groups)


def alpha(x, a):
    u = x ** a
    return u / u.sum(axis=1, keepdims=True)


def centred(y, strata):
    out = y.copy()
    for s in np.unique(strata):
        out[strata == s] -= y[strata == s].mean(axis=0)
    return out


def sums(columns, labels, strata, draws, rng):
    """Sums of the columns by group for the labels as they are (first) and for shuffles of them inside strata."""
    k = labels.max() + 1
    out = np.zeros((draws + 1, k, columns.shape[1]))
    for s in np.unique(strata):
        own, mine = columns[strata == s], labels[strata == s]
        order = np.argsort(mine, kind="stable")
        ends = np.cumsum([np.sum(mine == g) for g in range(k)])[:-1]
        for d in range(draws + 1):
            index = order if d == 0 else rng.permutation(len(mine))
            for g, members in enumerate(np.split(index, ends)):
                out[d, g] += own[members].sum(axis=0)
    return out


def statistics(drawn, sizes):
    norms, vectors = drawn[:, :, -1], drawn[:, :, :-1]
    square = (vectors ** 2).sum(axis=2) / sizes
    between, within, n = square.sum(axis=1), norms - square, sizes.sum()
    f2 = between / ((1 - sizes / n) * within / (sizes - 1)).sum(axis=1)
    pseudo = between / (len(sizes) - 1) / (within.sum(axis=1) / (n - len(sizes)))
    return f2, pseudo


def welch(drawn, sizes):
    half = drawn.shape[2] // 2
    total, squares = drawn[:, :, :half], drawn[:, :, half:]
    n = sizes[None, :, None]
    variance = (squares - total ** 2 / n) / (n * (n - 1))
    return np.abs(total[:, 0] / sizes[0] - total[:, 1] / sizes[1]) / np.sqrt(variance.sum(axis=1))


def described(values):
    return {
        "observed": values[0],
        "quantiles": np.quantile(values[1:], [0.5, 0.9, 0.95, 0.99]).tolist(),
        "p": (1 + np.sum(values[1:] >= values[0] - 1e-12)) / len(values),
    }


x, three = allocations()
draws = 40000
out = {"rows": x.shape[0], "first": (x[0] * 20).tolist(), "mean": x.mean(axis=0).tolist(), "cases": []}
for name, keep, groups, strata in [
    ("two groups", three != 2, np.minimum(three, 1), np.zeros(len(x), int)),
    ("three groups", three >= 0, three, np.zeros(len(x), int)),
    ("two groups in ten strata", three != 2, np.minimum(three, 1), np.arange(len(x)) // 300),
]:
    rng = np.random.default_rng(4)
    y, labels, blocks = x[keep], groups[keep], strata[keep]
    sizes = np.array([np.sum(labels == g) for g in range(labels.max() + 1)], float)
    case = {"name": name}
    for a in (1.0, 0.5):
        z = centred(alpha(y, a), blocks)
        drawn = sums(np.column_stack([z, (z ** 2).sum(axis=1)]), labels, blocks, draws, rng)
        f2, pseudo = statistics(drawn, sizes)
        case[f"f2_alpha_{a:g}"] = described(f2)
        if a == 1:
            case["pseudo_f"] = described(pseudo)
    if len(sizes) == 2:
        z = centred(y, blocks)
        t = welch(sums(np.column_stack([z, z ** 2]), labels, blocks, draws, rng), sizes)
        case["t"] = t[0].tolist()
        case["largest_t"] = described(t.max(axis=1))
    out["cases"].append(case)
print(json.dumps(out, indent=1))
