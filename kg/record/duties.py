"""Tasks and duties to report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.record.words import Json, distinct, made, named, offsets, place_of, places, words_of

if TYPE_CHECKING:
    from kg.confidence import Judge
    from kg.model import AgentMention, Report, Task, Timeframe


def task(found: Task, judge: Judge) -> Json:
    """Give one task; each ``*_spans`` list is parallel to its ``*_mentions`` list."""
    return {
        "id": found.id,
        "section": found.section,
        "section_title": found.section_title,
        "text": found.quote.words,
        "span": offsets(found.quote),
        "page_break": found.page_break,
        "kind": found.kind,
        **made(judge.task(found)),
        **_lead(found),
        **made(judge.lead(found), "lead_"),
        **_coordinate(found),
        **made(judge.coordinate(found), "coordinate_"),
        "other_agents": named(found.other_agents),
        "other_agent_spans": places(found.other_agents),
        "timeframe_surface": words_of(found.timeframe.quote if found.timeframe else None),
        "timeframe_span": place_of(found.timeframe.quote if found.timeframe else None),
        "timeframe": _timeframe(found.timeframe, judge) if found.timeframe else None,
        "inner_time_surfaces": [each.words for each in found.inner_times],
        "inner_time_spans": [offsets(each) for each in found.inner_times],
        "refs": list(found.refs),
        **({"outside_org_section": True} if found.outside_org_section else {}),
        **({"near_duplicate_of": found.near_duplicate_of} if found.near_duplicate_of else {}),
    }


def report(found: Report, judge: Judge) -> Json:
    """Give one duty to report: who, to whom, through whom, when, how often."""
    return {
        "id": found.id,
        "who": distinct(each.agent for each in found.who),
        "who_surface": words_of(found.who_quote),
        "who_surface_span": place_of(found.who_quote),
        "who_mentions": named(found.who),
        "who_spans": places(found.who),
        **_party("to", found.to),
        **_party("via", found.via),
        "deadline_surface": words_of(found.deadline),
        "deadline_span": place_of(found.deadline),
        "recurrence": found.recurrence,
        "month_day": found.month_day,
        "evidence": found.evidence.words,
        "evidence_span": offsets(found.evidence),
        **made(judge.report(found)),
    }


def _lead(found: Task) -> Json:
    return {
        "lead": distinct(each.agent for each in found.lead),
        "lead_surface": words_of(found.lead_quote),
        "lead_surface_span": place_of(found.lead_quote),
        "lead_mentions": named(found.lead),
        "lead_spans": places(found.lead),
        "lead_role": found.lead_role,
    }


def _coordinate(found: Task) -> Json:
    return {
        "coordinate": distinct(each.agent for each in found.coordinate),
        "coordinate_surface": words_of(found.coordinate_quote),
        "coordinate_surface_span": place_of(found.coordinate_quote),
        "coordinate_mentions": named(found.coordinate),
        "coordinate_spans": places(found.coordinate),
    }


def _timeframe(found: Timeframe, judge: Judge) -> Json:
    return {
        "kind": found.kind,
        "start": found.start,
        "end": found.end,
        **({"open_ended": True} if found.open_ended else {}),
        **({"tentative": True} if found.tentative else {}),
        **({"month_day": found.month_day} if found.month_day else {}),
        **made(judge.time(found)),
    }


def _party(key: str, found: AgentMention | None) -> Json:
    return {
        key: found.agent if found else None,
        f"{key}_surface": words_of(found.quote if found else None),
        f"{key}_span": place_of(found.quote if found else None),
    }
