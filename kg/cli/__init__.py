"""The door: ``kg COMMAND``. One file a command group; options in, one call, lines out.

Exit codes: 0 done · 1 it could not be done, the line on stderr says why and the mend ·
2 wrong use · 3 a name fits several things · 4 done, but for some documents · 5 checked, and
found at fault.
"""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING

import click

from kg.config import VERSION
from kg.errors import KgError

if TYPE_CHECKING:
    from collections.abc import Mapping

_COMMANDS: Mapping[str, str] = {
    "ask": "asking", "build": "building", "calendar": "calendar", "cascade": "asking",
    "compare": "comparing",
    "evaluate": "reading", "export": "publishing", "extract": "reading", "gazetteer": "gazetteer", "holder": "holding",
    "publish": "site", "query": "asking", "report": "reports",
    "show": "asking",
    "validate": "publishing", "view": "publishing",
}  # fmt: skip


class _Lazy(click.Group):
    """A group that imports a command's file when the command is wanted."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"kg.cli.{_COMMANDS[cmd_name]}")
        found = getattr(module, cmd_name)
        return found if isinstance(found, click.Command) else None


@click.command(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="kg")
def group() -> None:
    """How a decision travels: from directive to plan, agency, task and date.

    Build a graph from policy documents, ask it, export it, look at it. Every answer can be
    traced to the words that say it.

    \b
    Example:
      kg build data/documents
      kg ask leads
      kg cascade "36-NQ/TW"
    """


def main() -> None:
    """Run ``kg``; an error of ours is one line on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # LC_ALL=C must not turn letters into question marks
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        group(prog_name="kg")
    except KgError as error:
        click.echo(f"kg: {error}", err=True)
        sys.exit(error.exit_code)
