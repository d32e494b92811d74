"""The map tool and the dock, by the mouse and the keys, on a real canvas."""

import pytest

pytest.importorskip("qgis", reason="the QGIS side runs under the system's Python")
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsSettings,
    QgsVectorLayer,
)
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QComboBox, QLabel, QPushButton
from sam2_toolbox.plugin.states import State


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
            self.move(pixel, Qt.MouseButton.LeftButton, modifier)
        QTest.mouseRelease(self.view, Qt.MouseButton.LeftButton, modifier, rest[-1])

    def move(self, pixel, buttons=Qt.MouseButton.NoButton, modifier=Qt.KeyboardModifier.NoModifier):
        # QTest.mouseMove moves the cursor of the screen, which is not always one of ours.
        place, on_screen = QPointF(pixel), QPointF(self.view.mapToGlobal(pixel))
        none = Qt.MouseButton.NoButton
        event = QMouseEvent(QEvent.Type.MouseMove, place, on_screen, none, buttons, modifier)
        QCoreApplication.sendEvent(self.view, event)

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


def test_right_click_tab_undo_redo(hand, worker, places):
    hand.click(places.roof)
    hand.answered()
    hand.key(Qt.Key.Key_Tab)
    assert hand.session.answer.chosen == 1
    hand.key(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert hand.session.answer.chosen == 0
    hand.click(places.nowhere, Qt.MouseButton.RightButton)
    hand.answered()
    labels = [point[2] for point in worker.asked("canvas_prompt", preview=False)[-1]["params"]["points"]]
    assert labels == [1, 0]
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    hand.key(Qt.Key.Key_Z, control)
    assert len(hand.session.prompts.points) == 1
    hand.key(Qt.Key.Key_Z, control | shift)
    assert len(hand.session.prompts.points) == 2
    hand.key(Qt.Key.Key_Z, control)
    hand.key(Qt.Key.Key_Y, control)
    assert len(hand.session.prompts.points) == 2
    hand.key(Qt.Key.Key_Escape)
    assert hand.session.prompts.empty


def test_undo_belongs_to_qgis_while_there_are_no_prompts(hand, window, places):
    pressed = []
    action = QAction("Undo", window.window)
    action.setShortcut("Ctrl+Z")
    action.triggered.connect(lambda: pressed.append("undo"))
    window.window.addAction(action)
    window.window.activateWindow()
    hand.until(window.window.isActiveWindow)
    hand.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["undo"]
    hand.click(places.roof)
    hand.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["undo"]
    assert hand.session.prompts.empty
    window.canvas.unsetMapTool(hand.plugin.by_hand.tool)
    hand.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["undo", "undo"]


def test_a_drag_is_a_box_and_points_join_it(hand, worker, places):
    hand.drag((500018.0, 5499982.0), (500025.0, 5499975.0), (500032.0, 5499968.0))
    hand.answered()
    box = worker.asked("canvas_prompt", preview=False)[-1]["params"]["box"]
    assert box == pytest.approx([500018.0, 5499968.0, 500032.0, 5499982.0], abs=0.5)
    hand.click(places.pond)
    hand.answered()
    last = worker.asked("canvas_prompt", preview=False)[-1]["params"]
    assert last["box"] == box
    assert len(last["points"]) == 1


def test_shift_and_drag_is_a_lasso(hand, worker):
    ring = [(500072.0, 5499928.0), (500088.0, 5499928.0), (500088.0, 5499912.0), (500072.0, 5499912.0)]
    hand.drag(*ring, modifier=Qt.KeyboardModifier.ShiftModifier)
    hand.answered()
    last = worker.asked("canvas_prompt", preview=False)[-1]["params"]
    assert last["lasso"]
    assert last["box"] is None
    assert len(hand.session.prompts.lasso) >= 4


def test_markers_are_dragged_and_removed(hand, places):
    hand.click(places.roof)
    hand.click(places.pond)
    hand.drag(places.pond, (500040.0, 5499940.0), places.field)
    assert len(hand.session.prompts.points) == 2
    moved = hand.session.prompts.points[1]
    assert (moved.x, moved.y) == pytest.approx(places.field, abs=0.5)
    hand.move(hand.pixel(places.roof))
    hand.until(lambda: hand.plugin.by_hand.tool.preview.hovered is not None)
    hand.key(Qt.Key.Key_Delete)
    assert [(p.x, p.y) for p in hand.session.prompts.points] == [(moved.x, moved.y)]
    hand.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(hand.session.prompts.points) == 2


def test_a_corner_of_the_box_is_dragged_and_delete_takes_the_box_away(hand):
    hand.drag((500018.0, 5499982.0), (500025.0, 5499975.0), (500032.0, 5499968.0))
    hand.drag((500032.0, 5499968.0), (500040.0, 5499960.0), (500052.0, 5499948.0))
    assert hand.session.prompts.box == pytest.approx((500018.0, 5499948.0, 500052.0, 5499982.0), abs=0.6)
    hand.move(hand.pixel((500018.0, 5499982.0)))
    hand.until(lambda: hand.plugin.by_hand.tool.preview.hovered is not None)
    hand.key(Qt.Key.Key_Backspace)
    assert hand.session.prompts.empty


def test_without_a_mouse(hand, worker, target, places):
    control = Qt.KeyboardModifier.ControlModifier
    tool = hand.plugin.by_hand.tool
    hand.key(Qt.Key.Key_Left, control)
    start = tool.preview.cursor.pos()
    for _ in range(3):
        hand.key(Qt.Key.Key_Up, control | Qt.KeyboardModifier.ShiftModifier)
    assert tool.preview.cursor.pos() - start == QPoint(0, -3)
    tool.preview.cursor.put(QgsPointXY(*places.roof))
    hand.key(Qt.Key.Key_F)
    hand.answered()
    hand.key(Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert target.featureCount() == 1
    tool.preview.cursor.put(QgsPointXY(500071.0, 5499929.0))
    hand.key(Qt.Key.Key_X)
    for _ in range(4):
        hand.key(Qt.Key.Key_Right, control)
        hand.key(Qt.Key.Key_Down, control)
    hand.key(Qt.Key.Key_X)
    assert hand.session.prompts.box is not None
    hand.answered()
    hand.key(Qt.Key.Key_Return)
    assert target.featureCount() == 2


def test_hover_follows_the_mouse_and_ends_with_it(hand, places):
    seen = []
    hand.session.hover_changed.connect(seen.append)
    hand.until(lambda: hand.session.status.state is State.READY)
    hand.move(hand.pixel(places.pond))
    hand.until(lambda: any(seen), what="a hover outline")
    QCoreApplication.sendEvent(hand.view, QEvent(QEvent.Type.Leave))
    assert seen[-1] is None


def test_wheel_and_middle_button_stay_with_qgis(hand, places):
    before = hand.canvas.extent()
    QTest.mousePress(hand.view, Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier, QPoint(200, 200))
    hand.move(QPoint(260, 240), Qt.MouseButton.MiddleButton)
    QTest.mouseRelease(
        hand.view, Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier, QPoint(260, 240)
    )
    assert hand.canvas.extent() != before
    assert hand.session.prompts.empty


@pytest.mark.parametrize(("project", "target_crs"), [("EPSG:3857", "EPSG:4326"), ("EPSG:4326", "EPSG:25833")])
def test_three_crss(hand, places, raster, project, target_crs):
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem(project))
    hand.canvas.setDestinationCrs(QgsCoordinateReferenceSystem(project))
    to_canvas = QgsCoordinateTransform(
        raster.crs(), hand.canvas.mapSettings().destinationCrs(), QgsProject.instance()
    )
    hand.canvas.setExtent(to_canvas.transformBoundingBox(QgsRectangle(500000, 5499900, 500100, 5500000)))
    layer = QgsVectorLayer(f"Polygon?crs={target_crs}", "objects", "memory")
    QgsProject.instance().addMapLayer(layer)
    hand.dock.choose_target(layer)
    place = to_canvas.transform(QgsPointXY(*places.roof))
    hand.click((place.x(), place.y()))
    hand.answered()
    point = hand.session.prompts.points[0]
    assert (point.x, point.y) == pytest.approx(places.roof, abs=0.5)
    hand.key(Qt.Key.Key_Return)
    (feature,) = layer.getFeatures()
    geometry = feature.geometry()
    geometry.transform(QgsCoordinateTransform(layer.crs(), raster.crs(), QgsProject.instance()))
    square = QgsGeometry.fromRect(QgsRectangle(500020, 5499970, 500030, 5499980))
    # Half a pixel of the raster is 0.25 m
    assert geometry.hausdorffDistance(square) < 0.01


def test_without_crs_coordinates_are_the_projects(hand, window, tmp_path, places, unreferenced):
    hand.dock.choose_raster(unreferenced)
    hand.click(places.roof)
    hand.answered()
    assert hand.session.answer.candidate.geometry.area() == pytest.approx(100)
    assert "no CRS" in hand.dock.findChild(QLabel, "sam2_raster_note").text()


def test_a_layer_that_takes_nothing_is_said_where_the_user_looks(hand, window, target, places):
    target.setReadOnly(True)
    hand.click(places.roof)
    hand.answered()
    hand.key(Qt.Key.Key_Return)
    label = hand.dock.findChild(QLabel, "sam2_target_problem")
    assert "read-only" in label.text()
    assert not hand.session.prompts.empty
    assert "read-only" in window.bar.warnings[-1][1]
    target.setReadOnly(False)
    hand.key(Qt.Key.Key_Return)
    assert target.featureCount() == 1
    assert label.text() == ""


def test_the_way_forward_restarts_the_worker(hand, worker, places):
    worker.use(dies_at=1)
    hand.plugin.by_hand.session.close(wait=True)
    hand.session.activate()
    hand.click(places.roof)
    hand.until(lambda: hand.session.status.state is State.DIED)
    button = hand.dock.findChild(QPushButton, "sam2_way")
    assert button.text() == "Start again"
    button.click()
    hand.answered()
    assert hand.session.answer.candidates


def test_the_dock_shows_what_the_model_sees(hand, worker):
    hand.dock.findChild(QgsCollapsibleGroupBox, "sam2_look").setCollapsed(False)
    hand.until(lambda: worker.asked("canvas_look"))
    label = hand.dock.findChild(QLabel, "sam2_picture")
    hand.until(lambda: label.pixmap() is not None and not label.pixmap().isNull())


def test_bands_and_settings_reach_the_worker(hand, worker, places):
    hand.dock.findChild(QComboBox, "sam2_outline").setCurrentText("smooth")
    hand.dock.bands[0].setBand(2)
    hand.click(places.roof)
    hand.answered()
    params = worker.asked("canvas_prompt", preview=False)[-1]["params"]
    assert (params["outline"], params["bands"]) == ("smooth", [2])
    for number, band in enumerate(hand.dock.bands):
        band.setBand(3 - number)
    hand.until(lambda: worker.asked("canvas_prompt", bands=[3, 2, 1]))


def test_closing_the_dock_ends_everything(hand, places, leftovers):
    hand.click(places.roof)
    hand.answered()
    pid = hand.session.worker_pid
    hand.dock.close()
    hand.until(lambda: not leftovers.alive(pid) and not leftovers.threads())
    assert hand.canvas.mapTool() is not hand.plugin.by_hand.tool
    assert hand.session.prompts.empty
    hand.plugin.segment_by_clicking()
    assert hand.dock.isVisible()


def test_twenty_reloads_leave_nothing_behind(
    window, worker, raster, until, clean_settings, leftovers, places
):
    import sam2_toolbox

    window.window.resize(900, 600)
    window.window.show()
    window.active = raster
    window.canvas.setDestinationCrs(raster.crs())
    window.canvas.setExtent(QgsRectangle(500000, 5499900, 500100, 5500000))
    before = None
    for number in range(21):
        plugin = sam2_toolbox.classFactory(window)
        plugin.initGui()
        plugin.segment_by_clicking()
        hand = Hand(window, plugin, until)
        hand.click(places.roof)
        if number % 10 == 0:
            hand.answered()
            pid = hand.session.worker_pid
        plugin.unload()
        del hand, plugin
        leftovers.settle()
        # What looks for the environment in a thread of its own may still be about to end.
        until(lambda: not leftovers.threads())
        before = before or leftovers.count(window)
        assert leftovers.count(window) == before, number
    assert not leftovers.threads()
    assert not leftovers.alive(pid)


def test_everything_can_be_undone_until_nothing_is_open(hand, places):
    for position in (places.roof, places.field, places.pond):
        hand.click(position)
    while hand.session.history.can_undo:
        hand.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert hand.session.prompts.empty
    assert hand.session.answer is None


def test_a_layer_that_leaves_is_not_replaced_by_the_next(hand, raster, unreferenced, target):
    other = QgsVectorLayer("Polygon?crs=EPSG:32632", "other", "memory")
    QgsProject.instance().addMapLayer(other)
    QgsProject.instance().removeMapLayers([raster.id(), target.id()])
    assert hand.session.raster is None
    assert hand.session.status.state is State.RASTER_GONE
    assert hand.dock.target is None
