"""``kg calendar``: reporting duties and last days for a calendar program."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.days import Day
from kg.cli.output import graph_option
from kg.cli.speech import say

if TYPE_CHECKING:
    from kg.analyse.deadlines import Deadline
    from kg.write.calendar import Day as WholeDay

_SHOWN = 80


@click.command()
@graph_option
@click.option("--place", metavar="WORDS",
              help='Only documents of a place: "Đắk Nông", also "dak nong".')  # fmt: skip
@click.option("--document", metavar="NAME",
              help="Only one document: a number, part of a title, a file, an IRI.")  # fmt: skip
@click.option("--as-of", "day", type=Day(), metavar="DAY",
              help="Name each body as the one that held its work on a day: 2025-07-02, or today.")  # fmt: skip
@click.option("--lang", type=click.Choice(["vi", "en"]), default="vi", show_default=True,
              help="The language of the labels; the words of documents stay as they are.")  # fmt: skip
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Where to write; nothing is standard output.")  # fmt: skip
def calendar(  # noqa: PLR0913  (one parameter an option)
    folder: Path,
    place: str | None,
    document: str | None,
    day: str | None,
    lang: str,
    output: Path | None,
) -> None:
    """Write reporting duties and last days as iCalendar, for Outlook, Google or Apple Calendar.

    Duties of every year return each year. The same graph always gives the same bytes.

    \b
    Example:
      kg calendar -o duties.ics
      kg calendar --place "Đắk Nông" -o dak-nong.ics
    """
    from kg.analyse.deadlines import deadlines
    from kg.answers import network_for
    from kg.write.calendar import calendar_bytes

    told = (("place", place), ("document", document), ("as_of", day))
    graph, wishes = network_for(folder, {key: value for key, value in told if value})
    known = deadlines(graph, place=wishes.place, document=wishes.document)
    days = [whole for each in known if (whole := _whole_day(each, lang))]
    data = calendar_bytes(days, title=_words(lang)["title"])
    if output:
        output.write_bytes(data)
    else:
        sys.stdout.buffer.write(data)
    _report(len(days), len(known) - len(days), output)


def _words(lang: str) -> dict[str, str]:
    """Give the labels of the calendar in one language."""
    from kg.messages import pairs

    return {key: said[lang == "en"] for key, said in pairs("calendar").items()}


def _report(written: int, left: int, output: Path | None) -> None:
    """Say on stderr what was written, and what could not be."""
    if output:
        say("Written: {} ({} day)" if written == 1 else "Written: {} ({} days)", output, written)
    if left:
        say("Left out: {} without a year to begin in (kg ask due)", left)


def _whole_day(each: Deadline, lang: str) -> WholeDay | None:
    from kg.write.calendar import Day as WholeDay

    if each.first is None:
        return None
    summary, description = _summary(each, _words(lang)), _description(each, _words(lang))
    return WholeDay(
        each.iri, each.first, each.yearly, summary, description, each.stamp, (each.kind,)
    )


def _summary(each: Deadline, words: dict[str, str]) -> str:
    """Give one line: what, who and to whom, or the first words where nobody is named."""
    ends = [", ".join(each.who), ", ".join(each.to)]
    said = " ".join(each.words.split())
    short = said if len(said) <= _SHOWN else f"{said[: _SHOWN - 1].rstrip()}…"
    return f"{words[each.kind]}: {' → '.join(end for end in ends if end) or short}"


def _description(each: Deadline, words: dict[str, str]) -> str:
    """Give the words of the document, and where they stand in code points, end exclusive."""
    lines = [f"{words['words']}: {each.words}"]
    if each.time_words:
        lines.append(f"{words['time']}: {each.time_words}")
    lines.append(f"{words['from']}: {each.document}, {each.item}")
    if each.file and each.start is not None:
        lines.append(f"{words['at']}: {each.file} [{each.start}, {each.end})")
    return "\n\n".join(lines)
