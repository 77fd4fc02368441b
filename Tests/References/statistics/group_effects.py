"""Dunnett's T3 and the noncentral intervals of eta squared, epsilon squared and omega squared.

Run: python3 group_effects.py > group_effects.json   (Python 3.11, scipy 1.17.1, mpmath 1.3.0)
T3 integrates the studentised maximum modulus with mpmath; intervals are roots of scipy's noncentral F.
"""
import json

import mpmath as mp
from scipy import optimize, stats


def modulus(t, m, df):
    """P(max of m independent |T| sharing one standard deviation >= t)."""
    c = 2 * (mp.mpf(df) / 2) ** (mp.mpf(df) / 2) / mp.gamma(mp.mpf(df) / 2)
    density = lambda s: c * s ** (df - 1) * mp.exp(-df * s * s / 2)
    inside = lambda s: density(s) * mp.erf(t * s / mp.sqrt(2)) ** m
    return float(1 - mp.quad(inside, [0, 0.5, 1, 1.5, 2, 3, 6]))


def interval(estimate, df1, df2, level=0.95):
    f = estimate / df1 / ((1 - estimate) / df2)
    limits = []
    for tail in ((1 + level) / 2, (1 - level) / 2):
        g = lambda n: (stats.ncf.cdf(f, df1, df2, n) if n > 0 else stats.f.cdf(f, df1, df2)) - tail
        limits.append(0.0 if g(0) <= 0 else optimize.brentq(g, 0, 1000, xtol=1e-13, rtol=1e-14))
    return [n / (n + df2) for n in limits]


mp.mp.dps = 25
effects = []
for f, df1, df2 in [(4.2, 4, 67.5), (1.1, 3, 40), (0.4, 2, 12), (21, 8, 180)]:
    values = {
        "eta_squared": f * df1 / (f * df1 + df2),
        "epsilon_squared_f": max(0, (f - 1) * df1 / (f * df1 + df2)),
        "omega_squared": max(0, (f - 1) * df1 / (f * df1 + df2 + 1)),
    }
    effects.append({"f": f, "df1": df1, "df2": df2,
                    **{k: {"value": v, "ci95": interval(v, df1, df2)} for k, v in values.items()}})
moduli = [{"t": t, "m": m, "df": df, "p": modulus(t, m, df)}
          for t in (0.5, 2, 3.2, 5) for m in (1, 3, 10) for df in (3, 17.68, 80)]
print(json.dumps({"source": "scipy 1.17.1 ncf, mpmath 1.3.0", "effects": effects, "moduli": moduli}, indent=1))
