"""The repository keeps its own rules: sizes, names, decisions, pins, links, help."""

from __future__ import annotations

import ast
import importlib
import re
import subprocess
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from rdflib import RDF, Graph

from kg.config import BASE_IRI, ROOT, VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

MODULES = sorted((ROOT / "kg").rglob("*.py"))
MARKDOWN = sorted(
    {*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "data").glob("*.md")}
)
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

# One letter of each word stands in brackets, so that this file does not find itself.
FOREIGN = re.compile(
    r"py[p]i\.org|python[h]osted|registry\.[n]pmjs|deb\.[d]ebian|"
    r"(?<![\w./])/(?:[w]ork|[h]ome|[r]oot|[t]mp|[U]sers)/\w+",
)
EVIDENCE = ("data/documents/", "data/gold/")
TEXT = {
    "",
    ".cff",
    ".cfg",
    ".csv",
    ".html",
    ".ipynb",
    ".json",
    ".md",
    ".py",
    ".rq",
    ".toml",
    ".ttl",
    ".txt",
}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def own_files() -> list[str]:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if answer.returncode:
        pytest.skip("not a Git checkout: the list of files is unknown")
    return sorted(name for name in set(answer.stdout.splitlines()) if (ROOT / name).is_file())


def test_no_file_names_a_registry_or_a_path_of_one_machine() -> None:
    found = [
        f"{name}: {match[0]}"
        for name in own_files()
        if Path(name).suffix in TEXT and not name.startswith(EVIDENCE)
        for match in FOREIGN.finditer((ROOT / name).read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_has_at_most_300_lines_and_a_telling_name(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
    assert path.stem not in {"utils", "util", "helpers", "helper", "common", "manager", "misc"}


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Give name and length in lines of each function, without its docstring."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            said = node.body[0] if ast.get_docstring(node, clean=False) is not None else None
            docstring = (said.end_lineno or 0) - said.lineno + 1 if said else 0
            yield node.name, (node.end_lineno or 0) - node.lineno + 1 - docstring


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_function_has_at_most_40_lines(path: Path) -> None:
    assert [(name, lines) for name, lines in functions(path) if lines > 40] == []


def test_the_first_decision_is_written_down() -> None:
    assert "0001-rules-on-raw-text.md" in [path.name for path in DECISIONS]


@pytest.mark.parametrize("path", DECISIONS, ids=name_of)
def test_a_decision_says_status_context_decision_and_consequences(path: Path) -> None:
    headings = re.findall(r"^## (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[:4] == ["Status", "Context", "Decision", "Consequences"]
    assert re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", path.name)


@pytest.mark.parametrize("path", MARKDOWN, ids=name_of)
def test_links_between_our_pages_lead_somewhere(path: Path) -> None:
    text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    targets = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", text)
    assert [target for target in targets if not (path.parent / target).exists()] == []


def plain(requirement: str) -> str:
    name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", name).lower()


def pins() -> list[str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def test_constraints_are_exact_versions_in_order() -> None:
    assert [line for line in pins() if not re.fullmatch(r"[\w.-]+==[\w.+!]+", line)] == []
    names = [plain(line) for line in pins()]
    assert len(names) == len(set(names))


def test_every_dependency_is_pinned() -> None:
    extras = PROJECT["optional-dependencies"]
    wanted = {plain(name) for name in [*PROJECT["dependencies"], *extras["test"], *extras["bench"]]}
    assert wanted - {plain(line) for line in pins()} == set()


def test_version_is_the_same_everywhere() -> None:
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"\nversion: {VERSION}\n" in citation
    assert f"\n## [{VERSION}]" in changelog
    assert f"\nlicense: {PROJECT['license']}\n" in citation


def glossary() -> list[list[str]]:
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    table = [line.strip("|").split("|") for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in row] for row in table if row[0].strip() != "Vietnamese"]


def test_the_glossary_pairs_sixty_terms_once_each() -> None:
    terms = [row[0] for row in glossary()]
    assert len(terms) >= 60
    assert len(terms) == len(set(terms))
    assert [row for row in glossary() if len(row) != 3 or not row[1]] == []


def our_terms() -> set[str]:
    """Give ``pc:leadAgency``, ``document-type/ke-hoach`` … as the ontology defines them."""
    graph = Graph()
    for path in sorted((ROOT / "ontology").glob("*.ttl")):
        graph.parse(path)
    terms = {str(subject) for subject in graph.subjects(RDF.type)}
    return {
        term.replace(f"{BASE_IRI}ns#", "pc:").replace(f"{BASE_IRI}types/", "") for term in terms
    }


def test_the_glossary_names_only_terms_of_our_ontology() -> None:
    named = {term for row in glossary() for term in re.findall(r"`([^`]+)`", row[2])}
    ours = {term for term in named if term.startswith("pc:") or "/" in term}
    assert ours
    assert ours - our_terms() == set()


def commands(command: click.Command, path: tuple[str, ...]) -> Iterator[tuple[str, click.Command]]:
    yield " ".join(path), command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from commands(below, (*path, name))


def test_every_command_and_option_has_help() -> None:
    silent = []
    for name, command in commands(importlib.import_module("kg.cli").group, ("kg",)):
        if not command.help:
            silent.append(name)
        options = [option for option in command.params if isinstance(option, click.Option)]
        silent += [f"{name} {option.opts[0]}" for option in options if not option.help]
    assert silent == []
