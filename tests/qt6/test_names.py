"""Every name the shipped code takes from Qt is there in Qt 6, members of classes and enums included.

tests/plugin/test_qt6.py asks the same of the running QGIS, whose Qt 5 cannot say what Qt 6 has dropped.
"""

import ast
import importlib
from pathlib import Path

import pytest

pytest.importorskip("PyQt6", reason="Qt 6 is not installed (tests/requirements-qt6.txt)")

ROOT = Path(__file__).resolve().parent.parent.parent
MODULES = sorted(path for folder in ("plugin", "processing") for path in (ROOT / folder).rglob("*.py"))

# In QtWidgets of PyQt 5; qgis.PyQt of QGIS 4 has them there as well.
MOVED = {"QAction", "QActionGroup", "QShortcut"}
# Its members are asked for in QGIS before 3.38 only, behind a check of the version.
GUARDED = {"QVariant"}


def taken(tree):
    """Names taken from Qt, by the name they have in the module: (line, thing of Qt 6 or None)."""
    found = {}
    for node in ast.walk(tree):
        if not isinstance(node, ast.ImportFrom) or not (node.module or "").startswith("qgis.PyQt."):
            continue
        module = importlib.import_module(f"PyQt6.{node.module.rpartition('.')[2]}")
        for alias in node.names:
            source = module
            if node.module == "qgis.PyQt.QtWidgets" and alias.name in MOVED:
                source = importlib.import_module("PyQt6.QtGui")
            found[alias.asname or alias.name] = (node.lineno, getattr(source, alias.name, None))
    return found


def complaints(text):
    tree = ast.parse(text)
    names = taken(tree)
    found = [f"{line}: {name}" for name, (line, thing) in names.items() if thing is None]
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute) or ast.unparse(node).split(".")[0] in GUARDED:
            continue
        first, *members = ast.unparse(node).split(".")
        _, thing = names.get(first, (0, None))
        for member in members[:-1]:
            thing = getattr(thing, member, None)
        if thing is not None and not hasattr(thing, node.attr):
            found.append(f"{node.lineno}: {ast.unparse(node)}")
    return found


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_qt_6_has_every_name(module):
    assert complaints(module.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Qt.LeftButton", "3: Qt.LeftButton"),
        ("Qt.MouseButton.MidButton", "3: Qt.MouseButton.MidButton"),
        ("QFrame.StyledPanel", "3: QFrame.StyledPanel"),
        ("from qgis.PyQt.QtCore import QRegExp", "3: QRegExp"),
        ("from qgis.PyQt.QtWidgets import QDesktopWidget", "3: QDesktopWidget"),
    ],
)
def test_a_planted_one_is_found(line, name):
    header = "from qgis.PyQt.QtCore import Qt\nfrom qgis.PyQt.QtWidgets import QAction, QFrame\n"
    assert complaints(header + line) == [name]


def test_right_ones_pass():
    header = "from qgis.PyQt.QtCore import Qt\nfrom qgis.PyQt.QtWidgets import QAction, QFrame\n"
    assert complaints(header + "Qt.MouseButton.LeftButton\nQFrame.Shape.StyledPanel\nQAction.triggered") == []
