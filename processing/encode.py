"""sam2:encode: what the model sees of a raster is prepared, so that every later click is answered at once."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
)

from ..engine.api.errors import EngineError
from ..engine.api.parameters.canvas_params import EncodeParams
from ..engine.api.parameters.paramspec import FILLED_IN
from .job_algorithm import in_words
from .parameters import Values, definition_of
from .translation import tr
from .worker_algorithm import WorkerAlgorithm

_HELP = """
<p>Before SAM 2 can answer a click it has to look at the ground around it, which takes from a part of a
second to twenty, by model and computer. This does the looking ahead, for a whole raster or an extent:
afterwards every click on the map is answered at once, also after QGIS was closed.</p>
<h3>What it takes</h3>
<p>2 MB on the disk for each window of 512 x 512 pixels with the bundled model, 17 MB for each of
1024 x 1024 with Meta's. If that is more than there is room for, nothing is done, and the message says how
much room would do. What was not used for longest makes room for what is new.</p>
<p>A run that is cancelled keeps what it has done, and a second run does only the rest. What is kept belongs
to the raster as it is now, to its bands and stretch and to the model: choose the same ones when you
click.</p>
<h3>The result</h3>
<p>There is no layer. COUNT is the number of windows, ALREADY_THERE how many of them were there before,
SIZE_MB what all of them take.</p>
"""


class Encode(WorkerAlgorithm):
    """Fill the cache of encoded windows for a raster or an extent."""

    JOB = "encode"
    PARAMS = EncodeParams
    NAME = "encode"
    TITLE = "Prepare a raster for clicks (encode)"
    SUMMARY = "Lets SAM 2 look at a raster ahead, so that clicks on it are answered at once."
    TAGS = ("encode", "embedding", "cache", "prepare", "prompt", "click", "precompute")
    HELP = _HELP
    NUMBERS = (
        ("COUNT", "Number of windows"),
        ("ALREADY_THERE", "Windows that were there before"),
        ("SIZE_MB", "Size of all windows [MB]"),
    )

    def initAlgorithm(self, configuration: Any = None) -> None:  # noqa: N802
        """Declare the parameters of ``PARAMS`` and the numbers of the result."""
        for spec in self._specs():
            if spec.kind not in FILLED_IN:
                self.addParameter(definition_of(spec))
        for name, title in self.NUMBERS:
            self.addOutput(QgsProcessingOutputNumber(name, tr(title)))

    def processAlgorithm(  # noqa: N802
        self, parameters: Values, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Values:
        """Run the job in the worker."""
        self._values.update(self._polygons(parameters, context, feedback))
        try:
            result = self.run_job(self._values, feedback)
        except EngineError as error:
            raise in_words(error, feedback) from error
        return {name: result[name.lower()] for name, _ in self.NUMBERS}

    def postProcessAlgorithm(  # noqa: N802
        self, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Values:
        """Nothing is left to do: there is no layer."""
        return {}
