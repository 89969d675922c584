"""Run ``kg`` with other tables than those of the package: ``with_tables.py FOLDER ARGUMENTS``.

A process of its own, since tables are read once.
"""

from __future__ import annotations

import sys
from pathlib import Path

from kg import config

if __name__ == "__main__":
    config.ROOT = Path(sys.argv[1])
    sys.argv = ["kg", *sys.argv[2:]]
    from kg.cli import main

    main()
