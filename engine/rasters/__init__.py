"""Rasters in and out: grids, bands, values, validity, stretches, places on the map."""
