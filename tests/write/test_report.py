"""The page of a report and its Markdown: hostile words stay words, both languages are there."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from report_sample import HOSTILE, hostile_report

from kg.lexicon import rows
from kg.write.answer_words import in_vietnamese, spoken
from kg.write.report import report_html
from kg.write.report_markdown import report_markdown
from kg.write.report_words import WORDS, said


def test_hostile_words_stay_words() -> None:
    page, markdown = report_html(hostile_report()), report_markdown(hostile_report())
    assert page.count("<script") == 2
    assert "<img" not in page
    assert "alert(1)</script>" not in page
    assert "\n<script" not in markdown
    assert "\\<script\\>" in markdown
    cells = [line for line in markdown.splitlines() if line.startswith("| \\<")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in cells} == {4}


def test_the_same_report_has_the_same_bytes() -> None:
    assert report_html(hostile_report()) == report_html(hostile_report())
    assert report_markdown(hostile_report()) == report_markdown(hostile_report())


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_page_and_markdown_open_in_the_language_of_the_report(lang: str) -> None:
    made = replace(hostile_report(), lang=lang)
    assert f'<html lang="{lang}">' in report_html(made)
    assert said("read.corpus", lang) in report_markdown(made)


def test_both_languages_stand_in_every_page() -> None:
    page = report_html(hostile_report())
    for key in ("read", "contents", "words", "query", "source", "theme.who"):
        for lang in ("vi", "en"):
            assert f'<span lang="{lang}">{said(key, lang)}</span>' in page


def test_data_too_large_for_the_page_stand_beside_it() -> None:
    made = hostile_report()
    [figure] = made.figures
    large = replace(made, figures=(replace(figure, csv="x" * 200_000),))
    page = report_html(large)
    assert 'href="data/leads.csv"' in page
    assert "x" * 1000 not in page
    assert 'class="all' not in page


def test_rows_beyond_the_first_are_counted() -> None:
    page = report_html(hostile_report())
    assert "22 more rows are in the data." in page
    assert "Show all 30 rows" in page


def test_every_message_has_both_languages_with_the_same_places() -> None:
    for key, (vietnamese, english) in WORDS.items():
        places = [sorted(set(re.findall(r"{(\w+)}", each))) for each in (vietnamese, english)]
        assert places[0] == places[1], key
        assert vietnamese.strip()


def test_every_pair_of_words_keeps_its_numbers() -> None:
    for row in rows("questions/vietnamese"):
        assert row["kind"] in ("column", "value", "note")
        assert row["vietnamese"].strip()
        assert row["english"].count("{}") == row["vietnamese"].count("{}")
        if row["kind"] == "note":  # else it would never be found
            assert not re.search(r"\d", row["english"]), row


def test_numbers_of_a_note_stand_in_their_order() -> None:
    note = "By chance: 32 of 4597 passages (0.7%) were so labelled against one document under another directive."
    told = in_vietnamese("note", note)
    assert told
    assert re.findall(r"\d+(?:\.\d+)?", told) == ["32", "4597", "0.7"]
    assert in_vietnamese("note", "Nobody wrote this.") is None
    assert spoken("note", "Nobody wrote this.", "vi") == "Nobody wrote this."


def test_a_note_with_braces_is_no_pattern() -> None:
    assert in_vietnamese("note", f"{{0}} {HOSTILE}") is None
