"""Procedural overhead scenes with exact masks of every object in them.

A scene is laid out in metres (`layout`), painted as reflectance, height and slope (`canvas` and the modules
named after what they paint), lit by one sun (`light`) and seen by a camera (`sensor`): `generate_scene`. Two
more landscapes are measured in pixels and have a module each: fields that touch, as satellites see them
(`mosaic`), and patched roofs on bare ground (`settlement`). The same seed and sizes always give the same
scene.
"""

from .generate import generate_scene
from .mosaic import generate_mosaic
from .scene import Scene, SceneObject
from .settlement import generate_settlement

__all__ = ["Scene", "SceneObject", "generate_mosaic", "generate_scene", "generate_settlement"]
