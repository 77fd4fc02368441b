"""Reference values for distributions, by mpmath at 30 digits (series and quadrature written out here).

Run: python3 distributions.py > distributions.json   (Python 3.11, mpmath 1.3.0; about a minute)
"""
import json
from mpmath import mp, mpf, betainc, erfc, gamma, exp, log, quad, sqrt, pi, gammainc, inf, findroot, loggamma

mp.dps = 30


def f_tails(f, d1, d2):
    x = d1 * f / (d1 * f + d2)
    return betainc(d1 / 2, d2 / 2, 0, x, regularized=True), betainc(d2 / 2, d1 / 2, 0, 1 - x, regularized=True)


def mixture(mean, tails):
    """Poisson mixture from 0 up."""
    lower = upper = mpf(0)
    weight = exp(-mean)
    j = 0
    while j < mean or weight > mpf(10) ** -28:
        a, b = tails(j)
        lower += weight * a
        upper += weight * b
        j += 1
        weight *= mean / j
    return lower, upper


def chi_density(s, v):
    return exp(log(2) + v / 2 * log(v / 2) - loggamma(v / 2) + (v - 1) * log(s) - v * s * s / 2)


def points(v):
    spread = 1 / sqrt(2 * v)
    return sorted({mpf(0), *(max(mpf(0), 1 + k * spread) for k in (-8, -4, -2, -1, 0, 1, 2, 4, 8, 16, 40))})


def nct_lower(t, v, d):
    return quad(lambda s: chi_density(s, v) * erfc((d - t * s) / sqrt(2)) / 2 if s > 0 else mpf(0), points(v))


def phi(z):
    return erfc(-z / sqrt(2)) / 2


def range_upper(w, k):
    return k * quad(lambda z: exp(-z * z / 2) / sqrt(2 * pi) * (phi(z) ** (k - 1) - (phi(z) - phi(z - w)) ** (k - 1)),
                    [-10, -5, -2, 0, 2, w / 2 + 2, w + 2, w + 6, w + 12])


def num(x):
    return float(x)


out = {"name": "distributions", "source": "mpmath 1.3.0 at 30 digits (distributions.py)"}
out["f"] = []
for d1 in (1, 2, 4, 11, 60):
    for d2 in (2, 7, 50, 6000):
        for f in ("0.02", "0.5", "1", "3", "50"):
            lower, upper = f_tails(mpf(f), mpf(d1), mpf(d2))
            out["f"].append([float(f), d1, d2, num(lower), num(upper)])
# Two numerator pairs have closed tails, so that large denominators cost nothing.
for d1 in (2, 4):
    for d2 in (300000, 1000000):
        for f in ("0.02", "0.5", "1", "3", "50"):
            b = mpf(d2) / 2
            y = d2 / (d1 * mpf(f) + d2)
            upper = y ** b * (1 if d1 == 2 else 1 + b * (1 - y))
            out["f"].append([float(f), d1, d2, num(1 - upper), num(upper)])
out["student"] = []
for v in (1, 3, 12, 50, 1000):
    for t in ("0.3", "2", "5", "20"):
        x = v / (v + mpf(t) ** 2)
        out["student"].append([float(t), v, num(betainc(mpf(v) / 2, mpf(1) / 2, 0, x, regularized=True) / 2)])
out["noncentral_t"] = []
for v in (3, 18, 100):
    for d in ("-1", "0.5", "6"):
        for t in ("-1", "3.5"):
            lower = nct_lower(mpf(t), mpf(v), mpf(d))
            out["noncentral_t"].append([float(t), v, float(d), num(lower), num(1 - lower)])
out["noncentral_chi_square"] = []
for v in (1, 4, 16):
    for lam in ("0.5", "8", "60"):
        for x in ("0.5", "12", "80"):
            a, b = mixture(mpf(lam) / 2, lambda j: (gammainc(mpf(v) / 2 + j, 0, mpf(x) / 2, regularized=True),
                                                      gammainc(mpf(v) / 2 + j, mpf(x) / 2, inf, regularized=True)))
            out["noncentral_chi_square"].append([float(x), v, float(lam), num(a), num(b)])
out["noncentral_f"] = []
for d1, d2 in ((1, 18), (4, 67), (10, 300)):
    for lam in ("0.5", "8", "40"):
        for f in ("0.3", "1.5", "6"):
            x = d1 * mpf(f) / (d1 * mpf(f) + d2)
            a, b = mixture(mpf(lam) / 2, lambda j: (betainc(mpf(d1) / 2 + j, mpf(d2) / 2, 0, x, regularized=True),
                                                      betainc(mpf(d2) / 2, mpf(d1) / 2 + j, 0, 1 - x, regularized=True)))
            out["noncentral_f"].append([float(f), d1, d2, float(lam), num(a), num(b)])
# Infinite degrees of freedom; finite ones are in dist_studentized_range.json.
out["studentized_range"] = []
for q, k in ((1, 3), (3.5, 5), (7, 11), (9, 2)):
    out["studentized_range"].append([q, k, -1, num(range_upper(mpf(q), k))])
print(json.dumps(out, indent=0))
