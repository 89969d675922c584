"""Charts of answers as Vega-Lite, drawn to SVG without a browser and without the network.

A chart is a plain specification (a dictionary), so that any Vega-Lite tool can take it up. Each is
made wide for a screen and narrow for a phone: there a label stands above its bar, not beside it.
"""

from __future__ import annotations

import textwrap
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from kg.write.answer_words import OURS, spoken
from kg.write.chart_marks import LEFT, LINE, MARKS, PLAIN, SIZES, Pen, Size, colours

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Spec = dict[str, Any]
Kind = Literal["bars", "shares", "matrix", "heat", "steps", "curve", "spans", "dots"]
_SCHEMA: Final = "https://vega.github.io/schema/vega-lite/v5.json"
_TOP: Final = 15
_LINES: Final = 3


@dataclass(frozen=True, slots=True)
class Chart:
    """How an answer is drawn: the columns for each channel, and how many rows at most.

    ``bars`` one bar a row; ``shares`` bars cut by *colour*; ``matrix`` *y* by *x*, coloured;
    ``heat`` the same with a number; ``steps`` a line that falls in steps, ``curve`` a line with the
    even share beside it, one for each *colour*; ``spans`` bars from *x* to *x2*; ``dots`` points.

    The columns of *fold* become one: their names the *colour* (``part``), their numbers *x*.
    *order* is that of the words of the colour. *share* tells that the numbers are shares of 1; a matrix has *across* columns at most.
    ``{lang}`` in *x* or *y* is the language of the chart.
    """

    kind: Kind
    x: str
    y: str
    colour: str = ""
    x2: str = ""
    top: int = _TOP
    across: int = 16
    fold: tuple[str, ...] = ()
    share: bool = False
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawn:
    """The data of a chart: a row for each mark, the colours of the legend, how many rows of all.

    *across* has how many columns of all a matrix shows.
    """

    values: list[dict[str, Any]]
    legend: list[tuple[str, str, str]]
    shown: int
    of: int
    across: tuple[int, int] = (0, 0)


def drawn(
    chart: Chart, columns: Sequence[str], rows: Sequence[Sequence[object]], lang: str = "en"
) -> Drawn:
    """Give what a chart shows: marks with their labels, and a legend as word, colour, label.

    >>> made = drawn(Chart("bars", "tasks", "agency"), ("agency", "tasks"), (("Sở Y tế", 3),))
    >>> made.values[0]["told"], made.shown, made.of
    ('Sở Y tế: 3', 1, 1)
    """
    found = list(_marks(chart, columns, rows, lang))
    order = list(dict.fromkeys(each["row"] for each in found))
    wide = list(dict.fromkeys(each["x"] for each in found)) if chart.kind in _GRIDS else []
    kept, across = set(order[: chart.top]), set(wide[: chart.across])
    values = [v for v in found if v["row"] in kept and (not wide or v["x"] in across)]
    if chart.kind in ("steps", "curve"):
        kept, values = set(order), found
    words = chart.fold or _words(chart, values)
    shades = colours(words)
    for each in values:
        each["nth"] = words.index(each["colour"]) if each["colour"] in words else 0
    legend = [(word, shades[word], _said(chart, word, lang)) for word in words if word]
    return Drawn(values, legend, len(kept), len(order), (len(across), len(wide)))


_GRIDS: Final = ("matrix", "heat")


