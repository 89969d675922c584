"""Many documents → the graph: what changed, in parallel, each document whole or not at all.

What the folder of a graph holds beside its store is told in `kg.folder`.
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from kg.config import BASE_IRI, VERSION
from kg.errors import KgError, ReadError
from kg.folder import Built, read_state, write_state, write_whole
from kg.graph.frame import Run
from kg.graph.gazetteer.load import load_gazetteer
from kg.graph.papers import dossier
from kg.graph.store import open_store, remove_document, replace_document
from kg.graph.triples import document_of, graph_of, to_quads
from kg.lexicon import fingerprint
from kg.model import DocumentRecord
from kg.papers import Dossier
from kg.pipeline import extract_file
from kg.read.archive import read_archive
from kg.read.kinds import ARCHIVES
from kg.read.source import MAX_BYTES, READERS
from kg.record import dumps
from kg.settle import settle

PARALLEL_FROM = 32
CHUNK = 16
_ABOUT = frozenset({"readme", "license", "licence", "manifest", "index", "changelog"})
Progress = Callable[[int, int], None]


@dataclass(slots=True)
class BuildReport:
    """What one run did: files by outcome, each failure with its one line."""

    built: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)
    skipped: list[tuple[str, str]] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    versions: list[tuple[str, str]] = field(default_factory=list)


def rules_version() -> str:
    """Give the version of code and tables: records of another version are made anew."""
    return f"{VERSION}+{fingerprint()}"


def find_files(paths: Iterable[Path], report: BuildReport) -> list[Path]:
    """Give the documents among files and folders in order of path; note what is left out.

    A file that is named must have a reader; in a folder other kinds are passed over.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.is_file() and not _hidden(p, path))
            for each in inside:
                if _about(each):
                    continue
                if each.suffix.lower() in (*READERS, *ARCHIVES):
                    found[each] = None
                else:
                    kind = each.suffix or "no suffix"
                    report.skipped.append((str(each), f"no reader for {kind}"))
        else:
            found[path] = None
    return list(found)


def _about(path: Path) -> bool:
    """Tell whether a file speaks about the folder and is no document of its own."""
    return path.stem.lower() in _ABOUT


def _unpacked(files: Sequence[Path], out: Path, report: BuildReport) -> list[Path]:
    """Put the documents of archives into ``unpacked/`` of the graph folder; other files stay."""
    found: list[Path] = []
    for path in files:
        if path.suffix.lower() not in ARCHIVES:
            found.append(path)
            continue
        try:
            for name, data in read_archive(path.read_bytes(), path.name):
                inside = out / "unpacked" / path.stem / name
                inside.parent.mkdir(parents=True, exist_ok=True)
                inside.write_bytes(data)
                found.append(inside)
        except (ReadError, OSError) as error:
            report.failed.append((str(path), str(error)))
    return found


def _hidden(path: Path, top: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(top).parts)


def build(  # noqa: PLR0913  (each wish is one option of the command)
    paths: Sequence[Path],
    out: Path,
    *,
    base: str = BASE_IRI,
    workers: int | None = None,
    prune: bool = False,
    ocr: bool = False,
    progress: Progress | None = None,
) -> BuildReport:
    """Build or bring up to date the graph in *out* from files, folders and zip archives.

    A document is replaced in one transaction; one that fails leaves what was built before.
    With *ocr* scans are recognised where OCRmyPDF is installed. With *prune* documents whose files are no longer among *paths* leave the graph.

    Raises:
        GraphError: *out* is no graph folder, or another process writes to it.
    """
    report = BuildReport()
    files = find_files(paths, report)
    store = open_store(out, create=True)
    load_gazetteer(store, base)
    files = _unpacked(files, out, report)
    state = read_state(out)
    names = _names(files)
    todo = _to_do(files, state, names, base, report)
    fresh: dict[str, Dossier] = {}
    for count, (path, made) in enumerate(_extracted(todo, workers, ocr=ocr), 1):
        if isinstance(made, str):
            report.failed.append((str(path), made))
        else:
            _keep(store, out, state, names[path], path, made, base, report)
            if str(path) in report.built[-1:]:
                fresh[names[path]] = dossier(made, names[path], base)
        if progress:
            progress(count, len(todo))
    if prune:
        _prune(store, out, state, set(names.values()), report)
    found = settle(store, out, state, base, fresh)
    store.flush()  # else each later opening reads the whole log of changes again
    names_of = {built.document: name for name, built in state.items()}
    report.versions = [(names_of[each.iri], names_of[each.of]) for each in found.versions]
    return report


