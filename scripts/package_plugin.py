"""Write the plugin's zip file: ``python3 package_plugin.py PAGES ZIP [--release]``; see package.sh.

The same files always make the same bytes: names in order, one date for all, nothing compressed (the
weights, nearly all of it, hardly would be, and no two versions of zlib agree).
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

from checkout import ROOT
from package_rules import TOP, complaints, placeholders

SHIPPED = (
    *("__init__.py", "metadata.txt", "LICENSE", "CHANGELOG.md"),
    *("engine/", "plugin/", "processing/", "resources/"),
    # What the messages of the plugin tell to run
    *("scripts/checkout.py", "scripts/make_environment.py", "scripts/models.py"),
)
PAGES = "help"
_PAGE_ENDINGS = (".html", ".css", ".png")
_FOR_TRANSLATORS = ".ts"  # QGIS reads what they are compiled to
_SAME_TIME = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100644 << 16
_PATIENCE_S = 10


def main() -> int:
    """Write it, check it, and say what it is; 1 when something is wrong with it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=Path, help="the HTML pages that scripts/docs.sh has made")
    parser.add_argument("package", type=Path, help="the zip file to write")
    parser.add_argument("--release", action="store_true", help="refuse what must not be published")
    options = parser.parse_args()
    problems = _not_to_be_published() if options.release else []
    options.package.parent.mkdir(parents=True, exist_ok=True)
    write_package(shipped_files(ROOT, options.pages), options.package)
    problems += complaints(options.package)
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    if problems:
        options.package.unlink()
        return 1
    content = options.package.read_bytes()
    sys.stdout.write(
        f"{options.package}\n{len(content)} bytes, SHA-256 {hashlib.sha256(content).hexdigest()}\n"
    )
    return 0


def shipped_files(root: Path, pages: Path) -> dict[str, Path]:
    """Every file of the package: where it is, by its name inside the top folder."""
    tracked = _git(root, "ls-files", "-z").split("\0")
    found = {
        name: root / name
        for name in tracked
        if name.startswith(SHIPPED) and not name.endswith(_FOR_TRANSLATORS) and (root / name).is_file()
    }
    for page in sorted(pages.rglob("*")):
        if page.suffix in _PAGE_ENDINGS:
            found[f"{PAGES}/{page.relative_to(pages).as_posix()}"] = page
    return found


def write_package(files: dict[str, Path], package: Path) -> None:
    """The zip file of ``files``; it appears whole or not at all."""
    unfinished = package.with_name(package.name + ".part")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            info = zipfile.ZipInfo(f"{TOP}/{name}", _SAME_TIME)
            info.create_system = 3  # permissions are those of Unix, wherever it is made
            info.external_attr = _PLAIN_FILE
            archive.writestr(info, files[name].read_bytes())
    unfinished.replace(package)


def _not_to_be_published() -> list[str]:
    """What may be in a package to try, but not in one to publish."""
    metadata = (ROOT / "metadata.txt").read_text(encoding="utf-8")
    problems = placeholders(metadata)
    if _git(ROOT, "status", "--porcelain", "--untracked-files=no"):
        problems.append("The checkout has changes that are not committed.")
    if not (ROOT / "resources" / "models" / "sam2_pico.pt").is_file():
        problems.append("The bundled model has no weights: resources/models/sam2_pico.pt is missing.")
    return problems or _unreachable(metadata)


def _unreachable(metadata: str) -> list[str]:
    """The pages metadata.txt names that do not answer; the site asks for them too."""
    problems = []
    for line in metadata.splitlines():
        key, _, address = line.partition("=")
        if key in ("tracker", "repository", "homepage"):
            try:
                request = Request(address, method="HEAD")
                urlopen(request, timeout=_PATIENCE_S).close()
            except (URLError, ValueError, OSError) as error:
                problems.append(f"The {key}, {address}, does not answer: {error}.")
    return problems


def _git(root: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    sys.exit(main())
