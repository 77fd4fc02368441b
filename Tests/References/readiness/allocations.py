"""A second derivation of the comparisons of allocations, from the definitions alone, with numpy 2.4.6 and scipy 1.17.1:

    python3 allocations.py > allocations.json

Everything is enumerated. The published table: commissioners against the third sector, whole organisations by their means. A made-up
one: two groups side by side in three organisations. F2 as in Anderson et al. (2017): |difference of means|^2 over the groups' own
summed variances divided by their numbers; alpha-transformed shares as in Tsagris, Preston & Wood (2011) without the Helmert
turn, which leaves distances alone.
"""
import csv, itertools, json, os
import numpy as np
from scipy.stats import rankdata, norm, t as student

HERE = os.path.dirname(os.path.abspath(__file__))
rows = list(csv.reader(open(os.path.join(HERE, "../../../Surveys/examples/budget_responses.csv"), encoding="utf-8")))[1:]
points = np.array([[float(x or 0) for x in r[3:]] for r in rows])
organisations = [r[1] for r in rows]
types = [r[2] for r in rows]


def alpha(x, a):
    u = x ** a
    return (x.shape[1] * u / u.sum(axis=1, keepdims=True) - 1) / a


def f2(y, labels):
    groups = [y[labels == g] for g in np.unique(labels)]
    n = len(y)
    grand = y.mean(axis=0)
    between = sum(len(g) * ((g.mean(axis=0) - grand) ** 2).sum() for g in groups)
    return between / sum((1 - len(g) / n) * ((g - g.mean(axis=0)) ** 2).sum() / (len(g) - 1) for g in groups)


def pseudo(y, labels):
    groups = [y[labels == g] for g in np.unique(labels)]
    grand = y.mean(axis=0)
    between = sum(len(g) * ((g.mean(axis=0) - grand) ** 2).sum() for g in groups)
    within = sum(((g - g.mean(axis=0)) ** 2).sum() for g in groups)
    return between / (len(groups) - 1) / (within / (len(y) - len(groups)))


def splits(labels, strata):
    """All distinct labellings that keep the labels of each stratum."""
    blocks = [np.where(strata == s)[0] for s in np.unique(strata)]
    ways = [sorted(set(itertools.permutations(labels[b]))) for b in blocks]
    for choice in itertools.product(*ways):
        out = labels.copy()
        for b, c in zip(blocks, choice):
            out[b] = c
        yield out


def exact(y, labels, strata, statistic):
    centred = y.copy()
    if len(np.unique(strata)) > 1:
        for s in np.unique(strata):
            centred[strata == s] -= y[strata == s].mean(axis=0)
    observed = statistic(centred, labels)
    drawn = np.array([statistic(centred, way) for way in splits(labels, strata)])
    return observed, float(np.mean(drawn >= observed - 1e-9)), float(np.mean(drawn >= drawn.max() - 1e-9))


def welch(y, labels):
    a, b = y[labels == 0], y[labels == 1]
    spread = a.var(axis=0, ddof=1) / len(a) + b.var(axis=0, ddof=1) / len(b)
    return np.abs(a.mean(axis=0) - b.mean(axis=0)) / np.sqrt(np.maximum(spread, 1e-300))


def max_t(y, labels, strata):
    centred = y.copy()
    if len(np.unique(strata)) > 1:
        for s in np.unique(strata):
            centred[strata == s] -= y[strata == s].mean(axis=0)
    observed = welch(centred, labels)
    drawn = np.array([welch(centred, way) for way in splits(labels, strata)])
    order = np.argsort(-observed, kind="stable")
    alone = (drawn >= observed - 1e-9).mean(axis=0)
    adjusted, running = np.ones(len(observed)), 0
    for step, j in enumerate(order):
        running = max(running, float((drawn[:, order[step:]].max(axis=1) >= observed[j] - 1e-9).mean()))
        adjusted[j] = running
    return observed.tolist(), alone.tolist(), adjusted.tolist()


def difference(y, labels, strata):
    total, sums = 0, 0
    for s in np.unique(strata):
        a, b = y[(strata == s) & (labels == 0)], y[(strata == s) & (labels == 1)]
        if len(a) and len(b):
            w = len(a) * len(b) / (len(a) + len(b))
            total, sums = total + w, sums + w * (a.mean(axis=0) - b.mean(axis=0))
    return sums / total


