"""The tile stage on a Dask cluster."""
