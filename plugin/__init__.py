"""The part QGIS loads: registers the provider and, where there is a window, the menu."""
