"""SAM 2 Toolbox, the QGIS plugin. Imports nothing until QGIS asks for the plugin."""


def classFactory(iface):  # noqa: N802, ANN001, ANN201 - QGIS's name and contract
    """QGIS's entry point. ``iface`` is None in qgis_process."""
    from .plugin.plugin import Sam2ToolboxPlugin

    return Sam2ToolboxPlugin(iface)
