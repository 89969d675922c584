"""The annotated page as a file: the whole text, sound marks, hostile words, both languages."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from annotated_sample import HOSTILE, PLAN, Pane, hostile, plan
from hypothesis import given
from hypothesis import strategies as st

from kg.config import bundled
from kg.errors import KgError, RecordError
from kg.pipeline import extract_file
from kg.record import to_json
from kg.write.annotated import SCRIPTS, annotated_html, write_annotated
from kg.write.annotated_marks import Mark, merged
from kg.write.annotated_style import INK, KINDS, PAPER, UNLABELLED, Kind
from kg.write.annotated_text import Pane as Writer
from kg.write.annotated_words import WORDS, table
from kg.write.page_parts import asset
from kg.write.page_words import LANGUAGES

DOCUMENTS = sorted(bundled("data", "documents").glob("*.txt"))
LETTERS = st.sampled_from("aạ Đ\n\n\t<&>\"'\u202e\u2028\u200f\u05d0😀\u0000\u000b\ufeff{}%")
KIND = st.sampled_from([kind.name for kind in KINDS])


@pytest.fixture(scope="module")
def page() -> str:
    return annotated_html(*plan())


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem[:3])
def test_the_pane_holds_the_text_and_nothing_else(path: Path) -> None:
    record = extract_file(path)
    assert Pane(annotated_html(to_json(record), record.source.text)).text == record.source.text


@given(st.text(LETTERS, max_size=60), st.data())
def test_marks_that_cross_lose_no_letter_and_cover_their_words(
    text: str, data: st.DataObject
) -> None:
    place = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(KIND, place, place), max_size=8))
    found = merged((Mark(kind, min(a, b), max(a, b)) for kind, a, b in spans), len(text))
    words = {f"kind.{kind.name}": kind.name for kind in KINDS}
    pane = Pane(f'<div id="text">{Writer(text, found, words).html()}</div>')
    seen = text.replace("\0", "\ufffd")
    assert pane.text == seen
    assert pane.open == []
    assert pane.words == {n: seen[mark.start : mark.end] for n, mark in enumerate(found)}


def test_every_mark_has_an_address_of_its_own(page: str) -> None:
    places = [
        str(facts["id"]) for _, facts in Pane(page).tags if str(facts.get("id")).startswith("char=")
    ]
    assert len(places) == len(set(places))
    marks = json.loads(Pane(page).scripts[0])["marks"]
    assert set(places) == {f"char={start},{end}" for _, start, end, _ in marks}
    links = {str(facts["href"])[1:] for tag, facts in Pane(page).tags if tag == "a"}
    assert {f"char={s},{e}" for kind, s, e, _ in marks if kind not in UNLABELLED} <= links
    assert links - set(places) == {"text", "gaps"}


def test_a_finding_shows_what_was_understood() -> None:
    record, text = plan()
    pane = Pane(annotated_html(record, text, lang="en"))
    titles = {str(facts["title"]) for _, facts in pane.tags if "data-m" in facts}
    task = record["tasks"][0]
    told = next(
        title
        for title in titles
        if title.startswith("Task, assigned") and f": {task['id']} ·" in title
    )
    assert "Lead: Sở Nông nghiệp và Môi trường tỉnh Lâm Đồng" in told
    assert "Coordinates: Sở Tài chính tỉnh Lâm Đồng" in told
    assert any(
        t.startswith("Citation · Document: 45/QĐ-TTg") and "Relation: Implements" in t
        for t in titles
    )
    assert any(
        t.startswith("Coordinating agency · Agency: Sở Tài chính tỉnh Lâm Đồng · Inferred:")
        for t in titles
    )


def test_a_time_shows_its_kind_and_its_ends() -> None:
    time = {"kind": "interval", "start": "2025", "end": "2030", "tentative": True}
    task = {
        "id": "1",
        "kind": "explicit",
        "span": [0, 3],
        "timeframe": time,
        "timeframe_span": [4, 9],
    }
    html = annotated_html({"file": "a", "tasks": [task]}, "abc defgh", lang="en")
    told = "Kind of time: interval · Time: 2025 – 2030 · Note: tentative · Of task: 1"
    assert f'title="Timeframe · {told}"' in html


def test_a_slip_is_a_suggestion_only() -> None:
    slip = {"span": [0, 5], "should_be": "tiến bộ", "confidence": "sure"}
    html = annotated_html({"file": "a", "ocr_errors": [slip]}, "tiên bộ", lang="en")
    assert "Suggestion: tiến bộ · Confidence: sure · Note: suggestion only" in html


def test_what_is_inferred_says_why() -> None:
    header = {"issuer": "Sở Y tế", "inferred": {"issuer": "the signer's office"}}
    html = annotated_html({"file": "a", "document": header}, "x", lang="en")
    assert "the signer&#39;s office" in html


def test_a_passage_that_is_no_task_shows_its_reason() -> None:
    record = {"file": "a", "neutral": [{"id": "I", "span": [0, 4], "reason": "purpose, no task"}]}
    assert 'data-reason="purpose, no task"' in annotated_html(record, "Mục đích")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_says_its_language_and_that_of_the_text(lang: str) -> None:
    tags = Pane(annotated_html(*plan(), lang=lang)).tags
    assert [facts["lang"] for tag, facts in tags if tag == "html"] == [lang]
    assert [facts["lang"] for _, facts in tags if facts.get("id") == "text"] == ["vi"]


def test_hostile_words_stay_words() -> None:
    record, text = hostile()
    html = annotated_html(record, text)
    assert "<script>window" not in html
    assert "<img" not in html
    pane = Pane(html)
    assert pane.text == text
    assert [tag for tag, _ in pane.tags].count("script") == 2
    assert all("\u202e" not in str(value) for _, facts in pane.tags for value in facts.values())
    before, after = html.split('<div id="text"')[0], html.split("</article>")[1]
    assert "\u202e" not in before + after
    assert len(html) < 80_000, "long names are cut"
    assert pane.open == []


def test_controls_that_turn_the_writing_round_are_shut_in_and_shown() -> None:
    html = annotated_html({"file": "a"}, "xuôi \u202engược")
    assert '<bdi class="sign" data-sign="U+202E">\u202e</bdi>' in html


def test_nothing_is_asked_of_the_network_and_only_our_script_runs(page: str) -> None:
    pane = Pane(page)
    for tag, facts in pane.tags:
        assert not facts.get("src"), tag
        assert str(facts.get("href", "#")).startswith(("#", "data:,")), facts
    [policy] = [str(facts["content"]) for _, facts in pane.tags if "http-equiv" in facts]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert policy.count("sha256-") == 1
    assert "url(" not in page
    assert "@import" not in page


def test_another_text_is_refused() -> None:
    record, text = plan()
    with pytest.raises(RecordError, match="not the one that its record counts in"):
        annotated_html(record, text.replace("rừng", "rưng"))
    with pytest.raises(RecordError, match=r"\[0, 9\] is no place in a text of 3 code points"):
        annotated_html({"file": "a", "funding_spans": [[0, 9]]}, "abc")


def test_a_page_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="cannot be written"):
        write_annotated({"file": "a"}, "abc", tmp_path / "none" / "a.html")


def test_the_same_record_gives_the_same_bytes(tmp_path: Path, page: str) -> None:
    path = write_annotated(*plan(), tmp_path / "a.html")
    assert path.read_bytes() == page.encode()


def test_half_a_letter_does_not_stop_the_page(tmp_path: Path) -> None:
    record = {"file": "a", "warnings": ["\ud800"]}
    assert (
        b"<li><bdi>?</bdi></li>" in write_annotated(record, "x", tmp_path / "a.html").read_bytes()
    )


def test_everything_is_said_in_both_languages() -> None:
    assert [key for key, said in WORDS.items() if len(said) != 2 or not all(said)] == []
    for kind in KINDS:
        assert f"kind.{kind.name}" in WORDS
    for record, text in (
        plan(),
        *((to_json(r), r.source.text) for r in map(extract_file, DOCUMENTS)),
    ):
        for lang in LANGUAGES:
            assert annotated_html(record, text, lang=lang)
    with pytest.raises(ValueError, match="not 'fr'"):
        table("fr")


def test_every_message_that_the_page_asks_for_is_in_the_table() -> None:
    sources = [asset(name) for name in ("annotated.html", *SCRIPTS)]
    wanted = r"""(?:\bword\(|words\[|data-say=|data-name=)["']([a-z._]*[a-z])["']"""
    asked = {key for source in sources for key in re.findall(wanted, source)}
    assert len(asked) > 15
    assert asked <= WORDS.keys()


def test_no_part_of_the_script_writes_markup_or_runs_text() -> None:
    for name in SCRIPTS:
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\(", asset(name)
        )


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_words_and_labels_can_be_read_on_every_ground(kind: Kind) -> None:
    for ground in (kind.ground, PAPER):
        assert contrast(kind.ink, ground) >= 4.5
        assert contrast(INK, ground) >= 4.5


def test_kinds_are_told_apart_by_words_too() -> None:
    for lang in LANGUAGES:
        said = [table(lang)[f"kind.{kind.name}"] for kind in KINDS]
        assert len(said) == len(set(said))


def test_the_hostile_sample_is_hostile() -> None:
    assert HOSTILE in hostile()[1]
    assert "NHIỆM VỤ" in PLAN
