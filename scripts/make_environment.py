"""Make the worker's environment: ``python3 make_environment.py [--renew]``.

Prints a line per step to standard error and, last, the environment's Python to standard output.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "sam2_toolbox"


def main() -> int:
    """Install, or say in one sentence why not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--renew", action="store_true", help="install again even if it is complete")
    options = parser.parse_args()
    _load_package()
    from sam2_toolbox.engine.api.environment_setup import install_environment
    from sam2_toolbox.engine.api.errors import EngineError

    def say(sentence: str) -> None:
        sys.stderr.write(sentence + "\n")
        sys.stderr.flush()

    try:
        python = install_environment(say, renew=options.renew)
    except EngineError as error:
        say(error.message)
        return 1
    sys.stdout.write(f"{python}\n")
    return 0


def _load_package() -> None:
    """Import the checkout as package ``sam2_toolbox``, whatever its folder is called."""
    spec = importlib.util.spec_from_file_location(
        NAME, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    if spec is None or spec.loader is None:
        raise SystemExit(f"{ROOT} holds no Python package")
    package = importlib.util.module_from_spec(spec)
    sys.modules[NAME] = package
    spec.loader.exec_module(package)


if __name__ == "__main__":
    sys.exit(main())
