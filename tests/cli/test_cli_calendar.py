"""``kg calendar`` as a user types it; what docs/how-to/deadlines.md shows is what is printed."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from ical.calendar_stream import IcsCalendarStream

from kg.cli import group
from kg.errors import KgError

if TYPE_CHECKING:
    from ical.event import Event

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "how-to" / "deadlines.md").read_text(encoding="utf-8")


def kg(*args: str) -> Result:
    return CliRunner().invoke(group, list(args), prog_name="kg")


def events(folder: Path, *args: str) -> list[Event]:
    found = kg("calendar", "-g", str(folder), *args)
    assert found.exit_code == 0, found.output
    return IcsCalendarStream.calendar_from_ics(found.stdout_bytes.decode("utf-8")).events


def test_all_days_of_the_five_plans(five: Path) -> None:
    found = events(five)
    assert Counter((each.categories[0], each.rrule is not None) for each in found) == {
        ("report", True): 4, ("task", True): 1, ("task", False): 15, ("target", False): 4,
    }  # fmt: skip
    assert len({each.uid for each in found}) == 24


def test_the_same_items_as_due(five: Path) -> None:
    due = kg("ask", "due", "-g", str(five), "--format", "csv").output.lstrip("\ufeff")
    rows = {(row["due"].lstrip("'")[-5:], row["what"], row["words"])
            for row in csv.DictReader(io.StringIO(due))}  # fmt: skip
    days = {(str(each.dtstart)[-5:], each.categories[0], words_of(each))
            for each in events(five)}  # fmt: skip
    assert days == rows


def words_of(event: Event) -> str:
    assert event.description is not None
    return event.description.partition(": ")[2].partition("\n\n")[0]


def test_place_and_document_narrow(five: Path) -> None:
    assert len(events(five, "--place", "dak nong")) == 2
    assert len(events(five, "--document", "1953/KH-UBND", "--lang", "en")) == 2


def test_a_day_says_who_to_whom_and_where_it_stands(five: Path) -> None:
    first = events(five, "--document", "452/KH-UBND")[0]
    assert first.summary == (
        "Báo cáo: Các sở, ngành, địa phương tỉnh Đắk Nông → Sở Khoa học và Công nghệ tỉnh Đắk Nông"
    )
    assert first.description is not None
    assert "001_6078abd8910b3412.txt [22531, 22713)" in first.description
    assert "(trước ngày 30/11)" in first.description


def test_as_of_names_the_bodies_of_the_day(five: Path) -> None:
    body = "Sở Khoa học và Công nghệ tỉnh"
    then, now = events(five), events(five, "--as-of", "2025-07-02")
    assert any(f"{body} Đắk Nông" in str(each.summary) for each in then)
    assert any(f"{body} Lâm Đồng" in str(each.summary) for each in now)
    assert not any(f"{body} Đắk Nông" in str(each.summary) for each in now)
    assert {each.uid for each in then} == {each.uid for each in now}


def test_the_file_has_the_same_bytes_each_time(five: Path, tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.ics", "b.ics")]
    for path in paths:
        found = kg("calendar", "-g", str(five), "-o", str(path))
        assert (found.stdout, "(24 days)" in found.stderr) == ("", True)
    assert paths[0].read_bytes() == paths[1].read_bytes()
    assert paths[0].read_bytes() == kg("calendar", "-g", str(five)).stdout_bytes


def test_a_place_that_is_not_here_is_one_line(five: Path) -> None:
    found = kg("calendar", "-g", str(five), "--place", "Atlantis")
    assert isinstance(found.exception, KgError)
    assert "no document here is of a place" in str(found.exception)


def shown() -> list[tuple[str, str]]:
    """Give each command of the page with what the page says it prints."""
    blocks = re.findall(r"```console\n(.+?)```", PAGE, flags=re.DOTALL)
    parts = [part for block in blocks for part in block.split("$ kg ")[1:]]
    return [(part.partition("\n")[0], part.partition("\n")[2]) for part in parts]


@pytest.mark.parametrize(("command", "output"), shown(), ids=[each[0] for each in shown()])
def test_the_page_shows_what_is_printed(five: Path, command: str, output: str, tmp_path: Path,
                                        monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    words = ["".join(pair) for pair in re.findall(r'"([^"]+)"|(\S+)', command)]
    found = kg(*words, "-g", str(five))
    assert found.exit_code == 0, found.output
    assert [line.rstrip() for line in found.output.splitlines()] == output.splitlines()


def test_the_page_shows_something() -> None:
    assert len(shown()) >= 4


def test_the_chart_of_the_page_is_drawn(
    five: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MPLBACKEND", "Agg")
    assert kg("ask", "gantt", "-g", str(five), "--format", "csv", "-o", "bars.csv").exit_code == 0
    code = re.search(r"```python\n(.+?)```", PAGE, flags=re.DOTALL)
    assert code is not None
    exec(compile(code[1], "deadlines.md", "exec"), {})  # noqa: S102 - the page is ours
    assert (tmp_path / "bars.png").stat().st_size > 1000
