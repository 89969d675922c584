"""Whether the tables of places and bodies hold together: names, days, acts, links, what became of what."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from kg.identity.bodies import Body, central, local
from kg.lexicon import rows, variants
from kg.number import DocNumber
from kg.text import view

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from kg.lexicon import Row

_TABLES = (
    "central_bodies", "local_bodies", "changes", "functions", "regions", "provinces", "renamings",
    "districts", "communes", "communes_before", "commune_changes", "place_levels", "counts",
)  # fmt: skip
_DAY = re.compile(r"\d{4}(?:-\d\d-\d\d)?")
_DAYS = ("valid_from", "valid_to", "date", "day")
_YEAR = 4
_OPEN = frozenset({"all", "some"})


def _each(table: str) -> Iterator[tuple[str, Row]]:
    """Give the rows of a table with their lines, as an editor counts them."""
    for line, row in enumerate(rows(f"gazetteer/{table}"), start=2):
        yield f"{table}.csv line {line}", row


def _ids(*tables: str) -> set[str]:
    return {row["id"] for table in tables for row in rows(f"gazetteer/{table}")}


def _bodies() -> dict[str, Body]:
    return {**central(), **local()}


def _twice(what: str, values: Iterable[object]) -> Iterator[str]:
    for value, count in Counter(values).items():
        if count > 1:
            yield f"{what}: {value} stands {count} times"


def keys_are_unique() -> Iterator[str]:
    """Look for ids and codes that stand twice."""
    yield from _twice("bodies", [r["id"] for t in ("central_bodies", "local_bodies")
                                 for r in rows(f"gazetteer/{t}")])  # fmt: skip
    for table in ("changes", "provinces", "districts"):
        yield from _twice(f"{table}.csv", [row["id"] for row in rows(f"gazetteer/{table}")])
    for table in ("districts", "communes", "communes_before"):
        yield from _twice(f"{table}.csv", [row["code"] for row in rows(f"gazetteer/{table}")])
    for code in ("code_before", "code_after", "iso"):
        cells = (row[code] for row in rows("gazetteer/provinces"))
        yield from _twice(f"provinces.csv {code}", filter(None, cells))


def labels_are_unique() -> Iterator[str]:
    """Look for two places of one label inside one place, and two bodies of one name on one day."""
    scopes = {"provinces": (), "districts": ("province", "kind"), "communes": ("province",),
              "communes_before": ("district", "kind")}  # fmt: skip
    for table, columns in scopes.items():
        named = (
            (*(row[c] for c in columns), view(row["name"])) for row in rows(f"gazetteer/{table}")
        )
        yield from _twice(f"{table}.csv", map(" ".join, named))
    for one, other in combinations(_bodies().values(), 2):
        shared = {view(one.name)} & {view(other.name)} or set(one.codes) & set(other.codes)
        if shared and _meet(one, other):
            yield f"{one.id} and {other.id} both bear {', '.join(sorted(shared))} on one day"


def _meet(one: Body, other: Body) -> bool:
    """Tell whether two bodies can stand at one place on one day."""
    if one.scope != other.scope or not (
        _until(one) >= other.valid_from and _until(other) >= one.valid_from
    ):
        return False
    where = set(one.where) & set(other.where) or _OPEN & {*one.where, *other.where}
    return one.scope == "central" or bool(where)


def _until(body: Body) -> str:
    """Give the last day as words that compare: a year alone counts to its first day here.

    What follows in the year in which an old body ends is told by no day.
    """
    return body.valid_to or "9999"


def acts_are_numbers() -> Iterator[str]:
    """Look for acts that are no number of a document."""
    for table in _TABLES:
        for where, row in _each(table):
            cells = "|".join(row.get(column) or "" for column in ("act", "communes_act"))
            for act in filter(None, cells.split("|")):
                if str(DocNumber.parse(act)) != act:
                    yield f"{where}: {act} is no number of a document"


def days_are_days() -> Iterator[str]:
    """Look for days that no calendar has, and lives that end before they begin."""
    for table in _TABLES:
        for where, row in _each(table):
            cells = {column: row[column] for column in _DAYS if row.get(column)}
            yield from (
                f"{where}: {cell} is no day" for cell in cells.values() if not _is_day(cell)
            )
            first, last = cells.get("valid_from", ""), cells.get("valid_to", "9999")
            if first[: len(last)] > last:
                yield f"{where}: it ends on {last} before it begins on {first}"


def _is_day(cell: str) -> bool:
    try:
        return bool(_DAY.fullmatch(cell)) and bool(dt.date.fromisoformat(f"{cell}-01-01"[:10]))
    except ValueError:
        return False


def links_lead_somewhere() -> Iterator[str]:
    """Look for ids that no table holds."""
    bodies, provinces = set(_bodies()), _ids("provinces")
    districts, codes = _ids("districts"), {r["code"] for r in rows("gazetteer/communes")}
    known: Mapping[tuple[str, str], set[str]] = {
        ("central_bodies", "parent"): bodies, ("local_bodies", "parent"): bodies,
        ("changes", "from"): bodies, ("changes", "to"): bodies, ("changes", "where"): provinces,
        ("functions", "from"): bodies, ("functions", "to"): bodies,
        ("functions", "seen_in"): provinces | {"all"}, ("regions", "body"): bodies,
        ("regions", "seats"): provinces | districts, ("provinces", "successor"): provinces,
        ("renamings", "province"): provinces, ("districts", "province"): provinces,
        ("districts", "since"): codes, ("communes", "province"): provinces,
        ("communes_before", "since"): codes, ("commune_changes", "code"): codes,
        ("communes_before", "district"): {r["code"] for r in rows("gazetteer/districts")},
    }  # fmt: skip
    for (table, column), ids in known.items():
        for where, row in _each(table):
            for each in variants(row, column):
                if each not in ids:
                    yield f"{where}: {column} names {each}, which no table holds"


def labels_are_in_both_languages() -> Iterator[str]:
    """Look for rows without an English name beside the Vietnamese one."""
    columns = {"central_bodies": ("name", "en"), "local_bodies": ("name", "en"),
               "provinces": ("label", "en"), "renamings": ("label", "en"),
               "functions": ("function", "en"), "place_levels": ("vi", "en")}  # fmt: skip
    for table, wanted in columns.items():
        for where, row in _each(table):
            yield from (f"{where}: {column} is empty" for column in wanted if not row[column])


def ends_are_told() -> Iterator[str]:
    """Look for bodies that ended without a change, or with two, and for days that do not meet."""
    told: dict[str, list[Row]] = defaultdict(list)
    for row in rows("gazetteer/changes"):
        for each in set(variants(row, "from")) - set(variants(row, "to")):
            told[each].append(row)
    for body in _bodies().values():
        sure = [row for row in told[body.id] if row["type"] != "unknown"]
        if len(sure) > 1 or (body.valid_to and not told[body.id]):
            yield f"{body.id} ended on {body.valid_to}: {len(sure)} changes tell of it"
        for row in sure:
            if body.valid_to != _before(row["date"]):
                yield f"{row['id']}: {body.id} ends on {body.valid_to or 'no day'}"


def _before(day: str) -> str:
    if len(day) == _YEAR:
        return day
    return (dt.date.fromisoformat(day) - dt.timedelta(1)).isoformat()


def chains_have_no_loops() -> Iterator[str]:
    """Look for a body or a place that becomes itself by way of others."""
    onward: dict[str, set[str]] = defaultdict(set)
    for row in rows("gazetteer/changes"):
        for each in variants(row, "from"):
            onward[each] |= set(variants(row, "to")) - {each}
    for row in rows("gazetteer/provinces"):
        onward[row["id"]] |= {row["successor"]} - {row["id"]}
    for start in sorted(onward):
        if start in _reached(onward, start):
            yield f"{start} becomes itself by way of others"


def _reached(onward: Mapping[str, set[str]], start: str) -> set[str]:
    found: set[str] = set()
    left = [start]
    while left:
        new = onward.get(left.pop(), set()) - found
        found |= new
        left += new
    return found


def the_map_is_total() -> Iterator[str]:
    """Look for areas of June 2025 without a place today, and for places of today out of nothing."""
    provinces = {row["id"]: row for row in rows("gazetteer/provinces")}
    districts = {row["code"]: row for row in rows("gazetteer/districts")}
    today = {row["code"]: row["province"] for row in rows("gazetteer/communes")}
    for key, row in provinces.items():
        if provinces.get(row["successor"], row)["valid_to"]:
            yield f"provinces.csv: the successor of {key} has ended"
    followed = {code for row in districts.values() for code in variants(row, "since")}
    for where, row in _each("communes_before"):
        district = districts.get(row["district"], {})
        old = provinces.get(district.get("province", ""), {})
        parts = variants(row, "since")
        followed |= set(parts)
        if {today.get(part) for part in parts} != {old.get("successor")}:
            yield f"{where}: its area is in no commune of the province that followed"
    yield from (f"communes.csv: {code} came from nowhere" for code in sorted(set(today) - followed))


CHECKS: tuple[tuple[str, Callable[[], Iterator[str]]], ...] = (
    ("every id and code stands once", keys_are_unique),
    ("labels are unique in their scope", labels_are_unique),
    ("acts are well-formed numbers", acts_are_numbers),
    ("days are days, and no life ends before it begins", days_are_days),
    ("every link leads to a row", links_lead_somewhere),
    ("names are in both languages", labels_are_in_both_languages),
    ("what ended is told by one change, on its day", ends_are_told),
    ("chains have no loops", chains_have_no_loops),
    ("the map is total: every area is somewhere, every commune from somewhere", the_map_is_total),
)
"""What must hold, in words, with what looks for faults; all of them run."""
