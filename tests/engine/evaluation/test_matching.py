import itertools

import numpy as np
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from sam2_toolbox.engine.evaluation.layers import Objects, find_overlaps
from sam2_toolbox.engine.evaluation.matching import best_matching


def never() -> None:
    pass


def strips(spans):
    return Objects.of(np.array([shapely.box(a, 0, a + w, 1) for a, w in spans], dtype=object))


SPANS = st.lists(st.tuples(st.integers(0, 8), st.integers(1, 6)), min_size=0, max_size=5)


def best_by_trying_all(first, second, at_least):
    """The most pairs, then the largest sum of IoUs, by brute force."""
    table = {}
    for i, (a, v) in enumerate(first):
        for j, (b, w) in enumerate(second):
            shared = min(a + v, b + w) - max(a, b)
            if shared > 0 and shared / (v + w - shared) >= at_least:
                table[i, j] = shared / (v + w - shared)
    best = (0, 0.0)
    for size in range(1, min(len(first), len(second)) + 1):
        for pairs in itertools.combinations(table, size):
            if len({i for i, _ in pairs}) == len({j for _, j in pairs}) == size:
                best = max(best, (size, sum(table[pair] for pair in pairs)))
    return best


@settings(max_examples=150, deadline=None)
@given(SPANS, SPANS, st.sampled_from([0.1, 0.3, 0.5]))
def test_no_other_matching_is_better(first, second, at_least):
    matching = best_matching(find_overlaps(strips(first), strips(second), never), at_least)
    count, total = best_by_trying_all(first, second, at_least)
    assert len(matching) == count
    assert abs(matching.iou.sum() - total) < 1e-9
    assert len(set(matching.reference)) == len(set(matching.predicted)) == count


def test_more_pairs_go_before_a_better_pair():
    # The first reference alone would take the perfect partner and leave the second with none.
    reference = strips([(0, 6), (1, 6)])
    predicted = strips([(0, 6), (0, 5)])
    matching = best_matching(find_overlaps(reference, predicted, never), 0.5)
    assert len(matching) == 2
