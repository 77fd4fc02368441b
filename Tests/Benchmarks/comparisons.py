"""Runs every comparison in turn in our program and its peers, checks that they found the same number, and prints the times.

usage: comparisons.py FOLDER COMPARE_PROGRAM REPETITIONS [WORD…], only comparisons that hold one of the words
"""

import json
import math
import os
import subprocess
import sys
from pathlib import Path
from statistics import median

import numpy as np

folder, program, repetitions = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
here = Path(__file__).parent
limit = 300
random = np.random.default_rng(2026)

# Answers per category of two groups; the large table is the small one's shape near its null.
tables = {
    "200": ([30, 50, 60, 40, 20], [20, 44, 62, 48, 26]),
    "500": ([75, 125, 150, 100, 50], [62, 115, 155, 112, 56]),
    "500000": ([75_000, 125_000, 150_000, 100_000, 50_000], [74_500, 124_800, 150_400, 100_100, 50_200]),
}
for name, groups in tables.items():
    lines = [
        f"{group} {code + 1}\n" for group, row in enumerate(groups) for code, count in enumerate(row) for _ in range(count)
    ]
    # In no order, as answers come.
    (folder / name).write_text("".join(lines[place] for place in random.permutation(len(lines))))
(folder / "codes").write_text("".join(f"0 {x}\n" for x in random.choice(5, 2000, p=[0.5, 0.2, 0.15, 0.1, 0.05]) + 1))
(folder / "values").write_text("".join(f"0 {x!r}\n" for x in random.lognormal(0, 1, 2000).tolist()))


def run(command):
    """One program's JSON; a sentence where it took too long or failed."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=limit)
    except subprocess.TimeoutExpired:
        return f"not within {limit} s"
    if done.returncode != 0:
        return "cannot: " + (done.stderr.strip().splitlines() or ["no message"])[-1][:90]
    return json.loads(done.stdout)


def peers(task, file, scipy, r):
    """Commands by name: each peer's repetitions and resamples."""
    commands = {}
    if scipy:
        commands["scipy"] = [sys.executable, here / "peer_scipy.py", task, folder / file, *map(str, scipy)]
    for package, numbers in r.items():
        commands["R " + package] = ["Rscript", here / "peer_r.R", package, task, folder / file, *map(str, numbers)]
    return commands


draws, few = 100_000, 3
jobs = [
    ("exact Mann–Whitney, 2×200", "exact", "200", 0, peers("exact", "200", (few, 0), {"coin": (few, 0)})),
    ("exact Mann–Whitney, 2×500", "exact", "500", 0, peers("exact", "500", (few, 0), {"coin": (1, 0)})),
    ("100,000 permutations, 2×500", "permutation", "500", draws,
     peers("permutation", "500", (few, draws), {"coin": (few, draws), "vegan": (1, 2_000)})),
    ("100,000 permutations, 2×500,000", "permutation", "500000", draws,
     peers("permutation", "500000", (1, 500), {"coin": (1, 500), "vegan": (1, 20)})),
    ("BCa, 10,000 draws, 2,000 answers of five", "bca_codes", "codes", 10_000,
     peers("bca", "codes", (few, 10_000), {"boot": (1, 10_000)})),
    ("BCa, 10,000 draws, 2,000 values", "bca_values", "values", 10_000,
     peers("bca", "values", (few, 10_000), {"boot": (1, 10_000)})),
]


def agrees(task, name, own, other, own_draws, other_draws):
    """Whether a peer's number is ours: to 1e-12, within Monte Carlo error, or an interval's ends within 4% of its width."""
    if task == "exact":
        return abs(own[0] - other[0]) <= 1e-12 * own[0]
    if task == "permutation":
        share = max(own[0], 1 / own_draws)
        error = math.sqrt(share * (1 - share) * (1 / own_draws + 1 / other_draws))
        return abs(own[0] - other[0]) <= 4 * error + 2 / other_draws
    return all(abs(a - b) <= 0.04 * (own[1] - own[0]) for a, b in zip(own, other))


def times(ratio):
    return f"{ratio:,.0f}" if ratio >= 10 else f"{ratio:.2g}"


def shown(seconds):
    return f"{seconds * 1e3:.3f} ms" if seconds < 1 else f"{seconds:.2f} s"


def line(name, seconds, processor, note=""):
    print(f"  {name:14}{shown(min(seconds)):>13}{shown(median(seconds)):>13}{shown(min(processor)):>13}  {note}")


print(f"{os.cpu_count()} cores; load {os.getloadavg()[0]:.2f}; inner times; a peer has {limit} s")
for title, task, file, resamples, commands in jobs:
    if sys.argv[4:] and not any(word in title for word in sys.argv[4:]):
        continue
    arguments = [task, str(folder / file), str(repetitions), str(resamples)]
    ours = run([program, *arguments])
    alone = run(["taskset", "-c", "0", program, *arguments]) if sys.platform == "linux" else ours
    if isinstance(ours, str) or isinstance(alone, str):
        sys.exit(f"{title}: ours {ours}")
    if ours["result"] != alone["result"]:
        sys.exit(f"{title}: one core gives {alone['result']}, all give {ours['result']}")
    print(f"\n{title}: {', '.join(format(x, '.12g') for x in ours['result'])}")
    print(f"  {'':14}{'best wall':>13}{'median wall':>13}{'best CPU':>13}")
    line("readiness", ours["times"], ours["cpu"])
    line("  on one core", alone["times"], alone["cpu"])
    print(f"  {'  from counts':14}{shown(min(ours['collapsed'])):>13}{shown(median(ours['collapsed'])):>13}")
    fastest = {"wall": math.inf, "CPU": math.inf}
    for name, command in commands.items():
        peer = run(command)
        if isinstance(peer, str):
            print(f"  {name:14}{peer}")
            continue
        own = int(command[-1])
        scale = resamples / own if own else 1
        seconds, processor = ([x * scale for x in peer[key]] for key in ("times", "cpu"))
        note = f"from {own:,} draws × {scale:g}; " if scale != 1 else ""
        if agrees(task, name, ours["result"], peer["result"], resamples, own):
            fastest = {"wall": min(fastest["wall"], min(seconds)), "CPU": min(fastest["CPU"], min(processor))}
        else:
            note += f"another number, {', '.join(format(x, '.12g') for x in peer['result'])}"
        line(name, seconds, processor, note)
    if math.isfinite(fastest["wall"]):
        print(
            f"  ratio to the fastest peer with the same number: wall {times(fastest['wall'] / min(ours['times']))}"
            f" (one core {times(fastest['wall'] / min(alone['times']))}), CPU {times(fastest['CPU'] / min(alone['cpu']))}"
        )
