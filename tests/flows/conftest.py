"""qgis_process on a profile of its own, with a fake worker."""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
FAKE_WORKER = ROOT / "tests" / "processing" / "fake_worker.py"
QGIS_PROCESS = shutil.which("qgis_process.bin") or shutil.which("qgis_process")

if importlib.util.find_spec("qgis") is None or QGIS_PROCESS is None:
    collect_ignore_glob = ["test_*.py"]


def write_raster(path, left=500000.0):
    from osgeo import gdal, osr

    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32633)
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), 100, 100, 3)
    dataset.SetGeoTransform((left, 10.0, 0, 5000000.0, 0, -10.0))
    dataset.SetProjection(crs.ExportToWkt())
    for band in (1, 2, 3):
        dataset.GetRasterBand(band).Fill(40 * band)


@pytest.fixture
def raster(tmp_path):
    path = tmp_path / "field.tif"
    write_raster(path)
    return path


class Session:
    """A QGIS profile with the plugin enabled, and the worker it will start."""

    def __init__(self, folder):
        self.folder = folder
        profile = folder / "profiles" / "default"
        (profile / "QGIS").mkdir(parents=True)
        (profile / "QGIS" / "QGIS3.ini").write_text("[PythonPlugins]\nsam2_toolbox=true\n")
        (profile / "python" / "plugins").mkdir(parents=True)
        (profile / "python" / "plugins" / "sam2_toolbox").symlink_to(ROOT)
        self.prefix = []
        self.python = folder / "worker-python"
        self.fake(origin=[500010.0, 4999000.0])

    def fake(self, **options):
        """Every "Python of the worker" started from now on is the fake worker."""
        line = f"exec '{sys.executable}' -s -u '{FAKE_WORKER}' '{json.dumps(options)}'"
        self.python.write_text(f"#!/bin/sh\n{line}\n")
        self.python.chmod(0o755)

    def real(self):
        """Start the worker the tests were started with; skips where there is none."""
        worker = os.environ.get("SAM2_TOOLBOX_PYTHON")
        if not worker:
            pytest.skip("SAM2_TOOLBOX_PYTHON does not name the worker's Python")
        self.python.write_text(f"#!/bin/sh\nexec '{worker}' \"$@\"\n")

    def without_network(self):
        """What is started from now on has no network, not even the loopback; skips where that cannot be."""
        self.prefix = ["unshare", "--net", *([] if os.geteuid() == 0 else ["--map-root-user"])]
        try:
            subprocess.run([*self.prefix, "true"], check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError) as error:
            pytest.skip(f"a network cannot be taken away here: {error}")

    def environment(self):
        return {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "QGIS_CUSTOM_CONFIG_PATH": str(self.folder),
            "SAM2_TOOLBOX_PYTHON": str(self.python),
            "HOME": str(self.folder),
        }

    def start(self, *arguments):
        return subprocess.Popen(
            [*self.prefix, QGIS_PROCESS, *arguments],
            env=self.environment(),
            cwd=self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, algorithm, **parameters):
        """The results, or the failed process."""
        given = [f"{name}={value}" for name, value in parameters.items()]
        process = self.start("--json", "run", algorithm, "--", *given)
        out, err = process.communicate(timeout=300)
        if process.returncode:
            return process.returncode, out + err
        return 0, json.loads(out[out.index("{") :])["results"]


@pytest.fixture
def session(tmp_path):
    return Session(tmp_path)
