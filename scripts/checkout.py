"""Load this checkout as package ``sam2_toolbox``, whatever its folder is called.

As a program it runs one of the package's modules: ``python checkout.py training.write_sample ...``.
The checkout itself stays off sys.path, where its ``processing`` would hide QGIS's.
"""

from __future__ import annotations

import importlib.util
import runpy
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "sam2_toolbox"


def load_package() -> None:
    """Make ``import sam2_toolbox`` work in this process."""
    spec = importlib.util.spec_from_file_location(
        NAME, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    if spec is None or spec.loader is None:
        raise SystemExit(f"{ROOT} holds no Python package")
    package = importlib.util.module_from_spec(spec)
    sys.modules[NAME] = package
    spec.loader.exec_module(package)


if __name__ == "__main__":
    load_package()
    module = sys.argv[1]
    del sys.argv[0]
    runpy.run_module(f"{NAME}.{module}", run_name="__main__", alter_sys=True)
