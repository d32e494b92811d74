"""A worker that answers on the canvas: the objects of a truth file, without SAM 2.

Its only argument is a JSON object:
    truth     a JSON file: a list of rings, each a list of [x, y] in the raster's CRS
    encode    seconds an encoding takes
    answer    seconds an answer takes
    start     seconds before the hello
    received  a file that gets every request, one JSON object a line
    dies_at   the number of the prompt, from 1, at which the process ends (in the first process only)
    fails     {"code": ..., "message": ...}: how every encoding and prompt fails
    bulky     vertices of the outline that is found
"""

import json
import math
import os
import struct
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))
from engine.api.features import Feature, pack
from engine.api.link.protocol import PROTOCOL, encode, read_message

OPTIONS = {"encode": 0.0, "answer": 0.0, "start": 0.0, **json.loads(sys.argv[1])}
# Two green pixels
PNG = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlEQVR4nGNgaGAAIgADhwEBNuNewQAAAABJRU5ErkJggg=="
cancelled = set()
encoded = []
prompts = 0
lock = threading.Lock()


def say(fields, tail=b""):
    with lock:
        sys.stdout.buffer.write(encode(fields, tail))
        sys.stdout.buffer.flush()


def remember(fields):
    if "received" in OPTIONS:
        with open(OPTIONS["received"], "a", encoding="utf-8") as file:
            file.write(json.dumps({"pid": os.getpid(), "time": time.time(), **fields}) + "\n")


def rings():
    return json.loads(Path(OPTIONS["truth"]).read_text(encoding="utf-8")) if "truth" in OPTIONS else []


def inside(ring, x, y):
    odd = False
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]]):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            odd = not odd
    return odd


def scaled(ring, factor):
    cx = sum(x for x, _ in ring) / len(ring)
    cy = sum(y for _, y in ring) / len(ring)
    return [(cx + factor * (x - cx), cy + factor * (y - cy)) for x, y in ring]


def area(ring):
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]])) / 2)


def wkb(*polygons):
    parts = [struct.pack("<BII", 1, 6, len(polygons))]
    for ring in polygons:
        closed = [*ring, ring[0]]
        parts.append(struct.pack("<BIII", 1, 3, 1, len(closed)))
        parts += [struct.pack("<dd", *position) for position in closed]
    return b"".join(parts)


def feature(number, score, *polygons):
    x, y = polygons[0][0]
    size = sum(area(ring) for ring in polygons)
    return Feature(number, score, 0.97, size, 1.0, 100, x, y, 0, False, wkb(*polygons))


def wanted(params):
    """A position that lies in what is asked for."""
    for x, y, label in params["points"]:
        if label:
            return x, y
    if params.get("box"):
        xmin, ymin, xmax, ymax = params["box"]
        return (xmin + xmax) / 2, (ymin + ymax) / 2
    if params.get("lasso"):
        # The first corner follows byte order, type, number of rings and number of points.
        return struct.unpack_from("<dd", bytes.fromhex(params["lasso"]), 13)
    return None


def found(params):
    if "bulky" in OPTIONS:
        x, y, _ = params["points"][0]
        steps = OPTIONS["bulky"]
        ring = [
            (
                x + (20 + n % 2 / 50) * math.cos(n * math.tau / steps),
                y + (20 + n % 2 / 50) * math.sin(n * math.tau / steps),
            )
            for n in range(steps)
        ]
        return [feature(1, 0.9, ring)]
    position = wanted(params)
    hits = [ring for ring in rings() if position and inside(ring, *position)]
    if not hits:
        return []
    ring = min(hits, key=area)
    extra = [
        other
        for x, y, label in params["points"][1:]
        if label
        for other in rings()
        if other != ring and inside(other, x, y)
    ]
    if params["preview"]:
        return [feature(1, 0.9, ring)]
    return [
        feature(1, 0.93, ring, *extra),
        feature(2, 0.81, scaled(ring, 0.6)),
        feature(3, 0.74, scaled(ring, 1.3)),
    ]


def run(request):
    global prompts
    number, params, job = request["id"], request["params"], request["job"]
    remember({"job": job, "params": params})
    say({"event": "started", "id": number})
    if "fails" in OPTIONS:
        say({"event": "failed", "id": number, "details": "Traceback of the worker", **OPTIONS["fails"]})
        return
    if job == "canvas_look":
        look = {"png": PNG, "corners": [], "stretch": "none", "low": [0, 0, 0], "high": [255, 255, 255]}
        say({"event": "done", "id": number, "result": {**look, "bands": [1, 2, 3]}})
        return
    window = [params["view"], params["pixel"]]
    steps = 10 if job == "canvas_encode" and window not in encoded else 0
    if job == "canvas_prompt" and params["may_encode"] and window not in encoded:
        steps = 10
    for step in range(steps):
        time.sleep(OPTIONS["encode"] / steps)
        if number in cancelled:
            say({"event": "cancelled", "id": number})
            return
        say({"event": "progress", "id": number, "fraction": (step + 1) / steps, "text": "encoding"})
    if steps:
        encoded.append(window)
    if job == "canvas_encode":
        xmin, ymin, xmax, ymax = params["view"]
        corners = [[xmin, ymax], [xmax, ymax], [xmax, ymin], [xmin, ymin]]
        result = {"window": len(encoded), "corners": corners, "resolution": params["pixel"]}
        say({"event": "done", "id": number, "result": {**result, "cached": not steps, "seconds": 0.1}})
        return
    time.sleep(OPTIONS["answer"])
    if not params["preview"]:
        prompts += 1
        marker = Path(OPTIONS.get("received", "") + ".died")
        if OPTIONS.get("dies_at") == prompts and not marker.exists():
            marker.write_text("")
            os.write(2, b"the fake worker is about to die\n")
            os._exit(3)
    features = found(params)
    say({"event": "features", "id": number, "count": len(features)}, pack(features))
    result = {"window": 1, "encoded": bool(steps), "candidates": len(features), "seconds": {"decode": 0.01}}
    say({"event": "done", "id": number, "result": result})


def main():
    time.sleep(OPTIONS["start"])
    say({"event": "hello", "protocol": PROTOCOL, "pid": os.getpid(), "versions": {"python": "fake"}})
    while True:
        request = read_message(sys.stdin.buffer)
        if request is None or request.fields["op"] == "close":
            os._exit(0)
        if request.fields["op"] == "cancel":
            cancelled.add(request.fields["id"])
        if request.fields["op"] == "run":
            threading.Thread(target=run, args=[request.fields], daemon=True).start()


main()
