"""A day as an option: ISO, or the word today."""

from __future__ import annotations

import datetime as dt

import click

from kg.cli.speech import fault


class Day(click.ParamType[str]):
    """An ISO day, or the word ``today``."""

    name = "day"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Give the ISO day that *value* says."""
        if value == "today":
            return dt.datetime.now(tz=dt.UTC).astimezone().date().isoformat()
        try:
            return dt.date.fromisoformat(value).isoformat()
        except ValueError:
            self.fail(fault(f"{value!r} is no day: write 2025-07-01, or today"), param, ctx)
