"""Bring resources/i18n up to date: ``python3 update_translations.py [--compile]``.

Gathers every text that is shown: what parameters, fields and algorithms say of themselves, the literals
given to ``tr`` in plugin/ and processing/, and the sentences of the engine, whose shapes go to sentences.txt
as well. Texts that are new come in untranslated, texts that are gone go. ``--compile`` also makes the .qm
files, with Qt's lrelease.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from checkout import ROOT, load_package
from sentences_of_code import sentences
from without_qgis import stand_in_for_qgis

FOLDER = ROOT / "resources" / "i18n"
LANGUAGES = ("de", "fr")
CONTEXT = "sam2_toolbox"
_HEADER = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


def main() -> None:
    """Write the .ts files."""
    stand_in_for_qgis()
    load_package()
    texts = list(dict.fromkeys(gather()))
    for language in LANGUAGES:
        path = FOLDER / f"sam2_toolbox_{language}.ts"
        known = read(path)
        write(path, language, {text: known.get(text, "") for text in texts})
        done = sum(bool(known.get(text)) for text in texts)
        sys.stdout.write(f"{path}: {done} of {len(texts)} texts translated\n")
        if "--compile" in sys.argv:
            subprocess.run(["lrelease", "-silent", str(path)], check=True)
    shapes = sorted(text for text in texts if is_shape(text))
    (FOLDER / "sentences.txt").write_text("".join(f"{shape}\n" for shape in shapes), encoding="utf-8")


def is_shape(text: str) -> bool:
    """Whether something is filled in where the text is recognised, not where it is translated."""
    return "{1}" in text


def gather() -> Iterator[str]:
    """Every text, in the order of the code; some more than once."""
    from sam2_toolbox.engine.api.model_files import State
    from sam2_toolbox.engine.api.models import MODELS
    from sam2_toolbox.engine.api.parameters.paramspec import FILLED_IN, specs_of
    from sam2_toolbox.engine.api.settings import Settings
    from sam2_toolbox.plugin import (
        acceptance,
        keys,
        keys_panel,
        models_panel,
        options_page,
        settings_panel,
        states,
    )
    from sam2_toolbox.plugin.canvas_settings import CanvasSettings
    from sam2_toolbox.processing.provider import ALGORITHMS

    for algorithm in ALGORITHMS:
        yield from (algorithm.TITLE, algorithm.GROUP, algorithm.SUMMARY, one_line(algorithm.HELP))
        yield from (title for _, title in getattr(algorithm, "NUMBERS", ()))
        yield from (field.help for field in algorithm.FIELDS)
    shown = [*(algorithm.PARAMS for algorithm in ALGORITHMS), Settings, CanvasSettings]
    for spec in (spec for params in shown for spec in specs_of(params)):
        if spec.kind not in FILLED_IN:
            yield from (text for text in (spec.title, spec.help, spec.unit, spec.file_filter) if text)
    yield from (thing.sentence for thing in vars(states).values() if isinstance(thing, states.Status))
    yield from (way.value for way in states.Way if way.value)
    for line in keys.LEGEND:
        yield from (line.keys, line.meaning)
    yield from keys_panel._TITLES.values()
    yield from models_panel._COLUMNS
    yield from acceptance._COMMANDS.values()
    yield from (state.value for state in State)
    yield from (entry.title for entry in MODELS if entry.bundled)
    yield from (title for title, _ in settings_panel._GROUPS)
    yield from (options_page.ENVIRONMENT, options_page.MODELS, options_page.SETTINGS)
    for side in ("processing", "plugin"):
        for path in sorted((ROOT / side).glob("*.py")):
            yield from literals(path.read_text(encoding="utf-8"))
    yield from sentences([ROOT / side for side in ("plugin", "processing", "engine")])


def literals(source: str) -> Iterator[str]:
    """The texts given to ``tr`` as they stand."""
    for node in ast.walk(ast.parse(source)):
        is_call = isinstance(node, ast.Call) and ast.unparse(node.func) == "tr"
        if is_call and isinstance(node.args[0], ast.Constant):
            yield node.args[0].value


def one_line(text: str) -> str:
    """A help text as it is given to ``tr``."""
    return " ".join(text.split())


def read(path: Path) -> dict[str, str]:
    """The translations of a .ts file by their texts; none of a file that is not there."""
    if not path.exists():
        return {}
    messages = ET.parse(path).getroot().iter("message")
    return {message.findtext("source", ""): message.findtext("translation", "") for message in messages}


def write(path: Path, language: str, translations: dict[str, str]) -> None:
    """A .ts file, as Qt Linguist reads and writes it."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for text, translation in translations.items():
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = text
        there = ET.SubElement(message, "translation", {} if translation else {"type": "unfinished"})
        there.text = translation or None
    ET.indent(root, " ")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_HEADER + ET.tostring(root, encoding="unicode") + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
