"""What a raster layer's own style shows as black and white, in the words of STRETCH values."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import (
    QgsContrastEnhancement,
    QgsMultiBandColorRenderer,
    QgsRasterLayer,
    QgsRasterRenderer,
    QgsSingleBandGrayRenderer,
)

Params = dict[str, Any]

_BYTES = (0.0, 255.0)


def shown_values(layer: QgsRasterLayer, bands: tuple[int, ...]) -> Params:
    """``bands``, ``stretch`` and ``stretch_values`` that show the model what the layer shows.

    ``bands`` are the user's choice, () for those of the style. Where the style does not say what is black
    and white in them, as palettes and pseudo-colours do not, STRETCH is auto.
    """
    ranges = _ranges(layer)
    chosen = bands or tuple(ranges)
    if not chosen or any(ranges.get(band) is None for band in chosen):
        return {"bands": list(bands), "stretch": "auto"}
    text = ", ".join("{:.17g}:{:.17g}".format(*ranges[band]) for band in chosen)
    return {"bands": list(chosen), "stretch": "values", "stretch_values": text}


def _ranges(layer: QgsRasterLayer) -> dict[int, Optional[tuple[float, float]]]:
    """Lowest and highest value by band, in the order red, green, blue; None where it is not known."""
    return {band: _range(layer, band, contrast) for band, contrast in _contrasts(layer.renderer())}


def _contrasts(
    renderer: Optional[QgsRasterRenderer],
) -> list[tuple[int, Optional[QgsContrastEnhancement]]]:
    if isinstance(renderer, QgsMultiBandColorRenderer):
        return [
            (renderer.redBand(), renderer.redContrastEnhancement()),
            (renderer.greenBand(), renderer.greenContrastEnhancement()),
            (renderer.blueBand(), renderer.blueContrastEnhancement()),
        ]
    if isinstance(renderer, QgsSingleBandGrayRenderer):
        return [(renderer.grayBand(), renderer.contrastEnhancement())]
    return []


def _range(
    layer: QgsRasterLayer, band: int, contrast: Optional[QgsContrastEnhancement]
) -> Optional[tuple[float, float]]:
    none = QgsContrastEnhancement.ContrastEnhancementAlgorithm.NoEnhancement
    if contrast is None or contrast.contrastEnhancementAlgorithm() == none:
        # Shown as they are, which only bytes can be.
        return _BYTES if band > 0 and layer.dataProvider().dataTypeSize(band) == 1 else None
    low, high = contrast.minimumValue(), contrast.maximumValue()
    return (low, high) if low < high else None
