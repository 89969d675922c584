"""Time ``kg --help`` against a Python that does nothing, plus what importing click costs.

Exits with 1 when the command takes 2.5 times that or more: then a heavy import has woken up.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROUNDS = 15
MOST_RATIO = 2.5
COMMANDS: Mapping[str, Sequence[str]] = {
    "pass": ("-c", "pass"),
    "click": ("-c", "import click"),
    "kg --help": ("-m", "kg", "--help"),
}


def run(arguments: Sequence[str]) -> float:
    """Run one Python command in the project and give the milliseconds that it took.

    Raises:
        subprocess.CalledProcessError: the command failed.
    """
    root = Path(__file__).resolve().parent.parent
    environment = os.environ | {"PYTHONPATH": str(root)}
    start = time.perf_counter()
    subprocess.run(
        (sys.executable, *arguments), check=True, stdout=subprocess.DEVNULL, env=environment
    )
    return (time.perf_counter() - start) * 1000


def main() -> int:
    """Print the times and the ratio; give the exit status."""
    rounds: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for arguments in COMMANDS.values():  # byte code is written and files are in memory
        run(arguments)
    for _ in range(ROUNDS):
        for name, arguments in COMMANDS.items():
            rounds[name].append(run(arguments))
    median = {name: statistics.median(ms) for name, ms in rounds.items()}
    for name, ms in rounds.items():
        print(f"{name:10}{min(ms):7.1f} ms least {median[name]:7.1f} ms median")
    ratio = median["kg --help"] / median["click"]  # "click" is "pass" and what the import adds
    print(f"kg --help takes {ratio:.2f} times what Python and click need; wanted < {MOST_RATIO}")
    return 0 if ratio < MOST_RATIO else 1


if __name__ == "__main__":
    sys.exit(main())
