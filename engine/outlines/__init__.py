"""Objects become polygons: pixel edges, smooth, right-angled, simpler, or a flat coverage."""
