"""Papers that answer a directive over the head of a level: no paper of the level between is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.analyse.answer import Answer, in_order
from kg.analyse.directives import above
from kg.analyse.question import Question, Wishes
from kg.analyse.walk import DOWN, ends, lies_in, name, nodes, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.analyse.answer import Row
    from kg.analyse.walk import Network

CENTRE, PROVINCE, DISTRICT, COMMUNE = range(4)
# Floors of the state by the ids of level: in ontology/types.ttl; an organisation has no floor.
FLOORS = {
    "central-party": CENTRE,
    "national-assembly": CENTRE,
    "central-government": CENTRE,
    "ministry": CENTRE,
    "province-party": PROVINCE,
    "province-government": PROVINCE,
    "provincial-department": DISTRICT,
    "district-party": DISTRICT,
    "district-government": DISTRICT,
    "district-department": COMMUNE,
    "commune-party": COMMUNE,
    "commune-government": COMMUNE,
}
# Districts ended on this day; a commune stands right under its province since.
_TWO_LEVELS = "2025-07-01"
FLOOR_NAMES = ("centre", "province", "department or district", "commune or unit of a district")
NAMED, NOT_NAMED = "a paper between is named too", "no paper between is named"


def _run(graph: Network, wishes: Wishes) -> Answer:
    return chains(graph, place=wishes.place, document=wishes.document)


QUESTION = Question(
    name="chains",
    title="Papers that answer over the head of a level",
    title_vi="Văn bản thực hiện chủ trương vượt cấp",
    answers="Which papers answer a directive two or more floors above, and whether they name a paper between.",
    answers_vi="Văn bản nào thực hiện chủ trương cách từ hai cấp trở lên, và có nêu văn bản của cấp giữa không.",
    run=_run,
    notes=(
        "Floors: centre; province; department of a province or district; commune or unit of a district. Party and state stand side by side on a floor.",
        "No paper between is named here: one may exist all the same. This is no reproach.",
        "From 1 July 2025 there are no districts: papers of communes from that day on stand right under the province; those without any date are read as older.",
        "Only papers of the types that ask for plans are looked at above; to be based on a law skips nobody.",
    ),
    takes=("place", "document"),
)


def chains(graph: Network, *, place: str | None = None, document: str | None = None) -> Answer:
    """List each tie that skips a floor, with the paper between where one is named."""
    papers = [
        iri
        for iri in nodes(graph, "document")
        if document in (None, iri) and lies_in(said(graph, iri, "place"), place)
    ]
    found = [(iri, upper) for iri in papers for upper in sorted(above(graph, iri))]
    told = [pair for pair in found if all(_floor(graph, each) is not None for each in pair)]
    rows = [row for pair in told for row in _skipped(graph, *pair)]
    columns = ("document", "level", "answers", "level_above", "skipped", "state", "between")
    note = (
        f"{len(told)} of {len(found)} ties to a directive have a known level at both ends; "
        f"{len(rows)} of them skip a floor."
    )
    return Answer("chains", columns, tuple(sorted(rows, key=in_order)), (note,))


def _floor(graph: Network, iri: str) -> int | None:
    floor = FLOORS.get(said(graph, iri, "level") or "")
    day = said(graph, iri, "date") or said(graph, iri, "not_before") or ""
    return DISTRICT if floor == COMMUNE and day >= _TWO_LEVELS else floor


def _skipped(graph: Network, iri: str, upper: str) -> Iterator[Row]:
    low, high = _floor(graph, iri), _floor(graph, upper)
    if low is not None and high is not None and low - high > 1:
        between = _between(graph, iri, low, high)
        yield (
            name(graph, iri),
            said(graph, iri, "level"),
            name(graph, upper),
            said(graph, upper, "level"),
            "; ".join(FLOOR_NAMES[high + 1 : low]),
            NAMED if between else NOT_NAMED,
            "; ".join(sorted(name(graph, each) for each in between)) or None,
        )


def _between(graph: Network, iri: str, low: int, high: int) -> list[str]:
    """Give the papers that *iri* answers as well and that stand on a floor between."""
    found = [(each, _floor(graph, each)) for each in ends(graph, iri, *DOWN)]
    return [each for each, floor in found if floor is not None and high < floor < low]
