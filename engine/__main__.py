"""``python -s -u <plugin folder>/engine`` starts the worker.

The plugin's folder may have any name, so its package is loaded from its place rather than found.
"""

import os
import sys

_ENGINE = os.path.dirname(os.path.abspath(__file__))
# Python put this folder first on the path, where engine's modules would hide others' of that name.
sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry) != _ENGINE]

# Cores that wait for each other sleep, instead of keeping a core busy that somebody else needs: beside one
# other busy program two cores were 3 to 7 times slower than one. Read when torch is loaded.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import importlib  # noqa: E402
import importlib.util  # noqa: E402

PACKAGE = "sam2_toolbox"


def _load_package(root: str) -> None:
    spec = importlib.util.spec_from_file_location(
        PACKAGE, os.path.join(root, "__init__.py"), submodule_search_locations=[root]
    )
    if spec is None or spec.loader is None:
        raise ImportError(f"there is no package in {root}")
    package = importlib.util.module_from_spec(spec)
    sys.modules[PACKAGE] = package
    spec.loader.exec_module(package)


if __name__ == "__main__":
    _load_package(os.path.dirname(_ENGINE))
    importlib.import_module(f"{PACKAGE}.engine.worker").main()
