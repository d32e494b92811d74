"""Models without QGIS: ``python3 models.py list|download ID|add FILE|remove ID``.

Progress goes to standard error; what a program may want to read goes to standard output.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from checkout import load_package


def main() -> int:
    """Do it, or say in one sentence why not."""
    options = _options()
    load_package()
    from sam2_toolbox.engine.api.errors import EngineError

    commands = {"list": _list, "download": _download, "add": _add, "remove": _remove}
    try:
        commands[options.command](options)
    except EngineError as error:
        sys.stderr.write(f"{error.message}\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped.\n")
        return 130
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="The models of SAM 2 Toolbox on this computer.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("list", help="which models there are, and what of them is here")
    download = commands.add_parser("download", help="download a model; goes on where it stopped")
    download.add_argument("id", help="as listed, such as sam2.1_hiera_tiny")
    download.add_argument("--mirror", default="", help="address of a folder that has it too, asked first")
    download.add_argument("--certificates", type=Path, help="PEM file of authorities to trust as well")
    add = commands.add_parser("add", help="add one of Meta's checkpoints from a file")
    add.add_argument("file", type=Path)
    commands.add_parser("remove", help="remove a downloaded model").add_argument("id")
    return parser.parse_args()


def _list(options: argparse.Namespace) -> None:
    from sam2_toolbox.engine.api.model_files import check, list_models

    for seen in list_models():
        seen = check(seen.entry)
        megabytes = (seen.present if seen.entry.bundled else seen.entry.size) / 1e6
        sys.stdout.write(
            f"{seen.entry.id:24}{megabytes:6.0f} MB  {seen.entry.licence:18}{seen.state.value}\n"
        )


def _download(options: argparse.Namespace) -> None:
    from sam2_toolbox.engine.api.link.connection import Connection, chosen_certificates
    from sam2_toolbox.engine.api.model_download import Listener, download_model
    from sam2_toolbox.engine.api.settings import read_settings

    entry = _entry(options.id)
    certificates = chosen_certificates()
    if options.certificates:
        certificates = options.certificates.read_bytes().decode("ascii", "ignore")
    listener = Listener(_Progress(), lambda sentence: sys.stderr.write(f"\n{sentence}\n"))
    mirror = options.mirror or read_settings().model_mirror
    sys.stdout.write(f"{download_model(entry, Connection(None, certificates), listener, mirror)}\n")


def _add(options: argparse.Namespace) -> None:
    from sam2_toolbox.engine.api.model_files import add_model

    sys.stdout.write(f"{add_model(options.file, _Progress()).id}\n")


def _remove(options: argparse.Namespace) -> None:
    from sam2_toolbox.engine.api.model_files import remove_model

    sys.stdout.write(f"{remove_model(_entry(options.id)) / 1e6:.0f} MB freed\n")


def _entry(model_id: str):  # noqa: ANN202 - a class of the package, which is not loaded yet
    from sam2_toolbox.engine.api.errors import Code, EngineError
    from sam2_toolbox.engine.api.models import MODEL_IDS, model_entry

    if model_id not in MODEL_IDS:
        raise EngineError(
            Code.BAD_PARAMETER, f"There is no model {model_id}. There are: {', '.join(MODEL_IDS)}."
        )
    return model_entry(model_id)


class _Progress:
    """A line that is written anew twice a second."""

    def __init__(self) -> None:
        self._next = 0.0

    def __call__(self, done: int, total: int) -> None:
        if done == total or time.monotonic() >= self._next:
            sys.stderr.write(f"\r{done / 1e6:.1f} of {total / 1e6:.1f} MB")
            sys.stderr.flush()
            self._next = time.monotonic() + 0.5


if __name__ == "__main__":
    sys.exit(main())
