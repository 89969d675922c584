"""A report whose every word is hostile."""

from __future__ import annotations

from kg.write.charts import Chart
from kg.write.report import Figure, Passage, Query, Report, Source

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)> | `x` ]]> \u202e = ' \""


def hostile_report() -> Report:
    columns = ("agency", "kind", "tasks")
    rows = [(f"{HOSTILE}{nth}", HOSTILE, nth) for nth in range(30, 0, -1)]
    quoted = HOSTILE.replace('"', '""')
    csv = "agency,kind,tasks\n" + "".join(f'"{quoted}{n}","{quoted}",{n}\n' for _, _, n in rows)
    figure = Figure(
        "leads", "who", HOSTILE, HOSTILE, columns, rows, (HOSTILE,), f"\ufeff{csv}",
        Query(HOSTILE, HOSTILE, HOSTILE), Chart("shares", "tasks", "agency", "kind"),
        columns, rows, (Passage(HOSTILE, HOSTILE, HOSTILE, 0, 1),),
    )  # fmt: skip
    return Report(
        HOSTILE, (("tasks", HOSTILE),), (figure,), Source(HOSTILE, ((HOSTILE, HOSTILE),), HOSTILE)
    )
