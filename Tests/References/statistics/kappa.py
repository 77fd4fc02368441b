# Weighted kappa of two raters with its standard errors. Run in this folder: python3 kappa.py > kappa.json
import csv, json
import numpy, statsmodels
from statsmodels.stats.inter_rater import cohens_kappa

pairs = [(int(r["rater1"]), int(r["rater2"])) for r in csv.DictReader(open("data/irr_anxiety.csv"))]
table = numpy.zeros((6, 6))
for one, other in pairs:
    table[one - 1, other - 1] += 1
result = {"source": "Python 3.11 with statsmodels " + statsmodels.__version__, "table": table.tolist()}
for name, weights, power in (("none", None, 0), ("linear", "linear", 1), ("quadratic", "quadratic", 2)):
    k = cohens_kappa(table, wt=weights)
    result[name] = {"kappa": k.kappa, "se": k.std_kappa, "z": k.z_value}
print(json.dumps(result, indent=1))
