"""Charts of answers as Vega-Lite, drawn to SVG without a browser and without the network.

A chart is a plain specification (a dictionary), so that any Vega-Lite tool can take it up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Spec = dict[str, Any]
Kind = Literal["bars", "shares", "matrix", "steps", "spans"]
_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
_TOP = 15
_WORDS = 46
_WIDTH = 560
# Told apart in all common kinds of colour blindness (Okabe and Ito), dark enough on white.
_COLOURS = ["#0b4f8a", "#d55e00", "#00695c", "#8a5a00", "#6b3fa0", "#5b6676"]
_PALE = "#dfe4ea"
_NOTHING = ("nothing", "not in", "none", "no ")  # what is absent is pale, whatever its name


@dataclass(frozen=True, slots=True)
class Chart:
    """How an answer is drawn: the columns for each channel, and how many rows at most.

    ``bars`` one bar a row; ``shares`` bars cut by *colour*; ``matrix`` *y* by *x*, coloured;
    ``steps`` a line that falls in steps, one for each *colour*; ``spans`` bars from *x* to *x2*.
    """

    kind: Kind
    x: str
    y: str
    colour: str = ""
    x2: str = ""
    top: int = _TOP


def spec(chart: Chart, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> Spec:
    """Give the Vega-Lite specification of an answer; labels are cut, order is the answer's.

    >>> made = spec(Chart("bars", "tasks", "agency"), ("agency", "tasks"), (("Sở Y tế", 3),))
    >>> made["data"]["values"], made["encoding"]["y"]["sort"]
    ([{'agency': 'Sở Y tế', 'tasks': 3}], ['Sở Y tế'])
    """
    used = [each for each in (chart.y, chart.x, chart.x2, chart.colour) if each]
    places = [(name, columns.index(name)) for name in dict.fromkeys(used)]
    values = [{name: _short(row[at]) for name, at in places} for row in rows]
    kept = list(dict.fromkeys(str(value[chart.y]) for value in values))[: chart.top]
    values = [value for value in values if str(value[chart.y]) in kept]
    return {
        "$schema": _SCHEMA,
        "data": {"values": values},
        "width": _WIDTH,
        "config": {
            "font": "sans-serif",
            "view": {"stroke": None},
            "axis": {"labelLimit": 380, "labelFontSize": 12, "titleFontSize": 12},
            "legend": {"labelFontSize": 12, "titleFontSize": 12},
        },
        **_marks(chart, kept, values),
    }


def _short(value: object) -> object:
    """Cut long words; a number stays a number."""
    if isinstance(value, str) and len(value) > _WORDS:
        return f"{value[: _WORDS - 1].rstrip()}…"
    return value


def _marks(chart: Chart, order: Sequence[str], values: Sequence[Mapping[str, object]]) -> Spec:
    y: Spec = {"field": chart.y, "type": "nominal", "sort": list(order), "title": None}
    x: Spec = {"field": chart.x, "type": "quantitative", "title": chart.x}
    colour = {"field": chart.colour, "type": "nominal", "scale": _scale(chart, values)}
    match chart.kind:
        case "bars":
            return {"mark": {"type": "bar", "color": _COLOURS[0]}, "encoding": {"x": x, "y": y}}
        case "shares":
            return {"mark": "bar", "encoding": {"x": x, "y": y, "color": colour}}
        case "matrix":
            wide = {"field": chart.x, "type": "nominal", "title": None, "axis": {"labelAngle": -40}}
            return {
                "mark": {"type": "rect", "stroke": "white"},
                "encoding": {"x": wide, "y": y, "color": colour},
            }
        case "steps":
            up = {"field": chart.y, "type": "quantitative", "scale": {"domain": [0, 1]}}
            return {"mark": {"type": "line", "interpolate": "step-after"},
                    "encoding": {"x": x, "y": up, **({"color": colour} if chart.colour else {})}}  # fmt: skip
        case "spans":
            when = {"field": chart.x, "type": "temporal", "title": None}
            return {"mark": {"type": "bar", "color": _COLOURS[0]},
                    "encoding": {"x": when, "x2": {"field": chart.x2}, "y": y}}  # fmt: skip


def _scale(chart: Chart, values: Sequence[Mapping[str, object]]) -> Spec:
    """Give each word of the colour column its colour, in the order of the alphabet."""
    words = sorted({str(value[chart.colour]) for value in values}) if chart.colour else []
    there = [word for word in words if not word.startswith(_NOTHING)]
    colours = {word: _COLOURS[nth % len(_COLOURS)] for nth, word in enumerate(there)}
    return {"domain": words, "range": [colours.get(word, _PALE) for word in words]}


def svg(specification: Mapping[str, Any]) -> str:
    """Draw a specification; the words of the data are text in it, never markup.

    Raises ImportError with its mend where vl-convert-python is not installed.
    """
    try:
        import vl_convert
    except ImportError as error:
        message = "charts need vl-convert-python: pip install vl-convert-python"
        raise ImportError(message) from error
    drawn: str = vl_convert.vegalite_to_svg(dict(specification), vl_version="5.21")
    return drawn
