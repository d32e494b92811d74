"""A worker that measures and checks models at once, without SAM 2."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))
from engine.api.link.protocol import PROTOCOL, encode, read_message


def say(**fields):
    sys.stdout.buffer.write(encode(fields))
    sys.stdout.buffer.flush()


def answer(job, params):
    if job == "measure_model":
        return {
            "model": params["model"], "tile_s": 1.25, "click_s": 0.025, "image_size": 1024,
            "device": "processor, 2 threads",
        }  # fmt: skip
    title = Path(params["checkpoint"]).name
    if title.startswith("bad"):
        raise ValueError(f"{title} does not fit.")
    return {"title": title, "weights": 5_000_000, "image_size": 512, "config": "sam2_pico.yaml"}


say(event="hello", protocol=PROTOCOL, pid=os.getpid(), versions={})
while True:
    message = read_message(sys.stdin.buffer)
    if message is None or message.fields["op"] == "close":
        os._exit(0)
    if message.fields["op"] != "run":
        continue
    run_id = message.fields["id"]
    say(event="started", id=run_id)
    try:
        result = answer(message.fields["job"], message.fields["params"])
    except ValueError as error:
        say(event="failed", id=run_id, code="model_invalid", message=str(error), details="")
    else:
        say(event="done", id=run_id, result=result)
