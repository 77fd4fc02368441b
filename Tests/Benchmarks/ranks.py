"""Times bootstrap ranks, rank sets and Sobol indices in our program, numpy, SALib and R's boot, and checks that they agree.

usage: ranks.py FOLDER RANK_PROGRAM REPETITIONS [WORD…], only the tasks that hold one of the words
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
random = np.random.default_rng(2026)


def keep(name, array):
    (folder / name).write_bytes(np.ascontiguousarray(array, "<f8").tobytes())


# People in rows, organisation by organisation: 11 answers from 1 to 5, then 11 shares of the money, about half of them zero.
levels = random.normal(0, 0.35, (500, 1, 1)) + random.normal(0, 0.3, (500, 1, 11))
answers = np.clip(np.round(3 + levels + random.normal(0, 1, (500, 200, 11))), 1, 5)
shares = random.multinomial(20, random.dirichlet(np.full(11, 0.8), 500)[:, None, :].repeat(200, 1)) / 20
keep("people", np.concatenate([answers, shares], axis=2))
# Scores with errors of a few points, as joint draws about them.
scores = random.normal(50, 8, 500)
keep("scores", scores)
keep("draws", scores + random.normal(0, 1.5, (1_000, 500)) + random.normal(0, 1, (1_000, 1)))
# Redrawn means of 20 dimensions, the first the observed ones, and redrawn weights.
observed = np.clip(random.normal(50, 12, (500, 20)), 2, 98)
means = np.clip(observed + random.normal(0, 3, (200, 500, 20)), 0, 100)
means[0] = observed
keep("means", means)
keep("weights", random.dirichlet(np.full(20, 30.0), 200))

tasks = {
    "bootstrap": ("bootstrap ranks, 500 organisations × 200 people × 11 answers and 11 shares, 1,000 draws",
                  {"numpy counts": [sys.executable, here / "peer_ranks.py", "bootstrap"],
                   "R boot": ["Rscript", here / "peer_ranks.R"]}),
    "sets": ("rank sets of 500 organisations, 1,000 draws, simultaneous and all marginal",
             {"numpy streamed": [sys.executable, here / "peer_ranks.py", "sets"]}),
    "sobol": ("Sobol indices, 16,384 runs over 500 organisations × 20 dimensions, indices of every organisation",
              {"numpy, SALib": [sys.executable, here / "peer_ranks.py", "sobol"]}),
}


def run(command):
    done = subprocess.run([*map(str, command)], capture_output=True, text=True)
    if done.returncode != 0:
        return "cannot: " + (done.stderr.strip().splitlines() or ["no message"])[-1][:100]
    return json.loads(done.stdout)


def agrees(task, own, other):
    """Draws of one's own agree within 2%; the same draws to 1e-6, rank sets to a tenth of a place, as quantiles are read differently."""
    close = {"bootstrap": 0.02, "sets": 0.002, "sobol": 1e-6}[task]
    return len(own) >= len(other) and all(math.isclose(a, b, rel_tol=close, abs_tol=close) for a, b in zip(own, other))


def line(name, result, note=""):
    seconds, processor = result["times"], result["cpu"]
    print(f"  {name:16}{min(seconds):10.3f} s{median(seconds):10.3f} s{min(processor):10.3f} s{result['megabytes']:8,.0f} MB  {note}")


print(f"{os.cpu_count()} cores; load {os.getloadavg()[0]:.2f}; inner times; the arrays that are read are in the memory of every program")
for task, (title, peers) in tasks.items():
    if sys.argv[4:] and not any(word in title for word in sys.argv[4:]):
        continue
    command = [program, task, folder, repetitions]
    ours = run(command)
    alone = run(["taskset", "-c", "0", *command]) if sys.platform == "linux" else ours
    if isinstance(ours, str) or isinstance(alone, str):
        sys.exit(f"{title}: ours {ours}")
    if ours["result"] != alone["result"]:
        sys.exit(f"{title}: one core gives {alone['result']}, all give {ours['result']}")
    print(f"\n{title}: {', '.join(format(x, '.6g') for x in ours['result'])}")
    print(f"  {'':16}{'best wall':>12}{'median wall':>12}{'best CPU':>12}{'peak':>11}")
    line("readiness", ours)
    line("  on one core", alone)
    fastest = {"wall": math.inf, "CPU": math.inf}
    for name, peer in peers.items():
        found = run([*peer, folder, max(1, repetitions // 3)])
        if isinstance(found, str):
            print(f"  {name:16}{found}")
            continue
        same = agrees(task, ours["result"], found["result"])
        line(name, found, "" if same else "another number: " + ", ".join(format(x, ".6g") for x in found["result"]))
        if same:
            fastest = {"wall": min(fastest["wall"], min(found["times"])), "CPU": min(fastest["CPU"], min(found["cpu"]))}
    if math.isfinite(fastest["wall"]):
        print(f"  ratio to the fastest peer with the same number: wall {fastest['wall'] / min(ours['times']):.1f}"
              f" (one core {fastest['wall'] / min(alone['times']):.1f}), CPU {fastest['CPU'] / min(alone['cpu']):.1f}")
