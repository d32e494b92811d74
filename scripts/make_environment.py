"""Make the worker's environment: ``python3 make_environment.py [--renew] [--wheels FOLDER] ...``.

Prints a line per step to standard error and, last, the worker's Python to standard output. What is
given with an option is kept for the next time, for QGIS, too.
"""

from __future__ import annotations

import argparse
import dataclasses
import sys
from pathlib import Path

from checkout import load_package


def main() -> int:
    """Do it, or say in one sentence why not."""
    load_package()
    from sam2_toolbox.engine.api.environment import data_folder, worker_python
    from sam2_toolbox.engine.api.errors import EngineError
    from sam2_toolbox.engine.api.installation.environment_choice import (
        BUILDS,
        Choice,
        read_choice,
        write_choice,
    )
    from sam2_toolbox.engine.api.installation.environment_place import remove_all
    from sam2_toolbox.engine.api.installation.environment_setup import install_environment
    from sam2_toolbox.engine.api.installation.own_python import check_own_python
    from sam2_toolbox.engine.api.installation.package_source import source_of
    from sam2_toolbox.engine.api.installation.wheel_collection import collect_wheels

    parser = argparse.ArgumentParser(description="Make the Python environment that runs SAM 2.")
    parser.add_argument("--renew", action="store_true", help="install again even if it is complete")
    parser.add_argument("--remove", action="store_true", help="remove the environment; models stay")
    parser.add_argument("--use", metavar="PYTHON", help="run SAM 2 with this Python or environment instead")
    parser.add_argument("--index-url", metavar="URL", help="package index")
    parser.add_argument("--wheels", metavar="FOLDER", help="install from this folder, without network")
    parser.add_argument("--certificates", metavar="FILE", help="certificates to trust (PEM)")
    parser.add_argument("--build", choices=BUILDS, help="build of PyTorch")
    parser.add_argument("--collect", metavar="FOLDER", help="gather wheels for a computer without network")
    options = parser.parse_args()

    def say(sentence: str) -> None:
        sys.stderr.write(sentence + "\n")
        sys.stderr.flush()

    given = {field.name: getattr(options, field.name, None) for field in dataclasses.fields(Choice)}
    kept = {name: value for name, value in given.items() if value is not None}
    try:
        choice = dataclasses.replace(read_choice(data_folder()), **kept)
        if options.use is not None:
            if options.use:
                say(check_own_python(options.use).sentence)
            choice = dataclasses.replace(choice, python=options.use)
        if kept or options.use is not None:
            write_choice(data_folder(), choice)
        if options.remove:
            remove_all(say, lambda: None)
            return 0
        if options.collect:
            collect_wheels(Path(options.collect), say, source_of(choice), lambda: None)
            return 0
        if not choice.python:
            install_environment(say, renew=options.renew, source=source_of(choice))
        python = worker_python()
    except EngineError as error:
        say(str(error))
        return 1
    sys.stdout.write(f"{python}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
