"""The shipped models load, are whole, and know every parameter of the algorithm."""

import pytest

pytest.importorskip("qgis", reason="the QGIS side runs under the system's Python")
from sam2_toolbox.processing.provider import MODELS_FOLDER


@pytest.mark.parametrize("name", [path.stem for path in MODELS_FOLDER.glob("*.model3")])
def test_model_is_offered_and_valid(provider, name):
    model = provider.algorithm(name)
    assert model.group() == "Examples"
    assert model.validate() == (True, [])
    assert model.shortHelpString()
    assert model.create() is not None


def test_there_is_a_model():
    assert list(MODELS_FOLDER.glob("*.model3"))
