"""A worker that lies: ``python odd_worker.py MODE``. Standard library only, and every byte it
sends is written out by hand, so that it does not share a mistake with the code under test."""

# ruff: noqa: T201 - what a worker prints is what is tested here

import json
import os
import signal
import struct
import subprocess
import sys
import time

OUT = sys.stdout.buffer


def say(text, tail=b""):
    OUT.write(text.encode() + tail)
    OUT.flush()


def send(tail=b"", **fields):
    if tail:
        fields["bin"] = len(tail)
    say(json.dumps(fields) + "\n", tail)


def hello(**changes):
    fields = {"event": "hello", "protocol": 1, "pid": os.getpid(), "versions": {"python": "3"}}
    send(**{**fields, **changes})


def next_request():
    line = sys.stdin.buffer.readline()
    if not line:
        os._exit(0)
    request = json.loads(line)
    if request["op"] == "close":
        os._exit(0)
    return request


def feature(number, wkb=b"wkb"):
    head = struct.pack("<qddddqddq?II", number, 0.5, 0.5, 1.0, 4.0, 1, 0.0, 0.0, 0, False, len(wkb), 0)
    return head + wkb


# What it does instead of a hello


def at_start_garbage():
    say("Welcome to this Python!\n")
    time.sleep(60)


def at_start_binary():
    say("", bytes(range(128, 256)) * 40 + b"\n")
    time.sleep(60)


def at_start_nested():
    say("[" * 200_000 + "\n")
    time.sleep(60)


def at_start_silence():
    time.sleep(60)


def at_start_other_protocol():
    hello(protocol=2)
    time.sleep(60)


def at_start_no_hello():
    send(event="started", id=1)
    time.sleep(60)


def at_start_hello_without_versions():
    send(event="hello", protocol=1, pid=1)
    time.sleep(60)


def at_start_half_hello():
    say('{"event": "hel')


def at_start_crash():
    sys.exit("ModuleNotFoundError: the reason")


def at_start_broken():
    send(event="broken", protocol=1, code="environment_missing", message="No numpy.", details="traceback")


# What it does with a request


def in_run_obey(request):
    """Features, progress and log until cancelled; the honest one."""
    send(event="started", id=request["id"])
    for number in range(request["params"].get("count", 0)):
        size = request["params"].get("size", 3)
        send(tail=feature(number, b"w" * size), event="features", id=request["id"], count=1)
    send(event="log", id=request["id"], level="warning", text="half way")
    send(event="progress", id=request["id"], fraction=0.5, text="tile 1 of 2")
    if request["params"].get("wait"):
        while next_request() != {"op": "cancel", "id": request["id"]}:
            pass
        send(event="cancelled", id=request["id"])
    else:
        send(event="done", id=request["id"], result={"params": request["params"]})


def in_run_late_words(request):
    send(event="progress", id=request["id"] - 1, fraction=0.9, text="late")
    send(event="done", id=request["id"] - 1, result={"late": True})
    send(event="done", id=request["id"], result={"late": False})


def in_run_fail(request):
    send(event="failed", id=request["id"], code="bad_raster", message="No bands in it.", details="why")


def in_run_fail_with_unknown_code(request):
    send(event="failed", id=request["id"], code="from_the_future", message="Something.", details="")


def in_run_hang(request):
    send(event="started", id=request["id"])
    time.sleep(600)


def in_run_flood_and_ignore_cancel(request):
    while True:
        send(tail=feature(1, b"w" * 10_000), event="features", id=request["id"], count=1)


def in_run_exit(request):
    send(event="started", id=request["id"])
    print("last words", file=sys.stderr)
    os._exit(9)


def in_run_segfault(request):
    os.kill(os.getpid(), signal.SIGSEGV)


def in_run_killed(request):
    os.kill(os.getpid(), signal.SIGKILL)


def in_run_garbage(request):
    say("Loading weights: 100%\n")
    time.sleep(60)


def in_run_half_message(request):
    say('{"event": "progress", "id": 1, "fra')
    os._exit(0)


def in_run_cut_tail(request):
    say(json.dumps({"event": "features", "id": request["id"], "count": 1, "bin": 1000}) + "\n", b"short")
    os._exit(0)


def in_run_cut_frame(request):
    send(tail=feature(1)[:-1], event="features", id=request["id"], count=1)
    time.sleep(60)


def in_run_wrong_count(request):
    send(tail=feature(1), event="features", id=request["id"], count=2)
    time.sleep(60)


def in_run_negative_tail(request):
    send(event="features", id=request["id"], count=1, bin=-1)
    time.sleep(60)


def in_run_unknown_event(request):
    send(event="dance", id=request["id"])
    time.sleep(60)


def in_run_missing_field(request):
    send(event="progress", id=request["id"])
    time.sleep(60)


def in_run_true_as_number(request):
    send(event="progress", id=request["id"], fraction=True, text="")
    time.sleep(60)


def in_run_close_output(request):
    os.close(1)
    time.sleep(60)


def in_run_leave_child_with_pipe(request):
    child = "import os, sys, time\nwhile os.path.exists(sys.argv[1]): time.sleep(0.02)"
    subprocess.Popen([sys.executable, "-c", child, request["params"]["while_there"]])
    os._exit(5)


def in_run_noise(request):
    for number in range(20_000):
        print("noise", number, "x" * 100, file=sys.stderr)
    send(event="done", id=request["id"], result={})


def in_run_noise_and_exit(request):
    for number in range(1000):
        print("noise", number, file=sys.stderr)
    sys.stderr.buffer.write(b"not UTF-8: \xff\n")
    sys.stderr.flush()
    os._exit(1)


def at_start_stop_reading():
    hello()
    time.sleep(600)


if __name__ == "__main__":
    mode = globals()[sys.argv[1]]
    if mode.__name__.startswith("at_start_"):
        mode()
    else:
        hello()
        while True:
            request = next_request()
            if request["op"] == "run":
                mode(request)
