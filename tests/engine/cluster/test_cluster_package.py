"""What is sent to a cluster is whole, the same every time, and pinned alike wherever it is installed."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

from sam2_toolbox.engine.cluster.cluster_link import REQUIREMENTS
from sam2_toolbox.engine.cluster.cluster_package import code_package

ROOT = Path(__file__).resolve().parents[3]

LOAD = """
import sys
sys.path.append(sys.argv[1])
package = __import__(sys.argv[2] + ".engine.cluster.cluster_worker")
assert "qgis" not in sys.modules
from importlib import import_module
spec = import_module(sys.argv[2] + ".engine.model.sam2_config")
models = import_module(sys.argv[2] + ".engine.api.models")
entry = next(entry for entry in models.MODELS if entry.bundled)
import pathlib
folder = pathlib.Path(sys.argv[1]) / sys.argv[2] / "resources" / "models"
print(spec.read_config(folder / entry.config, entry.config).image_size)
"""


def test_a_package_is_the_same_whenever_it_is_made():
    assert code_package(with_weights=False) == code_package(with_weights=False)


def test_weights_travel_only_where_they_are_asked_for():
    names = zipfile.ZipFile(io.BytesIO(code_package(with_weights=False).zipped)).namelist()
    assert not [name for name in names if name.endswith(".pt")]
    assert "resources/models/sam2_pico.yaml" in names
    there = (ROOT / "resources" / "models" / "sam2_pico.pt").exists()
    everything = zipfile.ZipFile(io.BytesIO(code_package(with_weights=True).zipped)).namelist()
    assert ("resources/models/sam2_pico.pt" in everything) == there


def test_unpacked_under_its_name_it_works_by_itself(tmp_path):
    package = code_package(with_weights=False)
    zipfile.ZipFile(io.BytesIO(package.zipped)).extractall(tmp_path / package.name)
    command = [sys.executable, "-s", "-c", LOAD, str(tmp_path), package.name]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 0


def pins(path):
    return {line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")}


def test_the_tests_run_with_the_pinned_packages():
    assert pins(REQUIREMENTS) <= pins(ROOT / "tests" / "requirements-engine.txt")
