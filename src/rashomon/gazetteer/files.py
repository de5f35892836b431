"""Readers of gazetteer files: GeoNames dumps and code tables, Who's On First tables, P-code tables, a user's own CSV.

Rule: bytes of one file in, rows out; a broken row becomes a BadRow with its number, and the rest is read. Which reader
a file needs is told by its head, never by its name.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from rashomon.errors import GazetteerError
from rashomon.gazetteer.json_rows import json_rows
from rashomon.gazetteer.rows import BadRow, PlaceRow, point, whole

Rows = Iterator[PlaceRow | BadRow]
FIELD_LIMIT = 1 << 20
"""Characters of one field; GeoNames' alternate names reach ten thousand."""

_GEONAMES_FEATURES = {
    "PCLI": "country", "PCLD": "country", "PCLS": "country", "PCLIX": "country", "TERR": "country", "PCLF": "country",
    "ADM1": "admin1", "ADM2": "admin2", "ADM3": "admin3", "ADM4": "admin4", "CONT": "continent", "RGN": "region",
}  # fmt: skip
_GEONAMES_CLASSES = {
    "P": "city",
    "A": "region",
    "H": "water",
    "T": "mountain",
    "L": "area",
    "S": "site",
    "R": "road",
    "U": "water",
    "V": "area",
}
_WOF_FEATURES = {
    "country": "country", "region": "admin1", "county": "admin2", "localadmin": "admin3", "locality": "city",
    "neighbourhood": "quarter", "macroregion": "region", "macrocounty": "admin2", "borough": "quarter",
    "campus": "site",
    "dependency": "country", "disputed": "region", "continent": "continent", "empire": "country",
    "microhood": "quarter",
}  # fmt: skip
_COLUMNS: dict[str, tuple[str, ...]] = {
    "id": ("id", "geonameid", "place_id", "code"),
    "name": ("name", "name_en", "toponym", "place", "admin4name_en", "adm4_en", "admin3name_en", "adm3_en",
             "admin2name_en", "adm2_en", "admin1name_en", "adm1_en"),
    "pcode": ("pcode", "p_code", "p-code", "ocha_pcode", "admin4pcode", "adm4_pcode", "admin3pcode", "adm3_pcode",
              "admin2pcode", "adm2_pcode", "admin1pcode", "adm1_pcode"),
    "lat": ("lat", "latitude", "y", "y_coord"), "lon": ("lon", "lng", "long", "longitude", "x", "x_coord"),
    "feature": ("feature", "placetype", "type", "kind", "featurecla", "class"),
    "country": ("country", "country_code", "iso_a2", "countrycode", "iso2", "admin0pcode", "adm0_pcode"),
    "admin1": ("admin1", "admin1name", "region", "governorate", "province", "admin1code", "admin1name_en", "adm1_en"),
    "population": ("population", "pop", "pop_max"),
    "names": ("alternate_names", "alternatenames", "aliases", "names", "other_names", "alt_names"),
}  # fmt: skip
"""Column heads that a table with a head line may use, the first found wins; of P-code tables (OCHA) the finest."""
_LEVEL = re.compile(r"adm(?:in)?(\d)(?:name)?_en$")
"""A column of names of the n-th order."""


def read_file(path: Path) -> Rows:
    """The rows of a gazetteer file, .gz and .zip opened; raises GazetteerError when it is no table of places."""
    text = _text(path)
    if text.lstrip()[:1] in ("[", "{"):
        return json_rows(path, text)
    lines = iter(io.StringIO(text, newline=""))
    first = next((line for line in lines if line.strip()), "")
    if not first:
        raise GazetteerError(f"{path}: the file is empty; give a table of places")
    reader = _reader(path, first)
    return reader(chain([first], lines))


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
        if data[:2] == b"\x1f\x8b":
            data = gzip.decompress(data)
        elif data[:4] == b"PK\x03\x04":
            data = _from_zip(path, data)
    except (OSError, EOFError, zipfile.BadZipFile, gzip.BadGzipFile) as error:
        raise GazetteerError(f"{path}: cannot be read ({error})") from error
    if b"\0" in data[:4096]:
        raise GazetteerError(f"{path}: is no text; give a UTF-8 table (tab or comma separated)")
    return data.decode("utf-8-sig", "replace")


