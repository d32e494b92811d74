"""Write docs/parameters.md from where the parameters are declared: ``python3 write_parameter_docs.py``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

from checkout import ROOT, load_package

PAGE = ROOT / "docs" / "parameters.md"

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

_OPENING = """\
# Parameters

Written by scripts/write_parameter_docs.py from the params modules in engine/api; change it there.
"""


def main() -> None:
    """Write the page."""
    load_package()
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"{PAGE}\n")


def page() -> str:
    """The whole page; package ``sam2_toolbox`` must be loaded."""
    from sam2_toolbox.engine.api.canvas_params import EncodeParams
    from sam2_toolbox.engine.api.features import FIELDS, PROMPT_FIELDS, REFINED_FIELDS
    from sam2_toolbox.engine.api.params import AutomaticMasksParams
    from sam2_toolbox.engine.api.prompt_params import PromptSegmentParams, RefinePolygonsParams

    everything = _asked(AutomaticMasksParams)
    return "\n".join(
        [
            _OPENING,
            "## sam2:automaticmasks",
            "",
            "The polygons go to `OUTPUT`, in any vector format QGIS writes; `COUNT` is their number.",
            "",
            *_parameters(everything),
            *_fields("Fields of the output layer", FIELDS),
            "## sam2:promptsegment",
            "",
            "One polygon for each object that a layer points at, with the attributes of what pointed at it.",
            "",
            *_parameters_beside(everything, _asked(PromptSegmentParams)),
            *_fields("Fields added to those of the prompts", PROMPT_FIELDS),
            "## sam2:refinepolygons",
            "",
            "Old polygons drawn again on a new image, and what has become of each.",
            "",
            *_parameters_beside(everything, _asked(RefinePolygonsParams)),
            *_fields("Fields added to those of the polygons", REFINED_FIELDS),
            "## sam2:encode",
            "",
            "A raster prepared for clicks. There is no layer: `COUNT` is the number of windows, "
            "`ALREADY_THERE` how many of them were there before, `SIZE_MB` what all of them take on disk.",
            "",
            *_parameters_beside(everything, _asked(EncodeParams)),
            *_others(),
        ]
    )


def _others() -> list[str]:
    """The algorithms that do not run the model."""
    from sam2_toolbox.engine.api import format_params, object_tool_params

    algorithms = (
        ("exportnpz", format_params.ExportNpzParams, "Polygons as masks for NumPy."),
        ("importnpz", format_params.ImportNpzParams, "Masks of NumPy as polygons."),
        ("exportcoco", format_params.ExportCocoParams, "Polygons as COCO or SA-Co annotations."),
        ("importcoco", format_params.ImportCocoParams, "COCO or SA-Co annotations as polygons."),
        ("exportmaskraster", format_params.ExportMaskRasterParams, "Polygons as a raster of numbers."),
        ("evaluate", format_params.EvaluateParams, "A prediction judged by a reference."),
        ("overlappingobjects", object_tool_params.OverlappingObjectsParams, "Pairs that share area."),
        ("objectstatistics", object_tool_params.ObjectStatisticsParams, "What lies under every object."),
        ("extractobjects", object_tool_params.ExtractObjectsParams, "A picture of every object."),
        ("removeobjects", object_tool_params.RemoveObjectsParams, "A raster without the objects."),
    )
    lines = []
    for name, params, sentence in algorithms:
        lines += [f"## sam2:{name}", "", sentence, "", *_parameters(_asked(params))]
    return lines


def _asked(params: type) -> list[Any]:
    """The parameters that a user is asked for."""
    from sam2_toolbox.engine.api.paramspec import FILLED_IN, specs_of

    return [spec for spec in specs_of(params) if spec.kind not in FILLED_IN]


def _parameters(specs: Sequence[Any]) -> list[str]:
    columns = ["Parameter", "Default", "Allowed", "What it does"]
    plain = [_parameter(spec) for spec in specs if not spec.advanced]
    advanced = [_parameter(spec) for spec in specs if spec.advanced]
    return [
        *([_table(columns, plain)] if plain else []),
        *(["### Advanced", "", _table(columns, advanced)] if advanced else []),
    ]


def _parameters_beside(known: Sequence[Any], specs: Sequence[Any]) -> list[str]:
    """Those that are not known yet in full, the others by name."""
    names = ", ".join(f"`{spec.name.upper()}`" for spec in specs if spec in known)
    return [*_parameters([spec for spec in specs if spec not in known]), f"As above: {names}.", ""]


def _fields(title: str, fields: Sequence[Any]) -> list[str]:
    rows = [[f"`{field.name}`", field.type, field.help] for field in fields]
    return [f"### {title}", "", _table(["Field", "Type", "What it holds"], rows)]


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
