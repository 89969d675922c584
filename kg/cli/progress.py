"""How far long work has come: a bar on a terminal, nothing in a pipe."""

from __future__ import annotations

from typing import Self


class Bar:
    """A progress bar on a terminal; silent in a pipe."""

    def __init__(self, what: str, *, shown: bool) -> None:
        """Say *what* is being done, where *shown* (standard error is a terminal)."""
        self.what, self.shown = what, shown

    def __enter__(self) -> Self:
        """Draw the bar."""
        if self.shown:
            from rich.console import Console
            from rich.progress import MofNCompleteColumn, Progress

            self.bar = Progress(*Progress.get_default_columns(), MofNCompleteColumn(),
                                console=Console(stderr=True))  # fmt: skip
            self.task = self.bar.add_task(self.what, total=None)
            self.bar.start()
        return self

    def show(self, done: int, total: int) -> None:
        """Move the bar to *done* of *total*."""
        if self.shown:
            self.bar.update(self.task, completed=done, total=total)

    def __exit__(self, *_: object) -> None:
        """Take it away."""
        if self.shown:
            self.bar.stop()
