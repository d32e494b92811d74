"""What the plugin site refuses or its reviewers ask for, read from a zip file."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from configparser import ConfigParser
from configparser import Error as ConfigError
from pathlib import Path

LARGEST = 25_000_000
TOP = "sam2_toolbox"

_FILES = ("__init__.py", "metadata.txt", "LICENSE")
_KEYS = (
    *("name", "description", "version", "qgisMinimumVersion", "author", "email", "about"),
    *("tracker", "repository", "homepage", "icon", "changelog", "tags", "category"),
)
_REFUSED_PARTS = ("..", "__pycache__", ".git", "__MACOSX")
_PROGRAMS = (".so", ".dll", ".dylib", ".pyd", ".exe", ".bat", ".cmd", ".sh", ".ps1", ".pyc")
_NOT_FOR_USERS = ("tests", "training", "benchmarks", "dist", "demo")
_PLACEHOLDERS = ("example.org", "example.com", "example.net")
_VERSION = re.compile(r"\d+\.\d+(\.\d+)?")


def complaints(package: Path) -> list[str]:
    """What is wrong with a package, a sentence each; none for one that may be uploaded."""
    found = []
    if package.stat().st_size > LARGEST:
        found.append(f"The package has {package.stat().st_size} bytes; the site takes {LARGEST}.")
    try:
        archive = zipfile.ZipFile(package)
    except zipfile.BadZipFile:
        return [*found, "The package is no zip file."]
    with archive:
        found += _about_names(archive)
        names = archive.namelist()
        found += [f"{file} is missing." for file in _FILES if f"{TOP}/{file}" not in names]
        if f"{TOP}/metadata.txt" in names:
            found += _about_metadata(archive.read(f"{TOP}/metadata.txt"), names)
    return found


def placeholders(metadata: str) -> list[str]:
    """The keys of metadata.txt that still name nobody, a sentence each."""
    general = _general(metadata)
    return [
        f"{key} is {value}, which is nobody's. Write the real one into metadata.txt."
        for key, value in general.items()
        if key in ("email", "tracker", "repository", "homepage")
        and any(placeholder in value for placeholder in _PLACEHOLDERS)
    ]


def _about_names(archive: zipfile.ZipFile) -> Iterator[str]:
    names = archive.namelist()
    if len(set(names)) < len(names):
        yield "A name is there twice."
    for info in archive.infolist():
        name, parts = info.filename, info.filename.split("/")
        # ZipFile shows a backslash as what it stands for; the site sees what is written.
        if "\\" in info.orig_filename or name.startswith("/") or ":" in name:
            yield f"{name} is no relative path with slashes."
        elif parts[0] != TOP or len(parts) < 2:
            yield f"{name} lies outside the folder {TOP}."
        elif any(part in _REFUSED_PARTS for part in parts) or any(part.startswith(".") for part in parts):
            yield f"{name} is hidden, a cache or out of bounds."
        elif name.lower().endswith(_PROGRAMS):
            yield f"{name} is a program or compiled."
        elif parts[1] in _NOT_FOR_USERS:
            yield f"{name} is not for users."
        elif name.endswith(".py") and (info.external_attr >> 16) & 0o111:
            yield f"{name} is marked as a program."


def _general(metadata: str) -> dict[str, str]:
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(metadata)
    return dict(parser["general"])


def _about_metadata(content: bytes, names: list[str]) -> Iterator[str]:
    try:
        general = _general(content.decode("utf-8"))
    except (UnicodeDecodeError, ConfigError, KeyError) as error:
        yield f"metadata.txt is not UTF-8 with a section [general]: {error}."
        return
    absent = [key for key in _KEYS if not general.get(key, "").strip()]
    if absent:
        yield f"metadata.txt has no {', '.join(absent)}."
        return
    if "/" in general["author"]:
        yield "The author has a slash."
    if "plugin" in general["name"].lower() or "plugin" in TOP:
        yield "The name says that it is a plugin, which is known."
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", general["email"]):
        yield f"The email is {general['email']}."
    for key in ("tracker", "repository", "homepage"):
        if not re.fullmatch(r"https?://[^\s/]+\.[^\s/]+(/\S*)?", general[key]):
            yield f"The {key} is {general[key]}, no address of a web page."
    versions = [general["qgisMinimumVersion"], general.get("qgisMaximumVersion", "3.99")]
    if not all(_VERSION.fullmatch(version) for version in versions):
        yield f"The versions of QGIS are {' and '.join(versions)}."
    elif [int(part) for part in versions[0].split(".")] > [int(part) for part in versions[1].split(".")]:
        yield "The least version of QGIS is above the last."
    if "supportsQt6" in general:
        yield "supportsQt6 is not used any more; qgisMaximumVersion says it."
    if general.get("hasProcessingProvider") != "yes":
        yield "hasProcessingProvider is not yes: qgis_process would not find the algorithms."
    if "External dependencies" not in general["about"]:
        yield "The text about the plugin does not state its external dependencies."
    if f"{TOP}/{general['icon']}" not in names:
        yield f"The icon {general['icon']} is not in the package."
    if not general["changelog"].strip().startswith(general["version"]):
        yield f"The changelog does not begin with version {general['version']}."
