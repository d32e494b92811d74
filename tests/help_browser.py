"""What Help opens instead of a browser."""

from pathlib import Path

import pytest
from qgis.PyQt.QtCore import QObject, QUrl, pyqtSlot
from qgis.PyQt.QtGui import QDesktopServices


class Browser(QObject):
    """Remembers the files it is asked for."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @pyqtSlot(QUrl)
    def show(self, url):
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def browser():
    browser = Browser()
    QDesktopServices.setUrlHandler("file", browser.show)
    yield browser
    QDesktopServices.unsetUrlHandler("file")
