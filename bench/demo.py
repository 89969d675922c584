"""Time the build of the five bundled plans into one graph, as ``kg build`` does it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 3


def build(folder: str) -> float:
    """Build the demo graph in an empty folder and give the seconds that it took.

    Raises:
        subprocess.CalledProcessError: the build failed.
    """
    root = Path(__file__).resolve().parent.parent
    environment = os.environ | {"PYTHONPATH": str(root)}
    start = time.perf_counter()
    subprocess.run(
        (sys.executable, "-m", "kg", "build"),
        check=True,
        stdout=subprocess.DEVNULL,
        cwd=folder,
        env=environment,
    )
    return time.perf_counter() - start


def main() -> int:
    """Print the time of each build; give the exit status."""
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            print(f"kg build, five plans into an empty folder: {build(folder):.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
