"""Loads the checkout as package ``sam2_toolbox``, whatever its folder is called.

The checkout itself must not be on sys.path: its ``processing`` would hide QGIS's.
"""

import importlib.util
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "sam2_toolbox"

sys.path[:] = [entry for entry in sys.path if Path(entry or ".").resolve() != ROOT]
if NAME not in sys.modules:
    spec = importlib.util.spec_from_file_location(
        NAME, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules[NAME] = module
    spec.loader.exec_module(module)
