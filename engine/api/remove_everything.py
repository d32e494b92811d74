"""Taking away all that the plugin has put on the disk, which uninstalling it leaves; settings stay."""

from __future__ import annotations

from collections.abc import Callable

from .cache_folder import cache_folder, empty
from .installation.environment_place import remove_all
from .model_files import State, list_models, remove_model

_REMOVABLE = (State.DOWNLOADED, State.UNCHECKED, State.DAMAGED, State.PARTIAL)


def remove_everything(say: Callable[[str], object], check_cancelled: Callable[[], None]) -> None:
    """Remove the environment, the downloaded models and what SAM 2 has seen; a user's own files stay.

    Raises:
        EngineError: ENVIRONMENT_MISSING or OUTPUT_FAILED, naming what is still there.
    """
    remove_all(say, check_cancelled)
    for seen in list_models():
        check_cancelled()
        if not seen.entry.bundled and seen.state in _REMOVABLE:
            remove_model(seen.entry)
    empty(cache_folder())
