"""Judging a prediction against a reference, object by object."""
