"""Which citations mean one paper: numbers repeat, dates and issuers are often left out.

A state number runs within one year of one issuer (Decree 30/2020/NĐ-CP, Annex I, II.3), a Party
number within one term of one committee (Hướng dẫn 36-HD/VPTW, 1.3). A citation that leaves out
the date or the issuer is therefore a partial identity: it is said to mean a fuller one only
where the corpus knows one candidate and no other.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.issuers import bears_central_code
from kg.number import DocNumber
from kg.papers import (
    ISSUER_ONLY,
    ONLY_ONE,
    PARTY_TERM,
    SAME_DAY,
    YEAR_PRINTED,
    Dated,
    Dossier,
    Identities,
    Merged,
    Open,
    Paper,
    Sameness,
)
from kg.text import plain, view

Key = tuple[str, str, str]
_CENTRE = "TW"


@dataclass(frozen=True, slots=True)
class _Seen:
    """A paper where one document names it; *held* when it is that document."""

    paper: Paper
    name: str
    day: str | None
    held: bool


@dataclass(slots=True)
class _Group:
    """Sightings that are surely of one paper: same number, same day, no two issuers."""

    date: str | None
    issuer: str | None
    seen: list[_Seen] = field(default_factory=list)

    @property
    def year(self) -> str | None:
        """Give the year of the paper: of its date, else of its number."""
        return (self.date or "")[:4] or next(
            filter(None, (_year(s.paper) for s in self.seen)), None
        )

    @property
    def iri(self) -> str:
        """Give the identity that stands for all: the held one, else the fullest."""
        return min(self.seen, key=_standing).paper.iri


def _standing(seen: _Seen) -> tuple[bool, bool, bool, bool, str]:
    paper = seen.paper
    return (not seen.held, not paper.date, not paper.issuer, not _year(paper), paper.iri)


def identities(dossiers: Iterable[Dossier]) -> Identities:
    """Say which sightings mean one paper, whatever the order of the documents.

    >>> full = Paper("x:full", "36-NQ/TW", issuer="Bộ Chính trị", date="2023-01-30")
    >>> a = Dossier("a", Paper("x:a", date="2024-01-02"), (full,))
    >>> b = Dossier("b", Paper("x:b", date="2024-05-02"), (Paper("x:36", "36-NQ/TW"),))
    >>> [(each.iri, each.into, each.why.id) for each in identities([a, b]).merged]
    [('x:36', 'x:full', 'number-of-term')]
    """
    merged: list[Merged] = []
    undecided: list[Open] = []
    dated: list[Dated] = []
    for _, sightings in sorted(_by_number(dossiers).items()):
        number = _Number(sightings)
        merged += number.merged()
        undecided += number.undecided
        dated += number.dated()
    return Identities(
        tuple(sorted(set(merged), key=lambda m: (m.name, m.iri))),
        tuple(sorted(set(undecided), key=lambda o: (o.name, o.iri))),
        tuple(sorted(dated, key=lambda d: d.iri)),
    )


def _by_number(dossiers: Iterable[Dossier]) -> Mapping[Key, Sequence[_Seen]]:
    found: dict[Key, list[_Seen]] = defaultdict(list)
    for each in sorted(dossiers, key=lambda d: d.name):
        for paper in (each.own, *each.cited):
            key = key_of(paper.number)
            if key:
                found[key].append(_Seen(paper, each.name, each.own.date, held=paper is each.own))
    return found


@functools.lru_cache(maxsize=65536)
def key_of(number: str | None) -> Key | None:
    """Give what a number keeps however it is typed: serial, type and issuer without marks.

    >>> key_of("36-NQ/TW") == key_of("36/NQ-TW"), key_of("05/2025/QĐ-UBND")
    (True, ('5', 'qd', 'ubnd'))
    """
    parsed = DocNumber.parse(number or "")
    if parsed is None:
        return None
    return parsed.serial.lstrip("0"), plain(parsed.type_code), plain(parsed.issuer_code)


def _year(paper: Paper) -> str | None:
    parsed = DocNumber.parse(paper.number or "")
    return parsed.year if parsed else None


def is_national(number: str | None) -> bool:
    """Tell whether the code of a number belongs to one body of the country, or to the Centre.

    >>> is_national("36-NQ/TW"), is_national("452/KH-UBND"), is_national("05/TT-BNV")
    (True, False, True)
    """
    parsed = DocNumber.parse(number or "")
    if parsed is None:
        return False
    return parsed.issuer_code == _CENTRE or bears_central_code(number)


class _Number:
    """All sightings of one number: groups that are surely one paper, and the partial rest."""

    def __init__(self, sightings: Sequence[_Seen]) -> None:
        self.national = is_national(sightings[0].paper.number)
        self.undecided: list[Open] = []
        self.groups: list[_Group] = []
        for seen in sightings:
            if seen.paper.date:
                self._put(self.groups, seen)
        self.whole = tuple(self.groups)
        self.partial = [seen for seen in sightings if not seen.paper.date]
        self._reasons: list[tuple[_Seen, _Group, Sameness]] = []
        for seen in self.partial:
            self._place(seen)
        self._place_without_issuer()

    def _put(self, groups: list[_Group], seen: _Seen) -> None:
        """Add a sighting to the group of its day and issuer, or begin one."""
        paper = seen.paper
        for group in groups:
            if group.date == paper.date and self._one_issuer(group, paper):
                group.seen.append(seen)
                group.issuer = group.issuer or paper.issuer
                return
        groups.append(_Group(paper.date, paper.issuer, [seen]))

    def _one_issuer(self, group: _Group, paper: Paper) -> bool:
        """Tell whether issuers allow one paper; one code of the country on one day is one."""
        if self.national:
            return bool(paper.date) or _agree(group.issuer, paper.issuer)
        return _said(group.issuer) == _said(paper.issuer)

    def _place(self, seen: _Seen) -> None:
        """Put a sighting without a date to the one group that it can mean."""
        fits = [group for group in self.whole if self._may_mean(seen, group)]
        if len(fits) == 1:
            self._reasons.append((seen, fits[0], self._why(seen.paper)))
            if seen.held:
                fits[0].seen.append(seen)
        elif fits:
            found = tuple(sorted(group.iri for group in fits))
            self.undecided.append(Open(seen.name, seen.paper.iri, found))

    def _may_mean(self, seen: _Seen, group: _Group) -> bool:
        paper, year = seen.paper, _year(seen.paper)
        if year and group.year and year != group.year:
            return False
        if not seen.held and seen.day and group.date and group.date > seen.day:
            return False  # nobody cites what is not yet there
        if self.national:
            return _agree(group.issuer, paper.issuer)
        return _said(group.issuer) == _said(paper.issuer) != ""

    def _why(self, paper: Paper) -> Sameness:
        if _year(paper):
            return YEAR_PRINTED
        parsed = DocNumber.parse(paper.number or "")
        party = parsed is not None and (parsed.party or parsed.issuer_code == _CENTRE)
        return PARTY_TERM if party else ONLY_ONE

    def _place_without_issuer(self) -> None:
        """Put sightings with neither date nor issuer to the one that names its issuer."""
        placed = {id(seen) for seen, _, _ in self._reasons}
        open_ = {(each.name, each.iri) for each in self.undecided}
        rest = [s for s in self.partial if id(s) not in placed
                and (s.name, s.paper.iri) not in open_]  # fmt: skip
        named: list[_Group] = []
        for seen in rest:
            if seen.paper.issuer:
                self._put(named, seen)
        for seen in rest if self.national else ():
            fits = [group for group in named if _years_agree(group.year, _year(seen.paper))]
            if not seen.paper.issuer and len(fits) == 1 and not seen.held:
                self._reasons.append((seen, fits[0], ISSUER_ONLY))

    def merged(self) -> Iterator[Merged]:
        """Give each sighting that another identity stands for."""
        for group in self.whole:
            for seen in group.seen:
                if seen.paper.iri != group.iri and not seen.held:
                    bare = min(group.seen, key=_standing).paper
                    why = SAME_DAY if bare.date else self._why(bare)
                    yield Merged(seen.name, seen.paper.iri, group.iri, why)
        for seen, group, why in self._reasons:
            if seen.paper.iri != group.iri and not seen.held:
                yield Merged(seen.name, seen.paper.iri, group.iri, why)

    def dated(self) -> Iterator[Dated]:
        """Give the held papers without a date that citations date."""
        for group in self.whole:
            for seen in group.seen:
                if seen.held and not seen.paper.date and group.date:
                    names = sorted({each.name for each in group.seen if each.paper.date})
                    yield Dated(seen.paper.iri, group.date, tuple(names))


def _said(issuer: str | None) -> str:
    return view(issuer or "")


def _agree(one: str | None, other: str | None) -> bool:
    """Tell whether two issuers may be one body: the same words, or one of them left out."""
    return not one or not other or _said(one) == _said(other)


def _years_agree(one: str | None, other: str | None) -> bool:
    return not one or not other or one == other
