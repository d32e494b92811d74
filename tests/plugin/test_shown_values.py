"""The model is shown what the layer's style shows, and anew when the style changes."""

import dataclasses

import pytest

pytest.importorskip("qgis", reason="the QGIS side runs under the system's Python")
from osgeo import gdal
from qgis.core import (
    QgsContrastEnhancement,
    QgsMultiBandColorRenderer,
    QgsRasterLayer,
    QgsRectangle,
    QgsSingleBandGrayRenderer,
    QgsSingleBandPseudoColorRenderer,
)
from sam2_toolbox.plugin.canvas_settings import BY_STYLE, canvas_specs
from sam2_toolbox.plugin.shown_values import shown_values

STRETCHED = QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum


@pytest.fixture
def layer(tmp_path):
    """Four bands of 16 bits."""
    path = str(tmp_path / "four.tif")
    gdal.GetDriverByName("GTiff").Create(path, 8, 8, 4, gdal.GDT_UInt16).FlushCache()
    return QgsRasterLayer(path, "four")


def contrast(layer, band, low, high, algorithm=STRETCHED):
    enhancement = QgsContrastEnhancement(layer.dataProvider().dataType(band))
    enhancement.setMinimumValue(low)
    enhancement.setMaximumValue(high)
    enhancement.setContrastEnhancementAlgorithm(algorithm)
    return enhancement


def show_colours(layer, bands=(4, 2, 1)):
    renderer = QgsMultiBandColorRenderer(layer.dataProvider(), *bands)
    renderer.setRedContrastEnhancement(contrast(layer, bands[0], 100, 3000.5))
    renderer.setGreenContrastEnhancement(contrast(layer, bands[1], 200, 2000))
    renderer.setBlueContrastEnhancement(contrast(layer, bands[2], 0, 1000))
    layer.setRenderer(renderer)


def test_colours_with_their_bands_and_ranges(layer):
    show_colours(layer)
    assert shown_values(layer, ()) == {
        "bands": [4, 2, 1], "stretch": "values", "stretch_values": "100:3000.5, 200:2000, 0:1000",
    }  # fmt: skip


def test_bands_of_the_user_with_the_ranges_of_the_style(layer):
    show_colours(layer)
    assert shown_values(layer, (1,)) == {"bands": [1], "stretch": "values", "stretch_values": "0:1000"}


def test_a_band_the_style_does_not_show_has_no_range(layer):
    show_colours(layer)
    assert shown_values(layer, (1, 2, 3)) == {"bands": [1, 2, 3], "stretch": "auto"}


def test_one_band_in_grey(layer):
    renderer = QgsSingleBandGrayRenderer(layer.dataProvider(), 3)
    renderer.setContrastEnhancement(contrast(layer, 3, 5, 6))
    layer.setRenderer(renderer)
    assert shown_values(layer, ()) == {"bands": [3], "stretch": "values", "stretch_values": "5:6"}


def test_words_without_a_stretch_are_left_to_auto(layer):
    renderer = QgsSingleBandGrayRenderer(layer.dataProvider(), 3)
    none = QgsContrastEnhancement.ContrastEnhancementAlgorithm.NoEnhancement
    renderer.setContrastEnhancement(contrast(layer, 3, 5, 6, none))
    layer.setRenderer(renderer)
    assert shown_values(layer, ()) == {"bands": [], "stretch": "auto"}


def test_bytes_without_a_stretch_are_shown_as_they_are(raster):
    raster.setRenderer(QgsSingleBandGrayRenderer(raster.dataProvider(), 1))
    assert shown_values(raster, ())["stretch_values"] == "0:255"


def test_pseudo_colours_are_left_to_auto(layer):
    layer.setRenderer(QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1))
    assert shown_values(layer, ()) == {"bands": [], "stretch": "auto"}


def test_the_dock_offers_the_style_instead_of_typed_values():
    choices = canvas_specs()["stretch"].choices
    assert BY_STYLE in choices
    assert "values" not in choices


def test_a_new_style_is_seen_anew(session, worker, raster, until):
    session.set_settings(dataclasses.replace(session.settings, stretch=BY_STYLE))
    session.activate()
    until(lambda: len(worker.asked("canvas_encode")) == 1)
    assert worker.asked("canvas_encode")[0]["params"]["stretch"] == "values"
    renderer = QgsSingleBandGrayRenderer(raster.dataProvider(), 1)
    renderer.setContrastEnhancement(contrast(raster, 1, 17, 99))
    raster.setRenderer(renderer)
    until(lambda: len(worker.asked("canvas_encode")) == 2)
    asked = worker.asked("canvas_encode")[1]["params"]
    assert (asked["bands"], asked["stretch_values"]) == ([1], "17:99")


def test_without_it_a_new_style_changes_nothing(session, worker, raster, until):
    session.activate()
    until(lambda: len(worker.asked("canvas_encode")) == 1)
    session.set_settings(dataclasses.replace(session.settings, outline="smooth"))
    raster.setRenderer(QgsSingleBandGrayRenderer(raster.dataProvider(), 1))
    session.set_view(QgsRectangle(500001, 5499900, 500101, 5500000), session.crs, 400)
    until(lambda: len(worker.asked("canvas_encode")) == 2)
    assert [asked["params"]["stretch"] for asked in worker.asked("canvas_encode")] == ["auto", "auto"]
    assert "stretch_values" not in worker.asked("canvas_encode")[1]["params"]
