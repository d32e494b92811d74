import signal

import pytest
from sam2_toolbox.engine.api.link.exit_status import describe_exit


@pytest.mark.parametrize(
    ("returncode", "words"),
    [
        (0, "it ended with exit code 0"),
        (7, "it ended with exit code 7"),
        (-9, "memory (SIGKILL)"),
        (-11, "native library, reading memory that is not its own (SIGSEGV)"),
        (-250, "it ended by signal 250"),
        (0xC0000005, "(exit code 0xC0000005)"),
        (0xC0000135, "DLL"),
    ],
)
def test_an_exit_in_words(returncode, words):
    assert words in describe_exit(returncode)


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="POSIX signals")
def test_a_signal_without_an_explanation_is_named():
    assert describe_exit(-signal.SIGHUP) == "it was ended by a signal (SIGHUP)"
