"""The Help buttons: a page on this computer for every algorithm, opened without a network."""

from pathlib import Path

import pytest

pytest.importorskip("qgis", reason="the QGIS side runs under the system's Python")
from qgis.PyQt.QtCore import QUrl
from sam2_toolbox.processing.provider import ALGORITHMS


def test_every_algorithm_has_its_page(provider):
    pages = {}
    for algorithm in provider.algorithms():
        url = QUrl(algorithm.helpUrl())
        assert url.isLocalFile(), algorithm.id()
        pages[algorithm.name()] = Path(url.toLocalFile())
    assert len(pages) > len(ALGORITHMS)  # the example models too
    for name, path in pages.items():
        assert path.is_file()
        assert f"sam2:{name}`" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["automaticmasks", "evaluate", "segment_filter_smooth_dissolve"])
def test_help_button_opens_it(provider, browser, monkeypatch, name):
    from qgis import processing
    from qgis.PyQt.QtWidgets import QDialogButtonBox

    monkeypatch.setattr("processing.gui.ParametersPanel.iface", None)  # pytest-qgis's is a mock
    dialog = processing.createAlgorithmDialog(f"sam2:{name}", {})
    box = dialog.findChild(QDialogButtonBox)
    box.button(QDialogButtonBox.StandardButton.Help).click()
    (page,) = browser.opened
    assert f"sam2:{name}`" in page.read_text(encoding="utf-8")
    dialog.deleteLater()
