"""Which theme a task belongs to, by the words of its heading, else by its own.

The rows of ``data/questions/themes.csv`` decide. A row of rank 1 says the field by itself, one of
rank 3 only where nothing better stands: first rank 1 in the heading, then in the task, then rank 2
in both, then rank 3. Of several words in one place the first decides, as the head of a Vietnamese
phrase stands first. Rows without a theme name bodies and the like: their words decide nothing.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from kg.lexicon import rows
from kg.text import view

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.lexicon import Row

    Spot: TypeAlias = tuple[int, int, Row]

# The members of t:theme in ontology/types.ttl with their labels; a test compares the two.
THEMES = {
    "communication": ("Communication and awareness", "Truyền thông, nâng cao nhận thức"),
    "mechanisms": ("Mechanisms and policy", "Cơ chế, chính sách"),
    "research": ("Research and technology", "Nghiên cứu, khoa học và công nghệ"),
    "industry": ("Industry and enterprises", "Công nghiệp, doanh nghiệp"),
    "agriculture": ("Agriculture", "Nông nghiệp"),
    "health": ("Health", "Y tế, sức khỏe"),
    "environment": ("Environment", "Tài nguyên, môi trường"),
    "people": ("People and training", "Nhân lực, đào tạo"),
    "cooperation": ("Cooperation, at home and abroad", "Hợp tác trong nước và quốc tế"),
    "funding": ("Funding", "Kinh phí"),
    "digital": ("Digital", "Chuyển đổi số"),
}
HEADING, TASK = "heading", "task"
_LONGEST = (
    600  # of real headings the longest seen has 477 letters; beyond stands a table read as one
)


class Found(NamedTuple):
    """A theme with the row that decided, where its words stand, and the words as printed."""

    theme: str
    rule: str
    where: str
    words: str


def theme_of(heading: str, task: str, bodies: Iterable[str] = ()) -> Found | None:
    """Give the theme of a task; *bodies* are words that name who does it, they decide nothing.

    >>> theme_of("Bảo vệ môi trường", "Trồng cây ven đường.")
    Found(theme='environment', rule='environment.guard', where='heading', words='Bảo vệ môi trường')
    >>> theme_of("Sở Y tế", "Tập huấn cho thủ thư.", ["Sở Y tế"]).theme
    'people'
    >>> theme_of("TỔ CHỨC THỰC HIỆN", "Theo dõi, đôn đốc việc thực hiện.")
    """
    title = heading if len(heading) <= _LONGEST else ""
    read = ((HEADING, title, _folded(title)), (TASK, task, view(task)))
    named = [_folded(each) for each in bodies if each]
    for rank in _ranks():
        for where, text, lower in read:
            # Many tasks stand under one heading; the words of a task are its own.
            spots = spots_of(lower, rank) if where == HEADING else _standing(lower, rank)
            hit = _first(spots, lower, named)
            if hit:
                start, end, row = hit
                return Found(row["theme"], row["id"], where, text[start:end])
    return None


def _first(spots: Iterable[Spot], lower: str, named: list[str]) -> Spot | None:
    """Give the first spot that no body covers, of several at one place the longest."""
    blind: list[tuple[int, int]] | None = None
    least: Spot | None = None
    for spot in spots:
        start, end, row = spot
        if least and start > least[0]:
            break
        blind = list(_blind(lower, named)) if blind is None else blind
        if any(start < last and first < end for first, last in blind):
            continue
        if least is None or (-end, row["id"]) < (-least[1], least[2]["id"]):
            least = spot
    return least


# One body does many tasks.
_folded = functools.lru_cache(maxsize=4096)(view)


@functools.lru_cache(maxsize=4096)
def spots_of(lower: str, rank: str) -> tuple[Spot, ...]:
    """Give where the words of the rows of a rank stand; of no rank, of the rows without a theme."""
    return tuple(_standing(lower, rank))


def _standing(lower: str, rank: str) -> Iterator[Spot]:
    """Give what ``finditer`` gives for each row, in order, by looking only where some row stands."""
    some, table = _any(rank), _deciding(rank) if rank else _naming()
    ended: dict[str, int] = {}
    place = some.search(lower)
    while place:
        start = place.start()
        for row, pattern in table:
            found = pattern.match(lower, start) if start >= ended.get(row["id"], 0) else None
            if found:
                ended[row["id"]] = found.end()
                yield start, found.end(), row
        place = some.search(lower, start + 1)


def _blind(lower: str, named: list[str]) -> Iterator[tuple[int, int]]:
    """Give the places whose words decide nothing: bodies that the rows or the task name."""
    yield from ((start, end) for start, end, _ in spots_of(lower, ""))
    for words in named:
        at = lower.find(words)
        while at >= 0:
            yield at, at + len(words)
            at = lower.find(words, at + 1)


@functools.cache
def patterns() -> tuple[tuple[Row, re.Pattern[str]], ...]:
    """Give the rows with their patterns: whole words, and any white space between them."""
    return tuple((row, _pattern(row["pattern"])) for row in rows("questions/themes"))


@functools.cache
def _deciding(rank: str) -> tuple[tuple[Row, re.Pattern[str]], ...]:
    """Give the rows of a rank that have a theme."""
    return tuple(each for each in patterns() if each[0]["theme"] and each[0]["rank"] == rank)


@functools.cache
def _naming() -> tuple[tuple[Row, re.Pattern[str]], ...]:
    """Give the rows without a theme: they name bodies and the like."""
    return tuple(each for each in patterns() if not each[0]["theme"])


@functools.cache
def _any(rank: str) -> re.Pattern[str]:
    """Give one pattern for all rows of a rank: most texts hold none of them."""
    table = _deciding(rank) if rank else _naming()
    return _pattern("|".join(f"(?:{row['pattern']})" for row, _ in table) or r"(?!)")


def _pattern(words: str) -> re.Pattern[str]:
    spaced = words.replace(" ", r"\s+")
    return re.compile(rf"(?<!\w)(?:{spaced})(?!\w)")


@functools.cache
def _ranks() -> list[str]:
    return sorted({row["rank"] for row, _ in patterns()})
