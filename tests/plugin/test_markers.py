"""What is drawn at a place of the map can be read wherever the map is moved."""

import pytest

pytest.importorskip("qgis", reason="the QGIS side runs under the system's Python")
from qgis.core import QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QRectF
from sam2_toolbox.plugin.markers import Caption


@pytest.fixture
def canvas(qgis_app, until):
    canvas = QgsMapCanvas()
    canvas.resize(400, 300)
    canvas.show()
    until(lambda: canvas.mapSettings().outputSize().width() > 300)
    canvas.setExtent(QgsRectangle(0, 0, 400, 300))
    yield canvas
    canvas.close()
    canvas.deleteLater()


@pytest.fixture
def caption(canvas):
    return Caption(canvas)


def place_of(caption):
    return caption.mapRectToScene(caption.boundingRect())


def view_of(canvas):
    return QRectF(canvas.viewport().rect())


def map_units(canvas, xmin, ymin, xmax, ymax):
    """A rectangle of the view, its sides as shares of the view's."""
    view = canvas.extent()
    return QgsRectangle(
        view.xMinimum() + xmin * view.width(),
        view.yMinimum() + ymin * view.height(),
        view.xMinimum() + xmax * view.width(),
        view.yMinimum() + ymax * view.height(),
    )


def test_it_stands_over_the_middle_of_the_outline(canvas, caption):
    caption.say("score 0.91", map_units(canvas, 0.4, 0.2, 0.8, 0.6))
    place, view = place_of(caption), view_of(canvas)
    assert place.center().x() == pytest.approx(0.6 * view.width(), abs=2)
    assert place.bottom() == pytest.approx(0.4 * view.height() - 6, abs=2)


@pytest.mark.parametrize(
    "outline",
    [(-2, -2, 3, 3), (-1, 0.2, 0.1, 0.5), (0.95, 0.2, 2, 0.5), (0.3, 0.5, 0.6, 4), (-3, 0.9, 0.02, 0.999)],
    ids=["around the view", "left", "right", "above", "in the corner"],
)
def test_it_can_be_read_where_only_a_part_of_the_outline_is_in_the_view(canvas, caption, outline):
    caption.say("score 0.91  1 of 3  cut by the raster's edge", map_units(canvas, *outline))
    assert view_of(canvas).contains(place_of(caption))


def test_it_follows_the_map_and_leaves_with_the_outline(canvas, caption):
    caption.say("score 0.91", map_units(canvas, -0.3, 0.2, 0.2, 0.6))
    before = place_of(caption).center()
    canvas.setExtent(map_units(canvas, -0.2, 0, 0.8, 1))
    after = place_of(caption).center()
    assert after.x() > before.x()
    assert after.y() == pytest.approx(before.y(), abs=2)
    canvas.setExtent(map_units(canvas, 5, 0, 6, 1))
    assert not view_of(canvas).intersects(place_of(caption))
