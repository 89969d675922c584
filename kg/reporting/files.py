"""A report as files: the page, the Markdown, all rows as CSV, each chart as SVG and Vega-Lite."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kg.write.charts import svg
from kg.write.report import report_html
from kg.write.report_markdown import report_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.write.report import Report


def report_files(made: Report) -> Iterator[tuple[str, bytes]]:
    """Give each file of a report by its name, '/' between folders."""
    yield "report.html", report_html(made).encode("utf-8", "replace")
    yield "report.md", report_markdown(made).encode("utf-8", "replace")
    for each in made.figures:
        yield f"data/{each.name}.csv", each.csv.encode()
        specification = each.specification(made.lang)
        if specification:
            text = json.dumps(specification, ensure_ascii=False, indent=1) + "\n"
            yield f"charts/{each.name}.vl.json", text.encode()
            yield f"charts/{each.name}.svg", svg(specification).encode()
