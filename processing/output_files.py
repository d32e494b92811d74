"""What can be known of output files before anything runs."""

from __future__ import annotations

import os

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext, QgsProcessingParameterFolderDestination

from .parameters import Values, file_of
from .refusal import refusal


def check_outputs(
    algorithm: QgsProcessingAlgorithm, parameters: Values, context: QgsProcessingContext
) -> None:
    """Refuse a format we do not write, and a folder that is not there or not ours to write in.

    Raises:
        QgsProcessingException: for the first output that is refused.
    """
    for definition in algorithm.destinationParameterDefinitions():
        if isinstance(definition, QgsProcessingParameterFolderDestination):
            continue  # it is made
        value = parameters.get(definition.name())
        accepted, reason = algorithm.provider().isSupportedOutputValue(value, definition, context)
        if value and not accepted:
            raise refusal(f"{definition.name()} is {value}: {reason}")
        path = file_of(value)
        folder = os.path.dirname(os.path.abspath(path))
        if path and not os.path.isdir(folder):
            raise refusal(f"{definition.name()} is {path}, but the folder {folder} does not exist.")
        if path and not os.access(folder, os.W_OK):
            raise refusal(
                f"{definition.name()} is {path}, but you may not write to the folder {folder}. "
                "Choose another one."
            )