def _words(chart: Chart, values: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """Give each word of the colour once: as the chart orders them, else numbers, else letters."""
    found = {str(each["colour"]) for each in values}
    known = [word for word in chart.order if word in found]
    more = sorted(found - set(known), key=lambda word: (len(word) if word.isdigit() else 0, word))
    return (*known, *more)


def _said(chart: Chart, word: str, lang: str) -> str:
    return spoken("column" if chart.fold else "value", word, lang)


def _marks(
    chart: Chart, columns: Sequence[str], rows: Sequence[Sequence[object]], lang: str
) -> Iterator[dict[str, Any]]:
    """Give a mark for each row, or for each folded column of it, with all that is shown of it."""
    y, x = (name.replace("{lang}", lang) for name in (chart.y, chart.x))
    parts = chart.fold or (chart.colour,)
    seen: dict[str, str] = {}
    for nth, row in enumerate(rows):
        cells = dict(zip(columns, row, strict=True))
        label = _label(y, cells.get(y), lang)
        # Bars of one label are one bar only where their parts are to be stacked.
        alone = chart.kind in ("bars", "spans") or bool(chart.fold)
        key = f"{nth:04}" if alone else seen.setdefault(label, f"{nth:04}")
        for part in parts:
            value = cells.get(part if chart.fold else x)
            if (value is None and chart.kind != "spans") or (value == 0 and chart.kind == "shares"):
                continue
            colour = str(part if chart.fold else cells.get(part, ""))
            made = {"row": key, "label": label, "x": value, "colour": colour}
            if chart.x2:
                made["x2"] = cells.get(chart.x2)
            if chart.kind in ("steps", "curve"):
                made["y"] = cells.get(y)
            yield made | {"told": _told(chart, made, lang)}


def _label(column: str, value: object, lang: str) -> str:
    words = " ".join(str(PLAIN if value is None else value).split())
    return spoken("value", words, lang) if column in OURS else words


def _told(chart: Chart, made: Mapping[str, Any], lang: str) -> str:
    """Say in one line what a mark stands for."""
    colour = _said(chart, made["colour"], lang) if made["colour"] else ""
    value = _number(made["x"], is_share=chart.share)
    if chart.kind in ("steps", "curve"):
        numbers = f"{value}: {_number(made['y'], is_share=True)}"
        return f"{colour}, {numbers}" if colour else numbers
    if chart.kind == "heat":
        return f"{made['label']}, {value}: {colour}"
    if chart.x2:
        value = f"{made['x'] or '…'} – {made['x2'] or '…'}"
    return ": ".join(each for each in (made["label"], colour, value) if each)


def _number(value: object, *, is_share: bool) -> str:
    if is_share and isinstance(value, (int, float)):
        return f"{value:.0%}" if value == round(value, 2) else f"{value:.1%}"
    return str(value)


def spec(  # noqa: PLR0913  (an answer, and in which language and size it is drawn)
    chart: Chart,
    columns: Sequence[str],
    rows: Sequence[Sequence[object]],
    *,
    lang: str = "en",
    size: Size = SIZES["wide"],
    titled: bool = True,
) -> Spec:
    """Give the Vega-Lite specification of an answer; labels are broken, never cut short.

    *titled* puts the names of axes and colours in the picture; a page says them beside it.

    >>> made = spec(Chart("bars", "tasks", "agency"), ("agency", "tasks"), (("Sở Y tế", 3),))
    >>> made["data"]["values"][0]["label"], made["layer"][0]["mark"]["type"]
    ('Sở Y tế', 'bar')
    """
    shown = drawn(chart, columns, rows, lang)
    letters = size.letters if chart.kind not in _GRIDS else size.letters_grid
    for each in shown.values:
        each["label"], each["lines"] = _broken(each["label"], letters)
    lines = max((each["lines"] for each in shown.values), default=1)
    if (
        titled and chart.kind != "heat"
    ):  # a legend of Vega says the words of the data, so they are made words of people
        _say_colours(shown)
    title = spoken("column", chart.x.replace("{lang}", lang), lang) if titled else None
    pen = Pen(chart, shown.legend, size, lines, title, titled, _most(shown.values))
    return {
        "$schema": _SCHEMA,
        "data": {"values": shown.values},
        "width": size.grid if chart.kind in _GRIDS else size.width,
        "config": _config(),
        **MARKS[chart.kind](pen),
    }


def _most(values: Sequence[Mapping[str, Any]]) -> float:
    """Give the length of the longest row, its parts taken together."""
    rows: dict[str, float] = defaultdict(float)
    for each in values:
        rows[each["row"]] += each["x"] if isinstance(each["x"], (int, float)) else 0
    return max(rows.values(), default=0)


def _say_colours(shown: Drawn) -> None:
    words = {word: label for word, _, label in shown.legend}
    for each in shown.values:
        each["colour"] = words.get(each["colour"], each["colour"])
    shown.legend[:] = [(label, shade, label) for _, shade, label in shown.legend]


def _broken(words: str, letters: int) -> tuple[str, int]:
    """Break a label into lines; only what needs more than three is cut, and says so."""
    lines = textwrap.wrap(words, letters, max_lines=_LINES, placeholder=" …") or [""]
    return "\n".join(lines), len(lines)


def _config() -> Spec:
    letters = {"labelFontSize": 12, "titleFontSize": 12, "labelColor": "#16202c"}
    return {
        "font": "sans-serif",
        "view": {"stroke": None},
        "padding": {"left": LEFT, "right": 14, "top": 5, "bottom": 5},
        "axis": {**letters, "labelLimit": 200, "gridColor": "#e3e7ec", "tickColor": "#8a95a5"},
        "legend": {**letters, "orient": "bottom", "columns": 2, "labelLimit": 300},
        "text": {"fontSize": 12, "color": "#16202c", "lineBreak": "\n", "lineHeight": LINE},
    }


def svg(specification: Mapping[str, Any]) -> str:
    """Draw a specification; the words of the data are text in it, never markup.

    Raises ImportError with its mend where vl-convert-python is not installed.
    """
    try:
        import vl_convert
    except ImportError as error:
        message = "charts need vl-convert-python: pip install vl-convert-python"
        raise ImportError(message) from error
    made: str = vl_convert.vegalite_to_svg(dict(specification), vl_version="5.21")
    return made
