"""The dependency rule, read from the source: who may import whom, also inside functions."""

import ast
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "sam2_toolbox"
LAYERS = ("engine", "processing", "plugin", "training")

WORKER_LIBRARIES = {
    "numpy",
    "torch",
    "sam2",
    "rasterio",
    "shapely",
    "pyproj",
    "affine",
    "cv2",
    "yaml",
    "networkx",
    "pyarrow",
}
MODEL = {"engine/generator/automatic.py", "engine/model/device.py", "engine/environment_check.py"}
RASTERS = {
    "engine/rasters/area_of_interest.py",
    "engine/rasters/bands.py",
    "engine/rasters/dataset.py",
    "engine/environment_check.py",
    "engine/formats/pixel_masks.py",
    "engine/formats/tile_pictures.py",
    "engine/rasters/number_raster.py",
    "engine/object_tools/cut_outs.py",
    "engine/formats/plain_raster.py",
    "engine/object_tools/remove_objects.py",
    "engine/rasters/raster.py",
    "engine/rasters/validity.py",
}
CLUSTER = {f"engine/cluster/cluster_{name}.py" for name in ("link", "package", "worker")}
PROPOSALS = "training/regions.py"
WRITER = "processing/geopackage.py"
PROVIDER_OWNER = "plugin/plugin.py"


def layer_of(module: str) -> str:
    """``engine/api/params.py`` -> ``engine.api``, ``plugin/dock.py`` -> ``plugin``."""
    return "engine.api" if module.startswith("engine/api/") else module.partition("/")[0]


def may_import(module: str, name: str) -> bool:
    """The rule for one import of a library: ``name`` is its top level name."""
    if name in sys.stdlib_module_names:
        return True
    if layer_of(module) == "engine.api":
        return False
    if layer_of(module) in ("processing", "plugin"):
        return name == "qgis" or (name == "osgeo" and module == WRITER)
    if layer_of(module) == "training":
        return name in WORKER_LIBRARIES or (name == "skimage" and module == PROPOSALS)
    if name == "torch":
        return module in MODEL or module.startswith("engine/model/sam2_")
    if name == "sam2":
        return module.startswith("engine/model/sam2_")
    if name == "rasterio":
        return module in RASTERS
    if name == "distributed":
        return module in CLUSTER
    return name in WORKER_LIBRARIES


def may_import_own(module: str, other: str) -> bool:
    """The rule for one import of a module of ours, given by its path."""
    here, there = layer_of(module), layer_of(other)
    if here == there or there == "engine.api":
        return True
    if module == PROVIDER_OWNER:
        return there == "processing"
    return here == "training" and there == "engine"


def imports(module: str, tree: ast.Module) -> list[tuple[str, list[str]]]:
    """Dotted names a module imports, relative ones resolved, with the names taken from each.
    Imports for the type checker alone are left out."""
    package = [PACKAGE, *Path(module).parts[:-1]]
    typing_only = {
        id(node)
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and ast.unparse(block.test).endswith("TYPE_CHECKING")
        for statement in block.body
        for node in ast.walk(statement)
    }
    found = []
    for node in ast.walk(tree):
        if id(node) in typing_only:
            continue
        if isinstance(node, ast.Import):
            found += [(alias.name, []) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            dotted = ".".join([*base, *([node.module] if node.module else [])])
            found.append((dotted, [alias.name for alias in node.names]))
    return found


def own_modules(dotted: str, names: list[str], sources: dict[str, str]) -> list[str]:
    """The paths of our modules that an import of ``names`` from ``dotted`` loads."""
    folder = "/".join(dotted.split(".")[1:])
    prefix = f"{folder}/" if folder else ""
    if f"{folder}.py" in sources:
        return [f"{folder}.py"]
    loaded = [f"{prefix}{name}.py" for name in names if f"{prefix}{name}.py" in sources]
    return loaded or [f"{prefix}__init__.py"]


def violations(sources: dict[str, str]) -> list[str]:
    """What breaks the rule, one sentence each. ``sources``: text by path from the root."""
    found = []
    graph: dict[str, set[str]] = {}
    for module, text in sources.items():
        for dotted, names in imports(module, ast.parse(text)):
            if dotted.partition(".")[0] != PACKAGE:
                if not may_import(module, dotted.partition(".")[0]):
                    found.append(f"{module} imports {dotted}")
                continue
            found += [f"{module} imports the private {dotted}.{name}" for name in names if is_private(name)]
            for other in own_modules(dotted, names, sources):
                if not may_import_own(module, other):
                    found.append(f"{module} imports {other}")
                if other != module:
                    graph.setdefault(module, set()).add(other)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        found.append("import cycle: " + " -> ".join(error.args[1]))
    return found


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def checkout() -> dict[str, str]:
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for layer in LAYERS
        for path in sorted((ROOT / layer).rglob("*.py"))
    }


