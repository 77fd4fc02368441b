"""Runs the two programs alternately and prints the best wall time, its CPU time, the largest peak memory and the ratio.

usage: compare.py REPETITIONS PEER_PYTHON SCORE_PROGRAM SURVEY_FOLDER FILE
"""

import os
import subprocess
import sys
import time
from pathlib import Path

repetitions, python, program, survey, path = int(sys.argv[1]), *sys.argv[2:6]
threads = os.cpu_count() or 1
peer = str(Path(__file__).with_name("peer_polars.py"))
ours = f"readiness, {threads} threads"
jobs = {
    ours: [program, survey, path, str(threads)],
    "polars, eager": [python, peer, path, "eager"],
    "polars, lazy": [python, peer, path, "lazy"],
}
seen: dict[str, list[tuple[float, float, float]]] = {name: [] for name in jobs}
for _ in range(repetitions):
    for name, command in jobs.items():
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        if status != 0:
            sys.exit(f"{name} failed: {' '.join(command)}")
        # Kilobytes on Linux, bytes on macOS.
        memory = usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
        seen[name].append((wall, usage.ru_utime + usage.ru_stime, memory))

print(f"{os.path.getsize(path) / 1e6:.0f} MB, {repetitions} runs of each in turn, {threads} cores")
print(f"{'':24}{'best wall s':>12}{'best CPU s':>12}{'peak MB':>10}")
for name, runs in seen.items():
    wall, cpu = min(run[0] for run in runs), min(run[1] for run in runs)
    print(f"{name:24}{wall:12.2f}{cpu:12.2f}{max(run[2] for run in runs):10.0f}")
for place, unit in ((0, "wall"), (1, "CPU")):
    fastest = min(run[place] for name, runs in seen.items() if name != ours for run in runs)
    print(f"{unit} ratio to the faster polars: {min(run[place] for run in seen[ours]) / fastest:.2f}")
