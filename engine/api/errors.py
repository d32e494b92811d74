"""The one exception that crosses the border, and its stable codes."""

from __future__ import annotations

from enum import Enum


class Code(str, Enum):
    """What went wrong, for programs; the message says it to people."""

    BAD_PARAMETER = "bad_parameter"
    BAD_RASTER = "bad_raster"
    BAD_GEOREFERENCE = "bad_georeference"
    BAD_FILE = "bad_file"
    MODEL_MISSING = "model_missing"
    MODEL_INVALID = "model_invalid"
    DEVICE_UNAVAILABLE = "device_unavailable"
    OUT_OF_MEMORY = "out_of_memory"
    OUTPUT_FAILED = "output_failed"
    CANCELLED = "cancelled"
    WORKER_DIED = "worker_died"
    WORKER_SILENT = "worker_silent"
    PROTOCOL_MISMATCH = "protocol_mismatch"
    ENVIRONMENT_MISSING = "environment_missing"
    CLUSTER_FAILED = "cluster_failed"
    INTERNAL = "internal"


class EngineError(Exception):
    """A failure in words a user can act on.

    The message is one or two complete sentences: what was wrong, with which input, and what
    to do. ``details`` is for bug reports (a traceback, the tail of a log) and is never shown
    as the message.
    """

    def __init__(self, code: Code, message: str, details: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.details = details


class Cancelled(EngineError):
    """The user asked to stop; raised where the work notices it."""

    def __init__(self) -> None:
        super().__init__(Code.CANCELLED, "The run was cancelled.")
