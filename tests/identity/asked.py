"""A row of ``cases.csv`` as a short made-up paper, and what the whole pipeline answers to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kg.identity.provinces import label_of_code
from kg.model import Agent, DocumentRecord
from kg.pipeline import extract_text

CODE = "mã tỉnh "
TOWNS = ("Tỉnh ", "Thành phố ", "Huyện ", "Xã ", "Phường ")
TWO_DIGITS = 3
"""Days are printed with two digits, months below March as well (Decree 30/2020)."""


@dataclass(frozen=True)
class Answer:
    """What was read: the full name of the body, and how it was decided."""

    canonical: str
    outcome: str


NOBODY = Answer("", "nobody")


def paper(row: dict[str, str]) -> str:
    """Give a paper of the issuer, place and day of a row, with one line where the surface leads.

    The title tells the whole place, as the papers of districts and communes do.
    """
    head = f"{row['issuer'].upper()}\nSố: 12/KH\n" if row["issuer"] else ""
    place = row["place"][:1].lower() + row["place"][1:]
    where = f" trên địa bàn {place}" if place else ""
    section = row["section"] or "TỔ CHỨC THỰC HIỆN"
    return (
        f"{head}{_dated(row)}\nKẾ HOẠCH\nKiểm kê kho sách{where}\n\nI. MỤC ĐÍCH\n1. Kiểm kê kho sách.\n\n"
        f"II. {section}\n1. Giao {row['surface']} chủ trì, rà soát danh mục sách.\n"
    )


def _dated(row: dict[str, str]) -> str:
    if not row["date"]:
        return ""
    day = date.fromisoformat(row["date"])
    town = row["place"].split(",")[0] or "Hà Nội"
    for kind in TOWNS:
        town = town.removeprefix(kind)
    month = f"{day.month:02d}" if day.month < TWO_DIGITS else str(day.month)
    return f"{town}, ngày {day.day:02d} tháng {month} năm {day.year}\n"


def answer(row: dict[str, str]) -> Answer:
    """Give what the pipeline reads; a body that is not decided has no full name."""
    if row["surface"].startswith(CODE):
        return _coded(row["surface"].removeprefix(CODE), row["date"])
    record = extract_text(paper(row))
    agent = led(record)
    if agent is None:
        return NOBODY
    if agent.undecided:
        return Answer("", agent.outcome)
    return Answer(agent.canonical, _outcome(agent, record, row["surface"]))


def _coded(code: str, day: str) -> Answer:
    found = label_of_code(code, day)
    return Answer(found, "decided") if found else Answer("", "undecided")


def _outcome(agent: Agent, record: DocumentRecord, surface: str) -> str:
    """Tell how the words were decided: of the issuer, the letterhead prints the whole name as well."""
    issuer = record.document.issuer
    own = issuer is not None and issuer.value == agent.canonical
    whole = agent.place is None or agent.canonical.split()[-1] in surface
    return "inferred" if own and not whole else agent.outcome


def led(record: DocumentRecord) -> Agent | None:
    """Give the agent that alone leads a task of the second section."""
    tasks = (task for task in record.tasks if task.section.startswith("II"))
    names = [mention.agent for task in tasks for mention in task.lead]
    if len(names) != 1:
        return None
    return next(agent for agent in record.agents if agent.canonical == names[0])
