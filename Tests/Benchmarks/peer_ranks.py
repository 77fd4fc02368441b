"""Times one task of ranking in numpy, with SALib for the indices: peer_ranks.py TASK FOLDER REPETITIONS; prints one JSON object.

Every task takes the best form that we know in numpy: counts times a matrix for the bootstrap, pairs streamed for the rank sets.
"""

import json
import resource
import sys
import time
from pathlib import Path

import numpy as np
from scipy.stats import qmc, rankdata

task, folder, repetitions = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])


def array(name, *shape):
    return np.frombuffer((folder / name).read_bytes(), "<f8").reshape(shape)


def bootstrap():
    people = array("people", 500, 200, 22)
    random = np.random.default_rng(7)
    drawn = np.empty((500, 1_000, 22))
    for organization in range(500):
        counts = random.multinomial(200, np.full(200, 1 / 200), 1_000).astype(float)
        drawn[organization] = counts @ people[organization] / 200
    weights = drawn[:, :, 11:].mean(axis=0)
    scores = np.einsum("odp,dp->do", drawn[:, :, :11], weights)
    ranks = rankdata(-scores, method="min", axis=1)
    low, high = np.quantile(ranks, [0.05, 0.95], axis=0)
    return [float((high - low).mean()), float(np.abs(ranks.mean(axis=0) - low).mean())]


def decided(scores, inverse, draws, undecided, level=0.95):
    """Step-down over the ordered pairs of a table of undecided ones; the largest standardised difference is kept draw by draw."""
    while True:
        largest = np.full(len(draws), -np.inf)
        for unit in np.flatnonzero(undecided.any(axis=1)):
            others = np.flatnonzero(undecided[unit])
            np.maximum(largest, ((draws[:, [unit]] - draws[:, others]) * inverse[unit, others]).max(axis=1), out=largest)
        critical = np.sort(largest)[int(np.ceil(level * len(draws))) - 1]
        beaten = undecided & ((scores[:, None] - scores) * inverse > critical)
        if not beaten.any():
            return undecided
        undecided = undecided & ~beaten


def sets():
    scores, draws = array("scores", 500), array("draws", 1_000, 500)
    draws = draws - draws.mean(axis=0)
    inverse = np.zeros((500, 500))
    for unit in range(500):
        spread = (draws[:, [unit]] - draws).std(axis=0, ddof=1)
        inverse[unit] = np.divide(1, spread, out=np.zeros(500), where=spread > 0)
    draws, inverse = draws.astype(np.float32), inverse.astype(np.float32)
    apart = ~np.eye(500, dtype=bool)
    left = decided(scores, inverse, draws, apart)
    widths = []
    for unit in range(500):
        standard = (draws[:, [unit]] - draws) * inverse[unit]
        distance = (scores[unit] - scores) * inverse[unit]
        above, below = apart[unit].copy(), apart[unit].copy()
        while True:
            largest = np.maximum(
                np.where(above, standard, -np.inf).max(axis=1), np.where(below, -standard, -np.inf).max(axis=1))
            critical = np.sort(largest)[int(np.ceil(0.95 * len(draws))) - 1]
            beats, beaten = above & (distance > critical), below & (-distance > critical)
            if not (beats.any() or beaten.any()):
                break
            above, below = above & ~beats, below & ~beaten
        widths.append(1 + (above & below).sum())
    return [float(1 + (left & left.T).sum(axis=1).mean()), float(np.mean(widths))]


def sobol():
    from SALib.analyze import sobol as indices

    means, weights = array("means", 200, 500, 20), array("weights", 200, 20)
    base, inputs = 2_048, 6
    points = qmc.Sobol(2 * inputs, scramble=False, bits=32).random(base)
    first, second = points[:, :inputs], points[:, inputs:]
    arms = [first, *(np.where(np.arange(inputs) == i, second, first) for i in range(inputs)), second]
    # SALib's order: A, AB1 …, B of a point together.
    runs = np.stack(arms, axis=1).reshape(-1, inputs)

    def pick(u, count):
        return min(int(u * count), count - 1)

    def ranks(u):
        table = means[pick(u[0], 200)]
        weight = weights[pick(u[1], 200)].copy()
        normalization, aggregation, left = pick(u[2], 3), pick(u[3], 3), pick(u[4], 21)
        if normalization == 1:
            low, high = table.min(axis=0), table.max(axis=0)
            table = 100 * (table - low) / (high - low)
        elif normalization == 2:
            table = np.clip(50 + 20 * (table - table.mean(axis=0)) / table.std(axis=0, ddof=1), 0, 100)
        if left:
            weight[left - 1] = 0
        weight /= weight.sum()
        if aggregation == 0:
            score = table @ weight
        elif aggregation == 1:
            score = (np.exp(np.log(1 + 0.99 * table) @ weight) - 1) / 0.99
        else:
            score = (1 / ((1 / (1 + 0.99 * table)) @ weight) - 1) / 0.99
        return rankdata(-np.round(score, 9), method="min")

    found = np.array([ranks(u) for u in runs])
    reference = rankdata(-np.round(means[0] @ weights[0] / weights[0].sum(), 9), method="min")
    shift = np.abs(found - reference).mean(axis=1)

    def centred(values):
        """Saltelli's first order about the mean of B, Jansen's total, on the arms of all columns at once."""
        values = values.reshape(base, inputs + 2, -1)
        a, b = values[:, 0], values[:, -1]
        variance = np.concatenate([a, b]).var(axis=0)
        main = np.stack([((b - b.mean(axis=0)) * (values[:, 1 + i] - a)).mean(axis=0) for i in range(inputs)]) / variance
        total = np.stack([((a - values[:, 1 + i]) ** 2).mean(axis=0) for i in range(inputs)]) / (2 * variance)
        return main, total

    main, total = centred(shift)
    # SALib's own analysis of the same runs: its totals are Jansen's; it cannot take all organisations at once.
    problem = {"num_vars": inputs, "names": list("abcdef"), "bounds": [[0, 1]] * inputs}
    salib = indices.analyze(problem, shift, calc_second_order=False, num_resamples=2, seed=1)
    assert np.allclose(salib["ST"], total[:, 0], atol=1e-9), "SALib's totals differ"
    _, every = centred(found.astype(float))
    return [*main[:, 0].tolist(), *total[:, 0].tolist(), *every.mean(axis=1).tolist()]


body = {"bootstrap": bootstrap, "sets": sets, "sobol": sobol}[task]
seconds, processor = [], []
for _ in range(repetitions):
    start, started = time.perf_counter(), time.process_time()
    result = body()
    processor.append(time.process_time() - started)
    seconds.append(time.perf_counter() - start)
megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(json.dumps({"times": seconds, "cpu": processor, "megabytes": megabytes, "result": result}))
