"""Reference numbers for GroupSummariesTests, from the definitions, with numpy and scipy alone.

Run from the repository's root: python3 Tests/References/readiness/groups.py
Writes Tests/References/readiness/groups.json: answers of 46 made-up people to barriers-standard, and every published number.
The standard error of an overall score is taken from the matrix of the persons' influences, a' V a, not by summing parts.
"""
import csv, json
from fractions import Fraction
import numpy as np
from scipy import stats

ROOT = "Surveys/barriers-standard/items.csv"
items = [r for r in csv.DictReader(open(ROOT, encoding="utf-8")) if r["dimension"].startswith("d")]
items = [r for r in items if r["code"][:3] == r["dimension"]]
assert len(items) == 55
NOW = ["nowcm", "nowde", "nowdl", "nowas"]
ROLL = {"senior_commissioner": "commissioner", "middle_management_commissioner": "commissioner",
        "provider_manager": "provider", "front_line_worker": "provider", "third_sector_manager": "third_sector",
        "service_user": "citizen", "carer": "citizen", "public_health_lead": "other"}
LEADERS = ["senior_commissioner", "provider_manager", "third_sector_manager", "public_health_lead"]
PARTS = {"d05a": ["d05q1", "d05q2", "d05q5"], "d05b": ["d05q3", "d05q4"], "d08a": ["d08q1", "d08q4", "d08q5"],
         "d08b": ["d08q2", "d08q5"], "d08c": ["d08q3", "d08q5"]}
FACETS = {"co_commission": "CM", "co_design": "DE", "co_deliver": "DL", "co_assess": "AS", "map_it": "MAP",
          "focus_it": "FOCUS", "people_it": "PEOPLE", "market_it": "MARKET", "grow_it": "GROW"}
CELL = {"CM": "cm", "DE": "de", "DL": "dl", "AS": "as", "MAP": "s1", "FOCUS": "s2", "PEOPLE": "s3", "MARKET": "s4", "GROW": "s5"}
DIMS = [f"d{i:02d}" for i in range(1, 12)]

rng = np.random.default_rng(20)
orgs = ["Aber"] * 14 + ["Brynmawr"] * 12 + ["Cwm"] * 9 + ["Dyfi"] * 7 + ["Elan"] * 3 + ["Ffestiniog"]
types = [list(ROLL)[i] for i in rng.integers(0, len(ROLL), len(orgs))]
service = [["home care", "housing", ""][i] for i in rng.integers(0, 3, len(orgs))]
weights = [float(Fraction(int(w), 4)) for w in rng.integers(1, 13, len(orgs))]
order = rng.permutation(len(orgs))
rows = []
for i, org in enumerate(orgs):
    level = {"Aber": .6, "Brynmawr": .5, "Cwm": .35, "Dyfi": .5, "Elan": .7, "Ffestiniog": .2}[org]
    cells = []
    for it in items:
        u = rng.random()
        if i == 4: cells.append("dk" if u < .9 else "nfm")               # knows nothing
        elif u < .05: cells.append("dk")
        elif u < .09: cells.append("nfm")
        elif u < (.60 if i in (2, 17, 30) else .16): cells.append("-")    # three give up half-way
        else:
            ready = int(rng.binomial(4, min(max(level + rng.normal(0, .15), .02), .98)))
            cells.append(str(1 + ready if it["keying"] == "enabler" else 5 - ready))
    for _ in NOW: cells.append("." if org == "Cwm" else "dk" if rng.random() < .1 else str(int(rng.integers(0, 5))))
    rows.append(cells)
orgs, types, service, weights, rows = ([x[i] for i in order] for x in (orgs, types, service, weights, rows))

codes = [r["code"] for r in items] + NOW
key = {r["code"]: r["keying"] for r in items}
def ready(code, cell):
    if not cell.isdigit(): return None
    x = int(cell)
    if code in NOW: return Fraction(100 * x, 4)
    return Fraction(100 * (x - 1), 4) if key[code] == "enabler" else Fraction(100 * (5 - x), 4)
def carrying(tag): return [r["code"] for r in items if tag in r["facets"].split()]
scales = {d: [r["code"] for r in items if r["dimension"] == d] for d in DIMS}
scales |= PARTS | {m: carrying(t) for m, t in FACETS.items()} | {f"now_{c[3:]}": [c] for c in NOW}
cells = {f"{d}_{s}": [c for c in carrying(t) if c in scales[d]] for d in DIMS for t, s in CELL.items()}
behind = dict(scales) | cells
behind["overall"] = [r["code"] for r in items]
behind["voice"] = sorted(set(scales["co_commission"] + scales["co_design"] + scales["co_assess"]))
behind["action"] = scales["co_deliver"]

