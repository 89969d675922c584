"""The marks of each kind of chart in the terms of Vega-Lite."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from kg.write.charts import Chart

Spec = dict[str, Any]
# Told apart in all common kinds of colour blindness (after Okabe and Ito), dark enough on white.
_COLOURS: Final = ("#0b4f8a", "#d55e00", "#00795c", "#a8578c", "#7a5a00", "#4aa3df", "#16202c")
_PALES: Final = ("#d3dae2", "#eef1f5")
_NOTHING: Final = ("nothing", "not in", "not ob", "none", "no ", "no_lead", "usual", "–")
"""How the names of what is absent begin: it is drawn pale."""
_BLUES: Final = ("#eef4fa", "#0b4f8a")
_INK, _QUIET, _PAPER = "#16202c", "#5b6676", "#ffffff"
_BAR: Final = 14
_FEW: Final = 8
PLAIN: Final = "–"
LEFT: Final = 14
LINE: Final = 15.5
"""How high a line of a label is."""


class Size(NamedTuple):
    """A size of chart: its width, that of a matrix, letters on a line, whether labels stand above."""

    width: int
    grid: int
    letters: int
    letters_grid: int
    above: bool


SIZES: Final = {
    "wide": Size(520, 600, 46, 40, above=False),
    "narrow": Size(320, 210, 48, 17, above=True),
}
"""A screen and a phone; both are drawn, and the page shows the one that fits."""


class Pen(NamedTuple):
    """What a chart is drawn with.

    *legend* has word, colour and label of each part, *lines* is those of the longest label, *title*
    that of the axis, *most* the largest number on it; *titled* tells that the picture itself shows title and legend.
    """

    chart: Chart
    legend: Sequence[tuple[str, str, str]]
    size: Size
    lines: int
    title: str | None
    titled: bool
    most: float


def colours(words: Sequence[str]) -> dict[str, str]:
    """Give each word its colour; what is absent is pale, whatever its name.

    >>> colours(("held", "not in corpus"))
    {'held': '#0b4f8a', 'not in corpus': '#d3dae2'}
    """
    absent = [word for word in words if word.startswith(_NOTHING)]
    there = [word for word in words if word not in absent]
    made = {word: _COLOURS[nth % len(_COLOURS)] for nth, word in enumerate(there)}
    return made | {word: _PALES[nth % len(_PALES)] for nth, word in enumerate(absent)}


def _y() -> Spec:
    return {"field": "row", "type": "nominal", "axis": None, "sort": None}


def _x(pen: Pen) -> Spec:
    form = ".0%" if pen.chart.share else ",d"
    axis: Spec = {"tickMinStep": 0.01 if pen.chart.share else 1, "tickCount": 6, "domain": False, "format": form}  # fmt: skip
    few = not pen.chart.share and pen.most <= _FEW
    if few:  # else Vega counts papers in halves
        axis["values"] = list(range(int(pen.most) + 1))
    return {"field": "x", "type": "quantitative", "title": pen.title, "axis": axis}


def _colour(pen: Pen) -> Spec:
    """Give the colours of the parts; where there are none, the first colour."""
    if not pen.legend:
        return {"value": _COLOURS[0]}
    domain, shades = [word for word, _, _ in pen.legend], [shade for _, shade, _ in pen.legend]
    # The words of the data are codes: the legend of a picture that stands alone says them as titles.
    legend = {"title": None} if pen.titled else None
    return {"field": "colour", "type": "nominal", "sort": None, "legend": legend,
            "scale": {"domain": domain, "range": shades}}  # fmt: skip


def _described(**encoding: Spec) -> Spec:
    return {**encoding, "y": encoding.get("y", _y()), "description": {"field": "told"}}


def _down(pen: Pen) -> float:
    """Give how far under the middle of its row a bar lies: a label may stand above it."""
    return pen.lines * LINE / 2 if pen.size.above else 0


def _bar(pen: Pen, **more: object) -> Spec:
    return {"type": "bar", "height": _BAR, "yOffset": _down(pen), **more}


def _rows(pen: Pen, *marks: Spec) -> Spec:
    """Put marks into rows with their labels: before the bars, on a phone above them."""
    label = pen.lines * LINE
    high = _BAR + 12 + label if pen.size.above else max(_BAR, label) + 9
    return {"layer": [*marks, *_labels(pen)], "height": {"step": high}}


def _labels(pen: Pen) -> Iterator[Spec]:
    """Write the labels, those of one length in a layer: a text hangs from its first line."""
    for lines in range(1, pen.lines + 1):
        if pen.size.above:
            up = _down(pen) - _BAR / 2 - 3 - (lines - 0.5) * LINE
            place: Spec = {"align": "left", "x": 0, "yOffset": up}
        else:
            place = {"align": "right", "x": -8, "yOffset": -(lines - 1) * LINE / 2}
        yield {
            "transform": [
                {"filter": f"datum.lines == {lines}"},
                {"aggregate": [{"op": "count", "as": "n"}], "groupby": ["row", "label"]},
            ],
            "mark": {"type": "text", "baseline": "middle", "aria": False, **place},
            "encoding": {"y": _y(), "text": {"field": "label"}},
        }


def bars(pen: Pen) -> Spec:
    """One bar a row with its number at the end."""
    x = _x(pen)
    text = {"type": "text", "align": "left", "baseline": "middle", "dx": 4, "yOffset": _down(pen),
            "aria": False}  # fmt: skip
    number = {"field": "x", "type": "quantitative", "format": x["axis"]["format"]}
    return _rows(
        pen,
        {"mark": _bar(pen), "encoding": _described(x=x, color=_colour(pen))},
        {"mark": text, "encoding": {"x": x, "y": _y(), "text": number}},
    )


def shares(pen: Pen) -> Spec:
    """Bars that are cut into parts, in the order of the legend."""
    order = {"field": "nth", "type": "quantitative"}
    parts = _described(x=_x(pen), color=_colour(pen), order=order)
    return _rows(pen, {"mark": _bar(pen, stroke=_PAPER, strokeWidth=1), "encoding": parts})


def dots(pen: Pen) -> Spec:
    """Points on a line, one for each mark."""
    mark = {"type": "point", "filled": True, "size": 90, "opacity": 0.7, "yOffset": _down(pen)}
    return _rows(pen, {"mark": mark, "encoding": _described(x=_x(pen), color=_colour(pen))})


def spans(pen: Pen) -> Spec:
    """Bars from day to day; where one end is not printed, a point stands at the other."""
    axis = {"format": "%Y", "tickCount": 6, "domain": False, "labelOverlap": True}
    when = {"field": "x", "type": "temporal", "title": None, "axis": axis, "scale": {"type": "utc"}}
    colour = _colour(pen)
    point = {"type": "point", "filled": True, "size": 70, "shape": "diamond", "yOffset": _down(pen)}
    one_end = [
        {"filter": "!datum.x || !datum.x2"},
        {"calculate": "datum.x || datum.x2", "as": "x"},
    ]
    return _rows(
        pen,
        {"transform": [{"filter": "datum.x && datum.x2"}], "mark": _bar(pen),
         "encoding": _described(x=when, x2={"field": "x2"}, color=colour)},
        {"transform": one_end, "mark": point, "encoding": _described(x=when, color=colour)},
    )  # fmt: skip


def _grid(pen: Pen, *marks: Spec) -> Spec:
    names = pen._replace(size=pen.size._replace(above=False))
    high = max(24, pen.lines * LINE + 7)
    return {"layer": [*marks, *_labels(names)], "height": {"step": high}}


def _across() -> Spec:
    axis = {"labelAngle": -90, "orient": "top", "labelLimit": 220, "domain": False, "ticks": False,
            "labelPadding": 4}  # fmt: skip
    return {"field": "x", "type": "nominal", "title": None, "sort": None, "axis": axis}


def _field(shade: Spec, **more: object) -> Spec:
    mark = {"type": "rect", "stroke": _PAPER, "strokeWidth": 2}
    return {"mark": mark, "encoding": _described(x=_across(), color=shade), **more}


def matrix(pen: Pen) -> Spec:
    """Fields of *y* by *x*, coloured by their word."""
    return _grid(pen, _field(_colour(pen)))


def heat(pen: Pen) -> Spec:
    """Fields of *y* by *x*, the darker the larger their number, which stands in them."""
    most = max((float(word) for word, _, _ in pen.legend), default=1)
    number = [{"calculate": "+datum.colour", "as": "number"}]
    shade = {"field": "number", "type": "quantitative", "legend": None,
             "scale": {"range": list(_BLUES), "domain": [0, most]}}  # fmt: skip
    ink = {"condition": {"test": f"datum.number > {most * 0.5}", "value": _PAPER}, "value": _INK}
    said = {"field": "number", "type": "quantitative", "format": ".0%" if pen.chart.share else "d"}
    text = {"type": "text", "fontSize": 10 if pen.size.above else 11, "aria": False}
    words = {"x": _across(), "y": _y(), "color": ink, "text": said}
    return _grid(
        pen,
        _field(shade, transform=number),
        {"transform": number, "mark": text, "encoding": words},
    )


def _line(pen: Pen, form: str) -> Spec:
    up = {"field": "y", "type": "quantitative", "title": None, "scale": {"domain": [0, 1]},
          "axis": {"format": ".0%", "tickCount": 5, "domain": False}}  # fmt: skip
    along = {"field": "x", "type": "quantitative", "title": pen.title,
             "axis": {"format": form, "tickCount": 6, "domain": False, "grid": False}}  # fmt: skip
    return {"x": along, "y": up, "color": _colour(pen)}


def steps(pen: Pen) -> Spec:
    """Draw a line that falls in steps, with a point where something happened."""
    at = _line(pen, ",d")
    line = {"type": "line", "interpolate": "step-after", "aria": False, "strokeWidth": 2.5}
    point = {"type": "point", "filled": True, "size": 55, "opacity": 1}
    layers = [{"mark": line, "encoding": at}, {"mark": point, "encoding": _described(**at)}]
    return {"layer": layers, "height": 260}


def curve(pen: Pen) -> Spec:
    """Draw a line from corner to corner, and a straight one: what an even share would be."""
    at = _line(pen, ".0%")
    even = {
        "data": {"values": [{"x": 0, "y": 0}, {"x": 1, "y": 1}]},
        "mark": {"type": "line", "strokeDash": [5, 4], "color": _QUIET, "aria": False},
        "encoding": {"x": at["x"], "y": at["y"]},
    }
    line = {"mark": {"type": "line", "aria": False, "strokeWidth": 2.5}, "encoding": at}
    point = {"type": "point", "filled": True, "size": 30, "opacity": 1}
    layers = [even, line, {"mark": point, "encoding": _described(**at)}]
    return {"layer": layers, "width": 300, "height": 300}


MARKS: Final[dict[str, Callable[[Pen], Spec]]] = {
    "bars": bars, "shares": shares, "matrix": matrix, "heat": heat, "steps": steps,
    "curve": curve, "spans": spans, "dots": dots,
}  # fmt: skip
"""How each kind of chart is drawn."""
