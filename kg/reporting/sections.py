"""What a report asks, in which part and order, and how each answer is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kg.write.charts import Chart

THEMES: Final = ("corpus", "who", "cascade", "time", "words", "quality")
"""The parts of a report, as ``kg.write.report_words`` names them."""


@dataclass(frozen=True, slots=True)
class Section:
    """A question of the report with its chart; *needs_day*: asked only where a day is given.

    *rows*: how many rows stand on the page; all of them are in its data.
    """

    theme: str
    name: str
    chart: Chart | None = None
    needs_day: bool = False
    rows: int = 8


_BARS: Final = Chart("bars", "tasks", "agency")
_LOAD: Final = ("sole", "joint", "no_lead")
_STATES: Final = ("own plan here", "only cited or given as a task", "nothing in this corpus")
_LEDGER: Final = ("own plan in corpus", "own plan, late", "given as a task", "cited only",
                  "not in corpus", "not obliged")  # fmt: skip
_CURVE: Final = Chart("steps", "days", "still_to_come")

SECTIONS: Final = (
    Section("corpus", "overview", rows=60),
    Section("corpus", "documents", Chart("bars", "tasks", "document")),
    Section("corpus", "cited-not-held", Chart("bars", "citing", "document")),
    Section("who", "leads", _BARS),
    Section("who", "leads-by-kind", _BARS),
    Section("who", "leads-sole"),
    Section("who", "coordinators", _BARS),
    Section("who", "load", Chart("shares", "tasks", "agency", fold=("sole", "joint", "coordinated"))),
    Section("who", "load-by-kind", Chart("shares", "tasks", "kind", fold=_LOAD)),
    Section("who", "load-by-level", Chart("shares", "tasks", "level", fold=_LOAD)),
    Section("who", "load-by-province", Chart("shares", "tasks", "province", fold=_LOAD, top=63)),
    Section("who", "pairs"),
    Section("who", "concentration", Chart("curve", "bodies", "share", "role")),
    Section("who", "communities", Chart("bars", "ties", "agency", "community", top=20)),
    Section("who", "centrality", Chart("bars", "ties", "agency")),
    Section("who", "brokers"),
    Section("who", "never-leads"),
    Section("cascade", "coverage", Chart("shares", "provinces", "directive", fold=_LEDGER)),
    Section("cascade", "missing", Chart("matrix", "directive", "province", "state", top=63, order=_STATES)),
    Section("cascade", "depth", Chart("shares", "papers", "directive", "step")),
    Section("cascade", "load-by-directive", Chart("shares", "tasks", "directive", fold=_LOAD)),
    Section("cascade", "chains"),
    Section("cascade", "contradictions", Chart("bars", "papers", "what")),
    Section("time", "lag", Chart("dots", "days", "directive", "state")),
    Section("time", "lag-curve", _CURVE),
    Section("time", "lag-by-level", Chart("steps", "days", "still_to_come", "level")),
    Section("time", "timeline", Chart("shares", "tasks", "year", "timeframe", top=40)),
    Section("time", "gantt", Chart("spans", "start", "task", "directive", x2="end", top=30)),
    Section("time", "due"),
    Section("time", "overdue", needs_day=True),
    Section("time", "reporting"),
    Section("words", "reuse", Chart("shares", "passages", "document", fold=("copied", "adapted", "new", "usual"))),
    Section("words", "copied"),
    Section("words", "themes", Chart("bars", "tasks", "{lang}")),
    Section("words", "themes-by-province", Chart("heat", "province", "{lang}", "share", share=True)),
    Section("words", "targets"),
    Section("quality", "clarity", Chart("bars", "score", "document", share=True)),
    Section("quality", "clarity-by-province", Chart("bars", "score", "province", share=True, top=63)),
    Section("quality", "left-to-collectives", Chart("bars", "lead_share", "document", share=True)),
    Section("quality", "unclear", Chart("shares", "tasks", "document", "problem")),
    Section("quality", "undecided"),
)  # fmt: skip
"""Each question of a report; one that needs a document is not among them."""
