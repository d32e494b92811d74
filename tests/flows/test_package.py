"""The plugin as users get it: the zip file in a fresh profile, and the main job from there."""

import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest

pytest.importorskip("qgis", reason="the QGIS side runs under the system's Python")
from osgeo import ogr

from .conftest import ROOT

ogr.UseExceptions()

# One that is made already, for a QGIS on whose machine there is no git: scripts/test-matrix.sh
MADE = os.environ.get("SAM2_TOOLBOX_PACKAGE", "")

if not MADE and not (ROOT / ".git").exists():
    pytest.skip("packages are made from a git checkout", allow_module_level=True)


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    if MADE:
        return Path(MADE)
    target = tmp_path_factory.mktemp("package") / "sam2_toolbox.zip"
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    command = ["bash", str(ROOT / "scripts" / "package.sh"), str(target)]
    done = subprocess.run(command, env=clean, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return target


@pytest.fixture
def installed(session, package):
    """The session, whose profile has the package's files instead of the checkout."""
    plugins = session.folder / "profiles" / "default" / "python" / "plugins"
    (plugins / "sam2_toolbox").unlink()
    with zipfile.ZipFile(package) as archive:
        archive.extractall(plugins)
    # What "plugins enable" does is part of it
    shutil.rmtree(session.folder / "profiles" / "default" / "QGIS")
    enabled = session.start("plugins", "enable", "sam2_toolbox")
    out, err = enabled.communicate(timeout=300)
    assert enabled.returncode == 0, out + err
    session.plugin = plugins / "sam2_toolbox"
    return session


def files_of(folder):
    found = {path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"}
    return {path: path.stat().st_mtime_ns for path in found}


def test_the_main_job_runs_from_the_zip_and_leaves_its_folder_alone(installed, raster, tmp_path):
    before = files_of(installed.plugin)
    code, results = installed.run("sam2:automaticmasks", INPUT=raster.name, OUTPUT="objects.gpkg")
    assert code == 0, results
    assert results["COUNT"] == 12
    assert ogr.Open(str(tmp_path / "objects.gpkg")).GetLayer(0).GetFeatureCount() == 12
    assert files_of(installed.plugin) == before


def test_the_worker_and_the_bundled_model_run_from_the_zip(installed, raster):
    installed.real()
    settings = {"POINTS_PER_SIDE": 2, "PRED_IOU_THRESH": 0, "STABILITY_SCORE_THRESH": 0}
    code, results = installed.run("sam2:automaticmasks", INPUT=raster.name, OUTPUT="objects.gpkg", **settings)
    assert code == 0, results
    assert results["COUNT"] >= 0


def test_the_main_job_needs_no_network(installed, raster):
    installed.real()
    installed.without_network()
    settings = {"POINTS_PER_SIDE": 2, "PRED_IOU_THRESH": 0, "STABILITY_SCORE_THRESH": 0}
    code, results = installed.run("sam2:automaticmasks", INPUT=raster.name, OUTPUT="objects.gpkg", **settings)
    assert code == 0, results


def test_help_is_the_html_of_the_package(installed):
    process = installed.start("--json", "help", "sam2:evaluate")
    out, err = process.communicate(timeout=300)
    assert process.returncode == 0, out + err
    details = json.loads(out[out.index("{") :])["algorithm_details"]
    page = Path(url2pathname(urlsplit(details["help_url"]).path))
    assert page == installed.plugin / "help" / "algorithms" / "evaluate.html"
    assert "<main>" in page.read_text(encoding="utf-8")
