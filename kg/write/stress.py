"""Places for a network such that ties far apart are drawn far apart: stress majorization.

The method of Gansner, Koren and North (2004), the same aim as Kamada and Kawai's. networkx has
the latter, but only with SciPy, which nothing else here needs; NumPy is enough for this.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ROUNDS = 150
_NEAR = 1e-9


def spread_out(graph: nx.Graph[str]) -> dict[str, tuple[float, float]]:
    """Give each node of a connected graph a place; it begins with a circle and draws no lots.

    >>> path = nx.Graph([("a", "b"), ("b", "c")])
    >>> at = spread_out(path)
    >>> round(abs(at["a"][0] - at["c"][0]) + abs(at["a"][1] - at["c"][1]), 1) > 2
    True
    """
    names = list(graph)
    steps = np.asarray(nx.floyd_warshall_numpy(graph, nodelist=names, weight=None), dtype=float)
    weights = 1 / np.maximum(steps, 1) ** 2
    np.fill_diagonal(weights, 0)
    turned = np.linspace(0, 2 * np.pi, len(names), endpoint=False)
    at = np.column_stack([np.cos(turned), np.sin(turned)]) * steps.max() / 2
    laplacian = np.diag(weights.sum(axis=1)) - weights
    inverse = np.linalg.pinv(laplacian)
    for _ in range(_ROUNDS):
        at = inverse @ (_pull(at, steps, weights) @ at)
    return {name: (float(x), float(y)) for name, (x, y) in zip(names, at, strict=True)}


def _pull(
    at: NDArray[np.float64], steps: NDArray[np.float64], weights: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Give how each pair is drawn together or pushed apart."""
    far = np.sqrt(((at[:, None, :] - at[None, :, :]) ** 2).sum(axis=2))
    pull = np.where(far > _NEAR, -weights * steps / np.maximum(far, _NEAR), 0)
    np.fill_diagonal(pull, 0)
    np.fill_diagonal(pull, -pull.sum(axis=1))
    return pull