def _from_zip(path: Path, data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        named = [n for n in archive.namelist() if n.endswith((".txt", ".tsv", ".csv")) and "readme" not in n.lower()]
        if not named:
            raise GazetteerError(f"{path}: the archive holds no .txt, .tsv or .csv table")
        return archive.read(max(named, key=lambda name: archive.getinfo(name).file_size))


def _reader(path: Path, first: str) -> Callable[[Iterator[str]], Rows]:
    cells = first.rstrip("\r\n").split("\t")
    if len(cells) == 19 and cells[0].isdigit():
        return _geonames_dump
    if len(cells) == 4 and "." in cells[0] and cells[3].strip().isdigit():
        return _code_table
    delimiter = "\t" if len(cells) > 1 else ";" if first.count(";") > first.count(",") else ","
    heads = [head.strip().casefold() for head in next(csv.reader([first.rstrip("\r\n")], delimiter=delimiter))]
    if heads[:3] == ["code", "name", "ascii_name"]:
        return lambda lines: _code_table(lines, skip=1)
    if not any(head in _COLUMNS["name"] for head in heads):
        raise GazetteerError(
            f"{path}: no column is called 'name' (found: {', '.join(heads[:8])}); see `rashomon gazetteer add --help`"
        )
    return lambda lines: _table(lines, delimiter)


def _geonames_dump(lines: Iterator[str]) -> Rows:
    """The main "geoname" table: 19 columns without a head line."""
    for number, line in enumerate(lines, 1):
        cells = line.rstrip("\r\n").split("\t")
        if len(cells) != 19:
            yield BadRow(number, f"has {len(cells)} columns, and a GeoNames dump has 19")
            continue
        place = point(number, cells[4], cells[5])
        if isinstance(place, BadRow):
            yield place
            continue
        feature = _GEONAMES_FEATURES.get(cells[7], _GEONAMES_CLASSES.get(cells[6], "site"))
        names = tuple(name for name in [cells[2], *cells[3].split(",")] if name)
        yield PlaceRow(f"geonames:{cells[0]}", cells[1], *place, feature, cells[8], cells[10], whole(cells[14]), names)


def _code_table(lines: Iterator[str], skip: int = 0) -> Rows:
    """admin1CodesASCII.txt and admin2Codes.txt: code, name, ASCII name, id; no coordinates."""
    for number, line in enumerate(lines, 1):
        if number <= skip or not line.strip():
            continue
        cells = line.rstrip("\r\n").split("\t")
        parts = cells[0].split(".")
        if len(cells) < 4 or len(parts) not in (2, 3):
            yield BadRow(number, f"{cells[0][:40]!r} is no code such as SY.07")
            continue
        yield PlaceRow(
            f"geonames:{cells[3].strip()}",
            cells[1],
            None,
            None,
            f"admin{len(parts) - 1}",
            parts[0],
            parts[1],
            0,
            (cells[2],),
        )


def _table(lines: Iterator[str], delimiter: str) -> Rows:
    """A table with a head line: Who's On First's, or a user's own."""
    csv.field_size_limit(FIELD_LIMIT)
    if delimiter == "\t":
        reader = csv.DictReader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    else:
        reader = csv.DictReader(lines, delimiter=delimiter)
    heads = {(head or "").strip().casefold(): head for head in reader.fieldnames or ()}
    where = {field: next((heads[c] for c in columns if c in heads), None) for field, columns in _COLUMNS.items()}
    wof = "placetype" in heads and "geonameid" in heads
    try:
        for number, row in enumerate(reader, 2):
            yield _table_row(number, row, where, wof)
    except csv.Error as error:
        yield BadRow(reader.line_num + 1, f"cannot be split into columns ({error}); what follows was not read")


def _table_row(
    number: int, row: Mapping[str, str | None], where: Mapping[str, str | None], wof: bool
) -> PlaceRow | BadRow:
    cell = {field: (row.get(head) or "").strip() if head else "" for field, head in where.items()}
    if not cell["name"]:
        return BadRow(number, "has no name")
    if "\ufffd" in cell["name"]:
        return BadRow(number, "the name is not UTF-8; save the table as UTF-8")
    place = point(number, cell["lat"], cell["lon"])
    if isinstance(place, BadRow):
        return place
    level = _LEVEL.match((where["name"] or "").casefold())
    plain = cell["feature"].casefold() or (f"admin{level[1]}" if level else "city")
    feature = _WOF_FEATURES.get(plain, plain)
    geoname = (row.get("geonameid") or "").strip() if wof else ""
    identity = (
        f"geonames:{geoname}"
        if geoname.isdigit()
        else f"{'wof' if wof else 'user'}:{cell['id'] or cell['pcode'] or number}"
    )
    names = tuple(name.strip() for name in cell["names"].replace(";", "|").split("|") if name.strip())
    return PlaceRow(
        identity,
        cell["name"],
        *place,
        feature,
        cell["country"].upper()[:2],
        cell["admin1"],
        whole(cell["population"]),
        names,
        cell["pcode"],
    )
