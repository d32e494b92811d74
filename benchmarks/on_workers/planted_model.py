"""A ``LoadSegmenter`` for benchmarks: seeded weights that answer with objects, on a worker or here.

Imported by its bare name. It takes our code from the checkout, as package ``sam2_toolbox``, also on
the workers of a cluster; there it is the code that was sent, under another name.
"""

import runpy
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent


def load_planted(params: Any, report: Any) -> tuple[Any, Any]:
    """The model that MODEL or CHECKPOINT names, answering as tests/engine/planted_objects.py says."""
    runpy.run_path(str(ROOT / "tests" / "conftest.py"))
    from sam2_toolbox.engine.generator.automatic import AutomaticSegmenter
    from sam2_toolbox.engine.jobs import load_sam2
    from sam2_toolbox.tests.engine.planted_objects import PlantedDecoder

    loaded, _ = load_sam2(params, report)
    with_logits = params.outline == "smooth"
    return loaded, AutomaticSegmenter(loaded, params, with_logits, report, PlantedDecoder(loaded.model))
