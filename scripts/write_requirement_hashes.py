"""Write resources/requirements-worker.hashes: ``python3 write_requirement_hashes.py UV``.

UV is the program uv; it asks the package index for the SHA-256 of every file of every pinned release.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from checkout import load_package

# Pins differ between these two Pythons; the files of a release are the same for all.
_PYTHONS = ("3.10", "3.13")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def main() -> None:
    """Ask for each Python, and write all that was found."""
    load_package()
    from sam2_toolbox.engine.api.installation.pins import HASHES, TOOLS, read_pins

    pins = [line.partition(";")[0].strip() for lines in read_pins().values() for line in lines]
    found: dict[str, set[str]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for pin in sorted({*pins, *TOOLS}, key=str.lower):
            wanted = Path(folder) / "wanted.txt"
            wanted.write_text(pin + "\n", encoding="utf-8")
            for python in _PYTHONS:
                answer = _ask(sys.argv[1], wanted, python)
                if answer:
                    found[pin] = answer
                    break
            else:
                raise SystemExit(f"uv knows no files of {pin}")
    lines = [
        "# SHA-256 of the files of every pinned release. Written by scripts/write_requirement_hashes.py."
    ]
    for pin, sums in found.items():
        lines += [pin, *(f"    {sum_}" for sum_ in sorted(sums))]
    HASHES.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _ask(uv: str, wanted: Path, python: str) -> set[str]:
    command = [uv, "pip", "compile", "--no-config", "--no-deps", "--generate-hashes", "--no-header"]
    command += ["--python-version", python, str(wanted)]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    return set(_HASH.findall(answer.stdout)) if answer.returncode == 0 else set()


if __name__ == "__main__":
    main()
