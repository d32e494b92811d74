"""What Qt 6 and QGIS 4 refuse: enum members without their enum, names that are gone.

The names are looked up in the running QGIS, whose PyQt 5 still knows both spellings.
"""

import ast
import enum
import importlib
from pathlib import Path

import pytest

pytest.importorskip("qgis", reason="the QGIS side runs under the system's Python")

ROOT = Path(__file__).resolve().parent.parent.parent
MODULES = sorted([*(ROOT / "plugin").rglob("*.py"), *(ROOT / "processing").rglob("*.py")])

# Used for QGIS before 3.38 only, behind a check of the version.
GUARDED = {"QVariant"}
GONE = {"exec_", "QRegExp", "QDesktopWidget", "qApp"}


def imported(tree):
    """Classes a module takes from QGIS and Qt, by the name it uses."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level == 0 and (node.module or "").startswith("qgis."):
            module = importlib.import_module(node.module)
            for alias in node.names:
                found[alias.asname or alias.name] = getattr(module, alias.name, None)
    return found


def is_enum(thing):
    # Some of QGIS's enums are no numbers from 3.34 on.
    return isinstance(thing, type) and issubclass(thing, (int, enum.Enum))


def complaints(text):
    tree = ast.parse(text)
    classes = imported(tree)
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in GONE:
            found.append(f"{node.lineno}: {node.attr}")
        if isinstance(node, ast.ImportFrom):
            names = [node.module or "", *(alias.name for alias in node.names)]
            found += [f"{node.lineno}: {name}" for name in names if name in GONE or name.startswith("PyQt")]
        if not isinstance(node, ast.Attribute) or not isinstance(node.value, (ast.Name, ast.Attribute)):
            continue
        path = ast.unparse(node.value).split(".")
        if path[0] in GUARDED or path[0] not in classes:
            continue
        owner = classes[path[0]]
        for name in path[1:]:
            owner = getattr(owner, name, None)
        member = getattr(owner, node.attr, None)
        # A member of an enum that is asked of the class around it
        if is_enum(type(member)) and type(member) not in (int, bool) and not is_enum(owner):
            found.append(f"{node.lineno}: {ast.unparse(node)}")
    return found


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_enums_are_scoped(qgis_app, module):
    assert complaints(module.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Qt.LeftButton", "Qt.LeftButton"),
        ("QgsWkbTypes.MultiPolygon", "QgsWkbTypes.MultiPolygon"),
        ("Qgis.Warning", "Qgis.Warning"),
        ("QEvent.KeyPress", "QEvent.KeyPress"),
        ("dialog.exec_()", "exec_"),
        ("from qgis.PyQt.QtCore import QRegExp", "QRegExp"),
        ("from PyQt5.QtCore import QObject", "PyQt5.QtCore"),
    ],
)
def test_a_planted_one_is_found(qgis_app, line, name):
    header = "from qgis.core import Qgis, QgsWkbTypes\nfrom qgis.PyQt.QtCore import QEvent, Qt\n"
    assert complaints(header + line) == [f"3: {name}"]


def test_scoped_ones_and_plain_numbers_pass(qgis_app):
    header = "from qgis.core import Qgis\nfrom qgis.PyQt.QtCore import Qt\n"
    assert complaints(header + "Qt.MouseButton.LeftButton\nQgis.QGIS_VERSION_INT\nQt.Key.Key_A") == []


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_name_taken_from_qgis_is_there(qgis_app, module):
    classes = imported(ast.parse(module.read_text(encoding="utf-8")))
    assert [name for name, thing in classes.items() if thing is None] == []
