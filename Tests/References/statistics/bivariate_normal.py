# P(X <= h, Y <= k) of two standard normal variables, by another integral at 30 digits: over x of the density times the
# conditional distribution of y. Run in this folder: python3 bivariate_normal.py > bivariate_normal.json
import json
import mpmath as mp

mp.mp.dps = 30

def lower(h, k, r):
    rest = mp.sqrt(1 - r * r)
    inner = lambda x: mp.npdf(x) * mp.ncdf((k - r * x) / rest)
    # The conditional distribution turns at x = k / r.
    turn = k / r if r else mp.mpf(0)
    width = 8 * rest
    cuts = sorted(c for c in {turn - width, turn - width / 4, turn, turn + width / 4, turn + width, mp.mpf(-3), mp.mpf(0)} if -12 < c < h)
    return mp.quad(inner, [mp.mpf(-12)] + cuts + [h], maxdegree=9)

rows = []
for r in ("-0.9999", "-0.95", "-0.5", "0", "0.3", "0.7", "0.9", "0.95", "0.99", "0.9999"):
    for h, k in (("0", "0"), ("-1.25", "0.75"), ("0.5", "0.51"), ("2.25", "-2"), ("-3", "-2.5")):
        value = lower(mp.mpf(h), mp.mpf(k), mp.mpf(r))
        rows.append({"r": float(r), "h": float(h), "k": float(k), "p": float(value)})
print(json.dumps({"source": "mpmath " + mp.__version__, "rows": rows}, indent=1))
