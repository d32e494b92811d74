"""Import the provider where there is no QGIS, to read what its algorithms say of themselves."""

from __future__ import annotations

import sys
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any


class _AnyName(type):
    """Classes of QGIS: they can be subclassed, and have whatever member is asked for; subclasses do not."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__") or cls.__module__ != __name__:
            raise AttributeError(name)
        if name == "QGIS_VERSION_INT":
            return _StandIn.version
        return _AnyName(name, (), {})

    def __call__(cls, *arguments: Any, **named: Any) -> Any:
        if cls.__module__ != __name__:
            return super().__call__(*arguments, **named)
        return _AnyName(cls.__name__, (), {})

    def __int__(cls) -> int:
        return 0


class _Module(ModuleType):
    __path__ = ()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _AnyName(name, (), {})


class _StandIn(MetaPathFinder, Loader):
    version = 0

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        return ModuleSpec(name, self) if name.partition(".")[0] in ("qgis", "osgeo") else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _Module(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        pass


def stand_in_for_qgis(version: int = 32200) -> None:
    """From now on ``import qgis`` gives names without meaning. Only for a process of its own."""
    _StandIn.version = version
    sys.meta_path.insert(0, _StandIn())
