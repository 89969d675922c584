"""The findings of one record as a list: which rule made what, from which words, how sure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg.cli.output import show_rows, show_text
from kg.cli.speech import fault, language, phrase

if TYPE_CHECKING:
    from kg.record.listing import Listed

Command = TypeVar("Command", bound=Callable[..., object])
_COLUMNS = ("start", "end", "kind", "id", "value", "rule", "meaning", "sure", "confidence",
            "doubts", "words")  # fmt: skip
_WIDE = 100


def explain_options(command: Command) -> Command:
    """Add ``--explain``, ``--doubt`` and ``--format`` to a command that shows one document."""
    why = click.option("--explain", is_flag=True,
                       help="List each finding with its rule, how sure it is, and its words.")  # fmt: skip
    order = click.option("--doubt", is_flag=True,
                         help="The same list, the least sure first.")  # fmt: skip
    kind = click.option("--format", "kind", type=click.Choice(["table", "json", "csv"]), default=None,
                        help="How to print that list: plain lines, JSON or CSV.")  # fmt: skip
    return why(order(kind(command)))


def wants_list(*, explain: bool, doubt: bool, kind: str | None) -> bool:
    """Tell whether the list is wanted; a form without the list is wrong use."""
    if kind and not (explain or doubt):
        what = "is for --explain and --doubt"
        raise click.BadParameter(fault(what), param_hint="--format")
    return explain or doubt


def show_findings(
    record: Mapping[str, Any], text: str, *, doubt: bool, kind: str | None, output: Path | None
) -> None:
    """Print or write the findings of *record*, whose offsets count in *text*."""
    from kg.record.listing import by_doubt, listed

    found: Sequence[Listed] = listed(record)
    found = by_doubt(found) if doubt else found
    if kind in {"json", "csv"}:
        rows = [_row(each, text) for each in found]
        show_rows(f"Findings of {record['file']}", _COLUMNS, rows, (), kind, output)
        return
    show_text("\n".join(_lines(found, text)) + "\n", output)


def _row(each: Listed, text: str) -> tuple[str | float | None, ...]:
    from kg.confidence import word

    start, end = each.span or (None, None)
    return (start, end, each.kind, each.id, each.value, each.rule, _meaning(each.rule),
            word(each.confidence), each.confidence, "|".join(each.doubts), _words(each, text))  # fmt: skip


def _lines(found: Sequence[Listed], text: str) -> Iterator[str]:
    """Give one block of lines a finding: what, why, how sure, from which words."""
    from kg.confidence import word

    for each in found:
        place = (
            f"[{each.span[0]}, {each.span[1]})" if each.span else phrase("[no words of its own]")
        )
        name = f" {each.id}" if each.id else ""
        yield f"{place} {each.kind}{name}: {_short(each.value)}"
        sure = f"{word(each.confidence, language())} {each.confidence:.2f}"
        yield f"    {sure} · {each.rule}: {_meaning(each.rule, language())}"
        for doubt in each.doubts:
            yield f"    {phrase('doubt: {}', _doubt(doubt))}"
        if each.span:
            yield f"    “{_short(_words(each, text))}”"
    yield phrase("{} findings", len(found))


def _words(each: Listed, text: str) -> str:
    return text[slice(*each.span)] if each.span else ""


def _meaning(rule: str, lang: str = "en") -> str:
    """Give the sentence of a rule; a rule of another tool has none."""
    from kg.confidence.rules import rules

    said = rules().get(rule)
    return (said.vi if lang == "vi" else said.en) if said else ""


def _doubt(name: str) -> str:
    from kg.confidence.rules import doubts

    said = doubts().get(name)
    return f"{name}: {said.vi if language() == 'vi' else said.en}" if said else name


def _short(words: str) -> str:
    """Give words on one line, cut where a terminal would wrap them."""
    line = " ".join(words.split())
    return line if len(line) <= _WIDE else f"{line[: _WIDE - 1].rstrip()}…"