def _to_do(
    files: Sequence[Path],
    state: dict[str, Built],
    names: dict[Path, str],
    base: str,
    report: BuildReport,
) -> list[Path]:
    """Return the files that are new or changed, and report the others as unchanged."""
    todo = []
    for path in files:
        before = state.get(names[path])
        if before and _unchanged(before, path, base):
            report.unchanged.append(str(path))
        else:
            todo.append(path)
    return todo


def _names(files: Sequence[Path]) -> dict[Path, str]:
    """Give each file a name of its own: its file name, with a hash where two share one."""
    taken: dict[str, Path] = {}
    names: dict[Path, str] = {}
    for path in files:
        name = path.name
        if name in taken:
            tag = hashlib.sha256(str(path).encode()).hexdigest()[:8]
            name = f"{path.stem}-{tag}{path.suffix}"
        taken[name] = path
        names[path] = name
    return names


def _unchanged(before: Built, path: Path, base: str) -> bool:
    """Tell whether the same bytes were built under the same rules."""
    if (before.rules, before.base) != (rules_version(), base):
        return False
    try:
        if path.stat().st_size > MAX_BYTES:
            return False
        return hashlib.sha256(path.read_bytes()).hexdigest() == before.sha256
    except OSError:
        return False


def _extracted(
    todo: Sequence[Path], workers: int | None, *, ocr: bool
) -> Iterator[tuple[Path, DocumentRecord | str]]:
    """Give the records in order, whatever the number of workers; a failure is its line."""
    size = workers or (min(os.cpu_count() or 1, 8) if len(todo) >= PARALLEL_FROM else 1)
    if size == 1:
        yield from ((path, _try(path, ocr=ocr)) for path in todo)
        return
    with ProcessPoolExecutor(size) as pool:
        yield from zip(todo, pool.map(partial(_try, ocr=ocr), todo, chunksize=CHUNK), strict=True)


def _try(path: Path, *, ocr: bool) -> DocumentRecord | str:
    """Extract one file; the batch goes on whatever a document holds."""
    try:
        return extract_file(path, ocr=ocr)
    except ReadError as error:
        return str(error)
    except Exception as error:  # noqa: BLE001  (one document must not stop the others)
        kind = type(error).__name__
        line = KgError(f"could not be understood ({kind}: {error})", str(path), "Please report it.")
        return str(line)


def _keep(  # noqa: PLR0913  (one place where all that belongs to a document is stored)
    store: object,
    out: Path,
    state: dict[str, Built],
    name: str,
    path: Path,
    record: DocumentRecord,
    base: str,
    report: BuildReport,
) -> None:
    """Store one record: text and JSON first, then the graph in one step, then the state."""
    graph = graph_of(record, base)
    owner = next((b.file for b in state.values() if b.graph == graph and b.file != name), None)
    if owner:
        report.skipped.append((str(path), _copy(out, owner, record.source.text)))
        return
    write_whole(out / "texts" / f"{name}.txt", record.source.text)
    write_whole(out / "records" / f"{name}.json", dumps(record))
    before = state.get(name)
    if before and before.graph != graph:
        remove_document(store, before.graph)  # type: ignore[arg-type]
    replace_document(store, graph, to_quads(record, Run(VERSION, rules_version()), base))  # type: ignore[arg-type]
    state[name] = Built(name, str(path), record.source.sha256, rules_version(), base,
                        document_of(record, base), graph, same={})  # fmt: skip
    write_state(out, state)
    report.built.append(str(path))


def _copy(out: Path, owner: str, text: str) -> str:
    """Say how a second file of one document differs from the first, which stays."""
    kept = (out / "texts" / f"{owner}.txt").read_text(encoding="utf-8")
    if kept == text:
        return f"is the same document as {owner}, word for word"
    ours, theirs = Counter(text.splitlines()), Counter(kept.splitlines())
    lines = max((ours - theirs).total(), (theirs - ours).total())
    differ = "1 line differs" if lines == 1 else f"{lines} lines differ"
    return f"is the same document as {owner} in other words: {differ}; {owner} is kept"


def _prune(
    store: object, out: Path, state: dict[str, Built], keep: set[str], report: BuildReport
) -> None:
    """Take out documents whose files are gone."""
    for name in sorted(set(state) - keep):
        remove_document(store, state.pop(name).graph)  # type: ignore[arg-type]
        (out / "texts" / f"{name}.txt").unlink(missing_ok=True)
        (out / "records" / f"{name}.json").unlink(missing_ok=True)
        report.removed.append(name)
    write_state(out, state)
