"""Write docs/parameters.md from where the parameters are declared: ``python3 write_parameter_docs.py``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

from checkout import ROOT, load_package

PAGE = ROOT / "docs" / "parameters.md"

_NOUNS = {"polygons": "polygon layer", "raster": "raster layer or file", "text": "text"}

_OPENING = """\
# Parameters

Written by scripts/write_parameter_docs.py from engine/api/params.py; change it there.
"""


def main() -> None:
    """Write the page."""
    load_package()
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"{PAGE}\n")


def page() -> str:
    """The whole page; package ``sam2_toolbox`` must be loaded."""
    from sam2_toolbox.engine.api.features import FIELDS
    from sam2_toolbox.engine.api.params import AutomaticMasksParams
    from sam2_toolbox.engine.api.paramspec import FILLED_IN, specs_of

    specs = [spec for spec in specs_of(AutomaticMasksParams) if spec.kind not in FILLED_IN]
    plain = [_parameter(spec) for spec in specs if not spec.advanced]
    advanced = [_parameter(spec) for spec in specs if spec.advanced]
    columns = ["Parameter", "Default", "Allowed", "What it does"]
    return "\n".join(
        [
            _OPENING,
            "## sam2:automaticmasks",
            "",
            "The polygons go to `OUTPUT`, in any vector format QGIS writes; `COUNT` is their number.",
            "",
            _table(columns, plain),
            "### Advanced",
            "",
            _table(columns, advanced),
            "## Fields of the output layer",
            "",
            _table(["Field", "Type", "What it holds"], [[f"`{f.name}`", f.type, f.help] for f in FIELDS]),
        ]
    )


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
    if spec.kind.value == "raster":
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
