"""The report as Markdown: the same answers as tables, with their words and their query."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from kg.write.answer_words import OURS, spoken
from kg.write.report import one_line
from kg.write.report_words import WORDS, said

if TYPE_CHECKING:
    from kg.write.report import Figure, Report

_LETTERS = 160


def report_markdown(report: Report) -> str:
    """Give the report as Markdown in its language; cells cannot break out of their table."""
    lang = report.lang
    lines = [f"# {_plain(report.heading)}", ""]
    for name, value in report.facts:
        lines.append(f"- **{said(f'fact.{name}', lang)}**: {_plain(value)}")
    lines += ["", f"**{said('read', lang)}**", ""]
    lines += [f"- {said(key, lang)}" for key in WORDS if key.startswith("read.")]
    for theme, figures in report.parts:
        lines += ["", f"## {said(f'theme.{theme}', lang)}"]
        for each in figures:
            lines += _figure(each, lang)
    return "\n".join([*lines, *_source(report)]) + "\n"


def _figure(figure: Figure, lang: str) -> Iterator[str]:
    titles = (figure.title_vi, figure.title)
    first, second = titles if lang == "vi" else titles[::-1]
    yield from ("", f"### {_plain(first)}", "", f"*{_plain(second)}*", "")
    if figure.specification(lang):
        yield from (f"![{_plain(first)}](charts/{figure.name}.svg)", "")
    yield from _table(figure, lang) if figure.rows else [said("nothing", lang)]
    left = len(figure.rows) - figure.shown
    data = f"`data/{figure.name}.csv`"
    yield from ("", f"{said('more', lang, n=left)} {data}" if left > 0 else data, "")
    yield from (f"> {_plain(spoken('note', note, lang))}  " for note in figure.notes)
    yield from _words(figure, lang)
    yield from ("", "```", *figure.query.shell.splitlines(), "```")


def _table(figure: Figure, lang: str) -> Iterator[str]:
    heads = [_plain(spoken("column", each, lang)) for each in figure.columns]
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for row in figure.rows[: figure.shown]:
        cells = [
            _plain(spoken("value", words, lang) if name in OURS else words)
            for name, cell in zip(figure.columns, row, strict=True)
            for words in (one_line(cell),)
        ]
        yield f"| {' | '.join(cells)} |"


def _words(figure: Figure, lang: str) -> Iterator[str]:
    if figure.words:
        yield from ("", f"**{said('words', lang)}**", "")
    for _, those in groupby(figure.words, lambda each: each.of):
        each = next(those)  # the page has up to three
        words = one_line(each.words)
        shown = words if len(words) <= _LETTERS else f"{words[:_LETTERS].rstrip()} …"
        place = f"{_plain(each.file)}, {each.start}–{each.end}"
        yield f"- **{_plain(each.of)}**: “{_plain(shown)}” ({place})"


def _source(report: Report) -> Iterator[str]:
    lang, source = report.lang, report.source
    yield from ("", f"## {said('source', lang)}", "")
    yield said("source.made", lang, version=source.version, n=len(source.files))
    if source.day:
        yield from ("", said("source.day", lang, day=source.day))
    yield ""
    yield from (f"- {_plain(file)} (SHA-256 `{digest}`)" for file, digest in source.files)


def _plain(words: str) -> str:
    """Take from words what Markdown would read as markup."""
    line = " ".join(str(words).split())
    return "".join(f"\\{c}" if c in "\\`*_{}[]<>#|!" else c for c in line)
