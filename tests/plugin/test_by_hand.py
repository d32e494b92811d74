"""The map tool and the dock, by the mouse and the keys, on a real canvas."""

import pytest

pytest.importorskip("qgis", reason="the QGIS side runs under the system's Python")
from qgis.core import QgsProject, QgsRectangle, QgsSettings, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest


class Hand:
    """What a user does with the window."""

    def __init__(self, window, plugin, until):
        self.window, self.plugin, self.until = window, plugin, until
        self.canvas = window.canvas
        self.view = self.canvas.viewport()

    @property
    def session(self):
        return self.plugin.by_hand.session

    @property
    def dock(self):
        return self.plugin.by_hand.dock

    def pixel(self, position):
        return self.canvas.mapSettings().mapToPixel().transform(*position).toQPointF().toPoint()

    def click(self, position, button=Qt.MouseButton.LeftButton):
        QTest.mouseClick(self.view, button, Qt.KeyboardModifier.NoModifier, self.pixel(position))

    def drag(self, *positions, modifier=Qt.KeyboardModifier.NoModifier):
        first, *rest = [self.pixel(position) for position in positions]
        QTest.mousePress(self.view, Qt.MouseButton.LeftButton, modifier, first)
        for pixel in rest:
            QTest.mouseMove(self.view, pixel)
            QTest.qWait(1)
        QTest.mouseRelease(self.view, Qt.MouseButton.LeftButton, modifier, rest[-1])

    def key(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.canvas, key, modifiers)

    def answered(self):
        self.until(lambda: self.session.answer is not None)
        self.until(lambda: self.session.answer.prompts == self.session.prompts)
        return self.session.answer


@pytest.fixture
def hand(window, worker, raster, plugin, until, clean_settings):
    QgsSettings().setValue("qgis/digitizing/disable_enter_attribute_values_dialog", True)
    window.window.resize(1100, 700)
    window.window.show()
    window.active = raster
    window.canvas.setDestinationCrs(raster.crs())
    window.canvas.setExtent(QgsRectangle(500000, 5499900, 500100, 5500000))
    hand = Hand(window, plugin, until)
    plugin.segment_by_clicking()
    until(lambda: window.canvas.size().width() > 100)
    window.canvas.setExtent(QgsRectangle(500000, 5499900, 500100, 5500000))
    yield hand
    QgsSettings().remove("qgis/digitizing/disable_enter_attribute_values_dialog")


@pytest.fixture
def target(hand):
    layer = QgsVectorLayer("MultiPolygon?crs=EPSG:32632&field=score:double", "objects", "memory")
    QgsProject.instance().addMapLayer(layer)
    hand.dock.choose_target(layer)
    return layer


def test_click_and_accept(hand, target, places):
    hand.click(places.roof)
    hand.answered()
    hand.key(Qt.Key.Key_Return)
    (feature,) = target.getFeatures()
    assert feature.geometry().area() == pytest.approx(100)
    assert hand.session.prompts.empty
