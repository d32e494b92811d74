"""The recipe of the bundled model: generated scenes, training data, model, training loop, export.

Runs in the worker's Python only (numpy, OpenCV, torch, sam2); nothing here imports QGIS or the engine.
`README.md` beside this file gives the two commands that repeat the training.
"""
