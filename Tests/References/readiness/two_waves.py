"""Makes Surveys/examples/two-waves.csv: 72 made-up people in 12 organisations who answered the short form in 2025, in 2026 or in both.

Run from the repository's root: python3 Tests/References/readiness/two_waves.py
Every organisation moves by a step of its own, most of them upwards, so that its people change together; two barriers move more
than the others. 60 people answered twice, seven in 2025 only and five in 2026 only. The standard library alone, seeded.
"""
import csv, random

random.seed(2026)
items = [(r["code"], r["dimension"], r["keying"]) for r in csv.DictReader(open("Surveys/barriers-short/items.csv"))]
TYPES = ["senior_commissioner", "front_line_worker", "provider_manager", "service_user", "carer", "service_user"]
FACTORS = [f"b{n:02d}" for n in range(1, 12)]


def answer(level, keying, top):
    if random.random() < 0.05:
        return random.choice(["dk", "nfm", ""])
    step = min(top[1], max(top[0], round(random.gauss(level, 0.9))))
    return str(step if keying == "enabler" else top[0] + top[1] - step)


def points():
    cuts = sorted(random.sample(range(0, 21), 3))
    shares = [b - a for a, b in zip([0] + cuts, cuts + [20])]
    chosen = random.sample(FACTORS, 4)
    return [str(5 * shares[chosen.index(f)]) if f in chosen else "0" for f in FACTORS]


rows, person = [], 0
for number in range(1, 13):
    base, step = random.gauss(2.8, 0.35), random.gauss(0.3, 0.3)
    for place in range(6):
        person += 1
        own = random.gauss(0, 0.4)
        waves = ["2025", "2026"]
        if person in (3, 11, 20, 33, 41, 58, 70):
            waves = ["2025"]
        elif person in (8, 26, 37, 49, 64):
            waves = ["2026"]
        for wave in waves:
            row = [f"w{person:03d}", f"Organisation {number:02d}", TYPES[place], "en", wave]
            for code, dimension, keying in items:
                level = base + own + (step if wave == "2026" else 0)
                if wave == "2026" and dimension in ("d02", "d09"):
                    level += 0.5
                if code.startswith("now"):
                    row.append(answer(level - 1, "enabler", (0, 4)))
                else:
                    row.append(answer(level, keying, (1, 5)))
            rows.append(row + points())
rows.sort(key=lambda row: (row[4], row[0]))
with open("Surveys/examples/two-waves.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["respondent_id", "organisation", "respondent_type", "language", "wave"] + [i[0] for i in items] + FACTORS)
    writer.writerows(rows)
