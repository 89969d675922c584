"""Bodies, and where a text names them."""

from __future__ import annotations

from dataclasses import dataclass

from kg.quote import Quote


@dataclass(frozen=True, slots=True)
class AgentMention:
    """An agent where the text names it; ``agent`` is the canonical name, a key of ``agents``."""

    agent: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Agent:
    """A body or a collective of bodies, under its full name with its jurisdiction.

    ``listed`` is false where no table knows the name: it was read from a head such as "Sở".
    ``undecided`` says why nobody can tell which body is meant; the name is then that of the words.
    """

    canonical: str
    name: str
    kind: str
    collective: bool = False
    place: str | None = None
    place_inferred: bool = False
    parent: str | None = None
    surfaces: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    rule: str = ""
    listed: bool = True
    undecided: str = ""

    @property
    def outcome(self) -> str:
        """Tell how the body was decided: by the words, from the document, as many, or not.

        >>> Agent("Các sở", "Các sở", "collective", collective=True).outcome
        'collective'
        """
        if self.undecided:
            return "undecided"
        if self.collective:
            return "collective"
        return "inferred" if self.place_inferred else "decided"
