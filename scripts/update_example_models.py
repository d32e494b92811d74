"""Write every parameter of our algorithms into the example models: ``python3 update_example_models.py``.

QGIS's model designer wants a value for each, so a parameter that is added later has to be added here too.
Run it with QGIS's own Python.
"""

from __future__ import annotations

import os
import sys

from checkout import ROOT, load_package

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
MODELS = ROOT / "resources" / "models3"


def main() -> None:
    """Rewrite the models that lack a value."""
    from qgis.core import (
        QgsApplication,
        QgsProcessingModelAlgorithm,
        QgsProcessingModelChildParameterSource,
        QgsProcessingParameterDefinition,
    )

    application = QgsApplication([], False)
    application.initQgis()
    load_package()
    from sam2_toolbox.processing.provider import Sam2Provider

    provider = Sam2Provider()
    QgsApplication.processingRegistry().addProvider(provider)
    for path in sorted(MODELS.glob("*.model3")):
        model = QgsProcessingModelAlgorithm()
        model.fromFile(str(path))
        added = []
        for child in model.childAlgorithms().values():
            if not child.algorithmId().startswith("sam2:"):
                continue
            for definition in child.algorithm().parameterDefinitions():
                name = definition.name()
                is_optional = definition.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional
                if definition.isDestination() or is_optional or child.parameterSources().get(name):
                    continue
                value = QgsProcessingModelChildParameterSource.fromStaticValue(definition.defaultValue())
                child.addParameterSources(name, [value])
                added.append(name)
            model.setChildAlgorithm(child)
        if added:
            model.toFile(str(path))
            sys.stdout.write(f"{path.name}: {', '.join(added)}\n")
    sys.stdout.flush()
    os._exit(0)  # QGIS's own end may fail where there is no display


if __name__ == "__main__":
    main()
