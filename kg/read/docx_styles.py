"""What a .docx prints without writing it: automatic numbers, bullets, capitals by style."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVELS = 9
_OFF = {"0", "false", "off", "none"}
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_MAX_NUMBER = 4999
# Bullets are printed in symbol fonts, whose letters stand in the private use area.
_SYMBOLS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf02d": "-", "\uf0fc": "-", "\uf0d8": "-", "o": "+"}


def val(element: ET.Element | None, name: str = "val") -> str | None:
    """Give an attribute of an element of the main namespace."""
    return None if element is None else element.get(W + name)


def is_on(properties: ET.Element | None, name: str) -> bool | None:
    """Tell whether a property such as ``caps`` is on or off; None when nothing is said."""
    found = None if properties is None else properties.find(W + name)
    return None if found is None else (val(found) or "on").lower() not in _OFF


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a numbering: ``%1.`` with its kind of number and its first value."""

    kind: str = "decimal"
    words: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False


@dataclass(frozen=True, slots=True)
class _Style:
    based_on: str | None
    num: str | None
    level: int | None
    caps: bool | None


@dataclass(slots=True)
class _List:
    """A list as printed: its levels and which counter it shares with other lists."""

    counter: str
    levels: dict[int, Level]
    styles: dict[str, int] = field(default_factory=dict)
    restarts: set[int] = field(default_factory=set)


class Styles:
    """The styles and numberings of one document; counts paragraphs in reading order."""

    def __init__(self, styles: ET.Element | None, numbering: ET.Element | None) -> None:
        """Read ``styles.xml`` and ``numbering.xml``; either may be missing."""
        self._styles = {} if styles is None else dict(_styles(styles))
        self._lists = {} if numbering is None else dict(_lists(numbering))
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._seen: set[tuple[str, int]] = set()

    def caps(self, style: str | None) -> bool:
        """Tell whether a style prints capitals."""
        return next((s.caps for s in self._chain(style) if s.caps is not None), False)

    def number(self, paragraph: ET.Element) -> str:
        """Give the number or bullet printed before a paragraph; "" for none."""
        properties = paragraph.find(W + "pPr")
        style = None if properties is None else val(properties.find(W + "pStyle"))
        own = None if properties is None else properties.find(W + "numPr")
        num = None if own is None else val(own.find(W + "numId"))
        level = None if own is None else val(own.find(W + "ilvl"))
        if num is None:
            num = next((s.num for s in self._chain(style) if s.num), None)
        found = self._lists.get(num or "")
        if found is None or num is None:
            return ""
        if level is None:
            by_style = next((s.level for s in self._chain(style) if s.level is not None), 0)
            level = str(found.styles.get(style or "", by_style))
        return self._print(num, found, int(level) if level.isdecimal() else 0)

    def _chain(self, style: str | None) -> list[_Style]:
        """Give a style and those it is based on, nearest first."""
        chain: list[_Style] = []
        seen = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            chain.append(self._styles[style])
            style = chain[-1].based_on
        return chain

    def _print(self, num: str, found: _List, at: int) -> str:
        level = found.levels.get(at)
        if level is None or (level.kind == "none" and not level.words):
            return ""
        counts = self._counts[found.counter]
        if at in found.restarts and (num, at) not in self._seen:
            counts.pop(at, None)
        self._seen.add((num, at))
        counts[at] = counts.get(at, level.start - 1) + 1
        for below in [b for b in counts if b > at]:
            again = found.levels.get(below, Level()).restart
            if again is None or at < again:
                del counts[below]
        if level.kind == "bullet":
            sign = level.words[:1]
            return _SYMBOLS.get(sign, "-" if "\ue000" <= sign <= "\uf8ff" else sign)
        words = level.words
        for i in range(at + 1):
            of = found.levels.get(i, Level())
            kind = "decimal" if level.legal else of.kind
            words = words.replace(f"%{i + 1}", printed(counts.get(i, of.start), kind))
        return words.strip()


def printed(value: int, kind: str) -> str:
    """Give a number as a list prints it.

    >>> [printed(4, kind) for kind in ("decimal", "lowerLetter", "upperRoman", "decimalZero")]
    ['4', 'd', 'IV', '04']
    """
    if kind == "none" or not 0 < value <= _MAX_NUMBER:
        return "" if kind == "none" else str(value)
    if kind.endswith("Letter"):
        turns, at = divmod(value - 1, len(_ALPHABET))
        letter = _ALPHABET[at] * (turns + 1)
        return letter.upper() if kind == "upperLetter" else letter
    if kind.endswith("Roman"):
        roman = _roman(value)
        return roman.upper() if kind == "upperRoman" else roman
    return f"{value:02}" if kind == "decimalZero" else str(value)


def _roman(value: int) -> str:
    words = ""
    for size, letters in _ROMAN:
        count, value = divmod(value, size)
        words += letters * count
    return words


def _styles(root: ET.Element) -> list[tuple[str, _Style]]:
    made = []
    for style in root.iter(W + "style"):
        properties = style.find(W + "pPr")
        own = None if properties is None else properties.find(W + "numPr")
        level = None if own is None else val(own.find(W + "ilvl"))
        num = None if own is None else val(own.find(W + "numId"))
        caps = is_on(style.find(W + "rPr"), "caps")
        at = int(level) if level and level.isdecimal() else None
        made.append((val(style, "styleId") or "",
                     _Style(val(style.find(W + "basedOn")), num, at, caps)))  # fmt: skip
    return made


def _lists(root: ET.Element) -> list[tuple[str, _List]]:
    plans = {val(plan, "abstractNumId"): plan for plan in root.findall(W + "abstractNum")}
    made = []
    for num in root.findall(W + "num"):
        base = val(num.find(W + "abstractNumId"))
        plan = plans.get(base)
        if plan is None or base is None:
            continue
        found = _List(base, {}, {})
        for element in plan.findall(W + "lvl"):
            _put(found, element)
        for override in num.findall(W + "lvlOverride"):
            _override(found, override)
        made.append((val(num, "numId") or "", found))
    return made


def _put(found: _List, element: ET.Element) -> None:
    at = _whole(val(element, "ilvl"), 0)
    if at >= _LEVELS:
        return
    restart = val(element.find(W + "lvlRestart"))
    found.levels[at] = Level(
        kind=val(element.find(W + "numFmt")) or "decimal",
        words=val(element.find(W + "lvlText")) or "",
        start=_whole(val(element.find(W + "start")), 0),
        restart=None if restart is None else _whole(restart, 0),
        legal=is_on(element, "isLgl") or False,
    )
    style = val(element.find(W + "pStyle"))
    if style:
        found.styles[style] = at


def _override(found: _List, override: ET.Element) -> None:
    at = _whole(val(override, "ilvl"), 0)
    for element in override.findall(W + "lvl"):
        _put(found, element)
    start = val(override.find(W + "startOverride"))
    if start is not None and at in found.levels:
        old = found.levels[at]
        found.levels[at] = Level(old.kind, old.words, _whole(start, 1), old.restart, old.legal)
        found.restarts.add(at)


def _whole(words: str | None, default: int) -> int:
    return int(words) if words and words.isdecimal() and len(words) <= 6 else default  # noqa: PLR2004  (digits)
