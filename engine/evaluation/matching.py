"""Which prediction answers for which reference object, one to one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .layers import Overlaps


@dataclass(frozen=True, eq=False)
class Matching:
    """K matched pairs: indices ``reference`` (K,) and ``predicted`` (K,), and their ``iou`` (K,)."""

    reference: NDArray[np.int64]
    predicted: NDArray[np.int64]
    iou: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.iou)


def best_matching(overlaps: Overlaps, at_least: float) -> Matching:
    """The one-to-one matching of pairs with this IoU or more that matches most pairs and, among those, has
    the largest sum of IoUs.

    Pairs that compete with no other are taken as they are; the rest goes, connected piece by piece, to
    Edmonds' blossom algorithm (J. Edmonds, Paths, Trees, and Flowers, 1965) as networkx has it. Above an IoU
    of 0.5 only objects that overlap others of their own layer compete at all.
    """
    import networkx  # every start of the worker would pay for it

    good = np.flatnonzero(overlaps.at_least(at_least))
    first, second, iou = overlaps.reference[good], overlaps.predicted[good], overlaps.iou[good]
    alone = (np.bincount(first)[first] == 1) & (np.bincount(second)[second] == 1) if len(good) else good > 0
    taken = [*np.flatnonzero(alone)]
    graph = networkx.Graph()
    for index in np.flatnonzero(~alone):
        graph.add_edge(("r", int(first[index])), ("p", int(second[index])), weight=iou[index], index=index)
    for nodes in networkx.connected_components(graph):
        piece = graph.subgraph(nodes)
        pairs = networkx.max_weight_matching(piece, maxcardinality=True)
        taken += [piece.edges[pair]["index"] for pair in pairs]
    chosen = np.sort(np.array(taken, dtype=np.int64))
    return Matching(first[chosen], second[chosen], iou[chosen])
