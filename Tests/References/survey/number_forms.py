"""The forms of numbers in some languages, as Babel (Unicode CLDR) has them. Babel 2.18.0.

python3 -m pip install babel==2.18.0; python3 number_forms.py > number_forms.json
"""

import datetime
import json

from babel import Locale
from babel.dates import format_date

NUMBERS = list(range(0, 131)) + [200, 201, 203, 1000, 1001, 1002, 1011, 1022]
found = {
    "numbers": NUMBERS,
    "plurals": {code: [Locale.parse(code).plural_form(n) for n in NUMBERS] for code in ["en", "cy", "pl", "ar"]},
    "ordinals": {"en": [Locale.parse("en").ordinal_form(n) for n in NUMBERS]},
    "months": [Locale.parse("en_GB").months["format"]["wide"][month] for month in range(1, 13)],
    "date": format_date(datetime.date(2026, 11, 21), "long", locale="en_GB"),
    "marks": [Locale.parse("en_GB").number_symbols["latn"][name] for name in ["decimal", "group", "minusSign"]],
}
print(json.dumps(found, ensure_ascii=False))
