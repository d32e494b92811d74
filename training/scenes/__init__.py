"""Procedural overhead scenes with exact masks of every object in them.

A scene is laid out in metres (`layout`), painted as reflectance, height and slope (`canvas` and the modules
named after what they paint), lit by one sun (`light`) and seen by a camera (`sensor`). `generate_scene` is
the one entry; the same seed and sizes always give the same scene.
"""

from .generate import generate_scene
from .scene import Scene, SceneObject

__all__ = ["Scene", "SceneObject", "generate_scene"]
