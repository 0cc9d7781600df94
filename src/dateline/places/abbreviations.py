"""How American and Canadian news writes states behind the names of towns: "La.", "N.Y.", "LA", "Ont."."""

from __future__ import annotations

STATES: dict[str, str] = {
    **{
        short: f"US.{code}"
        for code, forms in {
            "AL": "Ala", "AK": "Alaska", "AZ": "Ariz", "AR": "Ark", "CA": "Calif Cal", "CO": "Colo", "CT": "Conn",
            "DE": "Del", "DC": "DC", "FL": "Fla", "GA": "Ga", "HI": "Hawaii", "ID": "Idaho", "IL": "Ill", "IN": "Ind",
            "IA": "Iowa", "KS": "Kan Kans", "KY": "Ky", "LA": "La", "ME": "Maine", "MD": "Md", "MA": "Mass",
            "MI": "Mich", "MN": "Minn", "MS": "Miss", "MO": "Mo", "MT": "Mont", "NE": "Neb Nebr", "NV": "Nev",
            "NH": "NH", "NJ": "NJ", "NM": "NM", "NY": "NY", "NC": "NC", "ND": "ND", "OH": "Ohio", "OK": "Okla",
            "OR": "Ore Oreg", "PA": "Pa Penn Penna", "RI": "RI", "SC": "SC", "SD": "SD", "TN": "Tenn", "TX": "Tex",
            "UT": "Utah", "VT": "Vt", "VA": "Va", "WA": "Wash", "WV": "WVa", "WI": "Wis Wisc", "WY": "Wyo",
        }.items()
        for short in forms.split()
    },
    **{
        short: f"CA.{code}"
        for short, code in {
            "Alta": "01", "BC": "02", "Man": "03", "NB": "04", "NL": "05", "NS": "07", "Ont": "08", "PEI": "09",
            "Que": "10", "Sask": "11",
        }.items()
    },
}  # fmt: skip
"""Keys of divisions by the AP's short forms, points and spaces left out."""

POSTAL: dict[str, str] = {
    **{key.partition(".")[2]: key for key in STATES.values() if key.startswith("US.")},
    "ON": "CA.08", "QC": "CA.10", "AB": "CA.01", "MB": "CA.03", "SK": "CA.11",
}  # fmt: skip
"""Keys of divisions by the two letters of the post: only behind a town and a comma."""


def read_short(text: str, after_comma: bool) -> str | None:
    """Return the key of the division that a short form names; two bare capitals count only behind a comma.

    "L.A." is the city.
    """
    letters = text.replace(".", "").replace(" ", "")
    if text == "L.A.":
        return None
    if "." in text and letters in STATES:
        return STATES[letters]
    return (POSTAL.get(text) or STATES.get(letters)) if after_comma else None
