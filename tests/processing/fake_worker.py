"""A worker that speaks the protocol and finds squares: a real child process without SAM 2.

Its only argument is a JSON object:
    mode      ok, slow, dies, fails, deaf (never listens)
    tiles     how many batches of features; three squares each
    origin    map coordinates of the first square's lower left corner
    size      side of a square, map units
    delay     seconds between batches
    started   a file that gets this process's id when a run starts
    received  a file that gets the params of the run
    trained   what the result says about the model
"""

import json
import os
import struct
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))
from engine.api.features import Feature, pack
from engine.api.link.protocol import PROTOCOL, encode, read_message
from engine.api.prompts import PromptFile

OPTIONS = {
    "mode": "ok",
    "tiles": 4,
    "origin": [0.0, 0.0],
    "size": 10.0,
    "delay": 0.0,
    "trained": True,
    **json.loads(sys.argv[1]),
}
SQUARES_PER_TILE = 3
cancelled = threading.Event()


def say(fields, tail=b""):
    sys.stdout.buffer.write(encode(fields, tail))
    sys.stdout.buffer.flush()


def square(number):
    x = OPTIONS["origin"][0] + number % SQUARES_PER_TILE * 2 * OPTIONS["size"]
    y = OPTIONS["origin"][1] + number // SQUARES_PER_TILE * 2 * OPTIONS["size"]
    side = OPTIONS["size"]
    ring = [(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)]
    wkb = struct.pack("<BIIBIII", 1, 6, 1, 1, 3, 1, 5) + b"".join(
        struct.pack("<dd", *point) for point in ring
    )
    return Feature(
        object_id=number + 1,
        score=0.55 + 0.04 * (number % 12),
        stability=0.97,
        area_m2=None if number == 1 else side * side * 1.5,
        perimeter_m=None if number == 1 else 4 * side,
        area_px=100 + number,
        prompt_x=x + side / 2,
        prompt_y=y + side / 2,
        tile=number // SQUARES_PER_TILE,
        touches_edge=number == 0,
        wkb=wkb,
    )


def answer_prompts(path):
    """A square for each object, the last one first; ``more`` holds whatever some job asks for."""
    with PromptFile(path) as file:
        numbers = {prompt.object for _, prompt in file}
    more = {"candidate": 2, "scale": 1.0, "change": "same", "iou_old": 0.9, "shift_m": None}
    return [replace(square(number - 1), more=more) for number in sorted(numbers, reverse=True)]


def run(request):
    number, params, tiles = request["id"], request["params"], OPTIONS["tiles"]
    if "received" in OPTIONS:
        Path(OPTIONS["received"]).write_text(json.dumps(request))
    say({"event": "started", "id": number})
    if "started" in OPTIONS:
        Path(OPTIONS["started"]).write_text(str(os.getpid()))
    if OPTIONS["mode"] == "fails":
        say(
            {
                "event": "failed",
                "id": number,
                "code": "model_missing",
                "message": "The checkpoint x.pt does not exist.",
                "details": "Traceback of the worker",
            }
        )
        return
    if not OPTIONS["trained"]:
        say({"event": "log", "id": number, "level": "warning", "text": "The weights are untrained."})
    if "prompts" in params or "polygons" in params:
        found = answer_prompts(params.get("prompts") or params["polygons"])
        tiles = -(-len(found) // SQUARES_PER_TILE)
    else:
        found = [square(index) for index in range(tiles * SQUARES_PER_TILE)]
    for tile in range(tiles):
        if cancelled.wait(OPTIONS["delay"]) and OPTIONS["mode"] != "deaf":
            say({"event": "cancelled", "id": number})
            return
        batch = found[tile * SQUARES_PER_TILE :][:SQUARES_PER_TILE]
        say({"event": "features", "id": number, "count": len(batch)}, pack(batch))
        say({"event": "progress", "id": number, "fraction": (tile + 1) / tiles, "text": f"tile {tile + 1}"})
        if OPTIONS["mode"] == "dies":
            os.write(2, b"the fake worker is about to die\n")
            time.sleep(0.2)
            os._exit(3)
    for name in ("labels", "run_record"):
        if params.get(name):
            Path(params[name]).write_bytes(b"{}")
    result = {
        "count": len(found),
        "seconds": 1.0,
        "model": "pico (bundled)",
        "trained": OPTIONS["trained"],
        "provenance": {"algorithm": "sam2:automaticmasks", "model": {"id": "pico", "sha256": "0" * 8}},
        "labels": params.get("labels", ""),
        "run_record": params.get("run_record", ""),
    }
    say({"event": "done", "id": number, "result": result})


def main():
    say({"event": "hello", "protocol": PROTOCOL, "pid": os.getpid(), "versions": {"python": "fake"}})
    while True:
        request = read_message(sys.stdin.buffer)
        if request is None or request.fields["op"] == "close":
            os._exit(0)
        if request.fields["op"] == "cancel" and OPTIONS["mode"] != "deaf":
            cancelled.set()
        if request.fields["op"] == "run":
            threading.Thread(target=run, args=[request.fields], daemon=True).start()


main()
