"""How this very code gets to the workers of a cluster.

It travels as a zip, and each worker unpacks it under a name made from its content: workers need no
installation of ours, several versions live side by side on a cluster that stays, and a worker that
joins late gets it too. What must run before it is there is pickled whole, by value: functions and
classes inside functions are, for want of a name to find them by.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent

_FILES = ("metadata.txt", "resources/requirements-worker.txt")
_SAME_TIME = (1980, 1, 1, 0, 0, 0)  # the zip is the same wherever and whenever it is made


@dataclass(frozen=True)
class CodePackage:
    """The engine and the models that come with it: an importable package, zipped."""

    name: str
    zipped: bytes


def code_package(with_weights: bool) -> CodePackage:
    """The code that runs here; ``with_weights`` adds the bundled model's checkpoint to its config."""
    content = io.BytesIO()
    digest = hashlib.sha256()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in [("__init__.py", b""), *_contents(with_weights)]:
            archive.writestr(zipfile.ZipInfo(name, _SAME_TIME), data, zipfile.ZIP_DEFLATED)
            digest.update(f"{name}\n{len(data)}\n".encode() + data)
    return CodePackage(f"sam2_toolbox_{digest.hexdigest()[:16]}", content.getvalue())


def _contents(with_weights: bool) -> Iterator[tuple[str, bytes]]:
    models = sorted((ROOT / "resources" / "models").glob("*"))
    if not with_weights:
        models = [path for path in models if path.suffix != ".pt"]
    paths = [ROOT / name for name in _FILES] + models + sorted((ROOT / "engine").rglob("*.py"))
    for path in paths:
        if path.is_file():
            yield path.relative_to(ROOT).as_posix(), path.read_bytes()


def package_plugin(package: CodePackage) -> Any:
    """The ``distributed.WorkerPlugin`` that unpacks the package on every worker, now and later."""
    from distributed import WorkerPlugin

    class Package(WorkerPlugin):  # type: ignore[misc]
        idempotent = True  # a cluster that knows it is not given it again
        name = package.name
        zipped = package.zipped

        def setup(self, worker: Any) -> None:
            import io
            import os
            import sys
            import tempfile
            import zipfile

            home = os.path.join(worker.local_directory, "sam2_toolbox")
            os.makedirs(home, exist_ok=True)
            if not os.path.exists(os.path.join(home, self.name)):
                unfinished = tempfile.mkdtemp(dir=home)
                with zipfile.ZipFile(io.BytesIO(self.zipped)) as archive:
                    archive.extractall(unfinished)
                os.rename(unfinished, os.path.join(home, self.name))
            if home not in sys.path:
                sys.path.append(home)

    return Package()


def remote_call(package: str, function: str) -> Callable[..., Any]:
    """A function of ``cluster_worker``, as a task for workers that have the package."""

    def call(*arguments: Any) -> Any:
        import importlib

        worker_side = importlib.import_module(f"{package}.engine.cluster.cluster_worker")
        return getattr(worker_side, function)(*arguments)

    return call
