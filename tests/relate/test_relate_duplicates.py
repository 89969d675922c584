"""Tasks that say nearly the same: the quick search finds what a look at every pair finds."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import AgentMention, Quote, Span, Task
from kg.relate.duplicates import near_duplicates

FIRST = "mở trạm quan trắc khí tượng cho toàn bộ các xã vùng sâu xa ven biển phía nam"
AGENTS = ("Sở Y tế", "Sở Nội vụ", "Sở Xây dựng")


def order(at: int, words: str, leads: tuple[str, ...]) -> Task:
    mentions = tuple(AgentMention(name, Quote(Span(0, 1), words[:1])) for name in leads)
    quote = Quote(Span(0, len(words)), words)
    return Task(str(at), "I", "NHIỆM VỤ", quote, "assigned", lead=mentions)


def alike(one: Task, other: Task) -> bool:
    """Say it as the rule does: most words of the shorter, with and without their marks."""
    printed = [set(each.quote.words.split()) for each in (one, other)]
    words = [set(re.findall(r"\w+", each.quote.words.lower())) for each in (one, other)]
    least = min(map(len, words))
    roughly = len(printed[0] & printed[1]) >= 0.7 * max(1, min(map(len, printed)))
    return roughly and least >= 12 and len(words[0] & words[1]) >= 0.95 * least


def every_pair(tasks: list[Task]) -> list[str | None]:
    """Look at every pair in order of place, lead by lead."""
    twin: dict[int, int] = {}
    for at, task in enumerate(tasks):
        for name in (each.agent for each in task.lead):
            for other in range(at):
                named = {each.agent for each in tasks[other].lead}
                if name in named and alike(task, tasks[other]):
                    twin.setdefault(at, other)
                    twin.setdefault(other, at)
    return [tasks[twin[at]].id if at in twin else None for at in range(len(tasks))]


WORDS = st.lists(
    st.sampled_from([*FIRST.split(), "mới,", "cũ.", "Mở", "lần", "hai"]), max_size=3
).flatmap(lambda more: st.integers(0, 4).map(lambda cut: " ".join([*FIRST.split()[cut:], *more])))
LEADS = st.lists(st.sampled_from(AGENTS), max_size=2, unique=True).map(tuple)


@settings(max_examples=200)
@given(st.lists(st.tuples(WORDS, LEADS), max_size=9))
def test_the_index_finds_what_every_pair_shows(made: list[tuple[str, tuple[str, ...]]]) -> None:
    tasks = [order(at, words, leads) for at, (words, leads) in enumerate(made)]
    assert [each.near_duplicate_of for each in near_duplicates(tasks)] == every_pair(tasks)


def test_two_copies_name_each_other_and_a_third_the_first() -> None:
    tasks = [order(at, FIRST, AGENTS[:1]) for at in range(3)]
    assert [each.near_duplicate_of for each in near_duplicates(tasks)] == ["1", "0", "0"]
