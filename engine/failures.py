"""Whatever goes wrong in a job, in words that can leave the process."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager

from .api.errors import Code, EngineError


@contextmanager
def failures_in_words() -> Iterator[None]:
    """Turn whatever goes wrong inside into an ``EngineError``."""
    try:
        yield
    except EngineError:
        raise
    except MemoryError as error:
        raise EngineError(
            Code.OUT_OF_MEMORY,
            "The computer ran out of memory. Choose a smaller tile size, fewer points per batch or a "
            "smaller model, or close other programs.",
            traceback.format_exc(),
        ) from error
    # Broad on purpose: one job's defect must not end the process that others will use, and a
    # library's sys.exit must not pass for a good end.
    except (Exception, SystemExit) as error:
        raise EngineError(
            Code.INTERNAL,
            f"The worker met an error it does not know ({type(error).__name__}: {first_line(error)}). "
            "Please report it with the log.",
            traceback.format_exc(),
        ) from error


def error_in_words(error: EngineError) -> dict[str, str]:
    """The error as plain values, to be raised again elsewhere."""
    return {"code": error.code.value, "message": error.message, "details": error.details}


def first_line(error: BaseException) -> str:
    """What it says, in short."""
    return (str(error).strip().splitlines() or ["no message"])[0][:200]