def person(row):
    answer = dict(zip(codes, row)); out = {}
    for m, its in (scales | cells).items():
        asked = [c for c in its if answer[c] != "."]
        got = [ready(c, answer[c]) for c in asked if ready(c, answer[c]) is not None]
        need = max(2, -(-len(asked) // 2))
        if m.startswith("now_") or m in cells: need = max(1, min(len(asked), need))
        out[m] = sum(got) / len(got) if len(got) >= need and got else None
    def mean(names):
        got = [out[m] for m in names if out[m] is not None]
        return sum(got) / len(got) if got and 3 * len(got) >= 2 * len(names) else None
    out["overall"] = mean(DIMS); out["voice"] = mean(["co_commission", "co_design", "co_assess"]); out["action"] = mean(["co_deliver"])
    return out
people = [person(r) for r in rows]
measures = list(behind)
X = {m: np.array([np.nan if p[m] is None else float(p[m]) for p in people]) for m in measures}
T = stats.t

def estimate(m, who, w):
    """value, standard error, n, sd of a group, with weights w."""
    x, v = X[m][who], w[who]; ok = ~np.isnan(x); n = int(ok.sum())
    if n == 0: return None
    sd = None
    if n > 1: mu = np.average(x[ok], weights=v[ok]); sd = float(np.sqrt(n / (n - 1) * np.average((x[ok] - mu) ** 2, weights=v[ok])))
    if m != "overall":
        mu = np.average(x[ok], weights=v[ok])
        se = np.sqrt(n / (n - 1) * np.sum((v[ok] * (x[ok] - mu) / v[ok].sum()) ** 2)) if n > 1 else None
        return float(mu), se, n, sd
    D = np.array([X[d][who] for d in DIMS]).T; has = ~np.isnan(D)
    if has.any(0).sum() * 3 < 22: return None
    D = D[:, has.any(0)]; has = ~np.isnan(D); W = has * v[:, None]
    mu = np.where(has, D, 0) * W; mu = mu.sum(0) / W.sum(0)
    U = np.where(has, D - mu, 0) * W / W.sum(0)          # influence of each person on each dimension mean
    N = int(has.any(1).sum()); a = np.full(len(mu), 1 / len(mu))
    se = float(np.sqrt(a @ (N / (N - 1) * U.T @ U) @ a)) if N > 1 and n > 1 else None
    return float(mu.mean()), se, n, sd

def influence(m, who, w):
    """Each person's part in a group's number, over all people (0 outside), and who has one."""
    z = np.zeros(len(orgs)); any_ = np.zeros(len(orgs), bool)
    names = DIMS if m == "overall" else [m]
    names = [d for d in names if (~np.isnan(X[d][who])).any()]
    for d in names:
        ok = who[~np.isnan(X[d][who])]; v = w[ok]
        z[ok] += v * (X[d][ok] - np.average(X[d][ok], weights=v)) / v.sum() / len(names); any_[ok] = True
    return z, any_

def by_organisation(z, any_):
    """Standard error and degrees of freedom with organisations as the units; None for fewer than two."""
    org = np.array(orgs); held = sorted(set(org[any_])); G = len(held)
    if G < 2: return None
    u = np.array([z[org == o].sum() for o in held])
    return float(np.sqrt(G / (G - 1) * (u @ u))), G - 1

def interval(value, se, units, df):
    if se is None or not se > 0 or units < 5: return [None, None]
    h = T.ppf(.975, df) * se
    return [max(0., value - h), min(100., value + h)]

out = []
def emit(level, org, by, group, weighting, who, m, value, lohi, n, sd):
    asked = [rows[i][codes.index(c)] for i in who for c in behind[m] if rows[i][codes.index(c)] != "."]
    if not asked: row = dict(status="not_asked", value=None, low=None, high=None, n=None, sd=None, coverage=None, dk=None, nfm=None)
    else:
        row = dict(status="too_few_answers" if value is None else "ok", value=value, low=lohi[0], high=lohi[1], n=n, sd=sd,
                   coverage=sum(a.isdigit() for a in asked) / len(asked), dk=asked.count("dk") / len(asked), nfm=asked.count("nfm") / len(asked))
    out.append(dict(level=level, organisation=org, by=by, group=group, weighting=weighting, measure=m, **row))

def run(w, levels):
    orgset, A = sorted(set(orgs)), np.arange(len(orgs))
    org, typ = np.array(orgs), np.array(types); roll = np.array([ROLL[t] for t in types]); ser = np.array(service)
    def plain(level, o, by, g, who):
        for m in measures:
            e = estimate(m, who, w)
            c = e and level in ("cohort", "type") and by_organisation(*influence(m, who, w))
            lohi = (interval(e[0], c[0], e[2], c[1]) if c else interval(*e[:3], e[2] - 1)) if e else [None, None]
            emit(level, o, by, g, "respondents_equal", who, m, e and e[0], lohi, e[2] if e else 0, e and e[3])
    def typed(level, o, who):
        for m in measures:
            es = [e for r in sorted(set(roll[who])) if (e := estimate(m, who[roll[who] == r], w))]
            if not es: emit(level, o, None, None, "types_equal", who, m, None, [None, None], 0, None); continue
            value = float(np.mean([e[0] for e in es])); n = sum(e[2] for e in es); lohi = [None, None]
            parts = [influence(m, who[roll[who] == r], w) for r in sorted(set(roll[who])) if estimate(m, who[roll[who] == r], w)]
            c = level == "cohort" and by_organisation(sum(z for z, _ in parts) / len(es), sum(a for _, a in parts) > 0)
            if c: lohi = interval(value, c[0], n, c[1])
            elif all(e[1] is not None for e in es):
                q = [e[1] ** 2 / len(es) ** 2 for e in es]
                if sum(q) > 0: lohi = interval(value, np.sqrt(sum(q)), n, sum(q) ** 2 / sum(x * x / (e[2] - 1) for x, e in zip(q, es)))
            emit(level, o, None, None, "types_equal", who, m, value, lohi, n, None)
    def orged(level, by, g, who):
        for m in measures:
            es = [e for o in orgset if len(who[org[who] == o]) and (e := estimate(m, who[org[who] == o], w))]
            v = [e[0] for e in es]
            lohi = interval(np.mean(v), np.std(v, ddof=1) / np.sqrt(len(v)), len(v), len(v) - 1) if len(v) > 1 else [None, None]
            emit(level, None, by, g, "organisations_equal", who, m, float(np.mean(v)) if v else None, lohi, sum(e[2] for e in es), None)
    plain("cohort", None, None, None, A); typed("cohort", None, A); orged("cohort", None, None, A)
    for o in orgset: plain("organisation", o, None, None, A[org == o]); typed("organisation", o, A[org == o])
    for by, col in (("respondent_type", typ), ("roll_up", roll), ("service", ser)):
        for g in sorted(set(col) - {""}):
            plain("type", None, by, g, A[col == g]); orged("type", by, g, A[col == g])
            if levels:
                for o in orgset:
                    who = A[(col == g) & (org == o)]
                    if len(who): plain("organisation_type_cell", o, by, g, who)

run(np.ones(len(orgs)), True); plain_rows, out = out, []
run(np.array(weights), False); weighted_rows = [r for r in out if r["measure"] in ("overall", "d01", "co_design", "d01_cm", "now_cm")]
side = np.array([{"citizen": 1, "other": -1}.get(ROLL[t], 0) for t in types])
lead = np.array([0 if t in LEADERS else 1 for t in types])
gaps = []
for o in [None] + sorted(set(orgs)):
    A = np.arange(len(orgs)); A = A[np.array(orgs) == o] if o else A
    for m, side_of in [("overall", side)] + [(f"now_{c[3:]}", lead) for c in NOW]:
        who = [A[side_of[A] == k] for k in (0, 1)]
        e = [estimate(m, w, np.ones(len(orgs))) for w in who]
        if not all(e): gaps.append([o, m, None, None, None, *(x[2] if x else 0 for x in e)]); continue
        lohi = [None, None]
        if min(e[0][2], e[1][2]) >= 5:
            z = [influence(m, w, np.ones(len(orgs))) for w in who]
            c = o is None and by_organisation(z[0][0] - z[1][0], z[0][1] | z[1][1])
            if c:
                d = e[0][0] - e[1][0]; h = T.ppf(.975, c[1]) * c[0]; lohi = [max(-100., d - h), min(100., d + h)]
            elif m != "overall":
                x = [X[m][w][~np.isnan(X[m][w])] for w in who]
                ci = stats.ttest_ind(*x, equal_var=False).confidence_interval(.95); lohi = [float(ci.low), float(ci.high)]
            else:
                q = [v[1] ** 2 for v in e]; h = T.ppf(.975, sum(q) ** 2 / sum(a * a / (v[2] - 1) for a, v in zip(q, e))) * np.sqrt(sum(q))
                lohi = [float(e[0][0] - e[1][0] - h), float(e[0][0] - e[1][0] + h)]
        gaps.append([o, m, e[0][0] - e[1][0], *lohi, e[0][2], e[1][2]])
def short(rows): return [[float(f"{r[k]:.12g}") if isinstance(r[k], float) else r[k] for k in r] for r in rows]
few = {"overall", "d07", "d08b", "co_design", "grow_it", "voice", "now_dl", "d03_de", "d01_s5"}
def keep(r): return r["level"] in ("cohort", "organisation") and r["measure"] not in cells or r["measure"] in few
with open("Tests/References/readiness/groups.json", "w", newline="\n") as f:
    json.dump(dict(codes=codes, organisations=orgs, types=types, service=service, weights=weights, answers=[" ".join(r) for r in rows],
                   columns=list(plain_rows[0]), gaps=gaps, rows=short([r for r in plain_rows if keep(r)]), weighted=short(weighted_rows)), f, separators=(",", ":"))
    f.write("\n")
print(len(plain_rows), "rows;", sum(r["status"] == "ok" for r in plain_rows), "ok")