def test_the_checkout_keeps_the_rule():
    sources = checkout()
    assert {layer_of(module) for module in sources} >= {"engine", "engine.api", "processing", "plugin"}
    assert violations(sources) == []


@pytest.mark.parametrize(
    ("module", "line", "complaint"),
    [
        ("engine/api/client.py", "import numpy", "imports numpy"),
        ("engine/api/client.py", "from ..tiling import Tile", "imports engine/tiling.py"),
        ("engine/api/client.py", "from qgis.core import QgsTask", "imports qgis.core"),
        ("engine/tiling.py", "def f():\n    from qgis.core import QgsTask", "imports qgis.core"),
        ("engine/tiling.py", "import PyQt5.QtCore", "imports PyQt5.QtCore"),
        ("engine/tiling.py", "from ..processing import provider", "imports processing/provider.py"),
        ("engine/tiling.py", "from ..plugin.dock import Dock", "imports plugin/dock.py"),
        ("engine/tiling.py", "import torch.nn", "imports torch.nn"),
        ("engine/tiling.py", "def f():\n    import sam2", "imports sam2"),
        ("engine/generator/automatic.py", "import sam2", "imports sam2"),
        ("engine/tiling.py", "from rasterio.windows import Window", "imports rasterio.windows"),
        ("engine/tiling.py", "import geopandas", "imports geopandas"),
        ("engine/tiling.py", "from distributed import Client", "imports distributed"),
        ("engine/tiling.py", "from ..training import scenes", "imports training/scenes.py"),
        ("processing/provider.py", "import numpy as np", "imports numpy"),
        ("processing/provider.py", "from osgeo import ogr", "imports osgeo"),
        ("processing/provider.py", "import processing", "imports processing"),
        ("processing/provider.py", "from ..engine.tiling import Tile", "imports engine/tiling.py"),
        ("processing/provider.py", "from ..plugin import dock", "imports plugin/dock.py"),
        ("plugin/dock.py", "from ..processing import provider", "imports processing/provider.py"),
        ("plugin/dock.py", "import requests", "imports requests"),
        ("plugin/dock.py", "from ..engine.api.client import _wait", "imports the private"),
        ("engine/tiling.py", "from .generator.automatic import x", "import cycle"),
    ],
)
def test_a_planted_violation_is_found(module, line, complaint):
    modules = (
        "engine/__init__.py", "engine/api/__init__.py", "engine/api/client.py", "engine/tiling.py",
        "engine/generator/automatic.py", "processing/provider.py", "plugin/dock.py", "plugin/plugin.py",
        "training/scenes.py",
    )  # fmt: skip
    sources = dict.fromkeys(modules, "import os\n")
    sources["engine/generator/automatic.py"] += "import torch\nfrom ..tiling import Tile\n"
    sources["plugin/plugin.py"] += "from ..processing.provider import Provider\n"
    sources["training/scenes.py"] += "from ..engine.api.client import Client\n"
    assert violations(sources) == []
    sources[module] += line + "\n"
    assert len(violations(sources)) == 1
    assert complaint in violations(sources)[0]


def test_an_import_for_the_type_checker_is_no_dependency():
    text = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from ..plugin.dock import Dock\n"
    assert violations({"processing/provider.py": text, "plugin/dock.py": ""}) == []
