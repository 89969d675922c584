"""Two documents, or two provinces, side by side as one page: words that differ are marked.

The page asks nothing of the network and runs no script: two buttons of its form switch the
language. Every passage stands with its file and offsets.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from kg.write.compared_words import WORDS
from kg.write.differing import Piece, differing
from kg.write.files import write_text
from kg.write.page_parts import asset, template
from kg.write.page_words import LANGUAGES

Row: TypeAlias = Mapping[str, object]
SHOWN = 12
"""So many rows of a list are open; the rest opens with a click."""

_STATES = ("both", "only first", "only second")
_SIDES = ("first", "second")
_COMMON = ("copied", "adapted")
_USUAL = "too usual to tell"


@dataclass(frozen=True, slots=True)
class Beside:
    """One of the two sides: its name, the labels of its documents, how many tasks they have."""

    name: str
    documents: Sequence[str]
    tasks: int


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage cut into pieces, with its place; no place where nobody knows it."""

    pieces: Sequence[Piece]
    place: str


def write_compared(  # noqa: PLR0913  (an answer is its sides, columns, rows and notes)
    sides: tuple[Beside, Beside],
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    notes: Sequence[str],
    path: Path,
    *,
    lang: str = "vi",
) -> None:
    """Write the page of an answer of ``kg compare``; KgError where *path* cannot be written."""
    found = [dict(zip(columns, row, strict=True)) for row in rows]
    write_text(path, [compared_html(sides, found, notes, lang=lang)])


def compared_html(
    sides: tuple[Beside, Beside], rows: Sequence[Row], notes: Sequence[str], *, lang: str = "vi"
) -> str:
    """Give the page; every word from a document is escaped.

    >>> nobody = (Beside("Sở <b>", (), 0), Beside("Sở Y tế", (), 0))
    >>> page = compared_html(nobody, (), ())
    >>> "Sở &lt;b&gt;" in page, "<script" in page
    (True, False)
    """
    if lang not in LANGUAGES:
        message = f"the page speaks {' and '.join(LANGUAGES)}, not {lang!r}"
        raise ValueError(message)
    tasks = [row for row in rows if row["what"] == "task"]
    return template("compared.html").render(
        lang=lang,
        words=WORDS,
        sides=sides,
        papers=_by_state(rows, "paper above"),
        common=[_pair(row) for row in tasks if row["state"] in _COMMON],
        apart=[[_quote(row, side) for row in tasks if row["state"] == f"only {side}"]
               for side in _SIDES],
        usual=[_quote(row, "first") for row in tasks if row["state"] == _USUAL],
        targets=_by_state(rows, "target"),
        agencies=list(_bars(rows, "agency: ")),
        times=list(_bars(rows, "time: ")),
        shown=SHOWN,
        notes=notes,
        style=asset("compared.css"),
    )  # fmt: skip


def _by_state(rows: Iterable[Row], what: str) -> list[tuple[str, list[Quote]]]:
    """Give things named on both sides and on one, in this order, each with its first place."""
    found: dict[str, list[Quote]] = defaultdict(list)
    for row in rows:
        if row["what"] == what:
            side = "second" if row["first"] is None else "first"
            found[str(row["state"])].append(_quote(row, side))
    return [(state, found[state]) for state in _STATES if found[state]]


def _pair(row: Row) -> dict[str, object]:
    first, second = differing(str(row["first"]), str(row["second"]))
    return {
        "state": row["state"],
        "alike": row["alike"],
        "shared": row["shared"],
        "sides": (Quote(first, _place(row, "first")), Quote(second, _place(row, "second"))),
    }


def _quote(row: Row, side: str) -> Quote:
    return Quote([Piece(str(row[side]), apart=False)], _place(row, side))


def _place(row: Row, side: str) -> str:
    if row[f"{side}_start"] is None:
        return ""
    return f"{row[f'{side}_file']}, {row[f'{side}_start']}–{row[f'{side}_end']}"


def _bars(rows: Iterable[Row], what: str) -> Iterator[dict[str, object]]:
    """Give counts of both sides with the length of their bars, in hundredths of the longest."""
    found = [row for row in rows if str(row["what"]).startswith(what)]
    counts = [(_count(row["first"]), _count(row["second"])) for row in found]
    longest = max((max(pair) for pair in counts), default=0)
    for row, pair in zip(found, counts, strict=True):
        name = str(row["what"]).removeprefix(what)
        bars = [(each, round(100 * each / longest) if longest else 0) for each in pair]
        yield {"name": name, "said": f"value.{name}" in WORDS, "bars": bars}


def _count(cell: object) -> int:
    return cell if isinstance(cell, int) else 0
