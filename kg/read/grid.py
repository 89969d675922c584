"""Tables as text: data tables as lines of tab-separated cells, layout tables as columns of lines.

Decree 30/2020/NĐ-CP, Annex I, II prints the letterhead and the signature side by side, and
offices set both in tables without borders: their words are read column by column.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence

from kg.lexicon import rows

Cell = tuple[str, ...]
"""The printed lines of one cell; an empty tuple is a cell that is empty or covered by a merge."""

MOTTO = re.compile(
    r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI|Độc\s+lập\s*[-–]\s*Tự\s+do|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM"
)
RECIPIENTS = re.compile(r"N(?:ơ|Ơ)i\s+nhận|NƠI\s+NHẬN")
STOP = "\x1f"
"""Stands for a tab stop inside a paragraph; a plain tab parts the cells of a table."""
_ADDRESSEES = re.compile(r"\s*Kính\s+gửi")
_HEAD_ROWS = 4  # a letterhead has its motto in one of its first rows
_SIDE_ROWS = 3  # a signature block has few rows, a table of tasks has many
_BULLET = re.compile(r"[-–+•●▪]\s*")
_BOX_MIN = 2  # one such line alone may be a row of any table
_BOX_LABELS = frozenset({
    "số hiệu", "số ký hiệu", "số/ký hiệu", "loại văn bản", "ngày ban hành", "ngày hiệu lực",
    "ngày có hiệu lực", "tình trạng", "tình trạng hiệu lực", "nơi ban hành", "cơ quan ban hành",
    "người ký", "lĩnh vực", "trích yếu", "ngày công báo", "số công báo",
})  # fmt: skip
_NAME_WORDS = range(2, 6)
_LABEL = re.compile(r"\S{0,5}[.)/]|[-–+•*]|")
_AGENCY_MAX = 80  # an agency's name on a line of its own is no longer than this


def table_lines(table: Sequence[Sequence[Cell]]) -> Iterator[str]:
    r"""Give a table as lines: one a row, or column by column where the table only sets the page.

    >>> list(table_lines([[("TT",), ("Nhiệm vụ",)], [("1",), ("Rà soát", "quy hoạch")]]))
    ['TT\tNhiệm vụ', '1\tRà soát quy hoạch']
    >>> list(table_lines([[("UBND TỈNH X", "Số: 1/KH-UBND"), ("Độc lập - Tự do",)]]))
    ['UBND TỈNH X', 'Số: 1/KH-UBND', 'Độc lập - Tự do']
    """
    box = list(_box(table))
    if len(box) >= _BOX_MIN:
        for label, value in box:
            yield from (f"\t{label}", f"\t{value}", "")
        return
    if sets_the_page(table):
        yield from _by_columns(table)
        return
    for row in table:
        words = [cell_words(cell) for cell in row]
        if any(words):
            yield "\t".join(words)


def is_box_label(words: str) -> bool:
    """Tell whether words are a label of the box that legal portals print above a text."""
    return words.strip(" :*").lower() in _BOX_LABELS


def _box(table: Sequence[Sequence[Cell]]) -> Iterator[tuple[str, str]]:
    """Give labels and values where a table is the box of a portal, whatever its width."""
    for row in table:
        words = [" ".join(" ".join(cell).split()) for cell in row if cell]
        pairs = zip(words[::2], words[1::2], strict=False)
        yield from ((label.strip(" :"), value) for label, value in pairs if is_box_label(label))


def sets_the_page(table: Sequence[Sequence[Cell]]) -> bool:
    """Tell whether a table only puts words side by side: letterhead, addressees, signature."""
    filled = [[cell for cell in row if cell] for row in table]
    filled = [row for row in filled if row]
    if max((len(row) for row in filled), default=0) <= 1:
        return True
    head = "\n".join(line for row in filled[:_HEAD_ROWS] for cell in row for line in cell)
    if MOTTO.search(head):
        return True
    if len(filled) > _SIDE_ROWS:
        return False
    if len(filled) == 1 and any(len(cell) > 1 for cell in filled[0]):
        return True
    return bool(RECIPIENTS.search(head) or _ADDRESSEES.match(head))


def _by_columns(table: Sequence[Sequence[Cell]]) -> Iterator[str]:
    """Give the left column, then the rest; a row with one cell over its whole width parts them."""
    starts = [i for row in table for i, cell in enumerate(row) if cell]
    left_edge = min(starts, default=0)
    right: list[str] = []
    for row in table:
        cells = [(i, cell) for i, cell in enumerate(row) if cell]
        for i, cell in cells:
            if i == left_edge:
                yield from (" ".join(line.split()) for line in cell)
            else:
                right.extend(" ".join(line.split()) for line in cell)
    yield from right


def split_columns(lines: Iterable[str]) -> Iterator[str]:
    r"""Give lines set side by side with tab stops column by column; other stops become blanks.

    >>> list(split_columns(["TỈNH X\x1fĐộc lập - Tự do", "Số: 1\x1fX, ngày 2", "a)\x1fMột"]))
    ['TỈNH X', 'Số: 1', 'Độc lập - Tự do', 'X, ngày 2', 'a) Một']
    """
    sides: list[tuple[str, str]] = []
    for line in lines:
        left, stop, right = line.partition(STOP)
        right = " ".join(right.split())
        if stop and right and not _LABEL.fullmatch(left.strip()):
            sides.append((left.strip(), right))
            continue
        yield from _sides(sides)
        sides = []
        yield line.replace(STOP, " ").strip(" ") if stop else line
    yield from _sides(sides)


def _sides(sides: list[tuple[str, str]]) -> Iterator[str]:
    """Give lines of two halves: a letterhead or a signature by columns, others as they stand."""
    if any(MOTTO.search(right) or RECIPIENTS.match(left) for left, right in sides):
        yield from (left for left, _ in sides if left)
        yield from (right for _, right in sides if right)
    else:
        yield from (f"{left} {right}".strip() for left, right in sides)


def cell_words(lines: Iterable[str]) -> str:
    """Give the words of a cell on one line; agencies or persons on lines of their own are parted.

    >>> cell_words(["Sở Y tế", "Sở Tài chính"]), cell_words(["Xây dựng", "đề án"])
    ('Sở Y tế; Sở Tài chính', 'Xây dựng đề án')
    """
    parts = [" ".join(line.split()) for line in lines]
    parts = [part for part in parts if part]
    if len(parts) > 1 and (all(map(is_agency, parts)) or all(map(_is_person, parts))):
        bare = (_BULLET.sub("", part, count=1).rstrip(";,. ") for part in parts)
        return "; ".join(bare)
    return " ".join(parts)


def _is_person(line: str) -> bool:
    """Tell whether a line is a full name: two to five words, each with a capital and small rest."""
    words = _BULLET.sub("", line, count=1).rstrip(";,").split()
    return len(words) in _NAME_WORDS and all(word.isalpha() and word.istitle() for word in words)


def is_agency(line: str) -> bool:
    """Tell whether a line of a cell is the whole name of an agency, as far as its head tells."""
    return len(line) <= _AGENCY_MAX and _heads().match(_BULLET.sub("", line, count=1)) is not None


@functools.cache
def _heads() -> re.Pattern[str]:
    heads = {row["head"] for row in rows("lexicon/body_heads")}
    heads |= {row["name"] for row in rows("lexicon/bodies")} | {"UBND", "Các"}
    names = "|".join(re.escape(head) for head in sorted(heads, key=lambda h: (-len(h), h)))
    return re.compile(rf"(?:{names})\b(?=.*\S)(?!.*[.;]\s+\S)")
