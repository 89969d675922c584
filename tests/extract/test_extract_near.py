"""Names with one wrong letter or mark, or partly in initials; names of the tables are never swapped."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.agencies import agencies
from kg.extract.near import near_name, one_edit
from kg.lexicon import rows, variants
from kg.text import plain, view

NAMES = {row["name"] for row in rows("lexicon/bodies")}
SPELLINGS = {name: row["name"] for row in rows("lexicon/bodies")
             for name in (row["name"], *variants(row))}  # fmt: skip


def read(words: str) -> list[tuple[str, str]]:
    return [(found.name, found.how) for found in agencies(words, view(words))]


@pytest.mark.parametrize(
    ("words", "name", "how"),
    [
        ("Sở Nông nghiêp và PTNT", "Sở Nông nghiệp và Phát triển nông thôn", "near"),
        ("Sở Tư phap chủ trì", "Sở Tư pháp", "near"),
        ("Sở Kế hoạch và Đầu từ chủ trì", "Sở Kế hoạch và Đầu tư", "near"),
        ("Sở Khoa học và Công ngệ", "Sở Khoa học và Công nghệ", "near"),
        ("Sở KH và CN", "Sở Khoa học và Công nghệ", "initials"),
        ("Sở Nông nghiệp và MT", "Sở Nông nghiệp và Môi trường", "initials"),
        ("Sở Ngoại vụ", "Sở Ngoại vụ", ""),
        ("Sở Nội vụ", "Sở Nội vụ", ""),
        ("Sở Ngoai vụ", "Sở Ngoại vụ", "near"),
        ("Sở Nôi vụ", "Sở Nội vụ", "near"),
    ],
)
def test_a_near_name_is_read_and_says_how(words: str, name: str, how: str) -> None:
    assert read(words) == [(name, how)]


@pytest.mark.parametrize("words", ["Sở Nông nghiệp", "Sở Môi giới", "Sở VSCN", "Bộ Công nghệ"])
def test_what_is_near_to_none_or_to_several_stays_as_it_is(words: str) -> None:
    assert read(words) == [(words, "")]


@pytest.mark.parametrize("spelling", sorted(SPELLINGS))
def test_a_name_of_a_table_is_never_read_as_another(spelling: str) -> None:
    near = near_name(spelling)
    assert near is None or near[0]["name"] == SPELLINGS[spelling]


@given(st.sampled_from(sorted(NAMES)), st.data())
def test_one_lost_mark_is_read_as_the_name_or_as_nothing(name: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(name) - 1))
    bare = unicodedata.normalize("NFD", name[at])[0]
    words = name[:at] + bare + name[at + 1 :]
    near = near_name(words)
    assert near is None or plain(near[0]["name"]) == plain(name)


@given(st.sampled_from(sorted(NAMES)), st.data())
def test_one_wrong_letter_is_read_as_the_name_or_as_nothing(name: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(name) - 1))
    words = name[:at] + data.draw(st.sampled_from("bcdghklmnprstvx")) + name[at + 1 :]
    near = near_name(words)
    assert near is None or near[0]["name"] == name or _as_near(words, near[0]["name"])


def _as_near(words: str, name: str) -> bool:
    """Tell whether the wrong letter made the words of another name."""
    one, two = plain(words).split(), plain(name).split()
    other = [(a, b) for a, b in zip(one, two, strict=False) if a != b]
    return len(one) == len(two) and len(other) <= 1 and all(one_edit(a, b) for a, b in other)
