"""How a process ended, in words."""

from __future__ import annotations

import signal

_SIGNALS = {
    "SIGKILL": "it was killed, often because the computer ran out of memory",
    "SIGTERM": "it was told to stop by another program",
    "SIGSEGV": "it crashed in a native library, reading memory that is not its own",
    "SIGBUS": "it crashed in a native library, often because a file shrank or the disk is full",
    "SIGABRT": "a native library gave up",
    "SIGILL": "it used an instruction this processor does not have",
    "SIGFPE": "it crashed in a native library's arithmetic",
}

# NTSTATUS values, as Windows reports them through the exit code.
_WINDOWS = {
    0xC0000005: "it crashed in a native library, reading memory that is not its own",
    0xC000001D: "it used an instruction this processor does not have",
    0xC0000017: "the computer ran out of memory",
    0xC00000FD: "it ran out of stack",
    0xC0000135: "a library (DLL) it needs was not found",
    0xC0000142: "a library (DLL) it needs could not be started",
    0xC0000409: "a native library gave up",
}


def describe_exit(returncode: int) -> str:
    """A phrase that follows a colon, from ``Popen.returncode``: negative for a signal."""
    if returncode < 0:
        try:
            name = signal.Signals(-returncode).name
        except ValueError:
            return f"it ended by signal {-returncode}"
        return f"{_SIGNALS.get(name, 'it was ended by a signal')} ({name})"
    if returncode in _WINDOWS:
        return f"{_WINDOWS[returncode]} (exit code 0x{returncode:08X})"
    return f"it ended with exit code {returncode}"
