"""Times Cronbach's alpha in pingouin: peer_models.py FOLDER REPETITIONS; prints one JSON object."""

import json
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd
import pingouin

folder, repetitions = Path(sys.argv[1]), int(sys.argv[2])
codes = np.frombuffer((folder / "items").read_bytes(), np.uint8).reshape(11, -1)
people = pd.DataFrame({f"i{item}": codes[item] for item in range(11)}).astype(float)
seconds, processor = [], []
for _ in range(repetitions):
    start, started = time.perf_counter(), time.process_time()
    alpha, _ = pingouin.cronbach_alpha(people)
    processor.append(time.process_time() - started)
    seconds.append(time.perf_counter() - start)
status = Path("/proc/self/status").read_text()
peak = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) / 1024
print(json.dumps({"times": seconds, "cpu": processor, "megabytes": peak, "result": [float(alpha)]}))
