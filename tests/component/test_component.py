"""The spaCy component on a whole plan: what it shows is what the record holds."""

from __future__ import annotations

import pytest
import spacy

from kg.component import GROUPS
from kg.config import bundled
from kg.read.source import read_file

PLAN = read_file(bundled("data", "documents", "004_2b7cb2e0d938b7ce.txt")).text


@pytest.fixture(scope="module")
def doc() -> spacy.tokens.Doc:
    nlp = spacy.blank("xx")
    nlp.add_pipe("policy_cascade")
    return nlp(PLAN)


def test_each_group_holds_the_findings_of_the_record(doc: spacy.tokens.Doc) -> None:
    record = doc._.policy_record
    assert set(GROUPS) <= set(doc.spans)
    assert len(doc.spans["tasks"]) == len(record.tasks) == 20
    assert len(doc.spans["citations"]) == sum(len(r.mentions) for r in record.references)


@pytest.mark.parametrize("group", GROUPS)
def test_a_span_covers_the_quoted_words(doc: spacy.tokens.Doc, group: str) -> None:
    assert len(doc.spans[group]) > 0
    if group == "agents":
        assert "Sở Tài chính" in {span.text for span in doc.spans[group]}
    for span in doc.spans[group]:
        assert span.label_
        assert doc.text[span.start_char : span.end_char] == span.text


def test_text_that_is_not_normal_is_refused() -> None:
    nlp = spacy.blank("xx")
    nlp.add_pipe("policy_cascade")
    with pytest.raises(ValueError, match="normalise"):
        nlp("Kế hoạch\r\n")


def test_a_doc_without_words_is_left_empty() -> None:
    nlp = spacy.blank("xx")
    nlp.add_pipe("policy_cascade")
    assert [len(nlp("").spans[group]) for group in GROUPS] == [0] * len(GROUPS)
