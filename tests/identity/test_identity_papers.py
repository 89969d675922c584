"""Which citations mean one paper: rows of citations, and what holds for all of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.identity.papers import identities
from kg.identity.versions import versions
from kg.papers import SAMENESS, Dossier, Paper

DAY = "2024-06-01"


def paper(iri: str, number: str | None = "36-NQ/TW", **told: str) -> Paper:
    """Give a telling of a paper; the IRI only has to be its own."""
    return Paper(iri, number, **told)


def cites(name: str, *cited: Paper, day: str | None = DAY) -> Dossier:
    """Give a document that cites papers and prints no number of its own."""
    return Dossier(name, Paper(f"own:{name}", date=day), cited)


POLITBURO, UBND = "Bộ Chính trị", "Ủy ban nhân dân tỉnh Hà Giang"
FULL = paper("full", issuer=POLITBURO, date="2023-01-30")
OTHER_TERM = paper("other", issuer=POLITBURO, date="2014-07-01")

MERGES = {
    "no date, no issuer": ([FULL, paper("a")], {"a": ("full", "number-of-term")}),
    "no issuer, same day": (
        [FULL, paper("a", date="2023-01-30")],
        {"a": ("full", "same-number-and-day")},
    ),
    "another wording of the issuer, same day": (
        [FULL, paper("a", date="2023-01-30", issuer="Ban Chấp hành Trung ương"), paper("a2")],
        {"a2": ("a", "number-of-term"), "full": ("a", "same-number-and-day")},
    ),
    "another issuer, no day": ([FULL, paper("a", issuer="Ban Bí thư")], {}),
    "two terms": ([FULL, OTHER_TERM, paper("a")], {}),
    "no day anywhere, one issuer": (
        [paper("i", issuer=POLITBURO), paper("a")],
        {"a": ("i", "issuer-left-out")},
    ),
    "no day anywhere, two issuers": (
        [paper("i", issuer=POLITBURO), paper("j", issuer="Ban Bí thư"), paper("a")],
        {},
    ),
    "year in the number": (
        [
            paper("d", "45/2025/NĐ-CP", issuer="Chính phủ", date="2024-02-28"),
            paper("a", "45/2024/NĐ-CP", issuer="Chính phủ"),
        ],
        {"a": ("d", "year-in-number")},
    ),
    "another year in the number": (
        [
            paper("d", "45/2023/NĐ-CP", issuer="Chính phủ", date="2023-02-28"),
            paper("a", "45/2024/NĐ-CP", issuer="Chính phủ"),
        ],
        {},
    ),
    "state number of one year": (
        [
            paper("d", "1600/QĐ-TTg", issuer="Thủ tướng Chính phủ", date="2021-09-22"),
            paper("a", "1600/QĐ-TTg", issuer="Thủ tướng Chính phủ"),
        ],
        {"a": ("d", "only-candidate")},
    ),
    "a number that every province has, issuer left out": (
        [paper("d", "9/QĐ-UBND", issuer=UBND, date="2021-09-22"), paper("a", "9/QĐ-UBND")],
        {},
    ),
    "a number that every province has, one issuer": (
        [
            paper("d", "9/QĐ-UBND", issuer=UBND, date="2021-09-22"),
            paper("a", "9/QĐ-UBND", issuer="Uỷ ban nhân dân tỉnh Hà Giang"),
        ],
        {"a": ("d", "only-candidate")},
    ),
    "a number that every province has, another province": (
        [
            paper("d", "9/QĐ-UBND", issuer=UBND, date="2021-09-22"),
            paper("a", "9/QĐ-UBND", issuer="Ủy ban nhân dân tỉnh Lai Châu"),
        ],
        {},
    ),
    "a slash for the dash of the Party": (
        [FULL, paper("a", "36/NQ-TW")],
        {"a": ("full", "number-of-term")},
    ),
    "cited before it was there": (
        [paper("late", issuer=POLITBURO, date="2025-01-30"), paper("a")],
        {},
    ),
    "papers without a number": ([paper("l", None, title="Luật A"), paper("m", None)], {}),
}


@pytest.mark.parametrize("name", MERGES)
def test_a_partial_citation_means_the_one_paper_it_can_mean(name: str) -> None:
    tellings, expected = MERGES[name]
    documents = [cites(f"d{nth}", each) for nth, each in enumerate(tellings)]
    found = {each.iri: (each.into, each.why.id) for each in identities(documents).merged}
    assert found == expected


def test_what_may_be_two_papers_is_listed_as_undecided() -> None:
    found = identities([cites("x", FULL), cites("y", OTHER_TERM), cites("z", paper("a"))])
    assert found.merged == ()
    assert [(each.name, each.iri, each.candidates) for each in found.undecided] == [
        ("z", "a", ("full", "other"))
    ]


def test_the_day_of_the_citing_paper_decides_between_two() -> None:
    found = identities(
        [cites("x", FULL), cites("y", OTHER_TERM), cites("z", paper("a"), day="2020-01-01")]
    )
    assert [(each.iri, each.into) for each in found.merged] == [("a", "other")]


def test_a_held_paper_keeps_its_identity_and_gets_the_day_that_citations_print() -> None:
    held = Dossier("h", paper("held", issuer=POLITBURO))
    found = identities([held, cites("x", FULL), cites("y", paper("a", date="2023-01-30"))])
    assert {each.iri: each.into for each in found.merged} == {"full": "held", "a": "held"}
    assert {each.why.id for each in found.merged} == {"number-of-term"}
    assert [(d.iri, d.date, d.names) for d in found.dated] == [("held", "2023-01-30", ("x", "y"))]


def test_every_reason_is_surer_than_a_coin_and_never_certain() -> None:
    assert all(0.5 < each.confidence < 1 and each.words for each in SAMENESS)


DATES = ("2014-07-01", "2023-01-30", "2023-05-05", None)
ISSUERS = (POLITBURO, "Ban Bí thư", None)
NUMBERS = ("36-NQ/TW", "36/NQ-TW", "36-KL/TW", "9/QĐ-UBND", "9/2023/QĐ-UBND", None)


@st.composite
def corpora(draw: st.DrawFn) -> list[Dossier]:
    """Draw documents whose citations tell more or less; an IRI is what is told."""
    made = []
    for nth in range(draw(st.integers(1, 6))):
        papers = tuple(draw(tellings()) for _ in range(draw(st.integers(0, 3))))
        own = draw(tellings())
        held = Paper(f"{own.iri}#{nth}", own.number, own.type, own.title, own.issuer, own.date)
        made.append(Dossier(f"d{nth}", held, papers))
    return made


@st.composite
def tellings(draw: st.DrawFn) -> Paper:
    """Draw one telling of a paper."""
    number, issuer, day = (draw(st.sampled_from(each)) for each in (NUMBERS, ISSUERS, DATES))
    return Paper(f"{number}|{issuer}|{day}", number, "Nghị quyết", None, issuer, day)


@given(corpora(), st.randoms(use_true_random=False))
def test_the_order_of_documents_changes_nothing(corpus: list[Dossier], luck: st.DataObject) -> None:
    mixed = list(corpus)
    luck.shuffle(mixed)  # type: ignore[attr-defined]
    assert identities(mixed) == identities(corpus)
    assert versions(mixed) == versions(corpus)


@given(corpora())
def test_an_unrelated_document_changes_nothing(corpus: list[Dossier]) -> None:
    more = [*corpus, cites("zz", paper("u", "77/2001/NĐ-CP", date="2001-01-01"))]
    assert identities(more) == identities(corpus)


@given(corpora())
def test_no_chains_no_held_paper_is_merged_and_days_never_differ(corpus: list[Dossier]) -> None:
    found = identities(corpus)
    told = {each.iri: each for dossier in corpus for each in (dossier.own, *dossier.cited)}
    gone = {(each.name, each.iri) for each in found.merged}
    assert not {each.own.iri for each in corpus} & {each.iri for each in found.merged}
    for each in found.merged:
        before, after = told[each.iri], told[each.into]
        assert (each.name, each.into) not in gone
        assert not (before.date and after.date) or before.date == after.date


def test_a_draft_is_told_from_its_signed_form() -> None:
    told = {
        "type": "Kế hoạch",
        "issuer": "Sở Y tế tỉnh Hà Giang",
        "title": "Phòng dịch cho học sinh",
    }
    draft, other = Dossier("a", Paper("draft", None, **told)), Dossier("c", Paper("x", "7/KH-SYT"))
    signed = Dossier("b", Paper("signed", "5/KH-SYT", **told, date=DAY))
    assert [(v.iri, v.of) for v in versions([draft, signed, other])] == [("draft", "signed")]
    again = Dossier("d", Paper("signed2", "6/KH-SYT", **told, date="2025-01-01"))
    assert versions([draft, signed, again]) == ()  # two years have a plan of one title
