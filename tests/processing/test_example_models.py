"""The shipped models load, are whole, and know every parameter of the algorithm."""

import pytest

pytest.importorskip("qgis", reason="the QGIS side runs under the system's Python")
from qgis.core import (
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterRasterLayer,
    QgsProject,
)
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


def test_a_models_author_names_the_layer(provider, fake_worker, raster, context, feedback, qgis_new_project):
    model = QgsProcessingModelAlgorithm("one step", "tests")
    model.addModelParameter(QgsProcessingParameterRasterLayer("INPUT"), QgsProcessingModelParameter("INPUT"))
    step = QgsProcessingModelChildAlgorithm("sam2:automaticmasks")
    step.setChildId("step")
    step.addParameterSources("INPUT", [QgsProcessingModelChildParameterSource.fromModelParameter("INPUT")])
    output = QgsProcessingModelOutput("FOUND", "FOUND")
    output.setChildId("step")
    output.setChildOutputName("OUTPUT")
    step.setModelOutputs({"FOUND": output})
    model.addChildAlgorithm(step)
    model.updateDestinationParameters()
    destination = QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", QgsProject.instance())
    _, successful = model.run({"INPUT": raster, "step:FOUND": destination}, context, feedback)
    assert successful
    (details,) = context.layersToLoadOnCompletion().values()
    assert details.name == "FOUND"
