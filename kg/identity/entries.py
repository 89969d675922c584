"""What the tables know of one place or body, line by line, found by a name in any letters."""

from __future__ import annotations

import datetime as dt
import difflib
import functools
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import NotFoundError
from kg.identity.bodies import CENTRAL, Body, alive, body_of, central, local
from kg.identity.communes import (
    Commune,
    FormerCommune,
    commune_kind_on,
    communes,
    former_communes,
    origin_of_commune,
)
from kg.identity.districts import District, district, districts
from kg.identity.provinces import (
    REFORM,
    Province,
    holder_of,
    label_on,
    namings,
    province,
    provinces_on,
)
from kg.identity.timeline import Event, timeline
from kg.lexicon import rows, variants
from kg.text import capitalised, plain, squeeze, view

if TYPE_CHECKING:
    from collections.abc import Iterator

Line = tuple[str, str]
_EVER = "2008-08-01"
_NEAR = 4
_SOME = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the tables: its id, what it is, its full label, what else it is called."""

    id: str
    what: str
    label: str
    others: tuple[str, ...]
    row: Province | District | Commune | FormerCommune | Body

    def lines(self, day: str = "") -> tuple[Line, ...]:
        """Give what is known, as pairs of words; with an ISO *day* also how it stood then.

        >>> dict(entries("tam diep")[0].lines())["code"]
        '370 (until 2025-06-30)'
        """
        return tuple(filter(lambda line: line[1], _lines(self.row, day)))


def entries(words: str) -> tuple[Entry, ...]:
    """Give every place and body of a name; marks and case do not count where none fits with them.

    Raises NotFoundError, which names what is near.

    >>> [each.label for each in entries("dak nong")], len(entries("Châu Thành")) > 9
    (['Tỉnh Đắk Nông'], True)
    """
    wanted = squeeze(words)
    exact = _index()[0].get(view(wanted), ())
    found = exact or _index()[1].get(plain(wanted), ())
    if not found:
        near = difflib.get_close_matches(plain(wanted), list(_index()[1]), _NEAR, 0.6)
        names = list(dict.fromkeys(each.label for key in near for each in _index()[1][key]))[:_NEAR]
        what = f"the gazetteer knows nothing called '{words}'"
        mend = (
            f"Near to it: {'; '.join(names)}"
            if names
            else "Name a place or a body: Đắk Nông, Bộ Y tế."
        )
        raise NotFoundError(what, mend=mend)
    return found


@functools.cache
def _index() -> tuple[dict[str, tuple[Entry, ...]], dict[str, tuple[Entry, ...]]]:
    """Give all entries by their names with marks, and without."""
    marked: dict[str, dict[str, Entry]] = defaultdict(dict)
    bare: dict[str, dict[str, Entry]] = defaultdict(dict)
    for entry in _all():
        for name in (entry.label, *entry.others):
            marked[view(name)][f"{entry.what} {entry.id}"] = entry
            bare[plain(name)][f"{entry.what} {entry.id}"] = entry
    return tuple(
        {key: tuple(each.values()) for key, each in part.items()} for part in (marked, bare)
    )  # type: ignore[return-value]


def _all() -> Iterator[Entry]:
    spelt = {
        row["id"]: variants(row)
        for t in ("provinces", "districts")
        for row in rows(f"gazetteer/{t}")
    }
    for one in provinces_on(_EVER):
        names = [name for each in namings(one.id) for name in (each.label, each.en)]
        yield Entry(one.id, "province", one.label, (one.name, *names, *spelt[one.id]), one)
    for two in districts():
        label = f"{capitalised(two.label)}, {_lower(province(two.province).label)}"
        yield Entry(two.id, "district", label, (two.name, two.label, *spelt[two.id]), two)
    for new in communes().values():
        label = f"{capitalised(new.label)}, {_lower(province(new.province).label)}"
        yield Entry(new.code, "commune", label, (new.name, new.label), new)
    for old in former_communes().values():
        around = district(old.district)
        label = f"{capitalised(old.label)}, {around.label}, {_lower(province(old.province).label)}"
        yield Entry(old.code, "commune until 2025-06-30", label, (old.name, old.label), old)
    others = {row["name"]: variants(row) for row in rows("lexicon/bodies")}
    for body in (*central().values(), *local().values()):
        what = "central body" if body.scope == CENTRAL else f"body of each {body.scope}"
        names = [*others.get(body.name, ()), body.en, *body.codes]
        yield Entry(body.id, what, body.name, tuple(names), body)


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]


def _lines(row: Province | District | Commune | FormerCommune | Body, day: str) -> Iterator[Line]:
    match row:
        case Province():
            yield from _province(row, day)
        case District():
            yield from _district(row)
        case Commune():
            yield from _commune(row, day)
        case FormerCommune():
            yield from _former(row)
        case Body():
            yield from _body(row, day)


def _days(first: str, last: str) -> str:
    """Give ``from 2025-03-01``, ``until 2025-06-30``, or "" where both ends are open."""
    return " ".join(filter(None, (first and f"from {first}", last and f"until {last}")))


def _province(row: Province, day: str) -> Iterator[Line]:
    for each in namings(row.id):
        days = _days(each.valid_from, each.valid_to)
        act = f" ({each.act})" if each.act else ""
        yield "called", f"{each.label} · {each.en}{f', {days}' if days else ''}{act}"
    yield "code", "; ".join(filter(None, (f"{row.code_before} until 2025-06-30",
                                          row.code_after and f"{row.code_after} since {REFORM}")))  # fmt: skip
    yield "ISO 3166-2", row.iso
    yield "acts", "; ".join(filter(None, (*row.acts, row.communes_act)))
    yield from _events(row.id)
    if day:
        now = label_on(row.id, day)
        gone = f"ended; its area is in {label_on(holder_of(row.id, day).id, day)}"
        yield f"on {day}", f"{now}, code {row.code_on(day)}" if now else gone


def _district(row: District) -> Iterator[Line]:
    yield "code", f"{row.code} (until 2025-06-30)"
    yield "province", province(row.province).label
    inside = [each for each in former_communes().values() if each.district == row.id]
    since = sorted(
        {code for each in inside for code in each.since} | set(filter(None, [row.since]))
    )
    yield "its area since 2025-07-01", "; ".join(communes()[code].label for code in since)
    level = next(each for each in timeline() if row.id in each.before)
    yield "ended", f"{level.date} with its level ({'; '.join(level.acts)})"


def _commune(row: Commune, day: str) -> Iterator[Line]:
    yield "code", f"{row.code} (since {REFORM})"
    yield "province", province(row.province).label
    for change in (each for each in rows("gazetteer/commune_changes") if each["code"] == row.code):
        yield "became", f"{change['kind']} on {change['valid_from']} ({change['act']})"
    whole = "; ".join(
        f"{each.label}, {district(each.district).label}" for each in origin_of_commune(row.code)
    )
    yield "made of, all or in part", whole
    if day:
        kind = commune_kind_on(row.code, day)
        yield f"on {day}", f"{kind} {row.name}" if kind else "was not there yet"


def _former(row: FormerCommune) -> Iterator[Line]:
    yield "code", f"{row.code} (until 2025-06-30)"
    yield "district", district(row.district).label
    yield "province", province(row.province).label
    part = "its area, shared out, is in" if len(row.since) > 1 else "its area is in"
    now = (
        f"{communes()[code].label}, {province(communes()[code].province).label}"
        for code in row.since
    )
    yield part, "; ".join(now)


def _body(row: Body, day: str) -> Iterator[Line]:
    yield "in English", row.en
    yield "kind", "; ".join(filter(None, (row.kind, row.rank)))
    yield "stands in", "; ".join(row.where)
    yield "codes", "; ".join(row.codes)
    yield "days", _days(row.valid_from, row.valid_to)
    yield "acts", "; ".join(row.acts)
    yield "stands under", body_of(row.parent).name if row.parent else ""
    yield from _events(row.id)
    for moved in rows("gazetteer/functions"):
        if row.id in {moved["from"], *variants(moved, "to")}:
            to = "; ".join(body_of(key).name for key in variants(moved, "to"))
            seen = (
                ""
                if moved["seen_in"] == "all"
                else f", seen in {moved['seen_in'].replace('|', ', ')}"
            )
            yield "function", f"{moved['date']}: {moved['function']} → {to}{seen}"
    if day:
        yield f"on {day}", "is there" if alive(row, dt.date.fromisoformat(day)) else "is not there"


def _events(key: str) -> Iterator[Line]:
    """Give what happened to a place or a body, earliest first."""
    for event in timeline():
        if key in event.before or key in event.after:
            side = "became" if key in event.before else "came from"
            acts = f" ({'; '.join(event.acts)})" if event.acts else ""
            yield side, f"{event.date} {event.type}: {_sides(event)}{acts}"


def _sides(event: Event) -> str:
    if not event.bodies:
        return event.note
    before, after = (_names(side) for side in (event.before, event.after))
    return f"{before or '∅'} → {after or '∅'}"


def _names(keys: tuple[str, ...]) -> str:
    more = f"; and {len(keys) - _SOME} more" if len(keys) > _SOME else ""
    return "; ".join(body_of(key).name for key in keys[:_SOME]) + more
