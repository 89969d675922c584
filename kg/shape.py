"""The shape of a document between its text and its record: printed pieces and what stands in them.

These are the values that the rooms hand to each other over the stairs; all places are spans of
``SourceText.text``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from kg import dates
from kg.model import AgentMention, Artifact, Quote, Span, Stated, TimeKind

NodeKind = Literal["heading", "item", "para", "field", "row", "front", "sign", "appendix"]


@dataclass(frozen=True, slots=True)
class Node:
    """One printed piece under its label.

    ``span`` is its words without the label; ``label`` is as printed ("I", "3.1", "a", "-");
    ``rank`` orders levels from 0 (part) to 11 (paragraph); ``id`` is unique: ``II#2.1.p1``.
    """

    id: str
    kind: NodeKind
    label: str
    span: Span
    rank: int
    parent: str | None
    page_break: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table row under the role of its column (task, lead, coordinate, time …)."""

    role: str
    span: Span


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a task table; ``id`` counts from the printed number (``PL.4``).

    ``carried`` tells that a cell of the row above stands for this row as well.
    """

    id: str
    table: str
    cells: tuple[Cell, ...]
    lead_role: str = "chủ trì"
    number: str = ""
    carried: bool = False

    def cell(self, role: str) -> Span | None:
        """Give the span of the first cell of a role."""
        return next((cell.span for cell in self.cells if cell.role == role), None)


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled line such as ``- Đơn vị chủ trì: Sở Công Thương.``; ``span`` is the value."""

    owner: str
    role: str
    lead_role: str
    span: Span


@dataclass(frozen=True, slots=True)
class Outline:
    """The pieces of a document in reading order, and where front, body and end lie."""

    front: Span
    body: Span
    end: Span
    nodes: tuple[Node, ...]
    fields: tuple[Field, ...] = ()
    rows: tuple[TableRow, ...] = ()
    tables: tuple[tuple[str, Span], ...] = ()
    artifacts: tuple[Artifact, ...] = ()
    appendix: Quote | None = None

    def children(self, parent: str | None) -> Iterator[Node]:
        """Give the pieces directly below one."""
        return (node for node in self.nodes if node.parent == parent)


@dataclass(frozen=True, slots=True)
class AgentFound:
    """An agent as the grammar saw it, before anyone asked which body that is.

    ``name`` is the spelled-out name without its place; ``scope`` tells how a place completes it:
    ``central`` never, ``place`` by the jurisdiction, ``open`` in brackets, ``unit`` by the issuer.
    ``short`` by what issues or stands above. ``listed`` is false where no table holds the name.
    ``within`` is the printed province of a district (``huyện Châu Thành, tỉnh Long An``); ``how``
    tells that the words are no spelling of a table: ``near`` one, or its ``initials``.
    """

    span: Span
    name: str
    kind: str
    scope: str
    collective: bool = False
    level: str = ""
    place: str = ""
    members: tuple[str, ...] = ()
    listed: bool = True
    within: str = ""
    how: str = ""


@dataclass(frozen=True, slots=True)
class ProvisionFound:
    """The provisions beside one mention; a path goes inwards: ``điều 5/khoản 2``."""

    span: Span
    paths: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class CitationFound:
    """A mention of another document as printed; ``number`` may be a serial only ("36")."""

    span: Span
    type: str
    number: str
    title: str = ""
    date: str | None = None
    issuer: Span | None = None
    tail: int = 0
    rule: str = "reference.numbered"
    provisions: tuple[ProvisionFound, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeFound:
    """A time expression with its reading."""

    span: Span
    kind: TimeKind
    start: str | None = None
    end: str | None = None
    open_ended: bool = False
    tentative: bool = False
    month_day: str | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose words these are: what completes "UBND tỉnh" or "Sở Y tế" in this document.

    ``day`` is its ISO date, "" where none is printed: places and their labels have days.
    """

    issuer: str = ""
    level: str = "unknown"
    unit: str = ""
    province: str = ""
    province_label: str = ""
    district_label: str = ""
    province_inferred: bool = False
    day: str = ""

    @property
    def jurisdiction(self) -> str:
        """Give the words that follow a local body: ``tỉnh Đắk Nông``, ``thành phố Tam Điệp``."""
        return self.district_label or self.province_label


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything found in a text, in order of place, agents already resolved."""

    text: str
    view: str
    agents: tuple[AgentMention, ...]
    times: tuple[TimeFound, ...]
    citations: tuple[CitationFound, ...]


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The printed pieces of the head; what is not printed is None.

    ``box`` holds what a legal portal printed before the letterhead, by the name of the field;
    ``rules`` tells of number, type and title which rule read them.
    """

    number: Quote | None = None
    type: Quote | None = None
    type_name: str | None = None
    title: Quote | None = None
    issuer_lines: tuple[Quote, ...] = ()
    place: Quote | None = None
    date: Quote | None = None
    opening: Span | None = None
    box: dict[str, Quote] = field(default_factory=dict)
    box_span: Span | None = None
    rules: Mapping[str, str] = field(default_factory=dict)

    @property
    def day(self) -> str:
        """Give the ISO date that the letterhead or a portal's box prints, or "" for none."""
        printed = self.date or self.box.get("date")
        return (dates.find(printed.words) or "") if printed else ""


@dataclass(frozen=True, slots=True)
class Signature:
    """What the end of a document prints: recipients, archive line, capacity, office, signer."""

    recipients: tuple[Quote, ...] = ()
    archive: Quote | None = None
    capacity: Quote | None = None
    office: str | None = None
    signer: Quote | None = None


@dataclass(frozen=True, slots=True)
class Authority:
    """The scope of a document together with the proof of issuer and place."""

    scope: Scope
    issuer: Stated | None
    place: Stated | None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A printed number with its unit; a range has two ends."""

    span: Span
    unit: Span
    low: float
    high: float
