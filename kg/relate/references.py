"""Which document is meant, and how: implements, based_on, cites, amends, repeals; and the chain.

Only title and opening say what the document itself implements or rests on; a "thực hiện" between
two citations links those two and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from kg.issuers import issuer_by_code
from kg.model import AgentMention, ChainLink, Pinpoint, Quote, Reference, Scheme, Span
from kg.number import DocNumber
from kg.relate.relations import DOES, RANK, Reason, relation_of, shared, strongest
from kg.relate.same import same_papers
from kg.shape import CitationFound
from kg.text import squeeze

_LINK = re.compile(
    rf"[^,;:()\n]{{0,20}}?(?:về việc |để |nhằm )?(?:ban hành (?:chương trình|kế hoạch|đề án)[^,;:()]{{0,60}} )?{DOES}\s+"
)
_SUMMARY = re.compile(r"\s*(?:\([^)\n]{1,40}\)\s*)?(về (?:việc )?(?:“[^”\n]+”|[^;,(\n“]+))")
_SCHEME = re.compile(
    r"\s*(?:về việc |về )?(?P<how>phê duyệt|ban hành)\s+(?:phê duyệt\s+)?"
    r"(?P<type>đề án|chương trình hành động|chương trình|chiến lược|quy hoạch|dự án)\s+"
    r"(?P<name>\"[^\"\n]+\"|[^;,(\n\t\"]{1,300}?)(?=$|\s*[;,(\n\t\"]|\.\s| và | nhằm )"
)
SLIP = "reference.number-slip"
"""The rule of a mention that prints the number of its document with a slip."""


@dataclass(slots=True)
class _Group:
    """All mentions of one document."""

    key: str
    number: str | None
    type: str
    title: str | None = None
    date: str | None = None
    issuer: AgentMention | None = None
    mentions: list[CitationFound] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Own:
    """What the document says of itself: its number, its issuer, where title and opening stand."""

    number: str | None
    issuer: str | None
    fronts: tuple[Span, ...]
    scope_inferred: bool = False


@dataclass(frozen=True, slots=True)
class Cited:
    """What the mentions of a text come to."""

    references: tuple[Reference, ...]
    chain: tuple[ChainLink, ...]
    schemes: tuple[Scheme, ...]
    self_mentions: tuple[Quote, ...]


class ReferenceReader:
    """Puts mentions together to documents and reads what binds them."""

    def __init__(
        self,
        text: str,
        view: str,
        agents: Sequence[AgentMention],
        own: Own,
        printed: Mapping[str, bool],
    ) -> None:
        """Keep the text; *printed* tells which canonical names needed no place added."""
        self.text, self.view, self.own, self.printed = text, view, own, printed
        self.issuers = {agent.quote.span.start: agent for agent in agents}
        self.groups: dict[str, _Group] = {}
        self.selves: list[Quote] = []
        self._of: dict[int, _Group] = {}
        self._said: dict[int, Reason] = {}

    def read(self, found: Sequence[CitationFound]) -> Cited:
        """Give references, chain, schemes and the mentions of the document itself."""
        same = same_papers(found)
        found = [_sound(mention, same) for mention in found]
        for mention in found:
            if (mention.number and DocNumber.parse(mention.number)) or mention.title:
                self._full(mention)
        for mention in found:
            if mention.span.start not in self._of and not mention.title:
                self._partial(mention)
        placed = [m for m in found if m.span.start in self._of]
        links = self._links(placed)
        for before, mention in zip([None, *placed], placed, strict=False):
            self._reason(before, mention, links)
        references = tuple(self._reference(group) for group in self._ordered())
        schemes = tuple(self._schemes(placed))
        return Cited(references, tuple(self._chain(links)), schemes, tuple(self.selves))

    def _full(self, mention: CitationFound) -> None:
        """Take a mention with a whole number, or a law by its name."""
        if mention.number and mention.number == self.own.number:
            span = Span(mention.span.start, mention.tail)
            self.selves.append(Quote(span, span.of(self.text)))
            return
        key = mention.title or mention.number
        group = self.groups.setdefault(
            key, _Group(key, mention.number or None, mention.type, mention.title or None)
        )
        self._add(group, mention)

    def _add(self, group: _Group, mention: CitationFound) -> None:
        group.mentions.append(mention)
        self._of[mention.span.start] = group
        group.date = group.date or mention.date
        if mention.issuer and group.issuer is None:
            group.issuer = self.issuers.get(mention.issuer.start)
        if len(mention.type) > len(group.type) and mention.number:
            group.type = mention.type

    def _partial(self, mention: CitationFound) -> None:
        """Find the antecedent of a short or unnumbered mention; without one it is none."""
        fits = [g for g in self.groups.values() if self._same(g, mention)]
        if len(fits) == 1 and not self._is_scheme(mention):
            self._add(fits[0], mention)

    def _same(self, group: _Group, mention: CitationFound) -> bool:
        """Tell whether a mention may mean a numbered document: by serial, or by type and issuer."""
        if not (group.type.startswith(mention.type) or mention.type.startswith(group.type)):
            return False
        if mention.number:
            number = DocNumber.parse(group.number or "")
            return number is not None and number.serial.lstrip("0") == mention.number.lstrip("0")
        issuer = self.issuers.get(mention.issuer.start) if mention.issuer else None
        if issuer is None or group.issuer is None or issuer.agent == self.own.issuer:
            return False
        return group.issuer.agent.endswith(issuer.agent) or issuer.agent.endswith(
            group.issuer.agent
        )

    def _is_scheme(self, mention: CitationFound) -> bool:
        """``ban hành Chương trình hành động của Chính phủ`` names what a decision promulgates."""
        before = self.view[max(0, mention.span.start - 12) : mention.span.start]
        return not mention.number and before.endswith(("ban hành ", "phê duyệt "))

    def _links(self, found: Sequence[CitationFound]) -> list[tuple[CitationFound, CitationFound]]:
        """Give the pairs (child, parent) with "thực hiện" between them."""
        pairs = []
        for child, parent in pairwise(found):
            between = self.view[child.tail : parent.span.start]
            same = self._of[child.span.start] is self._of[parent.span.start]
            if not same and _LINK.fullmatch(between):
                pairs.append((child, parent))
        return pairs

    def _chain(self, links: Sequence[tuple[CitationFound, CitationFound]]) -> list[ChainLink]:
        seen: dict[tuple[str, str], ChainLink] = {}
        for child, parent in links:
            keys = (self._of[child.span.start].key, self._of[parent.span.start].key)
            span = Span(child.span.start, parent.span.end)
            full = bool(child.number) or keys not in seen
            if keys not in seen or (full and not _starts_full(seen[keys])):
                seen[keys] = ChainLink(
                    keys[0],
                    "implements",
                    keys[1],
                    Quote(span, span.of(self.text)),
                    "chain.implements-between",
                )
        return list(seen.values())

    def _reason(
        self,
        before: CitationFound | None,
        mention: CitationFound,
        links: Sequence[tuple[CitationFound, CitationFound]],
    ) -> None:
        """Note what title or opening say right before a mention, or before the list it is in."""
        front = self._front(mention)
        if front and any(parent is mention for _, parent in links):
            return
        reason = relation_of(self.view, mention, front)
        said = self._said.get(before.span.start) if before else None
        if before and said and not reason and front == self._front(before):
            reason = shared(self.view, before, mention, said)
        if reason:
            self._said[mention.span.start] = reason
            self._of[mention.span.start].reasons.append(reason)

    def _front(self, mention: CitationFound) -> Span | None:
        return next((f for f in self.own.fronts if f.start <= mention.span.start < f.end), None)

    def _ordered(self) -> list[_Group]:
        return sorted(self.groups.values(), key=lambda g: min(m.span for m in g.mentions))

    def _reference(self, group: _Group) -> Reference:
        """Make the record of one cited document."""
        mentions = sorted(group.mentions, key=lambda m: m.span)
        named = next((m for m in mentions if m.rule != SLIP), mentions[0])
        first = Span(named.span.start, named.tail)
        relation, why, rule = strongest(group.reasons)
        said = {name: span for name, span, _ in reversed(group.reasons)}  # the first words for each
        rules = {name: each for name, _, each in group.reasons}
        also = sorted(said.keys() - {relation}, key=RANK.__getitem__)
        issuer = group.issuer.agent if group.issuer else issuer_by_code(group.number, group.date)
        inferred = issuer is not None and not (group.issuer and self.printed.get(issuer, False))
        return Reference(
            key=group.key, number=group.number, type=group.type,
            title=group.title or self._summary(mentions), date=group.date, issuer=issuer,
            issuer_quote=group.issuer.quote if group.issuer else None, issuer_inferred=inferred,
            relation=relation, relation_quote=Quote(why, why.of(self.text)) if why else None,
            also=tuple(also),
            also_quotes=tuple(Quote(said[r], said[r].of(self.text)) for r in also), first=Quote(first, first.of(self.text)),
            mentions=tuple(Quote(m.span, m.span.of(self.text)) for m in mentions),
            rule=next((m.rule for m in group.mentions if m.rule != SLIP), SLIP), mention_rules=tuple(m.rule for m in mentions),
            issuer_rule=_issuer_rule(group, issuer), relation_rule=rule,
            also_rules=tuple(rules[r] for r in also),
            pinpoints=tuple(
                Pinpoint(Quote(each.span, each.span.of(self.text)), each.paths, m.span, each.rule)
                for m in mentions for each in m.provisions
            ),
        )  # fmt: skip

    def _summary(self, mentions: Sequence[CitationFound]) -> str | None:
        """Give what the first full citation says the document is about: "về …"."""
        for mention in mentions:
            match = _SUMMARY.match(self.text, mention.tail) if mention.date else None
            if match:
                return squeeze(match[1])
        return None

    def _schemes(self, found: Sequence[CitationFound]) -> list[Scheme]:
        """Give the programmes that cited documents approve or promulgate."""
        out: dict[tuple[str, str], Scheme] = {}
        quotes: dict[tuple[str, str], list[Quote]] = {}
        for mention in found:
            match = _SCHEME.match(self.view, mention.tail) if mention.number else None
            if not match:
                continue
            start, end = match.span("name")
            span = Span(match.start("type"), end)
            bare = squeeze(self.text[start:end]).strip('“”"., ')
            name = squeeze(span.of(self.text)) if bare.startswith("của ") else bare
            kind = match["type"].capitalize()
            how = "approved_by" if match["how"] == "phê duyệt" else "promulgated_by"
            by = self._of[mention.span.start].key
            quotes.setdefault((by, kind), []).append(Quote(span, span.of(self.text)))
            out[by, kind] = Scheme(name, kind, how, by, (), "scheme.carried")  # type: ignore[arg-type]
        return [replace(scheme, quotes=tuple(quotes[key])) for key, scheme in out.items()]


def _sound(mention: CitationFound, same: Mapping[str, str]) -> CitationFound:
    """Give a mention under the number that its document has elsewhere in the text."""
    if mention.number not in same:
        return mention
    return replace(mention, number=same[mention.number], rule=SLIP)


def _starts_full(link: ChainLink) -> bool:
    return any(letter.isdigit() for letter in link.evidence.words[:40])


def _issuer_rule(group: _Group, issuer: str | None) -> str:
    """Tell which rule named the issuer: the words "của X", else the code of the number."""
    if issuer is None:
        return ""
    return "reference.issuer-printed" if group.issuer else "reference.issuer-by-code"
