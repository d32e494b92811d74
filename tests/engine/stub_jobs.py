"""Jobs for the worker's tests; stands in for engine/jobs.py in a copy of the plugin."""

# ruff: noqa: T201 - what a worker prints is what is tested here

import ctypes
import os
import signal
import subprocess
import sys
import time
from fractions import Fraction
from pathlib import Path

from .api.errors import Code, EngineError
from .api.features import Feature


class Scalar:
    """What numpy's scalars have in common."""

    def __init__(self, value):
        self.value = value

    def item(self):
        return self.value


def feature(number, size=3):
    return Feature(number, 0.5, 0.9, None, 1.5, 7, 1.0, 2.0, 0, True, b"w" * size)


def echo(params, report):
    return {"params": params}


def plugin(params, report):
    return {"package": __package__, "path": sys.path, "labels": "labels" in sys.modules}


def grow(params, report):
    report.features([feature(number, params["size"]) for number in range(params["count"])])
    report.log("grown", "warning")
    report.progress(1.0, "done")
    return {}


def odd_result(params, report):
    return {
        "nan": float("nan"),
        "numbers": (1, 2.5, float("inf"), Scalar(7), Scalar(float("nan"))),
        "flag": Scalar(True),
        "path": Path("a") / "b",
        3: None,
    }


def wait(params, report):
    report.log("waiting")
    while True:
        report.check_cancelled()
        time.sleep(0.005)


def sleep(params, report):
    report.log("sleeping")
    time.sleep(600)


def sleep_with_a_child(params, report):
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    report.log(str(child.pid))
    time.sleep(600)


def refuse(params, report):
    raise EngineError(Code.BAD_RASTER, "The raster is round.", "details of it")


def stumble(params, report):
    raise ZeroDivisionError("division by zero\nin two lines")


def starve(params, report):
    raise MemoryError


def leave(params, report):
    sys.exit(0)


def unknown_result(params, report):
    return {"fraction": Fraction(1, 3)}


def be_interrupted(params, report):
    os.kill(os.getpid(), signal.SIGINT)
    return {"alive": True}


def die_talking(params, report):
    """Speak in every way there is, then die so that the log can be read."""
    print("a print")
    os.write(1, b"a write to 1\n")
    libc = ctypes.CDLL(None)
    libc.puts(b"a puts")
    libc.fflush(None)
    subprocess.run([sys.executable, "-c", "print('a child')"], check=True)
    print("stdin", repr(sys.stdin.read()))
    child = "import sys; print('stdin of a child', repr(sys.stdin.read()))"
    subprocess.run([sys.executable, "-c", child], check=True)
    os.abort()


JOBS = {
    job.__name__: job
    for job in (
        echo,
        plugin,
        grow,
        odd_result,
        wait,
        sleep,
        sleep_with_a_child,
        refuse,
        stumble,
        starve,
        leave,
        unknown_result,
        be_interrupted,
        die_talking,
    )
}
