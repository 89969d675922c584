"""The outline of a document as printed: sections, items, bullets, unbulleted paragraphs.

A label that is printed twice stays as printed and its id gets ``#2``; nothing is renumbered.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from kg.model import Artifact, Quote, Span
from kg.parse.fields import fields_in
from kg.parse.labels import BULLETS, PARA, Level, label_of
from kg.parse.lines import Block, pieces
from kg.parse.regions import STARS, regions
from kg.parse.stacked import Stack, stacks
from kg.parse.tables import APPENDIX, TableReader, fresh
from kg.shape import Field, Node, NodeKind, Outline

_TITLES = 4  # Roman numbers and what is wider


def outline(text: str, view: str) -> Outline:
    """Give the outline of *text*; *view* is its lower-case view of equal length."""
    artifacts = [piece for piece in pieces(text) if isinstance(piece, Artifact)]
    parts = [piece for piece in pieces(text) if isinstance(piece, Block)]
    where = regions(text, parts)
    builder = _Builder(text, view)
    for stack in stacks(text, view, pieces(text)):
        builder.stacks[stack.start] = stack
        builder.held |= stack.held
    artifacts = [each for each in artifacts if each.quote.span.start not in builder.held]
    for first, last in where.bodies:
        builder.begin()
        for part in parts[first:last]:
            builder.add(part)
        builder.close()
    builder.appendix(parts[where.appendix :])
    artifacts.extend(builder.tables.repeated)
    edge, stop, tail = (
        parts[at].span.start if at < len(parts) else len(text)
        for at in (where.bodies[0][0], where.bodies[0][1], where.end)
    )
    heading = parts[where.appendix].span if where.appendix < len(parts) else None
    return Outline(
        front=Span(0, edge),
        body=Span(edge, max(stop, *(node.span.end for node in builder.nodes), edge)),
        end=Span(stop, tail),
        nodes=tuple(builder.nodes),
        fields=tuple(sorted(builder.fields, key=lambda each: each.span)),
        rows=tuple(builder.tables.rows),
        tables=tuple((table.id, table.title) for table in builder.tables.tables),
        artifacts=tuple(sorted(artifacts, key=lambda a: a.quote.span)),
        appendix=Quote(heading, heading.of(text).strip(STARS)) if heading else None,
    )


class _Builder:
    """Takes blocks in reading order and keeps the open piece of every rank."""

    def __init__(self, text: str, view: str) -> None:
        self.text, self.view = text, view
        self.nodes: list[Node] = []
        self.fields: list[Field] = []
        self._ids: dict[str, int] = {}
        self.tables = TableReader(text, view, self._ids)
        self._open: list[Node] = []
        self._run: tuple[int, list[Node]] = (0, [])
        self._bare: tuple[Level, str, Span] | None = None
        self._counts: defaultdict[tuple[str | None, str], int] = defaultdict(int)
        self._root: str | None = None
        self.stacks: dict[int, Stack] = {}
        self.held: frozenset[int] = frozenset()

    def add(self, block: Block) -> None:
        """Put one block of the body into the outline; a label alone labels the next block."""
        if block.span.start in self.held:
            self._stacked(block.span.start)
            return
        found = None if block.table else label_of(self.text, block.span.start, block.span.end)
        if found or block.table:
            self.close()
        if block.table:
            self._row(block.span)
            return
        start = found[2] if found else block.span.start
        words = Span(start, block.span.end)
        if found and start == block.span.end:
            self._bare = (*found[:2], words)
            return
        if self._bare:
            found, self._bare = (*self._bare[:2], start), None
        owner = self.nodes[-1].id if self.nodes else ""
        titled = found is not None and found[0].rank <= _TITLES  # "II. PHÂN CÔNG THỰC HIỆN:"
        fields = fields_in(self.text, self.view, words, owner) if owner and not titled else ()
        if fields:
            rank = found[0].rank if found else PARA
            for node in self._covered(rank):
                self.fields.extend(replace(each, owner=node.id) for each in fields)
            return
        if found:
            self._labelled(*found[:2], words, page_break=block.page_break)
        elif self._goes_on(words):
            last = self.nodes[-1]
            self._replace(last, replace(last, span=Span(last.span.start, words.end)))
        else:
            self._push("para", "p", PARA, words, page_break=block.page_break)

    def _covered(self, rank: int) -> list[Node]:
        """Give the pieces that a labelled line speaks for: a run of bullets, else the piece above.

        A label below one bullet, such as ``+ Đơn vị chủ trì: …``, speaks for that bullet alone.
        """
        size, run = self._run
        if size == len(self.nodes):  # a further label of the same block
            return run
        last, run = self.nodes[-1], [self.nodes[-1]]
        if last.rank == BULLETS and not BULLETS < rank < PARA:
            for node in reversed(self.nodes[size:-1]):
                if (node.parent, node.rank) != (last.parent, BULLETS):
                    break
                run.append(node)
        self._run = len(self.nodes), run[::-1]
        return self._run[1]

    def _goes_on(self, words: Span) -> bool:
        """Tell whether a line of capitals goes on with the heading in capitals above it."""
        last = self.nodes[-1] if self.nodes else None
        if last is None or last.rank >= PARA or "\n\n" in self.text[last.span.end : words.start]:
            return False
        return last.span.of(self.text).isupper() and words.of(self.text).isupper()

    def _replace(self, old: Node, new: Node) -> None:
        """Put a longer heading in the place of the last piece."""
        self.nodes[-1] = new
        if self._open and self._open[-1] is old:
            self._open[-1] = new

    def begin(self) -> None:
        """Begin a paper: nothing of the one before stays open."""
        self._open.clear()

    def close(self) -> None:
        """Give a label alone on its line, which no words follow, its place in the outline."""
        if self._bare:
            bare, self._bare = self._bare, None
            self._labelled(*bare, page_break=False)

    def _row(self, line: Span) -> None:
        """Put a table row under the open piece."""
        place = self._open[-1] if self._open else None
        self.tables.add(line, place.id if place else "T", title=place.span if place else None)

    def _stacked(self, start: int, lead_in: list[Span] | None = None) -> None:
        """Put a table of single lines under the open piece, at its first line."""
        stack = self.stacks.get(start)
        if stack is None:
            return
        place = self._open[-1] if self._open else None
        name = APPENDIX if lead_in is not None else place.id if place else "T"
        self.tables.add_stack((stack.header, stack.roles), stack.rows, name, lead_in)

    def appendix(self, parts: list[Block]) -> None:
        """Read the tables of the appendices; every other piece there hangs under ``PL``."""
        if not parts:
            return
        self._open.clear()
        lead_in: list[Span] = []
        for part in parts[1:]:
            if part.span.start in self.held:
                self._stacked(part.span.start, lead_in)
            elif part.table:
                self.tables.add(part.span, APPENDIX, lead_in)
            else:
                lead_in.append(part.span)

    def _labelled(self, level: Level, label: str, words: Span, *, page_break: bool) -> None:
        kind: NodeKind = "heading" if level.rank <= 4 else "item"  # noqa: PLR2004  (Roman and above)
        self._push(kind, label, level.rank, words, page_break=page_break)

    def _push(self, kind: NodeKind, label: str, rank: int, span: Span, *, page_break: bool) -> None:
        """Open a piece below the nearest wider one."""
        if label in "-–−•●▪":
            label = "-"
        while self._open and not _below(rank, label, self._open[-1]):
            self._open.pop()
        parent = self._open[-1] if self._open else None
        if rank == PARA and parent and self._is_sentence(parent):
            parent = self._last_heading()
        node = Node(self._id(parent, label), kind, label, span, rank,
                    parent.id if parent else None, page_break)  # fmt: skip
        self.nodes.append(node)
        if rank < PARA:
            self._open.append(node)

    def _id(self, parent: Node | None, label: str) -> str:
        """Make the id of a piece: the path of labels, unique in the document."""
        if label in "p-+":
            key = (parent.id if parent else None, label)
            self._counts[key] += 1
            label = f"{label}{self._counts[key]}"
        elif parent and "." in label and label.startswith(f"{parent.label}."):
            label = label.removeprefix(f"{parent.label}.")
        return fresh(f"{parent.id}.{label}" if parent else label, self._ids)

    def _is_sentence(self, node: Node) -> bool:
        """Tell whether a labelled piece is a bullet that is complete in itself."""
        return node.rank >= 8 and self.text[node.span.end - 1] in ".;"  # noqa: PLR2004  (bullets)

    def _last_heading(self) -> Node | None:
        return next((node for node in reversed(self._open) if node.rank < 8), None)  # noqa: PLR2004


def _below(rank: int, label: str, other: Node) -> bool:
    """Tell whether a label belongs below an open piece; 3.1.2 belongs below 3.1."""
    if rank == other.rank and "." in label:
        return label.startswith(f"{other.label}.")
    return other.rank < rank
