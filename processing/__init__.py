"""The Processing provider and its algorithms: qgis and engine.api only."""
