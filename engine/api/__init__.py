"""The border between QGIS's Python and the worker's.

Standard library only, Python 3.9 syntax: both sides import it.
"""
