"""``kg ask --endpoint``: the same answers from a folder, from ``kg serve``, Oxigraph and Virtuoso."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from kg.analyse.catalogue import question as by_network
from kg.answers import Desk, Told, listed
from kg.cli import group
from kg.errors import GraphError, KgError
from kg.graph import query
from kg.graph.named import named_quads
from kg.graph.network import network
from kg.graph.store import open_store
from kg.write.nquads import nquads

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from serving import Server

WISHES = {
    "place": "đắk nông",
    "document": "452/KH-UBND",
    "other": "1953/KH-UBND",
    "as_of": "2025-07-02",
}
READ_TEXTS = frozenset({"answered", "answered-by-plan", "answering", "copied", "descent", "reuse"})
NAMES = [row[0] for row in listed()]


def takes(name: str) -> set[str]:
    """Give what may narrow a question."""
    asked = by_network(name)
    if asked:
        return set(asked.takes)
    return {each.name for each in query.question(name).parameters}


def told(desk: Desk, name: str, wishes: dict[str, str]) -> Told | str:
    try:
        return desk.answered(name, wishes)
    except KgError as error:
        return str(error)


def asks(name: str) -> list[dict[str, str]]:
    every = {key: WISHES[key] for key in sorted(takes(name))}
    return [{}, *({key: value} for key, value in every.items()), every]


@pytest.fixture(scope="module")
def desks(five: Path, server: Server) -> tuple[Desk, Desk]:
    return Desk(five), Desk(five / "nothing", server.endpoint)


@pytest.mark.parametrize("name", [name for name in NAMES if name not in READ_TEXTS])
def test_an_endpoint_gives_the_answers_of_the_folder(desks: tuple[Desk, Desk], name: str) -> None:
    here, there = desks
    for wishes in asks(name):
        assert told(there, name, wishes) == told(here, name, wishes)


@pytest.mark.parametrize("name", sorted(READ_TEXTS))
def test_questions_that_read_texts_say_so(desks: tuple[Desk, Desk], name: str) -> None:
    wishes = {"document": "452/KH-UBND"} if "document" in takes(name) else {}
    with pytest.raises(GraphError, match=r"reads the texts themselves.*kg ask -g DIR"):
        desks[1].answered(name, wishes)


def test_the_network_is_the_same(desks: tuple[Desk, Desk]) -> None:
    here, there = (desk.network("2025-07-02") for desk in desks)
    assert list(here.nodes(data=True)) == list(there.nodes(data=True))
    assert list(here.edges(keys=True, data=True)) == list(there.edges(keys=True, data=True))


def test_the_command_asks_an_endpoint(five: Path, server: Server) -> None:
    def run(*more: str) -> str:
        found = CliRunner().invoke(group, ["ask", "leads", "--format", "csv", *more])
        assert found.exit_code == 0, found
        return found.output

    assert run("-g", "nowhere", "--endpoint", server.endpoint) == run("-g", str(five))


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


@contextmanager
def started(command: list[str], folder: Path, url: str) -> Iterator[None]:
    """Run a server of others until it answers, and end it."""
    with (folder / "out.log").open("wb") as log, subprocess.Popen(
        command, cwd=folder, stdout=log, stderr=log
    ) as process:  # fmt: skip
        try:
            end = time.monotonic() + 90
            while not _answers(url):
                assert time.monotonic() < end
                assert process.poll() is None, (folder / "out.log").read_text(errors="replace")
                time.sleep(0.3)
            yield
        finally:
            process.kill()


def _answers(url: str) -> bool:
    try:
        urllib.request.urlopen(url, timeout=5).close()  # noqa: S310  (an address of this test)
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True


@pytest.fixture(scope="module")
def exported(five: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("exported") / "five.nq"
    lines = nquads(named_quads(open_store(five, read_only=True)))
    path.write_text("".join(lines), encoding="utf-8", newline="\n")
    return path


def same_answers(five: Path, url: str) -> None:
    here, there = Desk(five), Desk(five, url)
    for name in NAMES:
        for wishes in asks(name) if name not in READ_TEXTS else []:
            assert told(there, name, wishes) == told(here, name, wishes), (name, wishes)
    graphs = [network(desk.store, duties=True) for desk in (here, there)]
    assert list(graphs[0].edges(keys=True, data=True)) == list(
        graphs[1].edges(keys=True, data=True)
    )


@pytest.mark.slow
@pytest.mark.parametrize("union", [True, False])
def test_oxigraph_gives_the_same_answers(
    five: Path, exported: Path, tmp_path: Path, *, union: bool
) -> None:
    program = shutil.which("oxigraph")
    if program is None:
        pytest.skip("the program oxigraph is not installed")
    store, port = str(tmp_path / "store"), free_port()
    command = [program, "load", "--location", store, "--file", str(exported)]
    subprocess.run(command, check=True, capture_output=True)
    url = f"http://127.0.0.1:{port}/query"
    more = ["--union-default-graph"] if union else []
    command = [
        program,
        "serve-read-only",
        "--location",
        store,
        "--bind",
        f"127.0.0.1:{port}",
        *more,
    ]
    with started(command, tmp_path, url):
        if union:
            same_answers(five, url)
        else:
            with pytest.raises(GraphError, match="--union-default-graph"):
                Desk(five, url)


VIRTUOSO = """[Database]
DatabaseFile = virt.db
ErrorLogFile = virt.log
LockFile = virt.lck
TransactionFile = virt.trx
xa_persistent_file = virt.pxa
[TempDatabase]
DatabaseFile = virt-temp.db
TransactionFile = virt-temp.trx
[Parameters]
ServerPort = {sql}
DirsAllowed = .
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
[HTTPServer]
ServerPort = {http}
[SPARQL]
ResultSetMaxRows = {rows}
"""


@pytest.mark.slow
@pytest.mark.parametrize("rows", [1000000, 100])
def test_virtuoso_gives_the_same_answers(
    five: Path, exported: Path, tmp_path: Path, rows: int
) -> None:
    server, client = shutil.which("virtuoso-t"), shutil.which("isql-vt")
    if server is None or client is None:
        pytest.skip("the program virtuoso-t is not installed (Debian: virtuoso-opensource-7)")
    sql, http = free_port(), free_port()
    (tmp_path / "v.ini").write_text(
        VIRTUOSO.format(sql=sql, http=http, rows=rows), encoding="utf-8"
    )
    shutil.copy(exported, tmp_path / "five.nq")
    url = f"http://127.0.0.1:{http}/sparql"
    with started([server, "+foreground", "+configfile", "v.ini"], tmp_path, url):
        load = "DB.DBA.TTLP_MT(file_to_string_output('five.nq'), '', 'urn:x', 512); checkpoint;"
        command = [client, str(sql), "dba", "dba", f"EXEC={load}"]
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
        if rows > 100:
            same_answers(five, url)
        else:
            with pytest.raises(GraphError, match=r"only the first 100 rows.*ResultSetMaxRows"):
                Desk(five, url).network()
