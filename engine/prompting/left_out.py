"""Which prompts a run leaves out, and why, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

OUTSIDE = "outside"
NO_DATA = "no data"
ONLY_BACKGROUND = "only background"
NO_GEOMETRY = "no geometry"
TOO_MANY_POINTS = "too many points"
NOTHING_SEEN = "nothing seen"
BEYOND_LIMITS = "beyond the area limits"

_SENTENCES = {
    OUTSIDE: "lie outside the part of {path} that is segmented. Check the CRS of both layers if that is not "
    "what you expect",
    NO_DATA: "lie where {path} has no data, or outside the area of interest",
    ONLY_BACKGROUND: "have background prompts only; give each object a point, line, box or polygon that "
    "lies on it",
    NO_GEOMETRY: "have no geometry",
    TOO_MANY_POINTS: "have more points than SAM 2 can make use of; a few well placed ones do better",
    NOTHING_SEEN: "show the model nothing that it could outline",
    BEYOND_LIMITS: "are smaller or larger than the area limits allow",
}
_NAMED = 200


def sentences(left_out: Mapping[str, Sequence[int]], total: int, path: str) -> Iterator[str]:
    """One for each reason, with the ids of the features, or of the first of each group."""
    for reason, features in left_out.items():
        ids = ", ".join(map(str, sorted(features)[:_NAMED]))
        more = f" and {len(features) - _NAMED} more" if len(features) > _NAMED else ""
        why = _SENTENCES[reason].format(path=path)
        noun = "feature" if len(features) == 1 else "features"
        yield f"Left out: {len(features)} of {total} objects {why}: {noun} {ids}{more}."
