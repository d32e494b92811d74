"""What QGIS loads and unloads."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Optional

from qgis.core import QgsApplication, QgsMapLayerType
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QIcon

from ..engine.api.help_pages import START, help_url
from ..processing.provider import Sam2Provider
from .translation import install_translation, say, tr

if TYPE_CHECKING:
    from qgis.gui import QgisInterface
    from qgis.PyQt.QtWidgets import QAction, QDialog

    from .by_hand import ByHand
    from .options_page import OptionsFactory

MENU = "SAM 2 Toolbox"
ALGORITHM = "sam2:automaticmasks"
SHORTCUT = "Ctrl+Alt+C"
ICON = str(Path(__file__).resolve().parent.parent / "resources" / "icons" / "sam2.svg")
CLICK_ICON = str(Path(ICON).with_name("click.svg"))


class Sam2ToolboxPlugin:
    """Registers the Processing provider and two actions, and takes all of it away again."""

    def __init__(self, iface: Optional[QgisInterface]) -> None:
        """``iface`` is None in qgis_process, which has no window."""
        self._iface = iface
        self._translation = install_translation()
        self._provider: Optional[Sam2Provider] = None
        self._dialogs: list[QDialog] = []
        self._by_hand: Optional[ByHand] = None
        self._options: Optional[OptionsFactory] = None
        self.action: Optional[QAction] = None
        self.by_hand_action: Optional[QAction] = None
        self.help_action: Optional[QAction] = None

    def initProcessing(self) -> None:  # noqa: N802
        """Register the provider. All that qgis_process calls."""
        if self._provider is not None:
            return
        self._provider = Sam2Provider()
        QgsApplication.processingRegistry().addProvider(self._provider)
        # The example models need the algorithms that have just been registered.
        self._provider.refreshAlgorithms()

    def initGui(self) -> None:  # noqa: N802
        """Register the provider and add the actions to the Raster menu and the toolbar."""
        self.initProcessing()
        if self._iface is None:
            return
        from qgis.PyQt.QtWidgets import QAction  # not where there is no window

        self.by_hand_action = QAction(QIcon(CLICK_ICON), tr("Segment by clicking"), self._iface.mainWindow())
        self.by_hand_action.setObjectName("sam2SegmentByClicking")
        self.by_hand_action.setToolTip(f"{tr('Click objects on the map; SAM 2 draws them')} ({SHORTCUT})")
        self.by_hand_action.setCheckable(True)
        self.by_hand_action.triggered.connect(self.segment_by_clicking)
        # Shown in Settings > Keyboard Shortcuts, where it can be changed.
        self._iface.registerMainWindowAction(self.by_hand_action, SHORTCUT)
        self.action = QAction(QIcon(ICON), tr("Segment everything…"), self._iface.mainWindow())
        self.action.setObjectName("sam2SegmentEverything")
        self.action.setToolTip(tr("Segment everything in the active raster with SAM 2"))
        self.action.triggered.connect(self.segment_everything)
        for action in (self.by_hand_action, self.action):
            self._iface.addPluginToRasterMenu(MENU, action)
            self._iface.addToolBarIcon(action)
        self.help_action = QAction(QIcon(ICON), MENU, self._iface.mainWindow())
        self.help_action.setObjectName("sam2Help")
        self.help_action.triggered.connect(self.show_help)
        self._iface.pluginHelpMenu().addAction(self.help_action)
        self._add_options()

    def _add_options(self) -> None:
        from .options_page import OptionsFactory  # not where there is no window

        self._options = OptionsFactory(lambda text: self._iface.messageBar().pushWarning(MENU, say(text)))
        self._options.changed.connect(self._take_options)
        self._iface.registerOptionsWidgetFactory(self._options)

    def _remove_options(self) -> None:
        from .environment_work import close_environment_work
        from .models_work import close_models_work

        if self._options is not None:
            self._iface.unregisterOptionsWidgetFactory(self._options)
            self._options = None
            close_models_work()
            close_environment_work()

    def _take_options(self, names: set[str]) -> None:
        if self._by_hand is not None:
            self._by_hand.take_options(names)

    def show_options(self, tab: str) -> None:
        """Open the page of QGIS's Options dialog with this tab in front."""
        from .options_page import PAGE

        if self._options is not None:
            self._options.tab = tab
            self._iface.showOptionsDialog(self._iface.mainWindow(), PAGE)

    def unload(self) -> None:
        """Take everything away that ``initGui`` has added."""
        for dialog in self._open_dialogs():
            dialog.close()
        self._dialogs = []
        self._remove_options()
        if self._by_hand is not None:
            self._by_hand.close()
            self._by_hand = None
        if self.by_hand_action is not None:
            self._iface.unregisterMainWindowAction(self.by_hand_action)
        for action in (self.by_hand_action, self.action):
            if action is not None:
                self._iface.removePluginRasterMenu(MENU, action)
                self._iface.removeToolBarIcon(action)
                # Removing it from menu and toolbar does not delete it: it would be there twice next time.
                action.deleteLater()
        if self.help_action is not None:
            self._iface.pluginHelpMenu().removeAction(self.help_action)
            self.help_action.deleteLater()
        self.by_hand_action = self.action = self.help_action = None
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        if self._translation is not None:
            QCoreApplication.removeTranslator(self._translation)
            self._translation = None

    def show_help(self) -> None:
        """Open the first page of the documentation, which is on this computer."""
        QDesktopServices.openUrl(QUrl(help_url(START)))

    @property
    def by_hand(self) -> Optional[ByHand]:
        """Prompting on the map, once it has been used."""
        return self._by_hand

    def segment_by_clicking(self) -> None:
        """Take the map tool and show its dock, or give the map back."""
        if self._by_hand is None:
            from .by_hand import ByHand  # not where there is no window, nor before it is used
            from .options_page import ENVIRONMENT, MODELS

            self._by_hand = ByHand(self._iface, self.by_hand_action)
            self._by_hand.models_wanted.connect(lambda: self.show_options(MODELS))
            self._by_hand.environment_wanted.connect(lambda: self.show_options(ENVIRONMENT))
        if self._iface.mapCanvas().mapTool() is self._by_hand.tool:
            self._by_hand.stop()
        else:
            self._by_hand.start()

    def segment_everything(self) -> None:
        """Open the algorithm's dialog for the active raster layer."""
        from qgis import processing  # QGIS's own; not loaded yet when plugins are

        algorithm = QgsApplication.processingRegistry().algorithmById(ALGORITHM)
        ready, reason = algorithm.canExecute()
        if not ready:
            self._iface.messageBar().pushWarning(MENU, reason)
            return
        dialog = processing.createAlgorithmDialog(ALGORITHM, self._preset())
        # Half of the dialog is Python: without a reference that half is gone while it is open.
        self._dialogs = [*self._open_dialogs(), dialog]
        dialog.show()

    def _open_dialogs(self) -> list[QDialog]:
        return [dialog for dialog in self._dialogs if not sip.isdeleted(dialog)]

    def _preset(self) -> dict[str, str]:
        layer = self._iface.activeLayer()
        is_raster = layer is not None and layer.type() == QgsMapLayerType.RasterLayer
        return {"INPUT": layer.id()} if is_raster else {}
