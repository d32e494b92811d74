"""Layers that are no file: what the worker gets of them."""

import tempfile
from pathlib import Path

import pytest

pytest.importorskip("qgis", reason="the QGIS side runs under the system's Python")
from osgeo import gdal
from qgis.core import QgsProject, QgsRasterLayer, QgsRectangle
from sam2_toolbox.plugin.prompting import PointPrompt
from sam2_toolbox.plugin.raster_choice import file_of
from sam2_toolbox.plugin.states import State

VIEW = QgsRectangle(500000, 5499900, 500100, 5500000)


@pytest.fixture
def web(tmp_path, raster, make_raster):
    """A raster that only this process can open."""
    gdal.FileFromMemBuffer("/vsimem/web.tif", Path(make_raster("web.tif")).read_bytes())
    layer = QgsRasterLayer("/vsimem/web.tif", "web")
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    yield layer
    gdal.Unlink("/vsimem/web.tif")


def folders():
    return set(Path(tempfile.gettempdir()).glob("sam2_view_*"))


@pytest.fixture
def click(session):
    def click(position):
        session.change_prompts(session.prompts.with_point(PointPrompt(*position, True)))

    return click


def test_files_are_told_from_what_is_none(raster, web):
    assert file_of(raster).endswith("field.tif")
    assert file_of(web) == ""


def test_the_view_is_written_where_it_is_and_answers(session, web, worker, click, places, until):
    before = folders()
    session.set_raster(web)
    session.set_view(VIEW, web.crs(), 400)
    session.activate()
    until(lambda: worker.asked("canvas_encode"))
    path = worker.asked("canvas_encode")[-1]["params"]["input"]
    assert "METRE" in worker.asked("canvas_encode")[-1]["params"]["crs"].upper()
    picture = gdal.Open(path)
    left, across, _, top, _, down = picture.GetGeoTransform()
    assert (across, down) == pytest.approx((0.25, -0.25), rel=0.01)
    assert left == pytest.approx(500000 - 25, abs=0.5)
    assert top == pytest.approx(5500000 + 25, abs=0.5)
    # The raster's own colours inside, nothing outside
    column, row = int((500050 - left) / across), int((5499950 - top) / down)
    inside = [int(picture.GetRasterBand(n).ReadAsArray(column, row, 1, 1)[0, 0]) for n in (1, 2, 3, 4)]
    assert inside == [40, 80, 120, 255]
    assert int(picture.GetRasterBand(4).ReadAsArray(2, 2, 1, 1)[0, 0]) == 0
    del picture
    click(places.roof)
    until(lambda: session.answer is not None)
    assert worker.asked("canvas_prompt", preview=False)[-1]["params"]["input"] == path
    session.close(wait=True)
    assert folders() == before


def test_a_small_move_needs_no_new_picture_and_a_large_one_does(session, web, worker, until):
    session.set_raster(web)
    session.set_view(QgsRectangle(500020, 5499960, 500040, 5499980), web.crs(), 400)
    session.activate()
    until(lambda: len(worker.asked("canvas_encode")) == 1)
    session.set_view(QgsRectangle(500022, 5499960, 500042, 5499980), web.crs(), 400)
    until(lambda: len(worker.asked("canvas_encode")) == 2)
    session.set_view(QgsRectangle(500060, 5499960, 500080, 5499980), web.crs(), 400)
    until(lambda: len(worker.asked("canvas_encode")) == 3)
    paths = [ask["params"]["input"] for ask in worker.asked("canvas_encode")]
    assert paths[0] == paths[1] != paths[2]


def test_a_click_before_the_picture_is_answered_after_it(session, web, worker, click, places, until):
    seen = []
    session.status_changed.connect(lambda status: seen.append(status.state))
    session.set_raster(web)
    session.set_view(VIEW, web.crs(), 400)
    session.activate()
    click(places.roof)
    until(lambda: session.answer is not None)
    assert State.FETCHING in seen
    assert session.answer.candidates


def test_a_layer_that_leaves_while_it_is_drawn(session, web, worker, until):
    before = folders()
    session.set_raster(web)
    session.set_view(VIEW, web.crs(), 400)
    session.activate()
    QgsProject.instance().removeMapLayer(web.id())
    assert session.status.state is State.RASTER_GONE
    session.close(wait=True)
    assert folders() == before
