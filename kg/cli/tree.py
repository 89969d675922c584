"""A cascade as a tree of lines for the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.cli.speech import phrase, reworded

if TYPE_CHECKING:
    from kg.analyse.branch import Branch, Said
    from kg.analyse.cascade import Cascade

_WIDE = 100
_SAID = {
    "implements": "implements",
    "based_on": "is based on",
    "amends": "amends",
    "repeals": "repeals",
    "coordinate": "with",
}


def draw(tree: Cascade, *, words: bool, agencies: bool, tasks: bool) -> str:
    """Give the tree as text: documents, under them agencies, under them tasks.

    *words* adds the quotation of every edge with file and code points; *agencies* and *tasks*
    choose how deep the tree goes. What is missing stands at its end.
    """
    lines = list(_branches(tree.root, words=words, agencies=agencies, tasks=tasks))
    if tree.missing:
        lines += ["", phrase("Not in this corpus (which never means: not done)")]
        lines += [f"  {reworded(line)}" for line in tree.missing]
    return "\n".join(lines) + "\n"


def _branches(root: Branch, *, words: bool, agencies: bool, tasks: bool) -> Iterator[str]:
    """Give the lines of a tree; a stack, since a chain of papers may be long."""
    waiting = [(root, "", "")]
    while waiting:
        branch, head, rest = waiting.pop()
        below = list(_below(branch, agencies=agencies, tasks=tasks))
        yield _cut(head + _title(branch, agencies=agencies))
        if words:
            bar = "│ " if below else "  "
            yield from (_cut(f"{rest}{bar}  {line}") for line in _quotations(branch))
        for child in reversed(below):
            arms = ("└─ ", "   ") if child is below[-1] else ("├─ ", "│  ")
            waiting.append((child, rest + arms[0], rest + arms[1]))


def _below(branch: Branch, *, agencies: bool, tasks: bool) -> Iterator[Branch]:
    """Give what to draw below a branch; without agencies their tasks stand under the plan."""
    lifted: dict[str, Branch] = {}
    for child in branch.children:
        if child.kind == "document" or (agencies and child.kind == "agent"):
            yield child
        elif tasks:
            found = child.children if child.kind == "agent" and not agencies else (child,)
            lifted.update((task.iri, task) for task in found if task.kind == "task")
    yield from lifted.values()


def _title(branch: Branch, *, agencies: bool) -> str:
    """Give what a line says: the label, how much is below, what is missing."""
    said = next((_SAID[each.relation] for each in branch.said if each.relation in _SAID), "")
    label = " ".join(branch.label.split())
    count = _count(branch, agencies=agencies)
    notes = "".join(f"  [{reworded(note)}]" for note in branch.notes)
    arrow = f"{phrase(said)}: " if said else ""
    text = f": {_task_words(branch)}" if branch.kind == "task" else ""
    return f"{arrow}{label}{notes if text else count}{text or notes}"


def _task_words(branch: Branch) -> str:
    """Give the words of a task, which its edge to the plan quotes."""
    words = next((each.words for each in branch.said if each.relation == "has_task"), None)
    return _short(" ".join((words or "").split()))


def _count(branch: Branch, *, agencies: bool) -> str:
    """Give the number of tasks under an agent, or of agents and tasks under a document."""
    if branch.kind == "agent" and branch.children:
        return f" ({_tasked(len(branch.children))})"
    if branch.kind != "document":
        return ""
    tasks = {task.iri for task in _tasks(branch)}
    led = sum(child.kind == "agent" for child in branch.children)
    if not tasks:
        return ""
    named = f", {phrase('{} lead' if led == 1 else '{} leads', led)}" if agencies else ""
    return f" ({_tasked(len(tasks))}{named})"


def _tasks(branch: Branch) -> Iterator[Branch]:
    """Give the tasks of a document itself, whoever leads them."""
    for child in branch.children:
        if child.kind == "task":
            yield child
        elif child.kind == "agent":
            yield from child.children


def _tasked(count: int) -> str:
    return phrase("{} task" if count == 1 else "{} tasks", count)


def _quotations(branch: Branch) -> Iterator[str]:
    """Give the words of the edges that tie a branch to the one above."""
    for each in branch.said:
        yield _quotation(each)


def _quotation(said: Said) -> str:
    if said.words is None:
        return phrase("{}: inferred", said.relation)
    more = f", {phrase('and {} more', said.count - 1)}" if said.count > 1 else ""
    words = " ".join(said.words.split())
    return f"“{_short(words)}” {said.file} {said.start}-{said.end}{more}"


def _short(words: str) -> str:
    return words if len(words) <= _WIDE // 2 else f"{words[: _WIDE // 2].rstrip()}…"


def _cut(line: str) -> str:
    """Cut a line at a width that a terminal shows."""
    return line if len(line) <= _WIDE + 20 else f"{line[: _WIDE + 19].rstrip()}…"
