"""Make the worker's environment: ``python3 make_environment.py [--renew]``.

Prints a line per step to standard error and, last, the environment's Python to standard output.
"""

from __future__ import annotations

import argparse
import sys

from checkout import load_package


def main() -> int:
    """Install, or say in one sentence why not."""
    parser = argparse.ArgumentParser(description="Make the Python environment that runs SAM 2.")
    parser.add_argument("--renew", action="store_true", help="install again even if it is complete")
    options = parser.parse_args()
    load_package()
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


if __name__ == "__main__":
    sys.exit(main())
