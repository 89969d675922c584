"""The flow as a picture: blocks in columns, ribbons between them, each as thick as its tasks."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from markupsafe import Markup

from kg.write.board_boxes import svg, target
from kg.write.board_words import WORDS
from kg.write.svg_parts import fitted, lines_of, said, tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.write.board_flow import Flow, Pair, Spot, Stop

COLOURS = ("#0b4f8a", "#6b3fa0", "#00695c", "#8a5a00", "#a84a00")
HEADS = ("flow.central", "flow.party", "flow.province", "flow.below", "flow.bodies")
_GAP, _NODE, _HEIGHT, _TOP, _LEAST, _ROOM = 10.0, 12.0, 500.0, 34.0, 26.0, 196.0


def drawn(found: Flow, pairs: Sequence[Pair], blocks: Sequence[Spot], width: float) -> Markup:
    """Draw the flow; marks are bundles, first the ribbons in order of *pairs*, then the blocks."""
    layers = sorted({key[0] for key in blocks})
    most = max(
        (sum(found.stops[b].value for b in blocks if b[0] == each) for each in layers), default=1
    )
    _stack(found, blocks, layers, _HEIGHT / max(1, most))
    height = max(
        (stop.top + max(stop.height, _LEAST) for stop in found.stops.values()), default=60.0
    )
    step = (width - _ROOM) / max(1, len(layers) - 1)
    x = {layer: 1 + nth * step for nth, layer in enumerate(layers)}
    parts = [
        tag(
            "text",
            said(HEADS[layer], WORDS[HEADS[layer]][0]),
            x=x[layer],
            y=18,
            class_="place small",
        )
        for layer in layers
    ]
    parts += _ribbons(found, pairs, x)
    for nth, block in enumerate(blocks):
        room = _ROOM if block[0] == layers[-1] else step - 8
        parts.append(_block(found.stops[block], x[block[0]], len(pairs) + nth, room))
    return svg("flow", parts, width, height)


def _stack(found: Flow, blocks: Sequence[Spot], layers: Sequence[int], scale: float) -> None:
    """Stack the blocks of each column, each near the middle of what flows into it."""
    middle: dict[Spot, float] = {}
    for layer in layers:
        here = [key for key in blocks if key[0] == layer]
        for key in here:
            ins = [
                (len(t), middle[a])
                for (a, b), t in found.ribbons.items()
                if b == key and a in middle
            ]
            total = sum(number for number, _ in ins)
            middle[key] = sum(number * at for number, at in ins) / total if total else 0.0
        y = _TOP
        for key in sorted(
            here, key=lambda k: (found.is_rest(k), round(middle[k], 3), -found.stops[k].value, k)
        ):
            stop = found.stops[key]
            stop.top, stop.height = y, max(6.0, stop.value * scale)
            middle[key] = y + stop.height / 2
            y += max(stop.height, _LEAST) + _GAP


def _ribbons(found: Flow, pairs: Sequence[Pair], x: Mapping[int, float]) -> Iterator[Markup]:
    used: dict[tuple[str, Spot], float] = defaultdict(float)
    rank = {pair: nth for nth, pair in enumerate(pairs)}
    stops = found.stops
    for pair in sorted(pairs, key=lambda p: (stops[p[0]].top, stops[p[1]].top, p)):
        start, end = stops[pair[0]], stops[pair[1]]
        number = len(found.ribbons[pair])
        thick = (
            start.height * number / max(1, start.value),
            end.height * number / max(1, end.value),
        )
        y = (start.top + used["out", pair[0]], end.top + used["in", pair[1]])
        used["out", pair[0]] += thick[0]
        used["in", pair[1]] += thick[1]
        path = _path((x[start.layer] + _NODE, x[end.layer]), y, thick)
        full = tag("title", f"{start.said} → {end.said}: {number}")
        seen = tag("path", d=path, class_="ribbon", fill=COLOURS[start.layer])
        yield tag("g", full, seen, class_="mark", **target(f"bundle:{rank[pair]}"))


def _path(x: tuple[float, float], y: tuple[float, float], thick: tuple[float, float]) -> str:
    middle = (x[0] + x[1]) / 2
    low = (y[0] + thick[0], y[1] + thick[1])
    return (
        f"M{x[0]:.0f} {y[0]:.1f}C{middle:.0f} {y[0]:.1f} {middle:.0f} {y[1]:.1f} {x[1]:.0f} {y[1]:.1f}"
        f"V{low[1]:.1f}C{middle:.0f} {low[1]:.1f} {middle:.0f} {low[0]:.1f} {x[0]:.0f} {low[0]:.1f}z"
    )


def _block(stop: Stop, x: float, bundle: int, room: float) -> Markup:
    bar = tag("rect", x=x, y=stop.top, width=_NODE, height=stop.height, rx=2, fill=COLOURS[stop.layer], class_="stop")  # fmt: skip
    left, y = x + _NODE + 6, stop.top + min(stop.height / 2, 12) + 2
    count = tag("tspan", f" {stop.value}", class_="aside")
    if stop.is_key:
        label = tag("text", said(stop.name, stop.said), count, x=left, y=y, class_="name")
    else:
        lines = fitted(stop.name, room - 44, 12, 2)
        label = (
            lines_of(lines[:-1], left, y, 14, class_="name", lang="vi") if lines[1:] else Markup()
        )
        last = tag("tspan", lines[-1], lang="vi")
        label += tag("text", last, count, x=left, y=y + 14 * (len(lines) - 1), class_="name")
    hit = tag("rect", x=x, y=stop.top - 3, width=room, height=max(stop.height, 24), class_="hit")
    return tag(
        "g", tag("title", stop.said), hit, bar, label, class_="mark", **target(f"bundle:{bundle}")
    )