def kendall_w(x):
    ranks = np.array([rankdata(r) for r in x])
    m, n = ranks.shape
    s = ((ranks.sum(axis=0) - m * (n + 1) / 2) ** 2).sum()
    ties = sum((np.unique(r, return_counts=True)[1] ** 3 - np.unique(r, return_counts=True)[1]).sum() for r in ranks)
    return float(12 * s / (m * m * (n ** 3 - n) - m * ties))


def report(shares, labels, strata, leave=None):
    d = difference(shares, labels, strata)
    out = {"difference": (100 * d).tolist(), "points": float(50 * np.abs(d).sum())}
    for name, a, statistic in [("f2", 1, f2), ("f2_half", .5, f2), ("pseudo", 1, pseudo)]:
        out[name], out[name + "_p"], out[name + "_smallest"] = exact(alpha(shares, a), labels, strata, statistic)
    out["t"], out["alone"], out["adjusted"] = max_t(shares, labels, strata)
    without = []
    for o in leave if leave is not None else []:
        keep = o
        without.append(float(50 * np.abs(difference(shares[keep], labels[keep], strata[keep])).sum()))
    out["leave_one_out"] = [min(without), max(without)] if without else None
    return out


shares = points / points.sum(axis=1, keepdims=True)
group = {"senior_commissioner": 0, "middle_management_commissioner": 0, "third_sector_user_advocacy": 1,
         "third_sector_regional_engagement_manager": 1}
names = sorted({o for o, t in zip(organisations, types) if t in group})
whole = np.array([shares[[i for i in range(8) if organisations[i] == o]].mean(axis=0) for o in names])
labels = np.array([group[types[organisations.index(o)]] for o in names])
strata = np.zeros(len(names), int)
published = report(whole, labels, strata, [np.arange(len(names)) != i for i in range(len(names))])
published["w_commissioners"] = kendall_w(shares[[t in group and group[t] == 0 for t in types]])

# Ranks without one person and without one organisation, 1 for the largest.
def span(cases):
    ranks = np.array([rankdata(-np.round(c, 9)) for c in cases])
    return [ranks.min(axis=0).tolist(), ranks.max(axis=0).tolist()]
published["ranks_without_person"] = span([np.delete(points, i, axis=0).mean(axis=0) for i in range(8)])
everywhere = sorted(set(organisations))
means = np.array([points[[o == name for o in organisations]].mean(axis=0) for name in everywhere])
published["ranks_without_organisation"] = span([np.delete(means, i, axis=0).mean(axis=0) for i in range(len(means))])

# Means that fill zeros in (Martin-Fernandez et al. 2003) or weigh them otherwise (Frechet mean at alpha = 0.5).
def closed(x):
    return (100 * x / x.sum()).tolist()
def geometric(fill):
    zeros = (shares == 0).sum(axis=1, keepdims=True)
    return closed(np.exp(np.log(np.where(shares == 0, fill, shares * (1 - fill * zeros))).mean(axis=0)))
roots = shares ** 0.5
published["geometric_0.0065"], published["geometric_0.025"] = geometric(0.0065), geometric(0.025)
published["frechet_0.5"] = closed((roots / roots.sum(axis=1, keepdims=True)).mean(axis=0) ** 2)

rng = np.random.default_rng(2026)
made = np.array([np.append(cut, 100 - cut.sum()) for cut in rng.integers(0, 9, (12, 10)) + 0.0])
side, place = np.array([0, 1, 0, 1, 0, 0, 1, 1, 0, 1, 1, 0]), np.array([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2])
stratified = report(made / 100, side, place, [place != s for s in range(3)])

# Joint critical values of a normal: five independent estimates by Sidak's formula, and the same tail of t(7).
z = norm.ppf((1 + .95 ** (1 / 5)) / 2)
joint = {"independent": float(z), "student_7": float(student.ppf(norm.cdf(z), 7))}
print(json.dumps({"published": published, "made": {"points": made.tolist(), "group": side.tolist(), "organisation": place.tolist()},
                  "stratified": stratified, "joint": joint}, indent=1))
