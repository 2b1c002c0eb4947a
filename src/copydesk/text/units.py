"""Units of amounts: which words name one, and which can be turned into each other."""

# How a unit is written -> its name in an amount. Lower case; plural forms are listed where they are not formed with -s.
_WRITTEN: dict[str, str] = {
    "percent": "% percent pct percentage",
    "percentage point": "pp ppt",
    "basis point": "bp bps",
    "USD": "$ us$ usd dollar buck",
    "EUR": "€ eur euro",
    "GBP": "£ gbp sterling",
    "JPY": "¥ jpy yen",
    "CNY": "rmb cny yuan renminbi",
    "INR": "₹ inr rs rs. rupee",
    "RUB": "₽ rub ruble rouble",
    "KRW": "₩ krw won",
    "ILS": "₪ ils shekel nis",
    "CAD": "c$ ca$ cad",
    "AUD": "a$ au$ aud",
    "NZD": "nz$ nzd",
    "HKD": "hk$ hkd",
    "SGD": "s$ sgd",
    "CHF": "chf franc",
    "BRL": "r$ brl real reais",
    "MXN": "mxn peso",
    "ZAR": "zar rand",
    "SEK": "sek krona kronor",
    "NOK": "nok kroner",
    "km": "km kilometer kilometre kms",
    "m": "m meter metre",
    "cm": "cm centimeter centimetre",
    "mm": "mm millimeter millimetre",
    "mile": "mile mi",
    "yard": "yard yd",
    "foot": "foot feet ft",
    "inch": "inch inches",
    "acre": "acre",
    "hectare": "hectare ha",
    "km/h": "km/h kph kmh",
    "mph": "mph",
    "knot": "knot",
    "kg": "kg kilogram kilo kilogramme",
    "g": "g gram gramme",
    "mg": "mg milligram",
    "tonne": "tonne",
    "ton": "ton",
    "pound": "pound lb lbs",
    "ounce": "ounce oz",
    "litre": "litre liter",
    "gallon": "gallon",
    "barrel": "barrel bbl",
    "°C": "°c ℃ celsius centigrade",
    "°F": "°f ℉ fahrenheit",
    "degree": "degree °",
    "kW": "kw kilowatt",
    "MW": "mw megawatt",
    "GW": "gw gigawatt",
    "kWh": "kwh",
    "MWh": "mwh",
    "GB": "gb gigabyte",
    "TB": "tb terabyte",
    "MB": "mb megabyte",
    "second": "second sec",
    "minute": "minute min mins",
    "hour": "hour hr hrs",
    "day": "day",
    "week": "week",
    "month": "month",
    "quarter": "quarter",
    "year": "year yr yrs",
    "decade": "decade",
    "century": "century centuries",
    "time": "time times",
    "point": "pt",
}

# unit -> (kind of quantity, how many base units it is). Offsets (°C/°F) are handled apart.
SCALE: dict[str, tuple[str, float]] = {
    "km": ("length", 1000.0), "m": ("length", 1.0), "cm": ("length", 0.01), "mm": ("length", 0.001), "mile": ("length", 1609.344),
    "yard": ("length", 0.9144), "foot": ("length", 0.3048), "inch": ("length", 0.0254),
    "acre": ("area", 4046.86), "hectare": ("area", 10_000.0),
    "km/h": ("speed", 1.0), "mph": ("speed", 1.609344), "knot": ("speed", 1.852),
    "kg": ("mass", 1.0), "g": ("mass", 0.001), "mg": ("mass", 1e-6), "tonne": ("mass", 1000.0), "ton": ("mass", 907.185),
    "pound": ("mass", 0.453592), "ounce": ("mass", 0.0283495), "litre": ("volume", 1.0), "gallon": ("volume", 3.78541),
    "kW": ("power", 1.0), "MW": ("power", 1000.0), "GW": ("power", 1e6), "kWh": ("energy", 1.0), "MWh": ("energy", 1000.0),
    "MB": ("data", 1.0), "GB": ("data", 1000.0), "TB": ("data", 1e6),
    "second": ("duration", 1.0), "minute": ("duration", 60.0), "hour": ("duration", 3600.0), "day": ("duration", 86_400.0),
    "week": ("duration", 604_800.0), "month": ("duration", 2_629_746.0), "quarter": ("duration", 7_889_238.0),
    "year": ("duration", 31_556_952.0), "decade": ("duration", 315_569_520.0), "century": ("duration", 3_155_695_200.0),
}  # fmt: skip

UNITS: dict[str, str] = {form: unit for unit, forms in _WRITTEN.items() for form in forms.split()}

CURRENCIES: frozenset[str] = frozenset(unit for unit in _WRITTEN if len(unit) == 3 and unit.isupper())

# Signs and codes that stand before the number.
CURRENCY_SIGNS: dict[str, str] = {
    form: unit
    for form, unit in UNITS.items()
    if unit in CURRENCIES and (not form.isalpha() or form == unit.lower() or form == "rs")
}


def unit_of(word: str) -> str | None:
    """Return the unit a word names, in lower case and either number; None where it names none."""
    found = UNITS.get(word)
    if found is None and word.endswith("s"):
        found = UNITS.get(word[:-1]) if len(word) > 3 else None
    return found
