"""scripts/demo.sh, with a fake worker: a layer, a picture, three lines; or one sentence."""

import subprocess
from pathlib import Path

import pytest

pytest.importorskip("qgis", reason="the QGIS side runs under the system's Python")
from qgis.core import QgsVectorLayer
from qgis.PyQt.QtGui import QImage

DEMO = Path(__file__).resolve().parent.parent.parent / "scripts" / "demo.sh"


@pytest.fixture
def demo(session, tmp_path):
    """Run demo.sh in the folder of the raster; returns the finished process."""

    def run(*arguments):
        environment = {**session.environment(), "DEMO_OUT": str(tmp_path / "my results")}
        environment.pop("QGIS_CUSTOM_CONFIG_PATH")
        command = ["bash", str(DEMO), *arguments]
        return subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=600, check=False
        )

    return run


def test_a_raster_becomes_a_layer_a_picture_and_three_lines(demo, raster, tmp_path):
    spaced = raster.rename(tmp_path / "my field.tif")
    done = demo(spaced.name)
    assert done.returncode == 0, done.stderr
    objects = tmp_path / "my results" / "my field_objects.gpkg"
    picture = tmp_path / "my results" / "my field_objects.png"
    count = QgsVectorLayer(str(objects), "objects").featureCount()
    assert count > 0
    lines = done.stdout.splitlines()
    assert len(lines) == 3
    assert lines[0].split() == ["Objects:", str(count)]
    assert lines[1].split()[0] == "Seconds:"
    assert str(objects) in lines[2]
    assert str(picture) in lines[2]
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1600, 1600)
    colours = {image.pixel(x, y) for x in range(0, 1600, 40) for y in range(0, 1600, 40)}
    assert len(colours) > 1  # the raster alone has one colour
    assert not list(tmp_path.glob("*.aux.xml"))


def test_a_second_run_takes_the_place_of_the_first(demo, raster):
    first, second = demo(raster.name), demo(raster.name)
    assert second.returncode == 0, second.stderr
    assert second.stdout.splitlines()[0] == first.stdout.splitlines()[0]


@pytest.mark.parametrize("name", ["nothing here.tif", "no_raster.tif"])
def test_what_is_no_raster_is_one_sentence_and_exit_code_1(demo, tmp_path, name):
    (tmp_path / "no_raster.tif").write_text("not a raster")
    done = demo(name)
    assert done.returncode == 1
    assert done.stdout == ""
    assert str(tmp_path / name) in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) <= 3
