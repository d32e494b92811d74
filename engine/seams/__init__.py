"""Masks of overlapping tiles become objects."""
