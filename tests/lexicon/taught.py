"""Extract documents with other tables than those of the package: ``taught.py FOLDER < JSON``.

A process of its own, since tables are read once. The input holds the rows for the two tables of
times and the texts to read; the output is their records, in order.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from kg import config
from kg.extract import time_forms


def _teach(table: str, row: Mapping[str, str]) -> None:
    """Put one row at the end of a table of times."""
    pattern = row["pattern"].replace("{_Y1}", vars(time_forms)["_Y1"])
    reader = vars(time_forms)[row["read"]]
    form = vars(time_forms)["_form"](row["name"], pattern, reader, row["examples"])
    setattr(time_forms, table, (*vars(time_forms)[table], form))


def main() -> None:
    """Write the records of the texts, read with the tables of the folder."""
    config.ROOT = Path(sys.argv[1])
    asked = json.load(sys.stdin)
    for table, row in asked["forms"]:
        _teach(table, row)
    from kg.pipeline import extract_text
    from kg.record import to_json

    json.dump([to_json(extract_text(text)) for text in asked["texts"]], sys.stdout)


if __name__ == "__main__":
    main()
