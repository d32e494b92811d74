"""The pages that menus and the dock open."""

import pytest

pytest.importorskip("qgis", reason="the QGIS side runs under the system's Python")
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLabel


def test_the_help_menu_opens_the_first_page_and_is_taken_away(window, plugin, browser):
    (action,) = window.help_menu.actions()
    action.trigger()
    (page,) = browser.opened
    assert (page.stem, page.is_file()) == ("index", True)
    plugin.unload()
    assert window.help_menu.actions() == []


def test_the_dock_opens_the_page_about_clicking(session, browser):
    from sam2_toolbox.plugin.dock import Dock

    dock = Dock(session)
    link = dock.findChild(QLabel, "sam2_help")
    link.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    dock.show()
    link.resize(link.sizeHint())
    middle = link.rect().center()
    middle.setX(20)
    QTest.mouseClick(link, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    (page,) = browser.opened
    assert (page.stem, page.is_file()) == ("canvas", True)
    dock.close_for_good()
