"""The gold files, as the records that would have been written as them."""

from __future__ import annotations

import re
from typing import Any

from kg import model
from kg.config import bundled
from kg.model import AgentMention, DocumentRecord, Quote, Span, Stated

GOLD = sorted(bundled("data", "gold").glob("*.json"))
REMARKS = {"note", "also_id", "first_numbered_surface", "issuer_evidence", "place_evidence"}
Json = dict[str, Any]


def model_agent(a: Json) -> model.Agent:
    return model.Agent(
        canonical=a["canonical"],
        name=a["canonical"],
        kind="",
        collective=a["collective"],
        surfaces=tuple(a["surfaces"]),
        roles=tuple(a["roles"]),
        members=tuple(a.get("members", ())),
    )


class Rebuilt:
    """A gold file as the record that would have been written as it."""

    def __init__(self, gold: Json) -> None:
        path = bundled("data", "documents", gold["file"])
        self.gold, self.text = gold, path.read_text(encoding="utf-8")

    def quote(self, words: str, start: int = 0) -> Quote:
        at = self.text.index(words, start)
        return Quote(Span(at, at + len(words)), words)

    def maybe(self, words: str | None) -> Quote | None:
        return self.quote(words) if words else None

    def stated(self, value: str | None, words: str | None = None) -> Stated | None:
        if value is None:
            return None
        at = self.text.find(words or value)
        return (
            Stated(value, self.quote(words or value), inferred=False)
            if at >= 0
            else Stated(value, inferred=True, evidence="from the title")
        )

    def agents(self, pairs: list[list[str]]) -> tuple[AgentMention, ...]:
        return tuple(AgentMention(name, self.quote(surface)) for name, surface in pairs)

    def at(self, node: Json) -> Quote:
        start, end = node["span"]
        return Quote(Span(start, end), self.text[start:end])

    def header(self) -> model.Header:
        said = self.gold["document"]
        plain = ("number", "type", "title", "issuer", "place", "date", "signer", "effective_date")
        printed: Json = {name: self.stated(said[name]) for name in plain}
        return model.Header(
            **printed,
            title_normalised=said.get("title_normalised"),
            level=said["level"],
            date_not_before=said.get("date_not_before"),
            signer_title=self.stated(said["signer_title"], said["signer_title_surface"]),
            status=self.stated(said.get("status")),
            recipients=tuple(self.quote(each) for each in said["recipients"]),
            archive_line=self.maybe(said["archive_line"]),
        )

    def reference(self, said: Json) -> model.Reference:
        spans = [Span(each["start"], each["end"]) for each in said["mentions"]]
        return model.Reference(
            key=said["cited_number"] or said["cited_title"],
            number=said["cited_number"],
            type=said["cited_type"],
            title=said["cited_title"],
            date=said["cited_date"],
            issuer=said["cited_issuer"],
            issuer_quote=self.maybe(said["cited_issuer_surface"]),
            issuer_inferred=said["issuer_inferred"],
            relation=said["relation"],
            relation_quote=None,
            also=tuple(said["also"]),
            first=self.quote(said["first_surface"]),
            mentions=tuple(Quote(span, span.of(self.text)) for span in spans),
        )

    def sections(self) -> tuple[model.Section, ...]:
        said = self.gold["sections"]
        ids = said.get("ids", said["labels"])
        rows = zip(ids, said["labels"], said["titles"], strict=True)
        return tuple(
            model.Section(name, label, self.quote(title), self.quote(title).span, depth=1)
            for name, label, title in rows
        )

    def task(self, said: Json) -> model.Task:
        when = said["timeframe"]
        return model.Task(
            id=said["id"],
            section=said["id"].rpartition(".")[0],
            section_title=said["section_title"],
            quote=self.at(said),
            kind=said["kind"],
            lead=self.agents(said["lead_mentions"]),
            lead_quote=self.maybe(said["lead_surface"]),
            lead_role=said["lead_role"],
            coordinate=self.agents(said["coordinate_mentions"]),
            coordinate_quote=self.maybe(said["coordinate_surface"]),
            other_agents=self.agents(said["other_agents"]),
            timeframe=model.Timeframe(quote=self.quote(said["timeframe_surface"]), **when)
            if when
            else None,
            inner_times=tuple(self.quote(each) for each in said["inner_time_surfaces"]),
            refs=tuple(said["refs"]),
            page_break=said["page_break"],
            outside_org_section=said.get("outside_org_section", False),
            near_duplicate_of=said.get("near_duplicate_of"),
        )

    def report(self, said: Json) -> model.Report:
        to, via = (
            AgentMention(said[key], self.quote(said[f"{key}_surface"])) if said[key] else None
            for key in ("to", "via")
        )
        return model.Report(
            id=said["id"],
            who=tuple(AgentMention(each, self.quote(said["who_surface"])) for each in said["who"]),
            who_quote=self.quote(said["who_surface"]),
            deadline=self.maybe(said["deadline_surface"]),
            recurrence=said["recurrence"],
            month_day=said["month_day"],
            evidence=self.quote(said["evidence"]),
            to=to,
            via=via,
        )

    def record(self) -> DocumentRecord:
        gold = self.gold
        return DocumentRecord(
            source=model.SourceText(gold["file"], self.text, sha256="0" * 64),
            document=self.header(),
            references=tuple(self.reference(each) for each in gold["references"]),
            chain=tuple(
                model.ChainLink(each["child"], each["relation"], each["parent"], self.line(each))
                for each in gold["chain"]
            ),
            sections=self.sections(),
            appendix_title=gold["sections"].get("appendix_title"),
            tasks=tuple(self.task(each) for each in gold["tasks"]),
            reporting=tuple(self.report(each) for each in gold["reporting"]),
            **self.findings(),
        )

    def line(self, link: Json) -> Quote:
        """Find the evidence of a link, whose line breaks the gold file has joined."""
        found = re.search(r"\s+".join(map(re.escape, link["evidence"].split())), self.text)
        assert found
        return Quote(Span(*found.span()), link["evidence"])

    def asides(self) -> Json:
        gold, quote = self.gold, self.quote
        return {
            "slips": tuple(
                model.Slip(
                    o["id"],
                    quote(o["surface"]),
                    o["should_be"],
                    o["confidence"],
                    o["n_occurrences"],
                )
                for o in gold["ocr_errors"]
            ),
            "schemes": tuple(
                model.Scheme(
                    s["name"],
                    s["type"],
                    s["relation"],
                    s["by"],
                    tuple(quote(each) for each in s["surfaces"]),
                )
                for s in gold["named_schemes"]
            ),
            "self_mentions": tuple(
                quote(each) for each in gold["self_mentions"].get("surfaces", [])
            ),
        }

    def findings(self) -> Json:
        gold, quote = self.gold, self.quote
        return {
            "targets": tuple(
                model.Target(
                    quote=quote(t["text"]),
                    quantity=quote(t["quantity_surface"], self.text.index(t["text"])),
                    in_task=t.get("in_task"),
                    id=t.get("id", ""),
                    **{key: t[key] for key in ("low", "high", "unit", "by")},
                )
                for t in gold["targets"]
            ),
            "goals": tuple(
                model.Goal(g["id"], quote(g["text"]), g["by"]) for g in gold["qualitative_goals"]
            ),
            "funding": (
                *(model.Funding("III", quote(each)) for each in gold["funding"]),
                *(
                    model.Funding(f["id"], quote(f["text"]), elsewhere=True)
                    for f in gold["funding_elsewhere"]
                ),
            ),
            **self.asides(),
            "neutral": tuple(
                model.Neutral(n["id"], self.at(n), n["reason"]) for n in gold["neutral"]
            ),
            "agents": tuple(model_agent(each) for each in gold["agents"]),
        }


