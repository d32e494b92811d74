"""Write docs/parameters.md and a page for every algorithm: ``python3 write_parameter_docs.py [folder]``.

Everything is taken from where it is declared: the algorithms' own descriptions, their parameters and
the fields of their layers.
"""

from __future__ import annotations

import html
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from checkout import ROOT, load_package
from without_qgis import stand_in_for_qgis

_NOUNS = {
    "polygons": "polygon layer",
    "prompts": "vector layer",
    "polygon_prompts": "polygon layer",
    "field": "a field of that layer",
    "layer": "polygon layer",
    "layer_out": "layer to write",
    "folder_out": "folder to write",
    "raster": "raster layer or file",
    "text": "text",
}

_NEEDED = (
    *("raster", "prompts", "polygon_prompts", "layer", "file"),
    *("layer_out", "file_out", "raster_out", "folder_out"),
)
_EXAMPLES = {
    "raster": "ortho.tif",
    "prompts": "points.gpkg",
    "polygon_prompts": "old.gpkg",
    "layer_out": "result.gpkg",
    "raster_out": "result.tif",
    "folder_out": "folder",
}

_WRITTEN_BY = (
    "<!-- Written by scripts/write_parameter_docs.py from what the code declares; change it there. -->"
)

_OVERVIEW = """\
# Algorithms and their parameters

They are in the Processing Toolbox under SAM 2, in batch, in the model designer and in `qgis_process`. Every
page lists all parameters with their defaults and limits; names are those of scripts and models.
"""


def main() -> None:
    """Write the pages."""
    stand_in_for_qgis()
    load_package()
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs"
    for name, text in pages().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        sys.stdout.write(f"{path}\n")


def pages() -> dict[str, str]:
    """The text of every page by its path in docs; ``qgis`` must be importable or stood in for."""
    from sam2_toolbox.processing.provider import ALGORITHMS

    written = {f"algorithms/{algorithm.NAME}.md": _page(algorithm) for algorithm in ALGORITHMS}
    return {"parameters.md": _overview(ALGORITHMS), **written}


def _overview(algorithms: Sequence[Any]) -> str:
    lines = [_OVERVIEW]
    for group in dict.fromkeys(algorithm.GROUP for algorithm in algorithms):
        lines += [f"## {group}", ""]
        lines += [
            f"- [{one.TITLE}](algorithms/{one.NAME}.md), `sam2:{one.NAME}`: {one.SUMMARY}"
            for one in algorithms
            if group == one.GROUP
        ]
        lines.append("")
    return "\n".join([*lines, _WRITTEN_BY, ""])


def _page(algorithm: Any) -> str:
    specs = _asked(algorithm.PARAMS)
    numbers = getattr(algorithm, "NUMBERS", ())
    if "COUNT" not in dict(numbers):
        numbers = (("COUNT", "How many there are"), *numbers)
    help_text = algorithm.HELP.replace("{fields}", "<li>the <b>fields</b> listed below.</li>")
    return "\n".join(
        [
            f"# {algorithm.TITLE}",
            "",
            f"`sam2:{algorithm.NAME}`. {algorithm.SUMMARY}",
            "",
            _markdown(help_text),
            "",
            "## Parameters",
            "",
            *_parameters(specs),
            *_fields(algorithm.FIELDS),
            "## Numbers of the result",
            "",
            _table(["Number", "What it is"], [[f"`{name}`", title] for name, title in numbers]),
            "## In a terminal",
            "",
            f"    qgis_process run sam2:{algorithm.NAME} -- {_example(algorithm, specs)}",
            "",
            _WRITTEN_BY,
            "",
        ]
    )


def _markdown(text: str) -> str:
    """The few HTML tags of a help text as Markdown."""
    text = " ".join(text.split())
    for tag, mark in (("b", "**"), ("i", "*"), ("code", "`")):
        text = re.sub(f"</?{tag}>", lambda _, mark=mark: mark, text)
    text = re.sub(r" ?</?(p|ul)> ?", "\n\n", text)
    text = re.sub(r" ?<li> ?", "\n- ", text)
    text = re.sub(r" ?<h3> ?", "\n\n## ", text)
    text = re.sub(r" ?</(li|h3)> ?", "\n", text)
    text = re.sub(r"\n\n+(?=- )", "\n\n", text)
    text = re.sub(r"(\n- [^\n]*)\n+(?=\n- )", r"\1", text)
    return html.unescape(re.sub(r"\n{3,}", "\n\n", text)).strip()


def _example(algorithm: Any, specs: Sequence[Any]) -> str:
    names = {spec.name for spec in specs}
    needed = [
        spec
        for spec in specs
        if (spec.kind.value in _NEEDED and not spec.optional)
        # Masks need pixels, from one of the two.
        or (spec.name == "reference" and "pixel_size" in names)
    ]
    given = [f"{spec.name.upper()}={_example_value(spec)}" for spec in needed]
    # Objects go to a sink, which is no parameter of the job.
    if algorithm.FIELDS:
        given.append("OUTPUT=objects.gpkg")
    return " ".join(given)


def _example_value(spec: Any) -> str:
    if spec.kind.value in ("file", "file_out"):
        ending = re.search(r"\*(\.\w+)", spec.file_filter)
        return f"{'file' if spec.kind.value == 'file' else 'result'}{ending.group(1) if ending else ''}"
    if spec.kind.value == "layer":
        return "objects.gpkg" if spec.name == "input" else f"{spec.name}.gpkg"
    return _EXAMPLES[spec.kind.value]


def _asked(params: type) -> list[Any]:
    """The parameters that a user is asked for."""
    from sam2_toolbox.engine.api.parameters.paramspec import FILLED_IN, specs_of

    return [spec for spec in specs_of(params) if spec.kind not in FILLED_IN]


def _parameters(specs: Sequence[Any]) -> list[str]:
    columns = ["Parameter", "Default", "Allowed", "What it does"]
    plain = [_parameter(spec) for spec in specs if not spec.advanced]
    advanced = [_parameter(spec) for spec in specs if spec.advanced]
    return [
        *([_table(columns, plain)] if plain else []),
        *(["### Advanced", "", _table(columns, advanced)] if advanced else []),
    ]


def _fields(fields: Sequence[Any]) -> list[str]:
    rows = [[f"`{field.name}`", field.type, field.help] for field in fields]
    return ["## Fields of the result", "", _table(["Field", "Type", "What it holds"], rows)] if rows else []


def _parameter(spec: Any) -> list[str]:
    allowed = spec.allowed() if spec.kind.value in ("integer", "number", "choice", "boolean", "bands") else ""
    if spec.kind.value == "extent":
        allowed = "xmin, xmax, ymin, ymax [CRS]"
    elif not allowed:
        allowed = _NOUNS.get(spec.kind.value, "file")
    if spec.unit:
        allowed += f", in {spec.unit}"
    return [f"`{spec.name.upper()}`", _default(spec), allowed, f"**{spec.title}.** {spec.help}"]


def _default(spec: Any) -> str:
    if spec.kind.value in _NEEDED and not spec.optional:
        return "required"
    if spec.default in (None, "", ()):
        return "none"
    if isinstance(spec.default, bool):
        return str(spec.default).lower()
    return f"{spec.default:.4g}" if isinstance(spec.default, float) else str(spec.default)


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [columns, ["---"] * len(columns), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)


if __name__ == "__main__":
    main()
