"""A chart as it stands in a page: drawn small, without what only a Vega viewer would need."""

from __future__ import annotations

import re
from typing import Final

_TAG: Final = re.compile(r"<[^<>]+>")
_DRAWING: Final = re.compile(r' (d|transform|x|y|x2|y2|width|height|viewBox|dy)="([^"]*)"')
_FRACTION: Final = re.compile(r"-?\d+\.\d{2,}")
_NEEDLESS: Final = re.compile(
    r' (?:class|role|aria-roledescription|aria-hidden|pointer-events|version|xmlns:xlink|font-family|stroke-miterlimit|opacity="1)(?:="[^"]*"|")'
)
_EMPTY: Final = re.compile(
    r'<path (?:d=""|d="M0,0h0v0h0Z")[^>]*/>|<rect width="[\d.]+" height="[\d.]+" fill="white"/>|'
    r'<path [^>]*display="none"/>'
)
_MARK: Final = re.compile(r'aria-label="([^"]*)" role="graphics-symbol" aria-roledescription="(?!axis|legend)[^"]*"')  # fmt: skip
_COMMON: Final = re.compile(
    r' (?:font-size="12px"|fill="#16202c"|stroke-width="1"|text-anchor="start")'
)
_GROUP: Final = re.compile(r' aria-label="[^"]*"')


def slim(drawn: str) -> str:
    """Take from an SVG of Vega what a page has no use for; its words stay as they are.

    What a mark stands for moves from ``aria-label`` to ``data-t``: the table beside the picture is
    its equal in words, so it need not be read out mark by mark.

    >>> slim('<svg><path aria-label="Sở &lt;b&gt;: 3" role="graphics-symbol" '
    ...      'aria-roledescription="bar" d="M0,1.23456h2Z"/></svg>')
    '<svg><path data-t="Sở &lt;b&gt;: 3" d="M0,1.2h2Z"/></svg>'
    """
    return _EMPTY.sub("", _TAG.sub(lambda tag: _slim_tag(tag.group()), drawn))


def _slim_tag(tag: str) -> str:
    tag = _MARK.sub(r'data-t="\1"', tag)
    tag = _GROUP.sub("", _NEEDLESS.sub("", tag))
    if tag.startswith("<text"):
        tag = _COMMON.sub("", tag)  # the style of the page says it once
    return _DRAWING.sub(lambda found: f' {found[1]}="{_FRACTION.sub(_short, found[2])}"', tag)


def _short(number: re.Match[str]) -> str:
    return f"{float(number.group()):.1f}".removesuffix(".0")