def only(shown: object, gold: object) -> object:
    """Keep of *shown* the keys that *gold* has."""
    match shown, gold:
        case dict(), dict():
            return {key: only(shown[key], gold[key]) for key in gold if key in shown}
        case list(), list() if len(shown) == len(gold):
            return [only(one, other) for one, other in zip(shown, gold, strict=True)]
    return shown


def without_remarks(node: object) -> object:
    match node:
        case dict():
            kept = {key: value for key, value in node.items() if key not in REMARKS}
            return {key: without_remarks(value) for key, value in kept.items()}
        case list():
            return [without_remarks(each) for each in node]
    return node


def quotes(node: object) -> list[tuple[str, list[int]]]:
    """Give each surface that stands beside its own span."""
    if isinstance(node, list):
        return [pair for each in node for pair in quotes(each)]
    if not isinstance(node, dict):
        return []
    pairs = [pair for each in node.values() for pair in quotes(each)]
    if "surface" in node and "start" in node:
        pairs.append((node["surface"], [node["start"], node["end"]]))
    for key in ("lead", "coordinate", "who"):
        surfaces = [surface for _, surface in node.get(f"{key}_mentions", [])]
        pairs += zip(surfaces, node.get(f"{key}_spans", []), strict=True)
    for key in ("to", "via", "deadline", "timeframe", "cited_issuer", "relation", "first"):
        if node.get(f"{key}_span"):
            pairs.append((node[f"{key}_surface"], node[f"{key}_span"]))
    for key in ("lead_surface", "coordinate_surface", "who_surface"):
        if node.get(f"{key}_span"):
            pairs.append((node[key], node[f"{key}_span"]))
    return pairs
