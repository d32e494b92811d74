"""QGIS with our provider, a small raster, and a fake worker."""

import importlib.util
import json
import sqlite3
import sys
from pathlib import Path

import pytest

if importlib.util.find_spec("qgis") is None:  # the worker's Python
    collect_ignore_glob = ["test_*.py"]
else:
    from osgeo import gdal, osr
    from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback, QgsVectorLayer
    from sam2_toolbox.engine.api import environment
    from sam2_toolbox.processing.provider import Sam2Provider
    from sam2_toolbox.tests.help_browser import browser  # noqa: F401 - a fixture

    gdal.UseExceptions()
    # Or a raster opened by a relative path gets its .aux.xml wherever the tests are when it closes.
    gdal.SetConfigOption("GDAL_PAM_ENABLED", "NO")

FAKE_WORKER = Path(__file__).with_name("fake_worker.py")


@pytest.fixture
def feedback():
    """Remembers what was said."""

    class Feedback(QgsProcessingFeedback):
        def __init__(self):
            super().__init__(False)
            self.warnings, self.debugs = [], []

        def pushWarning(self, warning):  # noqa: N802
            self.warnings.append(warning)

        def pushDebugInfo(self, info):  # noqa: N802
            self.debugs.append(info)

    return Feedback()


@pytest.fixture
def context():
    return QgsProcessingContext()


@pytest.fixture
def provider(qgis_processing):
    provider = Sam2Provider()
    QgsApplication.processingRegistry().addProvider(provider)
    provider.refreshAlgorithms()
    yield provider
    QgsApplication.processingRegistry().removeProvider(provider)


@pytest.fixture
def algorithm(provider):
    return provider.algorithm("automaticmasks").create()


@pytest.fixture
def fake_worker(monkeypatch):
    """Call it with options of fake_worker.py; runs started afterwards use them."""

    def use(**options):
        command = [sys.executable, "-s", "-u", str(FAKE_WORKER), json.dumps(options)]
        monkeypatch.setattr(environment, "worker_command", lambda: command)

    use(origin=[500010.0, 4999000.0])
    return use


@pytest.fixture
def run(provider, fake_worker):
    """Run the algorithm as a script does; returns its results."""
    from qgis import processing

    def start(raster, output="TEMPORARY_OUTPUT", feedback=None, **parameters):
        parameters = {"INPUT": raster, "OUTPUT": str(output), **parameters}
        return processing.run("sam2:automaticmasks", parameters, feedback=feedback)

    return start


@pytest.fixture
def without_window(qgis_processing, monkeypatch):
    """Results are loaded as where there is no layer tree: pytest-qgis's is a mock QGIS 3.44 refuses."""
    from processing.gui import Postprocessing

    monkeypatch.setattr(Postprocessing, "iface", None, raising=False)


def open_written(path):
    layer = QgsVectorLayer(str(path), "result", "ogr")
    assert layer.isValid()
    return layer


@pytest.fixture
def written():
    """Opens a written layer."""
    return open_written


def read_provenance(layer):
    lines = [line for line in layer.metadata().history() if line.startswith("provenance: ")]
    return json.loads(lines[0].partition(" ")[2])


@pytest.fixture
def provenance_of():
    """The JSON in a layer's history."""
    return read_provenance


def read_metadata_tables(path):
    with sqlite3.connect(path) as database:
        rows = database.execute(
            "SELECT metadata FROM gpkg_metadata m JOIN gpkg_metadata_reference ON md_file_id = m.id "
            "WHERE table_name = ?",
            [Path(path).stem],
        ).fetchall()
    return "".join(row[0] for row in rows)


@pytest.fixture
def metadata_tables():
    """The text in the metadata tables of a GeoPackage."""
    return read_metadata_tables


def write_raster(path, epsg=32633, left=500000.0, top=5000000.0, size=100, pixel=10.0):
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), size, size, 3, gdal.GDT_Byte)
    dataset.SetGeoTransform((left, pixel, 0, top, 0, -pixel))
    if epsg:
        crs = osr.SpatialReference()
        crs.ImportFromEPSG(epsg)
        dataset.SetProjection(crs.ExportToWkt())
    for band in (1, 2, 3):
        dataset.GetRasterBand(band).Fill(40 * band)
    del dataset
    return str(path)


@pytest.fixture
def make_raster(tmp_path):
    def make(name="field.tif", **options):
        return write_raster(tmp_path / name, **options)

    return make


@pytest.fixture
def raster(make_raster):
    return make_raster()
