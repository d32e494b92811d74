"""The provider ``sam2``: our algorithms, and the example models made of them."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingModelAlgorithm, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..engine.api.help_pages import EXAMPLE_MODELS, help_url
from .automatic_masks import AutomaticMasks
from .encode import Encode
from .evaluate import Evaluate
from .export_coco import ExportCoco
from .export_flat_masks import ExportFlatMasks
from .export_mask_raster import ExportMaskRaster
from .export_npz import ExportNpz
from .extract_objects import ExtractObjects
from .import_coco import ImportCoco
from .import_flat_masks import ImportFlatMasks
from .import_npz import ImportNpz
from .job_algorithm import ICON
from .object_statistics import ObjectStatistics
from .overlapping_objects import OverlappingObjects
from .prompt_segment import PromptSegment
from .refine_polygons import RefinePolygons
from .remove_objects import RemoveObjects

ALGORITHMS = (
    AutomaticMasks,
    PromptSegment,
    RefinePolygons,
    Encode,
    ExportNpz,
    ImportNpz,
    ExportCoco,
    ImportCoco,
    ExportFlatMasks,
    ImportFlatMasks,
    ExportMaskRaster,
    Evaluate,
    OverlappingObjects,
    ObjectStatistics,
    ExtractObjects,
    RemoveObjects,
)
MODELS_FOLDER = Path(__file__).resolve().parent.parent / "resources" / "models3"


class Sam2Provider(QgsProcessingProvider):
    """Algorithms of SAM 2 Toolbox."""

    def id(self) -> str:
        """Stable; algorithm ids begin with it."""
        return "sam2"

    def name(self) -> str:
        """Shown in the toolbox."""
        return "SAM 2"

    def longName(self) -> str:  # noqa: N802
        """Shown in lists of providers."""
        return "SAM 2 Toolbox"

    def icon(self) -> QIcon:
        """The plugin's icon."""
        return QIcon(ICON)

    def svgIconPath(self) -> str:  # noqa: N802
        """The plugin's icon."""
        return ICON

    def supportsNonFileBasedOutput(self) -> bool:  # noqa: N802
        """Objects go through a feature sink: memory layers and databases work."""
        return True

    def defaultVectorFileExtension(self, hasGeometry: bool = True) -> str:  # noqa: N802, N803
        """A GeoPackage keeps long field names, booleans and the provenance."""
        return "gpkg"

    def defaultRasterFileExtension(self) -> str:  # noqa: N802
        """The format the worker writes."""
        return "tif"

    def supportedOutputRasterLayerExtensions(self) -> list[str]:  # noqa: N802
        """The only format the worker writes."""
        return ["tif", "tiff"]

    def loadAlgorithms(self) -> None:  # noqa: N802
        """Called by QGIS, and again by ``refreshAlgorithms``.

        The example models can only be read when this provider's own algorithms are registered:
        they come with the first refresh after the provider has been added.
        """
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
        for path in sorted(MODELS_FOLDER.glob("*.model3")):
            model = QgsProcessingModelAlgorithm()
            if model.fromFile(str(path)):
                model.setSourceFilePath(str(path))
                model.setHelpContent({**model.helpContent(), "HELP_URL": help_url(EXAMPLE_MODELS)})
                self.addAlgorithm(model)
