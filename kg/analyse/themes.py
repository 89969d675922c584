"""Tasks by theme: what the plans are about, by the words of their own headings."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from kg.analyse.answer import Answer, in_order, most_first, ranked
from kg.analyse.missing import province_of
from kg.analyse.question import Question, Wishes
from kg.analyse.theme_words import HEADING, THEMES, Found, theme_of
from kg.analyse.walk import joined, said, tasks

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.analyse.answer import Row
    from kg.analyse.walk import Network

_DOES = frozenset({"lead", "coordinate"})
_READ = (
    "A task has one theme: that of the first telling words of its heading, else of its own words.",
    "Which words decided, and by which row of data/questions/themes.csv: kg ask themes --document NAME.",
)


def _run(graph: Network, wishes: Wishes) -> Answer:
    if wishes.document:
        return by_task(graph, wishes.document, place=wishes.place)
    return themes(graph, place=wishes.place)


def _run_by_province(graph: Network, wishes: Wishes) -> Answer:
    return by_province(graph, place=wishes.place)


QUESTION = Question(
    name="themes",
    title="Tasks by theme",
    title_vi="Nhiệm vụ theo lĩnh vực",
    answers="How many tasks, documents and leads each theme has; --document lists its tasks with the words that decided.",
    answers_vi="Mỗi lĩnh vực có bao nhiêu nhiệm vụ, văn bản, cơ quan chủ trì; --document liệt kê từng nhiệm vụ và từ ngữ quyết định.",
    run=_run,
    notes=_READ,
    takes=("place", "document", "as_of"),
)
BY_PROVINCE = Question(
    name="themes-by-province",
    title="Tasks by theme and province",
    title_vi="Nhiệm vụ theo lĩnh vực và tỉnh",
    answers="Which share of the tasks of each province falls on each theme.",
    answers_vi="Ở mỗi tỉnh, mỗi lĩnh vực chiếm bao nhiêu phần số nhiệm vụ.",
    run=_run_by_province,
    notes=(
        *_READ,
        "'share' is of 'of', all tasks of the province, those without a theme included.",
        "Where 'of' is small a single task moves the share; a theme that is not shown has no task there.",
    ),
    takes=("place", "as_of"),
)


def theme(
    graph: Network, task: str, bodies: Mapping[str, Sequence[str]] | None = None
) -> Found | None:
    """Give the theme of a task; words that name its bodies decide nothing.

    *bodies* are those words by task; who asks for many tasks reads them once.
    """
    data = graph.nodes[task]
    heading, words = (str(data.get(each) or "") for each in ("section_title", "text"))
    who = named([(task, graph.adj[task])]) if bodies is None else bodies
    return theme_of(heading, words, who.get(task, ()))


def named(adjacency: Iterable[tuple[str, Mapping[str, Any]]]) -> dict[str, list[str]]:
    """Give for each task the words that name who leads it and who helps."""
    found: dict[str, list[str]] = defaultdict(list)
    for start, those in adjacency:
        for edges in those.values():
            # The key of an edge is its relation.
            for relation in _DOES & edges.keys():
                words = edges[relation].get("words")
                if words:
                    found[start].append(str(words))
    return found


def themes(graph: Network, *, place: str | None = None) -> Answer:
    """Count the tasks, documents and leads of each theme; ties share a rank."""
    asked, bodies = tasks(graph, place), named(graph.adjacency())
    groups: dict[str, list[tuple[str, Found]]] = defaultdict(list)
    for task in asked:
        found = theme(graph, task, bodies)
        if found:
            groups[found.theme].append((task, found))
    leads = joined(graph, "lead")
    rows = [_row(graph, about, group, leads, len(asked)) for about, group in groups.items()]
    columns = (
        "rank",
        "theme",
        "en",
        "vi",
        "tasks",
        "of",
        "share",
        "documents",
        "leads",
        "by_heading",
    )
    themed = sum(map(len, groups.values()))
    return Answer(
        "themes", columns, tuple(ranked(most_first(rows, 3), 3)), _notes(len(asked), themed)
    )


def _row(
    graph: Network,
    theme: str,
    group: list[tuple[str, Found]],
    led: Mapping[str, Sequence[str]],
    whole: int,
) -> Row:
    documents = {said(graph, task, "document") for task, _ in group}
    leads = {lead for task, _ in group for lead in led.get(task, ())}
    by_heading = sum(found.where == HEADING for _, found in group)
    share = round(len(group) / whole, 3)
    return (theme, *THEMES[theme], len(group), whole, share, len(documents), len(leads), by_heading)


def by_province(graph: Network, *, place: str | None = None) -> Answer:
    """Count the tasks of each theme in each province against all its tasks."""
    whole: Counter[str | None] = Counter()
    counts: Counter[tuple[str | None, str]] = Counter()
    bodies = named(graph.adjacency())
    for task in tasks(graph, place):
        where = said(graph, task, "place")
        province = province_of(where) if where else None
        whole[province] += 1
        found = theme(graph, task, bodies)
        if found:
            counts[province, found.theme] += 1
    rows: list[Row] = [
        (
            province,
            about,
            *THEMES[about],
            number,
            whole[province],
            round(number / whole[province], 3),
        )
        for (province, about), number in counts.items()
    ]
    rows = [*most_first(rows, 4)]
    rows.sort(key=lambda row: in_order(row[:1]))
    columns = ("province", "theme", "en", "vi", "tasks", "of", "share")
    return Answer(
        "themes-by-province",
        columns,
        tuple(rows),
        _notes(sum(whole.values()), sum(counts.values())),
    )


def by_task(graph: Network, document: str, *, place: str | None = None) -> Answer:
    """List the tasks of a document with the theme, and the row and the words that decided it."""
    rows: list[Row] = []
    bodies = named(graph.adjacency())
    for task in tasks(graph, place, document):
        found = theme(graph, task, bodies) or (None, None, None, None)
        heading, words = (said(graph, task, each) for each in ("section_title", "text"))
        rows.append((said(graph, task, "task_id"), *found, heading, words))
    columns = ("task", "theme", "rule", "where", "decided_by", "heading", "words")
    themed = sum(row[1] is not None for row in rows)
    return Answer("themes", columns, tuple(sorted(rows, key=in_order)), _notes(len(rows), themed))


def _notes(whole: int, themed: int) -> tuple[str, ...]:
    return (
        f"{themed} of {whole} tasks have a theme; {whole - themed} name none and stay without.",
    )
