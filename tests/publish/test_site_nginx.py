"""The site behind a real nginx, with the file that docs/how-to/publish.md gives."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message
from pathlib import Path
from urllib.parse import quote

import pytest

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
CONFIGURATION = Path(__file__).parents[2] / "docs" / "how-to" / "nginx.conf"
PLAN = "/document/ủy-ban-nhân-dân-tỉnh-đắk-nông/kế-hoạch/452-kh-ubnd/2023-07-17"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(NGINX is None, reason="nginx is not installed (apt install nginx-light)"),
]


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


def ask(address: str, accept: str) -> tuple[int, Message, bytes]:
    request = urllib.request.Request(address, headers={"Accept": accept})  # noqa: S310  (our own server)
    try:
        with urllib.request.build_opener(_Stay).open(request, timeout=10) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


@pytest.fixture(scope="module")
def address(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    place = tmp_path_factory.mktemp("nginx")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = CONFIGURATION.read_text(encoding="utf-8")
    server = server.replace("127.0.0.1:8080", f"127.0.0.1:{port}").replace(
        "/srv/policy/site", str(site)
    )
    temporary = "".join(
        f"{name}_temp_path {place}/{name};\n"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (place / "nginx.conf").write_text(
        f"daemon off;\npid {place}/pid;\nerror_log {place}/error.log;\nevents {{}}\n"
        f"http {{\naccess_log off;\n{temporary}{server}\n}}\n", encoding="utf-8",
    )  # fmt: skip
    for folder in (site, *site.parents):  # its workers may run as somebody else
        if str(folder).startswith("/tmp/"):  # noqa: S108
            folder.chmod(0o755)
    assert NGINX
    process = subprocess.Popen(
        [NGINX, "-p", str(place), "-c", str(place / "nginx.conf")], stderr=subprocess.DEVNULL
    )
    _wait(port, process)
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(timeout=10)


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(100):
        assert process.poll() is None
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("nginx does not answer")


ROWS = [
    ("text/turtle", ".ttl", "text/turtle"),
    ("application/ld+json", ".jsonld", "application/ld+json"),
    ("text/html,application/xhtml+xml,*/*;q=0.8", ".html", "text/html"),
    ("*/*", ".html", "text/html"),
]


@pytest.mark.parametrize(("accept", "ending", "media"), ROWS)
def test_a_thing_leads_to_what_was_asked_for(
    address: str, accept: str, ending: str, media: str
) -> None:
    status, headers, _ = ask(address + quote(PLAN), accept)
    assert status == 303
    assert headers["Vary"] == "Accept"
    assert headers["Location"].endswith(quote(PLAN) + ending)
    status, headers, body = ask(address + quote(PLAN) + ending, accept)
    assert (status, headers["Content-Type"]) == (200, f"{media}; charset=utf-8")
    assert "452/KH-UBND" in body.decode()


def test_a_passage_leads_to_its_words(address: str) -> None:
    status, headers, _ = ask(f"{address}{quote(PLAN)}/text/span/12-20", "text/html")
    assert status == 303
    assert headers["Location"].endswith(f"{quote(PLAN)}/text.html#char=12,20")


def test_what_is_not_there_has_a_page_that_says_so(address: str) -> None:
    status, _, body = ask(f"{address}/agent/{quote('không-có')}", "text/html")
    assert status == 404
    assert "Không có trang này" in body.decode()


def test_the_first_page_and_a_plain_file(address: str) -> None:
    assert ask(f"{address}/", "text/html")[0] == 200
    status, headers, _ = ask(f"{address}/downloads/policy.nq", "*/*")
    assert (status, headers["Content-Type"]) == (200, "application/n-quads; charset=utf-8")
