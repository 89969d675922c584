"""Short names that only the issuer or the heading above completes: ``Văn phòng``, ``BCT``, ``Sở``."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from kg.identity.located import Located, meant
from kg.lexicon import rows
from kg.model import Agent
from kg.shape import Scope
from kg.text import view

PARTY = {"Tỉnh ủy": "tỉnh", "Thành ủy": "thành phố", "Huyện ủy": "huyện",
         "Thị ủy": "thị xã", "Quận ủy": "quận"}  # fmt: skip
"""Which place each committee of the Party leads."""
_NOT_SAID = "the words do not say which one, and neither issuer nor heading tells"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who issues, or who is named by the heading above: what completes a short name."""

    kind: str
    body: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Whole:
    """The full name behind a short one; *why* says why there is none."""

    name: str = ""
    place: str = ""
    inferred: bool = False
    why: str = ""


@functools.cache
def _table() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for row in rows("lexicon/short_names"):
        found.setdefault(view(row["name"]), {})[row["of"]] = row["full"]
    return found


@functools.lru_cache(maxsize=4096)  # asked of every mention
def is_short(name: str) -> bool:
    """Tell whether a name is one that says too little alone.

    >>> is_short("Văn phòng"), is_short("Văn phòng Chính phủ")
    (True, False)
    """
    return view(name) in _table()


def committee_in(name: str) -> str:
    """Give the kind of Party committee that a name ends with or holds: ``Thành ủy``; "" for none."""
    return next((each for each in PARTY if each in name), "")


def whole(name: str, scope: Scope, above: Agent | None) -> Whole:
    """Give the full name behind a short one, by the heading above it, else by the issuer.

    >>> whole("Sở", Scope("Sở Y tế tỉnh Bến Tre", "provincial-department"), None).name
    'Sở Y tế tỉnh Bến Tre'
    """
    for speaker in (_of_heading(above), _of_issuer(scope)):
        full = _table()[view(name)].get(speaker.kind, "") if speaker else ""
        if full and speaker:
            return _filled(full, speaker, scope)
    full = _table()[view(name)].get("any", "")
    return _filled(full, None, scope) if full else Whole(why=_NOT_SAID)


def _of_heading(above: Agent | None) -> Speaker | None:
    if above is None or above.undecided:
        return None
    committee = committee_in(above.canonical)
    if committee:
        return Speaker("party", above.canonical[above.canonical.index(committee) :])
    if above.kind == "department" and above.name.startswith("Sở") and not above.collective:
        return Speaker("department", above.canonical)
    return None


def _of_issuer(scope: Scope) -> Speaker:
    kind = {"provincial-department": "department"}.get(scope.level, scope.level)
    if kind.endswith("-party") and kind != "central-party":
        kind = "party"
    return Speaker(kind, scope.issuer, scope.jurisdiction)


def _filled(full: str, speaker: Speaker | None, scope: Scope) -> Whole:
    """Put committee, issuer or place into a pattern."""
    body = speaker.body if speaker else ""
    committee = committee_in(body)
    if "{committee}" in full and not committee:
        return Whole(why=_NOT_SAID)
    city = meant("thành phố", scope) if "{city}" in full else Located()
    if city.why or ("{province}" in full and not scope.province_label):
        return Whole(why=city.why or "the document names no province of its own")
    name = full.format(
        issuer=body, label=scope.jurisdiction, city=city.label, province=scope.province_label,
        committee=body[body.index(committee) :] if committee else "",
    )  # fmt: skip
    if name == full:
        return Whole(name)
    place = city.whole or (scope.province_label if "{province}" in full else scope.jurisdiction)
    return Whole(name, place, inferred=True)
