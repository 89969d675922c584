"""How much one question may cost, and where the server may be called; plain values."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """What holds against a query that never ends, eats the memory or fills the disk.

    *seconds* for one query, *memory* in bytes above what an idle worker needs, *size* in bytes of
    one answer, *query* in bytes of one query, *workers* that run side by side, *waiting* for one.
    """

    seconds: float = 30.0
    memory: int = 1024 * MIB
    size: int = 64 * MIB
    query: int = 64 * 1024
    workers: int = 4
    waiting: int = 16


LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
"""The names of this computer for itself."""


@dataclass(frozen=True, slots=True)
class Doors:
    """Under which names the server answers, and which sites' pages may read its answers.

    Without *names* it answers under any. A page of a foreign site reaches a server on loopback
    through its reader's browser, so that *origins* is empty there unless somebody wishes otherwise.
    """

    names: frozenset[str] = frozenset()
    origins: tuple[str, ...] = ()


def doors(host: str, names: tuple[str, ...], origins: tuple[str, ...]) -> Doors:
    """Give the doors of a server that listens on *host*.

    >>> sorted(doors("127.0.0.1", (), ()).names), doors("0.0.0.0", (), ())
    (['127.0.0.1', '::1', 'localhost'], Doors(names=frozenset(), origins=('*',)))
    """
    if host in LOOPBACK:
        return Doors(LOOPBACK | {each.lower() for each in names}, origins)
    told = frozenset(each.lower() for each in names)
    return Doors(told | {host.lower()} if told else told, origins or ("*",))
