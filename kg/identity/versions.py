"""A draft and its signed form, two files of one paper: told by type, issuer and title."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.papers import Version
from kg.text import plain, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.papers import Dossier, Paper

_WORDS = 4  # a shorter title ("Công tác năm 2025") tells too little


def versions(dossiers: Iterable[Dossier]) -> tuple[Version, ...]:
    """Give each held paper without a number that another held paper has type, issuer, title of.

    With exactly one numbered paper of that title it is called its draft or copy; without any,
    papers of one day are called copies of the first. Nothing is merged: both stay what they are.

    >>> from kg.papers import Dossier, Paper
    >>> say = dict(type="Kế hoạch", issuer="Sở Y tế tỉnh A", title="Phòng dịch cho học sinh")
    >>> signed = Dossier("b", Paper("x:b", "5/KH-SYT", date="2025-01-02", **say))
    >>> [each.of for each in versions([Dossier("a", Paper("x:a", **say)), signed])]
    ['x:b']
    """
    groups: dict[tuple[str, ...], list[Paper]] = defaultdict(list)
    for own in sorted((each.own for each in dossiers), key=lambda paper: paper.iri):
        if own.type and own.issuer and own.title and len(own.title.split()) >= _WORDS:
            groups[own.type, own.issuer, plain(squeeze(own.title))].append(own)
    return tuple(sorted(found for each in groups.values() for found in _of_one_title(each)))


def _of_one_title(papers: Sequence[Paper]) -> Iterator[Version]:
    numbered = [paper for paper in papers if paper.number]
    bare = [paper for paper in papers if not paper.number]
    if len(numbered) == 1:
        for paper in bare:
            if not paper.date or paper.date <= (numbered[0].date or paper.date):
                yield Version(paper.iri, numbered[0].iri)
    elif not numbered:
        for paper in bare[1:]:
            if paper.date == bare[0].date:
                yield Version(paper.iri, bare[0].iri)
