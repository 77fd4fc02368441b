"""Every kind of page, made by the command from made-up answers: small, so that a build for debugging makes them in a minute."""

import csv
import os
import subprocess

PILOT = ["--disclosure", "pilot", "--consent", "Made-up answers, to look at the page"]
HOSTILE = "Tŷ <b>Gŵyr</b> & \"Co's\" \u202eevil 🙂"


class Maker:
    def __init__(self, program, folder):
        self.program = os.path.abspath(program)
        self.folder = folder
        root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
        self.surveys = os.path.join(root, "Surveys")

    def make(self):
        """Runs every command that writes pages; answers with the paths of all pages by what they show."""
        with open(self._path("plan.yaml"), "w") as plan:
            plan.write("draws: 100\npermutations: 99\n")
        self._simulate("barriers-standard", "cohort.csv", organizations=8, people=70)
        self._simulate("barriers-short", "short.csv", organizations=8, people=70)
        self._rename("cohort.csv", "Organisation 01", HOSTILE)
        self._few("cohort.csv", "few.csv")
        standard = ["--survey", "barriers-standard", "--plan", "plan.yaml"]
        short = ["--survey", "barriers-short", "--plan", "plan.yaml"]
        self._run("cohort", "run", "cohort.csv", *standard)
        self._run("pilot", "run", "cohort.csv", *standard, *PILOT)
        published = os.path.join(self.surveys, "examples", "budget_responses.csv")
        self._run("budget", "run", published, "--survey", "budget")
        self._run("hidden", "run", "few.csv", *standard)
        self._run("compare", "compare", "short.csv", *short)
        waves = os.path.join(self.surveys, "examples", "two-waves.csv")
        self._run("waves", "compare", waves, *short, "--waves", "2025,2026")
        self._run("rank", "rank", "short.csv", *short)
        self._run("robustness", "robustness", "short.csv", *short, "--base", "16")
        self._run("weigh", "weigh", "short.csv", *short)
        self._simulate("barriers-short", "peers.csv", organizations=16, people=160)
        self._rename("peers.csv", "Organisation", "Peer")
        store = ["--survey", "barriers-short", "--plan", "plan.yaml", "--store", "store.sqlite"]
        self._ask("benchmark", "add", "peers.csv", *store, "--collected", "2026-03-01,2026-03-31", "--method", "a link to all staff")
        self._run("benchmark", "benchmark", "compare", "short.csv", *store, "--collected", "2026-05-01")
        self._run("power", "power", "--organisations", "12", "--per-organisation", "7")
        return self.paths()

    def paths(self):
        """One page of every kind: of the pages of organisations, that with a hostile name, a plain one and a hidden one."""
        kinds = {}
        for folder in sorted(os.listdir(self.folder)):
            full = self._path(folder)
            if not os.path.isdir(full):
                continue
            pages = sorted(name for name in os.listdir(full) if name.endswith(".html"))
            profiles = [name for name in pages if name.startswith("profile-")]
            chosen = [name for name in pages if name not in profiles] + profiles[:1] + profiles[-1:]
            for name in dict.fromkeys(chosen):
                kinds[f"{folder}/{name}"] = os.path.join(full, name)
        return kinds

    def _simulate(self, survey, name, organizations, people):
        self._ask(
            "simulate", "--survey", survey, "--organisations", str(organizations), "--respondents", str(people),
            "--seed", "7", "--output", name,
        )

    def _rename(self, file, old, new):
        with open(self._path(file), newline="") as source:
            rows = list(csv.reader(source))
        for row in rows[1:]:
            row[1] = row[1].replace(old, new)
        self._write(file, rows)

    def _few(self, file, other):
        """Three people of one organisation: nothing can be shown."""
        with open(self._path(file), newline="") as source:
            rows = list(csv.reader(source))
        self._write(other, rows[:4])

    def _write(self, file, rows):
        with open(self._path(file), "w", newline="") as target:
            csv.writer(target, lineterminator="\n").writerows(rows)

    def _run(self, folder, *arguments):
        self._ask(*arguments, "--output", folder)

    def _ask(self, *arguments):
        environment = dict(os.environ, READINESS_SURVEYS=self.surveys)
        done = subprocess.run(
            [self.program, *arguments], cwd=self.folder, env=environment, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE, text=True,
        )
        if done.returncode != 0:
            raise SystemExit(f"readiness {' '.join(arguments)} ended with {done.returncode}:\n{done.stderr}")

    def _path(self, name):
        return os.path.join(self.folder, name)
