"""What to do about a place that cannot be written, by what the system says is in the way."""

from __future__ import annotations

import errno

_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
_FORBIDDEN = (errno.EROFS, errno.EACCES, errno.EPERM)


def is_forbidden(error: OSError) -> bool:
    """Whether the user may not write there, whatever room there is and whoever else is at work."""
    return error.errno in _FORBIDDEN


def reason(error: OSError) -> str:
    """What the system says, in a few words."""
    return error.strerror or str(error) or type(error).__name__


def another_data_folder(error: OSError) -> str:
    """The way on, as a sentence, where the data folder itself cannot be written."""
    first = "Set"
    if error.errno in _FULL:
        first = "Make room there, or set"
    elif not is_forbidden(error):
        first = "Make it a folder you may write to, or set"
    return (
        f"{first} SAM2_TOOLBOX_HOME to another folder, one you may write to (in QGIS: Settings > Options > "
        "System > Environment), and start QGIS again."
    )
