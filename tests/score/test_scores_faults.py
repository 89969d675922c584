"""One planted fault changes exactly the fields that speak of it."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest

from kg.config import bundled
from kg.record import load
from kg.score import Scores, score

if TYPE_CHECKING:
    from collections.abc import Callable

Json = dict[str, Any]
GOLD: dict[str, Json] = {
    path.stem: load(path) for path in sorted(bundled("data", "gold").glob("*.json"))
}
LED = {"tasks", "tasks.explicit+assigned"}
LED_STRICT = {"tasks.strict", "tasks.explicit+assigned.strict"}


def changed(scores: Scores) -> set[str]:
    """Name the fields that are no longer perfect."""
    return {each.field for each in scores.tallies if each.f1 not in {1.0, None}}


def planted(stem: str, plant: Callable[[Json], object]) -> Scores:
    found = deepcopy(GOLD[stem])
    plant(found)
    return score([(GOLD[stem], found)])


def task(record: Json, name: str) -> Json:
    return next(each for each in record["tasks"] if each["id"] == name)


def added(record: Json, span: list[int], **more: object) -> None:
    new = {"id": "X.1", "text": "…", "span": span, "kind": "assigned", **more}
    record["tasks"].append(new)


def neutral_span(record: Json) -> list[int]:
    span: list[int] = record["neutral"][0]["span"]
    return span


FAULTS: tuple[tuple[str, str, Callable[[Json], object], set[str]], ...] = (
    (
        "a lead is dropped",
        "004",
        lambda r: task(r, "IV.2.-1")["lead"].clear(),
        {"leads", "leads.strict"},
    ),
    (
        "a coordinator is invented",
        "004",
        lambda r: task(r, "IV.2.-1")["coordinate"].append("Sở Y tế tỉnh Bến Tre"),
        {"coordinators", "coordinators.strict"},
    ),
    (
        "a span is shifted by one",
        "004",
        lambda r: task(r, "IV.2.-1").update(span=[4913, 5020]),
        {"tasks.span"},
    ),
    ("an id is wrong", "004", lambda r: task(r, "IV.2.-1").update(id="IV.2.a"), {"tasks.id"}),
    (
        "a role is wrong",
        "004",
        lambda r: task(r, "IV.2.-1").update(lead_role="assigned"),
        {"leads.role"},
    ),
    (
        "a kind is wrong within its group",
        "004",
        lambda r: task(r, "IV.2.-1").update(kind="explicit"),
        {"tasks.kind"},
    ),
    (
        "a kind is wrong and of the other group",
        "004",
        lambda r: task(r, "IV.2.-1").update(kind="unassigned"),
        {"tasks.kind", "tasks.explicit+assigned", "tasks.explicit+assigned.strict"}
        | {"tasks.unassigned", "tasks.unassigned.strict"},
    ),
    (
        "a false task stands where nothing is",
        "004",
        lambda r: added(r, [0, 30]),
        LED | LED_STRICT,
    ),
    (
        "a task with a lead stands on a neutral passage: wrong only if strict",
        "004",
        lambda r: added(r, neutral_span(r), lead=["Sở Y tế tỉnh Bến Tre"], timeframe=None),
        LED_STRICT | {"leads.strict"},
    ),
    (
        "a task stands half beside a neutral passage: wrong",
        "004",
        lambda r: added(r, [900, neutral_span(r)[0] + 50]),
        LED | LED_STRICT,
    ),
    (
        "a year is wrong",
        "002",
        lambda r: next(t for t in r["tasks"] if (t["timeframe"] or {}).get("start"))[
            "timeframe"
        ].update(start="1999"),
        {"timeframes"},
    ),
    (
        "a kind of time is wrong",
        "004",
        lambda r: task(r, "II#2.2.p2")["timeframe"].update(kind="annual"),
        {"timeframes", "timeframes.kind"},
    ),
    (
        "a time is invented",
        "004",
        lambda r: task(r, "IV.2.-1").update(timeframe={"kind": "year", "start": "2025"}),
        {"timeframes", "timeframes.kind"},
    ),
    (
        "an open end is lost",
        "001",
        lambda r: [(t["timeframe"] or {}).pop("open_ended", None) for t in r["tasks"]],
        {"timeframes"},
    ),
    (
        "a relation is wrong",
        "000",
        lambda r: r["references"][0].update(relation="cites"),
        {"references.relation"},
    ),
    (
        "a mention is one code point too long",
        "000",
        lambda r: r["references"][0]["mentions"][0].update(end=159),
        {"mentions", "mentions.resolved"},
    ),
    (
        "a mention is given to another document",
        "000",
        lambda r: r["references"][1]["mentions"].append(r["references"][0]["mentions"].pop()),
        {"mentions.resolved"},
    ),
    (
        "a number is invented",
        "000",
        lambda r: r["document"].update(number="1/KH-UBND"),
        {"document", "document.number"},
    ),
    (
        "a date is lost",
        "001",
        lambda r: r["document"].update(date=None),
        {"document", "document.date"},
    ),
    (
        "a recipient is lost",
        "001",
        lambda r: r["document"]["recipients"].pop(),
        {"document", "document.recipients"},
    ),
    (
        "another title",
        "004",
        lambda r: r["document"].update(title="KẾ HOẠCH", title_normalised=None),
        {"document", "document.title"},
    ),
    ("the normalised title alone", "004", lambda r: r["document"].pop("title"), set()),
    (
        "white space in the title",
        "002",
        lambda r: r["document"].update(title=" ".join(r["document"]["title"].split())),
        set(),
    ),
    ("a link is lost", "001", lambda r: r["chain"].clear(), {"chain"}),
    (
        "a label is misread",
        "000",
        lambda r: r["sections"].update(labels=["I", "II", "III", "VI"]),
        {"sections.labels", "sections.ids", "sections.titles"},
    ),
    (
        "a section title is cut",
        "000",
        lambda r: r["sections"]["titles"].__setitem__(0, "MỤC ĐÍCH"),
        {"sections.titles"},
    ),
    ("ids follow from the labels", "004", lambda r: r["sections"].pop("ids"), set()),
    (
        "the appendix is overlooked",
        "001",
        lambda r: r["sections"].update(appendix=False),
        {"sections.appendix"},
    ),
    (
        "a day of reporting is wrong",
        "004",
        lambda r: r["reporting"][0].update(month_day="--12-31"),
        {"reporting", "reporting.month_day"},
    ),
    (
        "a report goes to somebody else",
        "004",
        lambda r: r["reporting"][0].update(to="Bộ Y tế"),
        {"reporting", "reporting.to"},
    ),
    (
        "a report stands one level higher and is quoted shorter",
        "004",
        lambda r: r["reporting"][0].update(id="IV.1", evidence="gửi báo cáo đánh giá"),
        set(),
    ),
    ("a target is too high", "003", lambda r: r["targets"][0].update(high=3), {"targets"}),
    ("a source of money is lost", "000", lambda r: r["funding"].pop(), {"funding"}),
    (
        "a source of money with other white space",
        "000",
        lambda r: r["funding"].__setitem__(0, "Nguồn vốn\nngân sách  nhà nước"),
        set(),
    ),
    (
        "an agent that is only named is not scored",
        "004",
        lambda r: r["agents"].append({"canonical": "Bộ Y tế", "roles": ["other"]}),
        set(),
    ),
    (
        "an agent is misnamed",
        "004",
        lambda r: next(a for a in r["agents"] if "lead" in a["roles"]).update(canonical="Sở"),
        {"agents"},
    ),
    (
        "a slip is quoted shorter",
        "000",
        lambda r: r["ocr_errors"][0].update(surface="chuyên giao", should_be="chuyển giao"),
        set(),
    ),
    ("a slip is missed", "000", lambda r: r["ocr_errors"].pop(), {"ocr_errors"}),
    (
        "inner times and other agents are not scored",
        "004",
        lambda r: [t.update(other_agents=[], inner_time_surfaces=[]) for t in r["tasks"]],
        set(),
    ),
)


@pytest.mark.parametrize(
    ("what", "stem", "plant", "fields"), FAULTS, ids=[row[0] for row in FAULTS]
)
def test_a_planted_fault_changes_exactly_its_field(
    what: str, stem: str, plant: Callable[[Json], object], fields: set[str]
) -> None:
    assert changed(planted(stem, plant)) == fields, what
