"""A program that plays a Python with pip for ``test_killed_installations``: it makes environments whose
Python is this program again, installs by writing files bit by bit, and checks that all of them are there.

    fake_python.py --as PROGRAM ARGUMENT...
"""

import json
import sys
import time
from pathlib import Path

STEP_S = 0.002
FILES = 20

_, _, program, *arguments = sys.argv
packages = Path(program).parent.parent / "packages"


def install(name):
    """Half made for a while, as with the real one."""
    folder = packages / name
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(FILES):
        (folder / str(number)).write_text(name)
        time.sleep(STEP_S)


if arguments[:2] == ["-m", "venv"]:
    made = Path(arguments[2]) / "bin" / "python"
    made.parent.mkdir(parents=True)
    time.sleep(STEP_S)
    made.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{__file__}" --as "$0" "$@"\n')
    made.chmod(0o755)
elif "--report" in arguments:
    json.dump({"install": [{"metadata": {"version": "2.13.0+cpu"}}]}, sys.stdout)
elif "install" in arguments:
    install(f"{len(list(packages.glob('*')))}")
elif arguments[-1] == "engine.environment_check":
    names = sorted(folder.name for folder in packages.iterdir())
    whole = all(len(list((packages / name).iterdir())) == FILES for name in names)
    if names != ["0", "1", "2", "3"] or not whole:
        raise SystemExit(f"half made: {names}")
    json.dump({"python": "3.11.2", "versions": {"torch": "2.13.0+cpu"}, "cuda": False}, sys.stdout)
