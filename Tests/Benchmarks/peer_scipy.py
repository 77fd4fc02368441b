"""Times one comparison in scipy: peer_scipy.py TASK FILE REPETITIONS RESAMPLES; prints one JSON object."""

import json
import sys
import time

import numpy as np
from scipy import stats

task, path, repetitions, resamples = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
table = np.loadtxt(path)
first, second = table[table[:, 0] == 0, 1], table[table[:, 0] == 1, 1]


def exact():
    # scipy's exact method takes the answers to be untied: another number, timed all the same.
    return [float(stats.mannwhitneyu(first, second, method="exact").pvalue)]


def permutation():
    ranks = stats.rankdata(np.concatenate([first, second]))
    result = stats.permutation_test(
        (ranks[: len(first)], ranks[len(first) :]),
        lambda x, y, axis: np.mean(x, axis=axis) - np.mean(y, axis=axis),
        vectorized=True, n_resamples=resamples, batch=max(1, 1_000_000 // len(table)), random_state=7,
    )
    return [float(result.pvalue)]


def bca():
    interval = stats.bootstrap((first,), np.mean, n_resamples=resamples, method="BCa", random_state=7).confidence_interval
    return [float(interval.low), float(interval.high)]


body = {"exact": exact, "permutation": permutation}.get(task, bca)
seconds, processor = [], []
for _ in range(repetitions):
    start, started = time.perf_counter(), time.process_time()
    result = body()
    processor.append(time.process_time() - started)
    seconds.append(time.perf_counter() - start)
print(json.dumps({"times": seconds, "cpu": processor, "result": result}))
