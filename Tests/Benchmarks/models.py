"""Times proportional odds, alpha and a random intercept in our program, R's ordinal and lme4 and pingouin, and checks that they agree.

usage: models.py FOLDER MODEL_PROGRAM REPETITIONS
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

# A million people of five types in four kinds of organisation, who give one of five answers.
people = 1_000_000
types, kinds = random.integers(0, 5, people), random.integers(0, 4, people)
level = np.array([0, 0.4, -0.3, 0.8, 0.1])[types] + np.array([0, -0.2, 0.3, 0.1])[kinds] + random.logistic(size=people)
answers = np.searchsorted([-1.5, -0.4, 0.6, 1.9], level)
for name, column in [("type", types), ("kind", kinds), ("answer", answers)]:
    (folder / name).write_bytes(column.astype(np.uint8).tobytes())
# A million people who answer eleven items that have something in common.
common = random.normal(size=people)
items = [np.clip(np.round(3 + 0.7 * common + random.normal(size=people)), 1, 5).astype(np.uint8) for _ in range(11)]
(folder / "items").write_bytes(b"".join(item.tobytes() for item in items))
# 20,000 people of five types in 400 organisations of unequal size.
organisations = np.sort(random.choice(400, 20_000, p=random.dirichlet(np.full(400, 4.0))))
score_types = random.integers(0, 5, 20_000)
scores = 50 + 6 * random.normal(size=400)[organisations] + 2.0 * score_types + 14 * random.normal(size=20_000)
(folder / "scores").write_bytes(scores.astype("<f8").tobytes())
(folder / "score_types").write_bytes(score_types.astype(np.uint8).tobytes())
(folder / "organisations").write_bytes(organisations.astype("<f8").tobytes())

tasks = {
    "odds": ("proportional odds, 100,000 people × 5 types and 4 kinds of organisation", "R ordinal",
             ["Rscript", here / "peer_models.R", "odds"], 1e-5),
    "million": ("the same of 1,000,000 people, beside R at 100,000", "R ordinal, 100k",
                ["Rscript", here / "peer_models.R", "odds"], None),
    "alpha": ("Cronbach's alpha, 1,000,000 people × 11 items", "pingouin", [sys.executable, here / "peer_models.py"], 1e-9),
    "intercept": ("random intercept, 20,000 people in 400 organisations", "lme4",
                  ["Rscript", here / "peer_models.R", "intercept"], 1e-4),
}


def run(command):
    done = subprocess.run([*map(str, command)], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit("cannot: " + (done.stderr.strip().splitlines() or ["no message"])[-1][:100])
    return json.loads(done.stdout)


def line(name, result):
    seconds, processor = result["times"], result["cpu"]
    print(f"  {name:16}{min(seconds):10.4f} s{median(seconds):10.4f} s{min(processor):10.4f} s{result['megabytes']:8,.0f} MB")


print(f"{os.cpu_count()} cores; load {os.getloadavg()[0]:.2f}; inner times, of arrays that are in the memory of every program")
for task, (title, peer, command, close) in tasks.items():
    ours = run([program, task, folder, repetitions])
    found = run([*command, folder, max(1, repetitions // 2)])
    print(f"\n{title}: {', '.join(format(x, '.5g') for x in ours['result'][:6])} …")
    print(f"  {'':16}{'best wall':>12}{'median wall':>12}{'best CPU':>12}{'peak':>11}")
    line("readiness", ours)
    line(peer, found)
    if close is not None:
        if not all(math.isclose(a, b, rel_tol=close, abs_tol=close) for a, b in zip(ours["result"], found["result"], strict=True)):
            sys.exit(f"other numbers: {ours['result']} and {found['result']}")
        print(f"  the numbers agree to {close:g}")
    print(f"  ratio: wall {min(found['times']) / min(ours['times']):.1f}, CPU {min(found['cpu']) / min(ours['cpu']):.1f},"
          f" memory {found['megabytes'] / ours['megabytes']:.1f}")
