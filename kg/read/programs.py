"""Programs beside Python that read what it cannot: looked for, run without a shell, bounded."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from kg.errors import ReadError

MAX_SECONDS = 600


def find(*names: str) -> str | None:
    """Give the path of the first of *names* that is installed."""
    return next((path for name in names if (path := shutil.which(name))), None)


def convert(command: Sequence[str], data: bytes, name: str, suffix: str, made: str) -> bytes:
    """Run *command* on *data* in a folder of its own and give the file that it makes.

    ``{in}``, ``{out}`` and ``{dir}`` in the command stand for the file with *data*, whose name
    ends in *suffix*, for the file to be made, called *made*, and for their folder.

    Raises:
        ReadError: the program fails, takes more than ten minutes, or makes nothing.
    """
    with tempfile.TemporaryDirectory(prefix="kg-") as place:
        folder = Path(place)
        source, target = folder / f"document{suffix}", folder / made
        source.write_bytes(data)
        paths = {"{in}": str(source), "{out}": str(target), "{dir}": str(folder)}
        line = [paths.get(word, word.replace("{dir}", str(folder))) for word in command]
        program = Path(command[0]).name
        try:
            answer = subprocess.run(line, capture_output=True, timeout=MAX_SECONDS, check=False,  # noqa: S603  (no shell; the program was looked up)
                                    stdin=subprocess.DEVNULL, cwd=folder)  # fmt: skip
        except (OSError, subprocess.TimeoutExpired) as error:
            what = f"could not be read by {program} ({type(error).__name__})"
            raise ReadError(what, name, "Try the program by hand.") from None
        if answer.returncode or not target.is_file():
            said = answer.stderr.decode("utf-8", "replace").strip().splitlines()
            why = said[-1] if said else f"exit code {answer.returncode}"
            what = f"could not be read by {program} ({why.replace(place, '')})"
            raise ReadError(what, name, "Open it in a word processor and save it as .docx or .pdf.")
        return target.read_bytes()
