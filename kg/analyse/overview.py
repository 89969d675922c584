"""What the corpus holds, in numbers: documents, tasks, agents, places, edges."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kg.analyse.answer import Answer
from kg.analyse.walk import ends, in_document_place, name, nodes, said, starts

if TYPE_CHECKING:
    from kg.analyse.walk import Network
