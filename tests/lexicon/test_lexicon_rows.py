"""Every row of every table proves itself: its examples are found, by it and by no earlier row."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from kg import lexicon
from kg.config import bundled
from kg.extract.agencies import agencies
from kg.extract.citations import citations
from kg.extract.collectives import collective_at
from kg.extract.quantities import quantities
from kg.extract.slips import slips
from kg.extract.time_forms import FIELD_FORMS, FORMS, Form
from kg.extract.timeframes import field_time, time_at, times
from kg.identity.agents import spelled_out
from kg.lexicon import Row, fingerprint, rows, variants
from kg.model import AgentMention, Quote, Span
from kg.parse.fields import fields_in
from kg.parse.labels import LEVELS, Level, label_of
from kg.parse.signature import signature
from kg.parse.tables import column_lead_role, column_role
from kg.relate.closing import closers, formulas
from kg.relate.lists import AgentLists
from kg.relate.sections import title_role
from kg.shape import AgentFound
from kg.text import view

TABLES = sorted(path.stem for path in bundled("data", "lexicon").glob("*.csv"))
NEEDS_PLACE = {
    "Công an",
    "Bộ Tư lệnh",
    "Viễn thông",
    "Thanh tra",
    "Thuế",
    "Thống kê",
}  # words of the language too


def each_row(table: str) -> list[Any]:
    """Give the rows of a table; a test bears the name of the table and the line in the file."""
    lines = enumerate(rows(f"lexicon/{table}"), start=2)
    return [pytest.param(row, id=f"{table}-line-{line}") for line, row in lines]


def examples(table: str) -> list[Any]:
    """Give each row of a table with each of its examples."""
    return [
        pytest.param(*param.values, each, id=param.id)
        for param in each_row(table)
        for each in variants(param.values[0], "examples")
    ]


def found(text: str) -> list[AgentFound]:
    return list(agencies(text, view(text)))


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_trimmed_nfc_and_says_nothing_twice(table: str) -> None:
    lines = rows(f"lexicon/{table}")
    bare = {"pattern", "long", "wrong", "right"}  # here a blank at the edge has its use
    cells = [cell for row in lines for name, cell in row.items() if name not in bare]
    assert lines
    assert all(cell == cell.strip() and unicodedata.is_normalized("NFC", cell) for cell in cells)
    keys = [tuple(row[name] for name in row if name != "examples") for row in lines]
    assert len(keys) == len(set(keys))


def test_the_fingerprint_of_the_tables_is_stable() -> None:
    assert re.fullmatch(r"[0-9a-f]{12}", fingerprint())
    assert fingerprint() == fingerprint.__wrapped__()


def test_a_new_row_of_times_makes_another_fingerprint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = fingerprint.__wrapped__()
    longer = tmp_path / lexicon.TIMES.name
    longer.write_bytes(lexicon.TIMES.read_bytes() + b"# one more row\n")
    monkeypatch.setattr(lexicon, "TIMES", longer)
    assert fingerprint.__wrapped__() != known


@pytest.mark.parametrize(("row", "example"), examples("field_labels"))
def test_a_label_opens_a_field_of_its_role(row: Row, example: str) -> None:
    assert re.fullmatch(row["pattern"], view(example).rstrip(":"))
    text = f"{example} điều phải ghi"
    (field,) = fields_in(text, view(text), Span(0, len(text)), "1")
    assert (field.role, field.lead_role) == (row["role"], row["lead_role"])
    assert field.span.of(text) == "điều phải ghi"


@pytest.mark.parametrize(("row", "example"), examples("field_labels"))
def test_a_label_may_be_bold(row: Row, example: str) -> None:
    text = f"**{example.rstrip(':')}**: điều phải ghi"
    (field,) = fields_in(text, view(text), Span(0, len(text)), "1")
    assert (field.role, field.span.of(text)) == (row["role"], "điều phải ghi")


@pytest.mark.parametrize(("row", "example"), examples("table_columns"))
def test_a_header_names_its_column(row: Row, example: str) -> None:
    assert re.fullmatch(row["pattern"], view(example))
    for header in (view(example), f"**{view(example)}**", f" {view(example)}:"):
        assert column_role(header) == row["role"]
    assert column_lead_role(view(example)) == row["lead_role"]


@pytest.mark.parametrize(("row", "example"), examples("section_roles"))
def test_a_title_tells_its_role(row: Row, example: str) -> None:
    assert re.search(row["pattern"], view(example))
    assert title_role(example) == title_role(example.upper()) == row["role"]


@pytest.mark.parametrize(("row", "example"), examples("closers"))
def test_a_closing_paragraph_tells_its_reason(row: Row, example: str) -> None:
    assert re.match(row["pattern"], view(example))
    first = next(reason for pattern, reason in closers() if pattern.match(view(example)))
    assert first == row["reason"]


@pytest.mark.parametrize(("row", "example"), examples("formulas"))
def test_a_formula_of_a_paper_tells_its_reason(row: Row, example: str) -> None:
    first = next(reason for pattern, reason in formulas() if pattern.match(view(example)))
    assert first == row["reason"]


def proofs(forms: tuple[Form, ...]) -> list[Any]:
    """Give each form with each of its examples."""
    return [pytest.param(form, each, id=form.name) for form in forms for each in form.examples]


@pytest.mark.parametrize(("form", "example"), proofs(FORMS))
def test_a_form_of_time_reads_its_example_and_no_earlier_form_does(
    form: Form, example: str
) -> None:
    first = next(each for each in FORMS if each.pattern.match(example))
    assert first is form
    whole = time_at(example, 0)
    assert whole is not None
    assert whole.span == Span(0, len(example))


@pytest.mark.parametrize(("form", "example"), proofs(FORMS))
def test_a_form_of_time_is_found_in_running_text_and_as_a_value(form: Form, example: str) -> None:
    assert form.pattern.fullmatch(example)
    text = f"rà soát số liệu {example}, bảo đảm tiến độ"
    (hit,) = times(text)
    assert hit.span.of(text) == example
    value = field_time(example, Span(0, len(example)))
    assert (value.kind, value.start, value.end) == (hit.kind, hit.start, hit.end)


@pytest.mark.parametrize(("form", "example"), proofs(FIELD_FORMS))
def test_a_form_of_a_labelled_line_reads_its_example(form: Form, example: str) -> None:
    first = next(each for each in FIELD_FORMS if each.pattern.fullmatch(example))
    assert first is form
    value = field_time(example, Span(0, len(example)))
    assert (value.kind, value.start or value.end) != ("other", None)


@pytest.mark.parametrize("level", LEVELS, ids=lambda level: level.name)
def test_a_level_reads_its_example(level: Level) -> None:
    label = label_of(level.example, 0, len(level.example))
    assert label is not None
    assert label[0] is level
    assert label[1] in level.example


@pytest.mark.parametrize(("row", "example"), examples("document_types"))
def test_a_type_is_cited(row: Row, example: str) -> None:
    for text in (example, f"Thực hiện {example} của cấp trên", f"({example})"):
        (hit,) = citations(text, view(text), ())
        assert hit.type == row["name"]
        assert hit.span.of(text) == example


@pytest.mark.parametrize("row", each_row("document_types"))
def test_a_type_without_a_number_is_no_citation(row: Row) -> None:
    text = f"{row['name']} này có hiệu lực từ ngày ký"
    assert citations(text, view(text), ()) == ()


def pinpoints(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [
        (each.span.of(text), each.paths)
        for cited in citations(text, view(text), ())
        for each in cited.provisions
    ]


UNITS = [each for each in examples("provisions") if each.values[0]["label"]]
ATTACHED = [each for each in examples("provisions") if not each.values[0]["label"]]


@pytest.mark.parametrize(("row", "example"), UNITS)
def test_a_provision_is_read_before_and_behind_a_document(row: Row, example: str) -> None:
    label = example.lower().removeprefix(row["unit"]).removeprefix(" số").strip().lstrip("0")
    for text in (f"theo {example} của Luật Thư viện", f"theo Luật Thư viện ({example})"):
        ((words, (path,)),) = pinpoints(text)
        assert words == example
        assert path.lower() == f"{row['unit']} {label}"


@pytest.mark.parametrize(("row", "example"), UNITS)
def test_a_provision_of_this_document_is_none_of_another(row: Row, example: str) -> None:
    assert row["pattern"]
    for between in (" này và ", " của Quyết định này và ", ". ", ": ", "\n\n"):
        assert pinpoints(f"theo {example}{between}Luật Thư viện") == []


@pytest.mark.parametrize(("row", "example"), ATTACHED)
def test_a_provision_of_what_is_attached_to_a_document(row: Row, example: str) -> None:
    ((words, (path,)),) = pinpoints(f"theo {example}")
    assert example.startswith(words)
    assert path.startswith(f"{row['unit']}/")
    assert pinpoints(f"theo {words} này và Luật Thư viện") == []


@pytest.mark.parametrize("row", each_row("laws"))
def test_a_law_is_cited_by_its_whole_name(row: Row) -> None:
    name = row["name"]
    for text in (name, f"Căn cứ {name};", f"theo {name} và các văn bản khác", f"({name})"):
        (hit,) = citations(text, view(text), ())
        assert (hit.title, hit.span.of(text)) == (name, name)


SPELLINGS = [
    pytest.param(param.values[0]["name"], name, id=param.id)
    for param in each_row("bodies")
    for name in (param.values[0]["name"], *variants(param.values[0]))
]


@pytest.mark.parametrize(("name", "spelling"), SPELLINGS)
def test_a_body_is_found_under_its_name_in_every_spelling(name: str, spelling: str) -> None:
    place = " tỉnh Hà Giang" if name in NEEDS_PLACE else ""
    for text in (f"{spelling}{place}", f"Giao {spelling}{place} chủ trì", f"({spelling}{place});"):
        hits = found(text)
        assert [hit.name for hit in hits] == [name]
        assert hits[0].span.of(text).startswith(spelling)


@pytest.mark.parametrize("name", sorted(NEEDS_PLACE))
def test_a_word_of_the_language_is_a_body_only_with_its_place(name: str) -> None:
    assert found(f"{name} là một nghề") == []
    assert [hit.place for hit in found(f"{name} tỉnh Hà Giang")] == ["Hà Giang"]


@pytest.mark.parametrize(("name", "spelling"), SPELLINGS)
def test_a_body_in_lower_case_is_a_common_noun(name: str, spelling: str) -> None:
    lower = spelling[:1].lower() + spelling[1:]
    if lower.startswith("các "):
        pytest.skip("a collective has no capital")
    if lower.startswith("phòng "):
        pytest.skip("a room may begin small: Giao phòng Tư pháp")
    assert name not in [
        hit.name for hit in found(f"nói về {lower} nói chung") if not hit.collective
    ]


@pytest.mark.parametrize("row", each_row("collective_nouns"))
def test_a_noun_under_each_is_one_collective(row: Row) -> None:
    # "các ngành" alone names fields of the economy; with "liên quan" it names agencies.
    words = f"các {row['noun']}" + (" liên quan" if row["noun"] == "ngành" else "")
    text = f"{words}, thực thi đúng hạn"
    hit = collective_at(text, view(text), 0)
    assert hit is not None
    assert hit.collective
    assert hit.span.of(text) == words


@pytest.mark.parametrize(("row", "example"), examples("units"))
def test_a_unit_is_counted(row: Row, example: str) -> None:
    lower = view(example)
    (hit,) = quantities(lower, Span(0, len(lower)), firm=False)
    assert hit.unit.of(lower) == row["unit"]
    assert hit.low <= hit.high


@pytest.mark.parametrize(("row", "example"), examples("person_titles"))
def test_a_title_may_stand_before_the_name_of_a_body(row: Row, example: str) -> None:
    text = f"{example} kiểm kê kho sách"
    mentions = [AgentMention(a.name, Quote(a.span, a.span.of(text))) for a in found(text)]
    lists = AgentLists(text, view(text), mentions)
    (body,) = lists.at(0, len(text))
    assert text[: body.quote.span.start] == f"{row['title']} "
    assert lists.quote((body,), 0) == Quote(Span(0, len(example)), example)


@pytest.mark.parametrize(("row", "example"), examples("slips"))
def test_a_slip_is_suggested_and_its_repair_is_none(row: Row, example: str) -> None:
    (hit,) = slips(example, view(example))
    assert (hit.quote.words.lower(), hit.should_be.lower()) == (row["wrong"], row["right"])
    assert hit.confidence == row["confidence"]
    assert hit.quote.span.of(example) == hit.quote.words
    mended = example.replace(hit.quote.words, hit.should_be)
    assert slips(mended, view(mended)) == ()


@pytest.mark.parametrize(("row", "example"), examples("offices"))
def test_an_office_is_read_from_the_signature(row: Row, example: str) -> None:
    text = f"KT. {example}\n{example}\n\nNguyễn Văn An\n"
    read = signature(text, Span(0, len(text)))
    assert read.office == row["name"]
    assert read.signer is not None
    assert read.signer.words == "Nguyễn Văn An"


@pytest.mark.parametrize("row", each_row("abbreviations"))
def test_an_abbreviation_is_spelled_out_as_a_word_of_its_own(row: Row) -> None:
    assert spelled_out(f"Ban {row['short']} X") == " ".join(f"Ban {row['long']} X".split())
    assert spelled_out(f"Ban X{row['short']}") == f"Ban X{row['short']}"


HEADS = [param for param in each_row("body_heads") if param.values[0]["head"] not in NEEDS_PLACE]


@pytest.mark.parametrize("row", HEADS)
def test_a_head_takes_the_name_that_follows(row: Row) -> None:
    text = f"giao {row['head']} Khuê Văn; sau đó rà soát"
    hits = found(text)
    assert [(hit.name, hit.kind, hit.scope) for hit in hits] == [
        (f"{row['head']} Khuê Văn", row["kind"], row["scope"])
    ]
    assert hits[0].span.of(text) == f"{row['head']} Khuê Văn"


@pytest.mark.parametrize(("row", "example"), examples("name_continuations"))
def test_a_small_word_goes_on_with_a_name(row: Row, example: str) -> None:
    assert f" {row['words']}" in example
    assert [hit.span.of(example) for hit in found(example)] == [example]


@pytest.mark.parametrize(("row", "example"), examples("verbs"))
def test_a_verb_ends_a_name(row: Row, example: str) -> None:
    assert row["words"] in example
    for text in (example, f"giao Phòng Khuê {row['words']} việc này"):
        (hit,) = found(text)
        assert hit.span.of(text) in {"Phòng Nội vụ", "Phòng Khuê"}
