"""sam2:encode in Processing: what it asks the worker, what it answers, and how it fails."""

import json
import sys

import pytest

pytest.importorskip("qgis", reason="the QGIS side runs under the system's Python")
from qgis.core import QgsProcessingException
from sam2_toolbox.engine.api import environment
from sam2_toolbox.engine.api.parameters.canvas_params import EncodeParams
from sam2_toolbox.engine.api.parameters.paramspec import FILLED_IN, specs_of

# A worker that answers one request as it is told to.
WORKER = """
import json, sys
def say(**fields):
    print(json.dumps(fields), flush=True)
say(event="hello", protocol=1, pid=1, versions={})
request = json.loads(sys.stdin.readline())
open(sys.argv[2], "w").write(json.dumps(request))
say(event="started", id=request["id"])
say(event="progress", id=request["id"], fraction=0.5, text="window 1 of 2")
say(id=request["id"], **json.loads(sys.argv[1]))
sys.stdin.read()
"""

DONE = {
    "event": "done",
    "result": {"count": 7, "already_there": 2, "size_mb": 14.7, "empty": 0, "model": "m", "trained": True},
}


@pytest.fixture
def run(provider, tmp_path, monkeypatch, raster, feedback):
    """``run(answer, **parameters) -> results, request``."""
    from qgis import processing

    def start(answer, **parameters):
        received = tmp_path / "received.json"
        command = [sys.executable, "-c", WORKER, json.dumps(answer), str(received)]
        monkeypatch.setattr(environment, "worker_command", lambda: command)
        results = processing.run("sam2:encode", {"INPUT": raster, **parameters}, feedback=feedback)
        return results, json.loads(received.read_text())

    return start


def test_every_parameter_is_offered(provider):
    algorithm = provider.algorithm("encode")
    names = {definition.name() for definition in algorithm.parameterDefinitions()}
    assert names == {spec.name.upper() for spec in specs_of(EncodeParams) if spec.kind not in FILLED_IN}
    assert [output.name() for output in algorithm.outputDefinitions()] == [
        "COUNT",
        "ALREADY_THERE",
        "SIZE_MB",
    ]
    assert "\n" not in algorithm.shortHelpString()


def test_numbers_come_back(run, raster):
    results, request = run(DONE, OVERLAP=100, EXTENT="500100,500300,4999300,4999500 [EPSG:32633]")
    assert {name: results[name] for name in ("COUNT", "ALREADY_THERE", "SIZE_MB")} == {
        "COUNT": 7,
        "ALREADY_THERE": 2,
        "SIZE_MB": 14.7,
    }
    assert request["job"] == "encode"
    assert request["params"]["input"] == raster
    assert request["params"]["overlap"] == 100
    assert request["params"]["extent"] == [500100, 4999300, 500300, 4999500]
    assert request["params"]["coarser"] is True


def test_a_refusal_of_the_worker_reaches_the_user(run, feedback):
    refusal = {"event": "failed", "code": "bad_parameter", "message": "There is no room.", "details": "trace"}
    with pytest.raises(QgsProcessingException, match="There is no room"):
        run(refusal)
    assert feedback.debugs == ["trace"]
